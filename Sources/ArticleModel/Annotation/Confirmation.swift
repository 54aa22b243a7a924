// That somebody read the words that stand in the text now, and let the mark stand.

/// A confirmation of the place of a passage, kept beside the untouched evidence. The mark asks again only
/// when the words differ both from those that were marked and from these.
public struct Confirmation: Hashable, Sendable {
  /// The words that were read and confirmed.
  public var words: String
  /// The words before them.
  public var prefix: String
  /// The words after them.
  public var suffix: String
  /// The text that they were read in; nil when the record does not say.
  public var textDigest: Digest?
  /// Who confirmed it; nil when the record does not say.
  public var creator: Creator?
  /// When that was; nil when the record does not say.
  public var created: Timestamp?

  /// Records a confirmation.
  public init(
    words: String, prefix: String = "", suffix: String = "", textDigest: Digest? = nil,
    by creator: Creator? = nil, at created: Timestamp? = nil
  ) {
    (self.words, self.prefix, self.suffix) = (words, prefix, suffix)
    self.textDigest = textDigest
    self.creator = creator
    self.created = created
  }
}

extension Confirmation {
  /// Who confirmed it and when, in words: "confirmed by Ana on 2026-03-02".
  package var told: String {
    let who = creator.map { " by \($0.name)" } ?? ""
    let day = created.map { " on \($0.description.prefix(10))" } ?? ""
    return "confirmed\(who)\(day)"
  }
}

extension Annotation {
  /// The records of confirmations of its targets, in their order.
  package var confirmations: [Confirmation] { targets.compactMap { $0.passage?.confirmation } }
}

extension Passage {
  /// The passage, placed by a reader where it could not be found for sure. Its own words stay the
  /// evidence of what was marked; those that stand there now lead back to the place, with their own
  /// surroundings.
  public func confirmed(
    at span: TextSpan, in article: Article, by creator: Creator? = nil, on time: Timestamp? = nil
  ) -> Passage {
    let found = Passage(of: span, in: article)
    var passage = self
    passage.position = found.position
    passage.confirmed = found.exact
    passage.confirmation = Confirmation(
      words: found.exact, prefix: found.prefix, suffix: found.suffix,
      textDigest: Digest(of: article.text), by: creator, at: time)
    return passage
  }

  /// The passage in the words that a reader confirmed as its own; nil when nobody did. A record of format
  /// 1.0 has no surroundings of its own, so those of the evidence have to do.
  var inConfirmedWords: Passage? {
    // A program of format 1.0 that asked later changed the words alone.
    if let confirmation, confirmed == nil || confirmed == confirmation.words {
      return Passage(
        exact: confirmation.words, prefix: confirmation.prefix, suffix: confirmation.suffix,
        position: position)
    }
    return confirmed.map {
      Passage(exact: $0, prefix: prefix, suffix: suffix, position: position)
    }
  }
}
