// Wraps a block of text to a measure (UAX #14 says where a line may end).

import ArticleModel
import Screen

/// Cuts a block into lines that fit a measure.
struct LineBreaker {
  let text: ArticleText
  /// The widest that a line may be, in columns.
  let measure: Column

  /// The lines of a span, at least one; those after the first stand further in by `hanging`.
  func lines(of span: TextSpan, indent: Column, hanging: Column = 0) -> [TextLine] {
    let breaks = text.lineBreakOpportunities(in: span)
    var lines: [TextLine] = []
    var (start, width) = (span.start, Column(0))
    var lastBreak: (offset: ByteOffset, width: Column)?
    for cluster in text.clusters(in: span) {
      if cluster.offset > start, breaks[cluster.offset - span.start], cluster.width > 0 {
        lastBreak = (cluster.offset, width)
      }
      if width + cluster.width > measure, !cluster.isBlank, cluster.offset > start {
        let cut = lastBreak?.offset ?? cluster.offset
        lines.append(
          TextLine(span: TextSpan(start, cut), indent: lines.isEmpty ? indent : indent + hanging))
        width = width - (lastBreak?.width ?? width)
        (start, lastBreak) = (cut, nil)
      }
      width = width + cluster.width
    }
    lines.append(
      TextLine(span: TextSpan(start, span.end), indent: lines.isEmpty ? indent : indent + hanging))
    return lines
  }
}
