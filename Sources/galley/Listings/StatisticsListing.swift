// Statistics as text with bars.

import ArticleModel
import Corpus
import Interchange
import NewsAnalysis
import Screen

/// Lays statistics out.
struct StatisticsListing {
  private let statistics: CorpusStatistics
  private let entries: Int

  /// Shows at most so many entries of a list.
  init(_ statistics: CorpusStatistics, entries: Int) {
    self.statistics = statistics
    self.entries = entries
  }

  /// The page.
  var text: String {
    let sections = [[summary]] + statistics.counts.map(counts) + [voices, places, openClaims]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n")
  }

  private var summary: String {
    let replies = statistics.replies
    let answered = replies == 0 ? "" : "  \(counted(replies, "reply", plural: "replies"))"
    let reviewed = statistics.reviewed
    let looked = reviewed == 0 ? "" : "  \(reviewed) of \(statistics.marks) reviewed"
    return
      "\(counted(statistics.articles, "article"))  \(counted(statistics.marks, "mark"))\(answered)  "
      + counted(statistics.annotators, "annotator") + looked
  }

  private func counts(_ name: String, _ counts: [CorpusStatistics.Count]) -> [String] {
    section(
      "MARKS BY \(name.uppercased())", counts.map { ($0.name, $0.count, 0, "") }, of: counts.count)
  }

  private var voices: [String] {
    let sourcing = statistics.sourcing
    let entries = statistics.voices.map { voice in
      (
        voice.name + (voice.kind == .unnamed ? "?" : ""), voice.verbatimWords,
        voice.paraphraseWords,
        "\(counted(voice.words, "word")) in \(counted(voice.quotations, "quotation"))"
      )
    }
    let lines = section("VOICES  verbatim █ paraphrased ░", entries, of: entries.count)
    guard !lines.isEmpty else { return [] }
    return lines + [
      "  \(sourcing.ownerless > 0 ? "at least " : "")"
        + "\(sourcing.named) named, \(sourcing.unnamed) unnamed (?); "
        + "\(percent(sourcing.verbatimWords, of: sourcing.words)) of \(sourcing.words) words verbatim; "
        + "\(sourcing.secondHand) of \(sourcing.quotations) quotations second-hand"
        + (sourcing.ownerless > 0 ? ", \(sourcing.ownerless) from unknown speakers" : "")
    ]
  }

  private var places: [String] {
    section(
      "PLACES",
      statistics.places.map { place in
        (
          place.label, place.mentions, 0,
          "\(place.mentions) in \(counted(place.articles, "article"))"
        )
      }, of: statistics.places.count)
  }

  private var openClaims: [String] {
    guard !statistics.openClaims.isEmpty else { return [] }
    let lines = statistics.openClaims.prefix(entries).flatMap { claim in
      let percent = "\(Int((claim.score * 100).rounded())) %"
      return [
        "  \(percent)  \(claim.text.onOneLine.truncated(to: 90))",
        "        \(claim.article.onOneLine) at \(claim.span.start.value)",
      ]
    }
    return ["CLAIMS NOBODY HAS CHECKED \(statistics.openClaims.count)"] + lines
      + rest(statistics.openClaims.count)
  }

  // MARK: Bars

  private static let barWidth = 24

  /// A title and a line an entry: its name, a bar of two parts and words; the count when there are none.
  private func section(
    _ title: String, _ list: [(name: String, solid: Int, light: Int, words: String)], of count: Int
  ) -> [String] {
    guard !list.isEmpty else { return [] }
    let shown = list.prefix(entries)
    let most = max(list.map { $0.solid + $0.light }.max() ?? 0, 1)
    let table = TextTable(
      indent: 2, [.left(most: 44), .left(least: Column(Self.barWidth)), .left()])
    let lines = table.lines(
      shown.map { entry in
        [
          entry.name.onOneLine, Self.bar(entry.solid, entry.light, of: most),
          entry.words.isEmpty ? String(entry.solid) : entry.words,
        ]
      })
    return ["\(title)"] + lines + rest(count)
  }

  private static func bar(_ solid: Int, _ light: Int, of most: Int) -> String {
    let whole = (solid + light) * barWidth / most
    let dark = (solid * barWidth + most / 2) / most
    return String(repeating: "█", count: min(dark, max(whole, dark)))
      + String(repeating: "░", count: max(whole - dark, 0))
  }

  private func rest(_ count: Int) -> [String] {
    count > entries ? ["  … \(count - entries) more; --all shows them"] : []
  }

  private func percent(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "none" : "\((part * 100 + whole / 2) / whole) %"
  }
}
