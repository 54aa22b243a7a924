// What there is to say about options, keys and packs of terms.

import ArticleModel
import Configuration
import Interface
import Sidecars

extension Symptom {
  /// The configuration, file by file; what is wrong in a file is a fault.
  static func ofConfiguration() -> [Symptom] {
    let settings = Settings(complaining: false)
    let (shelf, faultsOfPacks) = TaxonomyShelf.load(
      userFolder: settings.folders.taxonomies, checklistFolder: settings.folders.checklists)
    let terms = shelf.packs.flatMap(\.groups).reduce(0) { $0 + $1.terms.count }
    var symptoms = [Symptom("options", options(settings))] + faults("options", settings.problems)
    symptoms += keys(settings) + theme(settings)
    symptoms.append(Symptom("terms", "\(shelf.packs.count) packs, \(terms) terms"))
    let ofLists = Set(faultsOfPacks.filter { $0.file.contains("checklists/") })
    symptoms += faults("terms", faultsOfPacks.filter { !ofLists.contains($0) })
    symptoms += faults("checklists", faultsOfPacks.filter(ofLists.contains))
    symptoms.append(Symptom("author", author(settings)))
    return symptoms
  }

  /// In whose name marks are made, and who says so.
  private static func author(_ settings: Settings) -> String {
    if let author = settings.configuration.author { return author.name }
    guard let found = settings.foundName else { return "nobody; config.toml names no author" }
    return "\(found.name), from \(found.source), since config.toml names no author"
  }

  private static func options(_ settings: Settings) -> String {
    guard let path = settings.folders.configurationFile else {
      return "the defaults; neither HOME nor XDG_CONFIG_HOME is set"
    }
    let exists = PosixFileSystem().exists(path)
    return exists ? path : "the defaults; there is no \(path)"
  }

  private static func keys(_ settings: Settings) -> [Symptom] {
    do throws(CommandFailure) {
      let loaded = try settings.keymap(named: nil)
      let found = "keymap \(loaded.keymap.name), \(loaded.keymap.bindings.count) keys"
      return [Symptom("keys", found)] + faults("keys", loaded.problems)
    } catch {
      return [Symptom("keys", error.message, isFault: true)]
    }
  }

  /// The theme that the configuration names; nothing when it names none.
  private static func theme(_ settings: Settings) -> [Symptom] {
    guard let name = settings.configuration.theme else { return [] }
    do throws(CommandFailure) {
      let loaded = try settings.theme(named: name)
      return [Symptom("theme", loaded.theme.name)] + faults("theme", loaded.problems)
    } catch {
      return [Symptom("theme", error.message, isFault: true)]
    }
  }

  private static func faults(_ subject: String, _ problems: [ConfigurationProblem]) -> [Symptom] {
    problems.map { Symptom(subject, $0.description, isFault: $0.severity == .error) }
  }
}
