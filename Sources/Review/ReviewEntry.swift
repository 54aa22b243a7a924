// A line of the list: a mark in some article, with what lists say of it.

import ArticleModel
import Corpus
import Interface

/// Which mark of which sidecar: two sidecars may hold the same annotation.
package struct MarkKey: Hashable, Sendable {
  /// The sidecar's path.
  package var sidecar: String
  /// The annotation in it.
  package var id: AnnotationID

  /// Names a mark.
  package init(sidecar: String, id: AnnotationID) {
    self.sidecar = sidecar
    self.id = id
  }
}

/// A mark in the list of a review.
package struct ReviewEntry: Sendable {
  /// The mark.
  package let row: AnnotationRow
  /// Whose words it is about; empty while nobody has looked.
  package let speaker: String

  package init(_ row: AnnotationRow, speaker: String) {
    self.row = row
    self.speaker = speaker
  }

  /// Which mark it is.
  package var key: MarkKey { MarkKey(sidecar: row.sidecarPath, id: row.id) }

  /// The article's name without folders and the ending of a text file.
  package var articleName: String {
    let name = row.articleName.split(separator: "/").last.map(String.init) ?? row.articleName
    let endings = [".annotations.json", ".txt", ".md", ".html"]
    return endings.reduce(name) { $0.hasSuffix($1) ? String($0.dropLast($1.count)) : $0 }
  }

  /// The marked words, or what stands for them.
  package var words: String {
    row.quote.map { "“\($0.shortened(to: 200))”" } ?? "the whole article"
  }

  /// Who made it.
  package var creator: String { row.annotation.creator?.name ?? "" }

  /// Who is to work on it; empty for nobody in particular.
  package var assignee: String { row.annotation.assignee?.name ?? "" }
}

/// How the list is sorted. Marks that are alike stay in the order of their articles.
package enum ReviewOrder: String, CaseIterable, Choice {
  case place, newest, oldest, kind, term, status, creator, unreviewed

  /// What it is called.
  package var label: String {
    switch self {
    case .place: "place in the article"
    case .newest: "newest first"
    case .oldest: "oldest first"
    case .unreviewed: "unreviewed first"
    default: rawValue
    }
  }

  /// The letter that picks it.
  package var key: Character {
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

extension ReviewOrder {
  /// What entries are sorted by; those of one list are all of one case.
  enum Rank: Comparable {
    case number(Int)
    case words(String)
    case time(Instant)
  }

  /// What an entry is sorted by.
  func rank(_ entry: ReviewEntry) -> Rank {
    let mark = entry.row.annotation
    return switch self {
    case .place: .number(0)
    case .newest, .oldest: .time((mark.modified ?? mark.created).placeInTime)
    case .kind: .number(Self.kinds[mark.kind] ?? 0)
    case .term: .words(entry.row.label)
    case .status: .number(Self.statuses[mark.status] ?? 0)
    case .creator: .words(entry.creator)
    case .unreviewed: .number(entry.row.isReviewed ? 1 : 0)
    }
  }

  private static let kinds = numbered(AnnotationKind.listed)
  private static let statuses = numbered(AnnotationStatus.allCases)

  private static func numbered<Value: Hashable>(_ values: [Value]) -> [Value: Int] {
    Dictionary(uniqueKeysWithValues: zip(values, 0...))
  }
}

/// What the list is grouped by.
package enum ReviewGrouping: String, CaseIterable, Choice {
  case none, article, speaker, term, creator, assignee, status

  /// The letter that picks it.
  package var key: Character {
    switch self {
    case .none: "n"
    case .article: "a"
    case .speaker: "s"
    case .term: "t"
    case .creator: "w"
    case .assignee: "f"
    case .status: "u"
    }
  }

  /// The group that an entry belongs to.
  package func group(of entry: ReviewEntry) -> String {
    switch self {
    case .none: ""
    case .article: entry.row.articleName
    case .speaker: entry.speaker.isEmpty ? "no voice" : entry.speaker
    case .term: entry.row.label
    case .creator: entry.creator.isEmpty ? "nobody named" : entry.creator
    case .assignee: entry.assignee.isEmpty ? "assigned to nobody" : "for \(entry.assignee)"
    case .status: entry.row.annotation.status.label
    }
  }
}
