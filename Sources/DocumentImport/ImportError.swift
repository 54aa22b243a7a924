// Why an article could not be opened, in one line that says what to try.

/// What keeps a file from being read as an article. Each case carries the file's name as given.
public enum ImportError: Error, Hashable, Sendable {
  case notFound(String)
  case folder(String)
  case noPermission(String)
  case empty(String)
  case binary(String, format: String)
  case terminalAsInput
  /// A pipe or device that holds more than a gigabyte.
  case endless(String)
  /// Any other failure, with the system's words for it.
  case unreadable(String, reason: String)
}

extension ImportError: CustomStringConvertible {
  /// One line: what failed, where, what to try.
  public var description: String {
    switch self {
    case .notFound(let name):
      "\(name): there is no such file; check the spelling and the folder"
    case .folder(let name):
      "\(name): this is a folder; name a file in it"
    case .noPermission(let name):
      "\(name): you may not read this file; check its permissions with ls -l"
    case .empty(let name):
      "\(name): there is no text in it"
    case .binary(let name, let format):
      "\(name): this is \(format), not text; convert it to plain text first"
    case .terminalAsInput:
      "standard input is the keyboard; pipe a text into it, or name a file"
    case .endless(let name):
      "\(name): more than a gigabyte came and no end; put the text into a file first"
    case .unreadable(let name, let reason):
      "\(name): cannot be read (\(reason))"
    }
  }
}
