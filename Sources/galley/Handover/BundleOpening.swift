// Opens a bundle for a command that works on folders: unpacks it beside itself, or finds it unpacked.

import Bundles
import Corpus
import Sidecars

/// A bundle that somebody named.
struct BundleOpening {
  /// The folder that it is in now.
  let folder: String
  /// What was done, in words.
  let message: String
  /// What became of packs of terms and checklists in it, a line each.
  let packs: [String]

  /// Whether a path leads to a bundle.
  static func isBundle(_ path: String) -> Bool {
    guard FileIdentity(of: path)?.kind == .file else { return false }
    return Bundle.isOne(named: path, beginningWith: InputFile.beginning(of: path))
  }

  /// Unpacks a bundle.
  /// - Parameter folder: where it goes; nil for beside it.
  init(_ path: String, to folder: String?) throws(CommandFailure) {
    let bytes = try InputFile.bytes(of: path)
    self.folder = folder ?? Unpacking.usualFolder(for: path)
    do throws(BundleError) {
      let bundle = try Bundle(unpacking: bytes, named: path)
      let outcome = try Unpacking(bundle).unpack(to: self.folder, from: path)
      packs = outcome == .unpacked ? DeskPacks(of: bundle).messages : []
      switch outcome {
      case .unpacked:
        message =
          "\(path) is now the folder \(self.folder), and your work is saved there; galley bundle "
          + "\(self.folder.asShellWord) packs it again"
      case .wasThere:
        message =
          "\(path) was unpacked into the folder \(self.folder) before; its marks of since then are kept"
      }
    } catch {
      throw CommandFailure(error.description)
    }
  }
}
