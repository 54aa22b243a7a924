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
  /// What is shown for it; nil when nothing is.
  var glyph: Glyph?
  /// Whether it is a blank or a line end, which is shown as one. Tabs and other white space are none.
  var isBlank: Bool
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
      let isIndent = cluster.isBlank || self[at] == 0x09
      if followsLineEnd, isIndent { cluster.width = 0 }
      followsLineEnd = isIndent && (followsLineEnd || self[at] == 0x0A)
      clusters.append(cluster)
      column = column + cluster.width
      at = cluster.end
    }
    return clusters
  }

  /// The cluster that starts at `offset`.
  func cluster(at offset: ByteOffset, before limit: ByteOffset, column: Column) -> LineCluster {
    let byte = self[offset] ?? 0x20
    let isFollowedByASCII = (self[offset + 1] ?? 0x20) < 0x80
    let end =
      byte < 0x80 && isFollowedByASCII
      ? offset + 1 : max(min(graphemeEnd(after: offset), limit), offset + 1)
    let isAlone = end == offset + 1
    let isBlank = isAlone && (byte == 0x20 || byte == 0x0A)
    let glyph: Glyph? =
      if isBlank {
        .space
      } else if isAlone, byte.isPlain {
        Glyph(ascii: byte)
      } else {
        Glyph(showing: string(in: TextSpan(offset, end)).first ?? " ")
      }
    return LineCluster(
      offset: offset, end: end, glyph: glyph, isBlank: isBlank, column: column,
      width: glyph?.width ?? 0)
  }
}
