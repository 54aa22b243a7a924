// Whom pronouns and definite descriptions may mean: those who were named, introduced or quoted last.

import ArticleModel

/// The persons in a reader's mind, the latest at the end.
struct Referents {
  /// Somebody who may be meant.
  struct Referent {
    /// Who it is.
    var whom: Whom
    /// The number of the sentence.
    var sentence: Int
    /// Whether it is likely to be the subject of its clause.
    var isSubject = true
    /// Whether only quoted or reported words name the person.
    var isQuoted = false
    /// Whether the name may mean somebody else, too.
    var isShared = false
  }

  /// What is known of somebody who may be meant.
  enum Whom {
    /// Index into the `SpeakerIndex`.
    case entry(Int)
    /// Somebody without a name, who has not spoken yet.
    case introduced(Introduction)
  }

  private var all: [Referent] = []

  private static let memory = 24

  subscript(place: Int) -> Referent { all[place] }

  /// Adds somebody.
  mutating func add(_ referent: Referent) {
    if all.count >= Self.memory { all.removeFirst(Self.memory / 2) }
    all.append(referent)
  }

  /// Notes that whoever was introduced has become an entry.
  mutating func setEntry(_ entry: Int, at place: Int) { all[place].whom = .entry(entry) }

  /// The entry that all since a sentence mean; nil when they are several, or none.
  func onlyPerson(since first: Int) -> Int? {
    var only: Int?
    for referent in all.reversed() {
      if referent.sentence < first { break }
      guard case .entry(let entry) = referent.whom, only ?? entry == entry else { return nil }
      only = entry
    }
    return only
  }

  /// The place of the last one that fits.
  func last(where fits: (Referent) -> Bool) -> Int? { all.lastIndex(where: fits) }
}

extension Referents.Referent {
  /// Whether somebody without a name was introduced here.
  var isIntroduced: Bool {
    if case .introduced = whom { true } else { false }
  }
}
