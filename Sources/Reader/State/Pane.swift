// The panes beside the article, and what has the keys.

/// A pane beside the article.
public enum Pane: Int, CaseIterable, Sendable {
  case quotes, speakers, locations, annotations

  /// Its heading.
  public var title: String {
    switch self {
    case .quotes: "QUOTES"
    case .speakers: "SPEAKERS"
    case .locations: "LOCATIONS"
    case .annotations: "ANNOTATIONS"
    }
  }
}

/// What the keys go to.
public enum Focus: Hashable, Sendable {
  case article
  case pane(Pane)

  /// The pane, when it is one.
  var pane: Pane? {
    if case .pane(let pane) = self { return pane }
    return nil
  }
}

/// How the panes stand.
public struct PanesState: Hashable, Sendable {
  /// Those of which only the heading is shown.
  public var folded: Set<Pane> = []
  /// Whether all of them are hidden.
  public var areHidden = false
  /// The entry that each has selected; the headings of groups count down from -1.
  public var cursors: [Pane: Int] = [:]
  /// How each orders, filters and groups its entries; none for its own order.
  public var arrangements: [Pane: PaneArrangement] = [:]
}
