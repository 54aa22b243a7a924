// How the map of the places stands.

/// The map that lies over the article.
package struct MapState: Hashable, Sendable {
  /// The selected place, as its rank in the pane; nil when the article names none.
  package var selected: Int?
  /// Steps nearer to it, or further away when negative.
  package var zoom = 0
  /// Whether borders are drawn.
  package var showsBorders = false
}
