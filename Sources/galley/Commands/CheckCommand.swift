// `galley check`: are the sidecars sound, and do the marks still stand where they stood?

import ArgumentParser
import ArticleModel
import Corpus
import LosslessJSON

/// Reports what is wrong with sidecars.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check that sidecar files are valid and that every mark finds its words.",
    discussion: """
      Example: galley check article.txt
      Example: galley check articles/ && echo all is well

      Exits with 1 if something is wrong.
      """)

  @OptionGroup var selection: SidecarSelection

  @Flag(help: "Print what was found as a JSON array.")
  var json = false

  func run() throws {
    let shelf = Settings().taxonomies()
    let (articles, failures) = try selection.openAll()
    let findings = articles.flatMap { $0.findings(knowing: shelf) }
    if json {
      try Output.printJSON(.array(findings.map(\.json)))
    } else {
      for finding in findings { try Output.print(finding.description) }
      if failures.isEmpty { try Output.print(Self.summary(of: articles, findings)) }
    }
    if articles.isEmpty {
      for failure in failures {
        if case .sidecar = failure { continue }
        throw CommandFailure.alreadySaid
      }
    }
    if !failures.isEmpty || findings.contains(where: \.isFault) { throw CommandFailure.findings }
  }

  private static func summary(
    of articles: [AnnotatedArticle], _ findings: [SidecarFinding]
  ) -> String {
    let marks = articles.reduce(0) { $0 + $1.annotations.count { $0.kind.isMark } }
    let sidecars = articles.count(where: \.hasSidecar)
    if sidecars == 0 { return "there is no sidecar here, so nothing was checked" }
    let faults = findings.count(where: \.isFault)
    let isReadInPart = articles.contains(where: \.hasUnreadJournal)
    let soundness = isReadInPart ? "no faults in what can be read" : "nothing wrong"
    return "\(counted(marks, "mark")) in \(counted(sidecars, "sidecar")): "
      + (faults == 0 ? soundness : "\(faults) to fix")
  }
}

extension SidecarFinding {
  fileprivate var json: JSONValue {
    var object: JSONObject = [
      "severity": .string(isFault ? "error" : "note"), "file": .string(file),
    ]
    object.append("annotation", annotation.map { .string($0.description) })
    object.append("message", .string(message))
    return .object(object)
  }
}
