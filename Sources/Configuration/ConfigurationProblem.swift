// What is wrong with a configuration file, said so that it can be found and put right.

/// One thing that is wrong in a file that the user may have written.
package struct ConfigurationProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// How bad it is.
  package enum Severity: String, Sendable {
    /// What it is about was left out.
    case error
    /// It was taken as it stands, but may not do what was meant.
    case warning
  }

  /// The file's path, or its name when it is built in.
  package let file: String
  /// The line, from 1; nil when it is about the file as a whole.
  package let line: Int?
  /// How bad it is.
  package let severity: Severity
  /// What is wrong and what to write instead, on one line whatever it names.
  package let message: String

  init(_ severity: Severity = .error, in file: String, line: Int? = nil, _ message: String) {
    self.file = file
    self.line = line
    self.severity = severity
    self.message = message.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// `FILE:LINE: message`, as compilers write it.
  package var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return "\(place): \(severity == .warning ? "warning: " : "")\(message)"
  }
}
