// What `galley --version` prints: what has to be known of a program before its findings can be had again.

import ArticleModel
import CSystem
import NewsAnalysis
import Sidecars

/// The program, its engines and its models, a line for each.
struct VersionReport {
  /// Takes what the parser says when it is asked for the version; nil for anything else that it says.
  init?(answering said: String) {
    guard said == Sidecar.softwareVersion else { return nil }
  }

  /// The name of the program, its version, and the commit that it was built from, when that is known.
  static var program: String {
    let commit = String(cString: csystem_commit())
    return "galley \(Sidecar.softwareVersion)" + (commit.isEmpty ? "" : " (\(commit))")
  }

  /// All of it. A model is named with the first eight digits of its SHA-256.
  var text: String {
    let engines = [NewsAnalyzer().engine, CarefulNewsAnalyzer().engine]
    let models = TrainedModel.all.map { "\($0.name.rawValue) \($0.digest.description.prefix(8))" }
    return """
      \(Self.program)
      engines: \(engines.map { "\($0.name) \($0.version)" }.joined(separator: ", "))
      models: \(models.joined(separator: ", "))
      """
  }
}
