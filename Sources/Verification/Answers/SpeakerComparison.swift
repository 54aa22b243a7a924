// Whether the names of story and source tell two speakers apart. In doubt they do not.

import ArticleModel

/// Compares whom a story gives words to with whoever says them in a transcript.
struct SpeakerComparison {
  private let names: [[Substring]]
  /// Whether somebody in the transcript bears the name of the story's speaker.
  private let isPresent: Bool

  init(_ names: [String], in turns: [TranscriptTurn]) {
    self.names = names.map(Self.parts).filter { !$0.isEmpty }
    let labels = Set(turns.compactMap(\.speaker))
    let known = self.names
    isPresent = labels.contains { label in known.contains { Self.mayBeOne($0, Self.parts(label)) } }
  }

  /// Whether the words in the turn of somebody are another one's: the transcript has turns of the story's
  /// speaker, and this is none of them; or both have a first and a last name, and no word of them in common.
  func isOther(_ label: String?) -> Bool {
    guard let label, !names.isEmpty else { return false }
    let parts = Self.parts(label)
    guard !parts.isEmpty, !names.contains(where: { Self.mayBeOne($0, parts) }) else { return false }
    return isPresent || parts.count > 1 && names.contains { $0.count > 1 }
  }

  /// The words of a name in small letters; what stands in brackets or behind a comma is no name.
  private static func parts(_ name: String) -> [Substring] {
    let bare = name.prefix { $0 != "(" && $0 != "[" && $0 != "," }.lowercased()
    return bare.split { !$0.isLetter && $0 != "'" && $0 != "’" && $0 != "-" }
  }

  /// Whether two names may be of one person: the last names are the same and the first names do not differ, or
  /// one is a part of the other.
  private static func mayBeOne(_ a: [Substring], _ b: [Substring]) -> Bool {
    guard let last = a.last, let otherLast = b.last else { return false }
    if Set(a).isSubset(of: b) || Set(b).isSubset(of: a) { return true }
    guard last == otherLast else { return false }
    guard a.count == 2, b.count == 2, let first = a.first, let other = b.first else { return true }
    return first.first == other.first && (first.count == 1 || other.count == 1 || first == other)
  }
}
