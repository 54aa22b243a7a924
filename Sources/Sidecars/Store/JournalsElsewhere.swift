// Journals in the user's own folder, looked at once for many sidecars.

import ArticleModel

/// Which sidecars may have a journal that could not be kept beside them.
package struct JournalsElsewhere: Sendable {
  private let files: any FileSystem
  /// The names of those journals; nil when nobody can tell.
  private let names: [String]?

  /// Looks into the folder.
  package init(
    in folder: String = SidecarStore.stateFolder, on files: any FileSystem = PosixFileSystem()
  ) {
    self.files = files
    do throws(FileError) {
      let isThere = try files.status(of: folder) != nil
      names = isThere ? try files.names(inFolder: folder).filter { $0.hasSuffix(".journal") } : []
    } catch {
      names = nil
    }
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
