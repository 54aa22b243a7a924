// The packs of terms and checklists of a bundle, put where this program looks for them: among the user's own, when
// there is none of their name or id. What is there is never replaced.

import ArticleModel
import Bundles
import Configuration
import Sidecars

/// What a desk marks with, as it came in a bundle.
struct DeskPacks {
  private let settings: Settings
  /// What was done, a line each.
  private(set) var messages: [String] = []

  /// Takes over the packs and checklists of a bundle.
  init(of bundle: Bundle, settings: Settings = Settings(complaining: false)) {
    self.settings = settings
    let shelf = settings.taxonomies()
    let (packs, lists) = (Set(shelf.packs.map(\.id)), Set(shelf.checklists.map(\.id)))
    for file in bundle.files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      switch file.role {
      case .terms:
        let (pack, problems) = TaxonomyLoader.load(text, file: file.path)
        guard let pack, problems.isEmpty, !packs.contains(pack.id) else { continue }
        keep(file, called: "the pack of terms “\(pack.label)”", in: settings.folders.taxonomies)
      case .checklist:
        let (list, problems) = ChecklistLoader.load(text, file: file.path)
        guard let list, problems.isEmpty, !lists.contains(list.id) else { continue }
        keep(file, called: "the checklist “\(list.label)”", in: settings.folders.checklists)
      default: continue
      }
    }
  }

  private mutating func keep(_ file: BundleFile, called name: String, in folder: String?) {
    guard let folder, let last = file.path.split(separator: "/").last else { return }
    let path = "\(folder)/\(last)"
    let files = PosixFileSystem()
    do throws(FileError) {
      try files.createFolder(folder)
      let isMade = try files.create(path, with: file.bytes, like: nil, isLasting: true)
      let place = SidecarStore.shortened(path)
      messages.append(
        isMade
          ? "\(name) is new here; it is now in \(place)"
          : "\(name) was not taken over, for \(place) is another one")
    } catch {
      messages.append("\(name) could not be kept (\(error.reason))")
    }
  }
}
