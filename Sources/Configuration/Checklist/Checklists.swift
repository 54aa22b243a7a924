// All checklists that are at hand: those of the user's desk first, then those that come with the program.

import ArticleModel
import EmbeddedData

/// Finds checklists.
enum Checklists {
  /// The lists of a folder, `*.toml` in the order of their names, then the built-in ones. A list of the desk
  /// replaces a built-in one of the same id. A folder that is not there is empty.
  static func load(userFolder: String?) -> (lists: [Checklist], problems: [ConfigurationProblem]) {
    var lists: [Checklist] = []
    var problems: [ConfigurationProblem] = []
    for path in userFolder.map(ConfigurationFile.all) ?? [] {
      do throws(ConfigurationProblem) {
        let (list, found) = try ChecklistLoader.load(path: path)
        add(list, to: &lists)
        problems += found
      } catch {
        problems.append(error)
      }
    }
    for embedded in EmbeddedChecklist.allCases {
      let (list, found) = ChecklistLoader.load(embedded.source, file: "\(embedded.rawValue).toml")
      add(list, to: &lists)
      problems += found
    }
    return (lists, problems)
  }

  /// The first list of an id counts.
  private static func add(_ list: Checklist?, to lists: inout [Checklist]) {
    guard let list, !lists.contains(where: { $0.id == list.id }) else { return }
    lists.append(list)
  }
}
