// A passage of Gold/ with the right answers: what its header and its marks say. PassageNotation reads it.

import ArticleModel

/// A short news text with the quotations, speakers, persons and places that are to be found in it.
struct MarkedPassage: Equatable {
  /// Its file's name without the extension: "wire-1".
  var name: String
  /// The kind of news: "wire report".
  var kind = ""
  /// The language, as a code of ISO 639-1.
  var language = ""
  /// Whether only sums are told of it, so that nobody writes rules for it.
  var isHeldBack = false
  /// The text without marks.
  var text = ""
  /// Whoever speaks or is named.
  var entities: [Entity] = []
  /// In the order in which they open.
  var quotations: [MarkedQuotation] = []
  /// Names of persons and other words for entities, in the order in which they close.
  var mentions: [Mention] = []
  /// Places, in the order in which they close.
  var places: [MarkedPlace] = []

  /// Somebody who speaks or is named.
  struct Entity: Equatable {
    /// What an entity is; an organisation has a name, or is the only one of its kind in the passage.
    enum Kind: String {
      case person, organisation, unnamed
    }

    var kind: Kind
    /// How marks refer to it.
    var id: String
    /// The fullest name first, then what else it may be called on its own.
    var names: [String]
  }

  /// Words that stand for an entity.
  struct Mention: Equatable {
    var span: TextSpan
    var entity: String
    /// Whether they are the name of a person.
    var isName: Bool
  }

  /// Words that name a place.
  struct MarkedPlace: Equatable {
    var span: TextSpan
    /// ISO 3166-1 alpha-2, or "-" for what lies in several countries; nil when nobody can know.
    var country: String?
    /// Whether it may be found or not: streets, invented towns, governments named by their capital.
    var isOptional: Bool
  }

  /// Words that are somebody's.
  struct MarkedQuotation: Equatable {
    /// How the words are given.
    enum Form: String {
      case direct, indirect, mixed
      /// They may be found as a quotation or not: people differ.
      case optional
    }

    /// What nobody's words have in place of a speaker.
    static let nobody = "nobody"

    var id: String
    /// The entities that are right as its speaker, each by itself; `nobody` when the text gives none.
    var speakers: [String]
    var form: Form
    /// Its parts in reading order.
    var spans: [TextSpan]
  }
}
