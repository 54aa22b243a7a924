// What the checks of keymaps and packs print.

import ArticleModel
import Configuration
import LosslessJSON

/// The problems of a configuration file.
struct ProblemReport {
  private let problems: [ConfigurationProblem]
  private let nothingWrong: String

  /// `nothingWrong` is what people are told when there are none.
  init(_ problems: [ConfigurationProblem], nothingWrong: String) {
    self.problems = problems
    self.nothingWrong = nothingWrong
  }

  /// Prints them; throws when one of them is an error, so that the command exits with 1.
  func give(asJSON: Bool) throws(CommandFailure) {
    if asJSON {
      try Output.printJSON(.array(problems.map(\.json)))
    } else if problems.isEmpty {
      try Output.print(nothingWrong)
    } else {
      for problem in problems { try Output.print(problem.description) }
    }
    if problems.contains(where: { $0.severity == .error }) { throw CommandFailure.findings }
  }
}

extension ConfigurationProblem {
  fileprivate var json: JSONValue {
    var object: JSONObject = ["severity": .string(severity.rawValue), "file": .string(file)]
    object.append("line", line.map(JSONValue.integer))
    object.append("message", .string(message))
    return .object(object)
  }
}
