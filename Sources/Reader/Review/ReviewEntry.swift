// A line of the list: a mark in some article, with what lists say of it.

import AnnotationReview
import ArticleModel

/// Which mark of which sidecar: two sidecars may hold the same annotation.
public struct MarkKey: Hashable, Sendable {
  /// The sidecar's path.
  public var sidecar: String
  /// The annotation in it.
  public var id: AnnotationID

  /// Names a mark.
  public init(sidecar: String, id: AnnotationID) {
    self.sidecar = sidecar
    self.id = id
  }
}

/// A mark in the list of a review.
struct ReviewEntry: Sendable {
  /// The mark.
  let row: AnnotationRow
  /// Its number among all marks, in the order of the articles and in them in that of the text.
  let number: Int
  /// Whose words it is about; empty while nobody has looked.
  let speaker: String

  init(_ row: AnnotationRow, number: Int, speaker: String) {
    self.row = row
    self.number = number
    self.speaker = speaker
  }

  /// Which mark it is.
  var key: MarkKey { MarkKey(sidecar: row.sidecarPath, id: row.id) }

  /// The article's name without folders and the ending of a text file.
  var articleName: String {
    let name = row.articleName.split(separator: "/").last.map(String.init) ?? row.articleName
    let endings = [".annotations.json", ".txt", ".md", ".html"]
    return endings.reduce(name) { $0.hasSuffix($1) ? String($0.dropLast($1.count)) : $0 }
  }

  /// The marked words, or what stands for them.
  var words: String { row.quote.map { "“\($0.shortened(to: 200))”" } ?? "the whole article" }

  /// Who made it.
  var creator: String { row.annotation.creator?.name ?? "" }
}

/// How the list is sorted. Marks that are alike stay in the order of their articles.
public enum ReviewOrder: String, CaseIterable, Sendable {
  case place, newest, oldest, kind, term, status, creator, unreviewed

  /// What it is called.
  var label: String {
    switch self {
    case .place: "place in the article"
    case .newest: "newest first"
    case .oldest: "oldest first"
    case .unreviewed: "unreviewed first"
    default: rawValue
    }
  }

  /// The letter that picks it.
  var key: Character {
    switch self {
    case .place: "p"
    case .newest: "n"
    case .oldest: "o"
    case .kind: "k"
    case .term: "t"
    case .status: "s"
    case .creator: "w"
    case .unreviewed: "u"
    }
  }
}

/// What the list is grouped by.
public enum ReviewGrouping: String, CaseIterable, Sendable {
  case none, article, speaker, term, creator, status

  /// The letter that picks it.
  var key: Character {
    switch self {
    case .none: "n"
    case .article: "a"
    case .speaker: "s"
    case .term: "t"
    case .creator: "w"
    case .status: "u"
    }
  }

  /// The group that an entry belongs to.
  func group(of entry: ReviewEntry) -> String {
    switch self {
    case .none: ""
    case .article: entry.row.articleName
    case .speaker: entry.speaker.isEmpty ? "nobody quoted" : entry.speaker
    case .term: entry.row.label
    case .creator: entry.creator.isEmpty ? "nobody named" : entry.creator
    case .status: entry.row.annotation.status.label
    }
  }
}
