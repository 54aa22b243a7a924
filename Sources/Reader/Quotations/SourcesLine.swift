// The line in which sources are named: paths and addresses with commas between.

import Interface

/// A line that names sources.
package struct SourcesLine: Hashable, Sendable {
  private let text: String

  /// Reads a line.
  init(_ text: String) { self.text = text }

  /// The names in it.
  var names: [String] {
    text.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
  }

  /// The last name, as far as it is typed.
  private var last: Substring {
    let start = text.lastIndex(of: ",").map { text.index(after: $0) } ?? text.startIndex
    return text[start...].drop { $0 == " " }
  }

  /// The folder of the last name, with its slash; empty for a name alone.
  var folder: String { last.lastIndex(of: "/").map { String(last[...$0]) } ?? "" }

  /// The names of a folder that the last one may become.
  func candidates(among names: [String]) -> [String] {
    let typed = last.dropFirst(folder.count)
    let taken = Set(self.names)
    return names.filter { $0.hasPrefix(typed) && !taken.contains(folder + $0) }
  }

  /// The line with as much of the last name as all that it may become share; nil when that adds nothing.
  func completed(among names: [String]) -> String? {
    let candidates = candidates(among: names)
    guard var shared = candidates.first else { return nil }
    for name in candidates { shared = shared.commonPrefix(with: name) }
    let typed = last.dropFirst(folder.count)
    guard shared.count > typed.count else { return nil }
    return text + shared.dropFirst(typed.count)
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
