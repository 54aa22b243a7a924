// `galley doctor`: what the program finds around it, for somebody whose screen does not look right.

import ArgumentParser
import ArticleModel
import LosslessJSON
import Screen

/// Reports on terminal, language and configuration.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check the terminal, colours, encoding and configuration.",
    discussion: """
      Example: galley doctor

      Run it in the terminal where something looks wrong. It opens the screen for a moment, as \
      the reader would. Exits with 1 if you have to fix something.
      """)

  @Flag(help: "Print what was found as JSON.")
  var json = false

  func run() throws {
    let symptoms = Symptom.ofTerminal() + Symptom.ofConfiguration() + Symptom.ofPrograms()
    if json {
      try Output.printJSON(.array(symptoms.map(\.json)))
    } else {
      try Output.print(VersionReport.program)
      for symptom in symptoms { try Output.print(symptom.line) }
    }
    if symptoms.contains(where: \.isFault) { throw CommandFailure.findings }
  }
}

/// One thing that was looked at.
struct Symptom {
  /// What was looked at.
  let subject: String
  /// What was found, and what to do about it when it is a fault.
  let finding: String
  /// Whether something has to be put right.
  let isFault: Bool

  init(_ subject: String, _ finding: String, isFault: Bool = false) {
    self.subject = subject
    self.finding = finding
    self.isFault = isFault
  }

  /// A line for people.
  fileprivate var line: String {
    "\(isFault ? "!!" : "ok")  \(subject.padded(to: 10))  \(finding)"
  }

  fileprivate var json: JSONValue {
    ["subject": .string(subject), "finding": .string(finding), "fault": .bool(isFault)]
  }
}
