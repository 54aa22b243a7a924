// Whether the names of story and source tell two speakers apart. In doubt they do not.

import ArticleModel

/// Who speaks in a source.
struct SourceVoices {
  private let turns: [TranscriptTurn]
  /// Whom the turns name, each name once.
  fileprivate let names: [SpeakerName]
  private let roles: Set<String>

  /// Of a transcript with more names than this, none tells anything.
  private static let mostNames = 5_000

  /// - Parameter turns: in the order of the text.
  init(_ turns: [TranscriptTurn], roles: Set<String>) {
    self.turns = turns
    self.roles = roles
    let labels = Set(turns.lazy.compactMap(\.speaker))
    names = labels.count > Self.mostNames ? [] : labels.map { SpeakerName($0, roles: roles) }
  }

  fileprivate func name(_ label: String) -> SpeakerName { SpeakerName(label, roles: roles) }

  /// Who speaks at a place, in bytes; nil when nobody is said to.
  func label(at place: Int) -> String? {
    let next = turns.partitionPoint { $0.span.start.value > place }
    return next > 0 && turns[next - 1].span.contains(ByteOffset(place))
      ? turns[next - 1].speaker : nil
  }
}

/// A name taken apart.
private struct SpeakerName {
  let label: String
  /// Its words in small letters; what stands in brackets or behind a comma is no name.
  let words: [Substring]
  /// Those of them that say who somebody is and not what: without “Councillor”, “the”, “witness”.
  let ownWords: [Substring]

  init(_ label: String, roles: Set<String>) {
    self.label = label
    let bare = label.prefix { $0 != "(" && $0 != "[" && $0 != "," }.lowercased()
    words = bare.split { !$0.isLetter && $0 != "'" && $0 != "’" && $0 != "-" }
    ownWords = words.filter { !roles.contains(String($0)) }
  }

  /// Whether two names are of one person by all that they say: one is a part of the other, or the last names are
  /// the same and the first ones do not differ.
  func agrees(with other: SpeakerName) -> Bool {
    Self.agree(words, other.words) || Self.agree(ownWords, other.ownWords)
  }

  /// Whether the last names are the same.
  func hasLastName(of other: SpeakerName) -> Bool {
    ownWords.last.map { $0 == other.ownWords.last } ?? false
  }

  private static func agree(_ a: [Substring], _ b: [Substring]) -> Bool {
    guard a.contains(where: b.contains), let last = a.last, let otherLast = b.last else {
      return false
    }
    if Set(a).isSubset(of: b) || Set(b).isSubset(of: a) { return true }
    guard last == otherLast else { return false }
    guard a.count == 2, b.count == 2, let first = a.first, let other = b.first else { return true }
    return first.first == other.first && (first.count == 1 || other.count == 1)
  }
}

/// Compares whom a story gives words to with whoever says them in a transcript.
struct SpeakerComparison {
  /// The labels of the transcript that are of somebody else.
  private let others: Set<String>

  /// Nobody is told apart.
  static let unknown = SpeakerComparison()

  private init() { others = [] }

  /// Whether the words in the turn of somebody are another one's: the transcript has turns of the story's
  /// speaker, and this is none of them; or both have a first and a last name, and no word of them in common.
  init(_ names: [String], in voices: SourceVoices) {
    let known = names.map(voices.name).filter { !$0.words.isEmpty }
    let strict = voices.names.filter { label in known.contains { $0.agrees(with: label) } }
    let own =
      strict.isEmpty
      ? voices.names.filter { label in known.contains { $0.hasLastName(of: label) } } : strict
    let ownLabels = Set(own.map(\.label))
    let isFull = known.contains { $0.ownWords.count > 1 }
    others =
      known.isEmpty
      ? []
      : Set(
        voices.names.filter { label in
          !ownLabels.contains(label.label) && !label.words.isEmpty
            && (!own.isEmpty || isFull && label.ownWords.count > 1)
        }.map(\.label))
  }

  /// Whether the transcript has turns of anybody else.
  var tellsApart: Bool { !others.isEmpty }

  /// Whether a turn is somebody else's.
  func isOther(_ label: String?) -> Bool { label.map(others.contains) ?? false }
}
