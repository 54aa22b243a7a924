// Exact precision and recall of names.

import ArticleModel
import NewsAnalysis

/// Hits, false alarms and misses.
struct Score: CustomStringConvertible {
  private var hits = 0
  private var falseAlarms = 0
  private var misses = 0

  /// Precision, recall and their harmonic mean, in percent.
  var description: String {
    func percent(_ part: Int, _ whole: Int) -> String {
      "\(Double(part * 1000 / max(whole, 1)) / 10)"
    }
    return "P \(percent(hits, hits + falseAlarms)) R \(percent(hits, hits + misses)) "
      + "F1 \(percent(2 * hits, 2 * hits + falseAlarms + misses))"
  }

  /// Adds the names found in a document; what overlaps `unscored` is no false alarm.
  mutating func add(
    _ found: [TextSpan], gold: [TextSpan], unscored: [TextSpan], text: ArticleText,
    report: ((String, TextSpan) -> Void)?
  ) {
    let found = found.map { trimmed($0, text) }
    let hit = Set(found).intersection(gold)
    hits += hit.count
    let missed = gold.filter { !hit.contains($0) }
    misses += missed.count
    missed.forEach { report?("missed", $0) }
    for span in found where !hit.contains(span) {
      if unscored.contains(where: { $0.overlaps(span) }) { continue }
      falseAlarms += 1
      report?("false", span)
    }
  }
}
