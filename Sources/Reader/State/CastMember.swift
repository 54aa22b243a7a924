// A person, a body or a place as such, while a reader puts it right.

import ArticleModel

/// Somebody or something that the article speaks of in several places, told by its name and one of them.
package struct CastMember: Hashable, Sendable {
  /// `.speaker` or `.place`.
  package let finding: Correction.Finding
  /// What it is called now.
  package let name: String
  /// One of its mentions; that of its words when it has none.
  package let span: TextSpan
  /// Where else it is mentioned, in reading order.
  package let mentions: [TextSpan]
  /// Whether its name stands for the same one in other articles of the desk: "the mayor" does not.
  package let isKnownElsewhere: Bool
  /// Whether what is said of it also counts in later articles of the desk; only when somebody asks for it.
  package var isForDesk = false
}

/// What is wrong with a person or a place as such.
package enum CastStep: Hashable, Sendable {
  /// It has another name, which is typed.
  case rename
  /// It is another one that was found: first the list of them, then its name.
  case merge, mergeInto(String)
  /// A mention belongs elsewhere: the list of mentions, the list of owners, the owner.
  case split, splitOff(TextSpan), splitTo(TextSpan, String), splitToOther(TextSpan)
  /// The speaker is something else.
  case kind(Correction.SpeakerKind)
  /// It is no speaker, or no place.
  case none
  /// A place lies elsewhere: in a country that is typed, or it is another place by name.
  case country, otherPlace, place(Correction.Place)
  /// What was taken for a speaker is a place: which one is chosen, then it is that one.
  case asPlace, isPlace(Correction.Place)
  /// It counts in this article alone, or in later ones of the desk too.
  case scope(isForDesk: Bool)
}
