// People of an article who share a last name: where there is little room, their initials tell them apart.

import Interface
import NewsAnalysis
import Screen

/// Which last names more than one of the speakers has.
struct Namesakes: PaneFacts {
  /// How many people have a last name.
  private let lastNames: [Substring: Int]
  /// How many people have the same initial and last name.
  private let initials: [String: Int]

  init(_ analysis: Analysis) {
    let names = analysis.speakers.filter { $0.kind == .person }.map(\.name)
    lastNames = Dictionary(names.compactMap(\.lastName).map { ($0, 1) }, uniquingKeysWith: +)
    initials = Dictionary(names.compactMap(\.withInitial).map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// Whether the last name alone does not say who is meant.
  func isShared(_ name: String) -> Bool { name.lastName.flatMap { lastNames[$0] } ?? 0 > 1 }

  /// The name of one of several with the same last name, in at most so many columns: in full, with an initial,
  /// or with what tells them apart, cut.
  func distinct(_ name: String, to columns: Column) -> String {
    if name.displayWidth <= columns { return name }
    if let short = name.withInitial, initials[short] == 1, short.displayWidth <= columns {
      return short
    }
    return name.truncated(to: columns)
  }
}

extension ReaderState {
  /// A person's name in at most so many columns: whoever shares a last name with another speaker keeps an
  /// initial.
  func personShortened(_ name: String, to columns: Column) -> String {
    guard let namesakes = findings?.facts(Namesakes.self), namesakes.isShared(name) else {
      return name.nameShortened(to: columns)
    }
    return namesakes.distinct(name, to: columns)
  }
}

extension String {
  /// The last word of a name of several; nil when there is no other.
  fileprivate var lastName: Substring? {
    let words = split(separator: " ")
    return words.count > 1 ? words.last : nil
  }

  /// "H. Carver"; nil for a name of one word.
  fileprivate var withInitial: String? {
    guard let initial = first, let lastName else { return nil }
    return "\(initial). \(lastName)"
  }
}
