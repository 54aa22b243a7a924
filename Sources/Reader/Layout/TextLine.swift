// A line of the article as it stands on the screen, before it is drawn.

import ArticleModel
import Screen

/// One line of a wrapped block.
package struct TextLine: Hashable, Sendable {
  /// The bytes that stand on it; blanks at the line's end belong to it but need no room.
  package var span: TextSpan
  /// The empty columns before it.
  package var indent: Column
  /// Empty columns between its bytes that are no text, in the order of their places.
  package var gaps: [Gap] = []

  /// Empty columns before a byte, such as those that align the cells of a table.
  package struct Gap: Hashable, Sendable {
    /// The byte.
    package var offset: ByteOffset
    /// How many columns there are.
    package var columns: Column
  }
}

/// A grapheme cluster on a line.
struct LineCluster {
  /// Where it starts in the text.
  var offset: ByteOffset
  /// Where it ends in the text.
  var end: ByteOffset
  /// What is shown for it.
  var character: Character
  /// The column in which it starts, the indent included.
  var column: Column
  /// How many columns it takes; 0 for a soft hyphen.
  var width: Column
}

extension ArticleText {
  /// The grapheme clusters of a line in the columns in which they stand, the indent not counted.
  func clusters(on line: TextLine) -> [LineCluster] {
    var clusters = clusters(in: line.span)
    if line.gaps.isEmpty { return clusters }
    var (gap, shift) = (0, Column(0))
    for index in clusters.indices {
      while gap < line.gaps.count, line.gaps[gap].offset <= clusters[index].offset {
        shift = shift + line.gaps[gap].columns
        gap += 1
      }
      clusters[index].column = clusters[index].column + shift
    }
    return clusters
  }

  /// The grapheme clusters of a span in order, with line ends and tabs shown as blanks.
  func clusters(in span: TextSpan) -> [LineCluster] {
    let span = clamp(span)
    var clusters: [LineCluster] = []
    clusters.reserveCapacity(span.count)
    var (at, column) = (span.start, Column(0))
    var followsLineEnd = false
    while at < span.end {
      var cluster = self.cluster(at: at, before: span.end, column: column)
      // The indent of a line that was joined with the one before it takes no room.
      let isBlank = cluster.character == " " || cluster.character == "\t"
      if followsLineEnd, isBlank { cluster.width = 0 }
      followsLineEnd = isBlank && (followsLineEnd || self[at] == 0x0A)
      clusters.append(cluster)
      column = column + cluster.width
      at = cluster.end
    }
    return clusters
  }

  /// The cluster that starts at `offset`.
  func cluster(at offset: ByteOffset, before limit: ByteOffset, column: Column) -> LineCluster {
    let byte = self[offset] ?? 0x20
    if byte < 0x80, (self[offset + 1] ?? 0x20) < 0x80 {
      let shown: Character = byte == 0x0A ? " " : Character(Unicode.Scalar(byte))
      return LineCluster(
        offset: offset, end: offset + 1, character: shown, column: column,
        width: byte >= 0x20 && byte != 0x7F ? 1 : Glyph.width(of: shown))
    }
    let end = min(graphemeEnd(after: offset), limit)
    let character = string(in: TextSpan(offset, end)).first ?? " "
    return LineCluster(
      offset: offset, end: max(end, offset + 1), character: character, column: column,
      width: Glyph.width(of: character))
  }
}
