// Where somebody was in an article, and how the screen stood: what coming back to it restores.

import ArticleModel

/// A place in an article with the panes and bookmarks that belong to it.
package struct ReadingPlace: Hashable, Sendable {
  /// The caret.
  package var caret: ByteOffset
  /// The row at the top of the text.
  package var top: RowAddress
  /// What has the keys.
  package var focus: Focus
  /// The panes of which only the heading is shown.
  package var folded: Set<Pane>
  /// Whether all panes are hidden.
  package var panesAreHidden: Bool
  /// The bookmarks by their letters.
  package var bookmarks: [Character: ByteOffset]

  /// A place with all panes open and no bookmarks.
  package init(caret: ByteOffset, top: RowAddress = .first, focus: Focus = .article) {
    (self.caret, self.top, self.focus) = (caret, top, focus)
    (folded, panesAreHidden, bookmarks) = ([], false, [:])
  }
}

extension ReaderState {
  /// Where the reader is.
  package var place: ReadingPlace {
    var place = ReadingPlace(caret: caret, top: top, focus: focus)
    place.folded = panes.folded
    place.panesAreHidden = panes.areHidden
    place.bookmarks = bookmarks
    return place
  }

  /// Goes to where somebody was. An article that has become shorter is gone to its end of.
  mutating func restore(_ place: ReadingPlace) {
    let text = article.text
    func inside(_ offset: ByteOffset) -> ByteOffset { text.graphemeStart(at: text.clamp(offset)) }
    panes.folded = place.folded
    panes.areHidden = place.panesAreHidden
    bookmarks = place.bookmarks.mapValues(inside)
    top = RowAddress(block: inside(place.top.block), line: max(place.top.line, 0))
    caret = min(max(inside(place.caret), firstOffset), lastOffset)
    focus = place.focus
  }
}
