// Fills the shelf: the packs that come with the program, then those of the user.

import ArticleModel
import EmbeddedData

extension TaxonomyShelf {
  /// The packs that come with the program.
  package static func builtIn() -> TaxonomyShelf { load(userFolder: nil).shelf }

  /// The packs that come with the program and those of a folder: `*.toml`, in the order of their names.
  /// A pack of the user's replaces a built-in one of the same id. The checklists are on the shelf too. A folder that is not there is empty.
  package static func load(
    userFolder: String?, checklistFolder: String? = nil
  ) -> (shelf: TaxonomyShelf, problems: [ConfigurationProblem]) {
    var packs: [Taxonomy] = []
    var problems: [ConfigurationProblem] = []
    for embedded in EmbeddedTaxonomy.allCases {
      let result = TaxonomyLoader.load(embedded.source, file: "\(embedded.rawValue).toml")
      packs += result.pack.map { [$0] } ?? []
      problems += result.problems
    }
    let statuses = packs.last { $0.id == EmbeddedTaxonomy.status.rawValue }?.groups.first?.terms
    packs.removeAll { $0.id == EmbeddedTaxonomy.status.rawValue }
    for path in userFolder.map(ConfigurationFile.all) ?? [] {
      let (pack, found) = loadPack(at: path)
      packs += pack.map { [$0] } ?? []
      problems += found
    }
    let (lists, faults) = Checklists.load(userFolder: checklistFolder)
    return (
      TaxonomyShelf(packs, statuses: statuses ?? [], checklists: lists), problems + faults
    )
  }

  private static func loadPack(at path: String) -> (Taxonomy?, [ConfigurationProblem]) {
    do throws(ConfigurationProblem) {
      return try TaxonomyLoader.load(path: path)
    } catch {
      return (nil, [error])
    }
  }
}
