// Journals in the user's own folder, looked at once for many sidecars.

import ArticleModel

/// Which sidecars may have a journal that could not be kept beside them.
package struct JournalsElsewhere: Sendable {
  private let files: any FileSystem
  private let folder: String
  /// The names of those journals; nil when the folder is there and cannot be read.
  private let names: [String]?

  /// Looks into the folder.
  package init(
    in folder: String = SidecarStore.stateFolder, on files: any FileSystem = PosixFileSystem()
  ) {
    (self.files, self.folder) = (files, folder)
    let found = files.names(ofFolder: folder)
    let isMissing = found == nil && ((try? files.status(ofName: folder)) ?? nil) == nil
    names = isMissing ? [] : found?.filter { $0.hasSuffix(".journal") }
  }

  /// Whether a sidecar may have one. One in the user's own folder always may.
  package func mayBelong(toSidecarAt path: String) -> Bool {
    guard let names else { return true }
    guard path.folder != SidecarStore.dataFolder else { return true }
    guard !names.isEmpty else { return false }
    let name = SidecarStore.nameElsewhere(of: files.destination(of: path))
    return names.contains { $0.hasPrefix(name) }
  }
}
