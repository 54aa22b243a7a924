// How the map of the places stands.

/// The map that lies over the article.
public struct MapState: Hashable, Sendable {
  /// The selected place, as its rank in the pane; nil when the article names none.
  public var selected: Int?
  /// Steps nearer to it, or further away when negative.
  public var zoom = 0
  /// Whether borders are drawn.
  public var showsBorders = false
}
