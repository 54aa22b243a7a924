// What the analysis finds, as a page that people read: quotations by speaker, voices, places, claims.

import ArticleModel
import NewsAnalysis
import Screen

/// Lays an analysis out as plain text, 80 columns wide.
///
///     Sergei Shoigu, 7 quotations
///        2  accuses the West       of steadily fanning the flames of the conflict
///        6  said, via tass.ru      “If the necessary conditions are created, we are ready for
///                                  political talks”
struct AnalysisReport {
  private let analysis: Analysis
  private let article: Article
  private let listing: ClaimListing

  /// Below this confidence a finding is marked as uncertain, as in the reader.
  private static let uncertain = VoiceEvidence.leastConfidence
  /// How many claims are listed, unless every sentence is.
  private static let claimLimit = 10

  init(_ analysis: Analysis, of article: Article, claims: ClaimListing = .likely) {
    self.analysis = analysis
    listing = claims
    self.article = article
  }

  /// The page; a section that has nothing to say says so.
  var text: String {
    [quotations, voices, places, claims, engine].filter { !$0.isEmpty }.map {
      $0.joined(separator: "\n")
    }
    .joined(separator: "\n\n")
  }

  /// Which engine read the article.
  private var engine: [String] {
    analysis.origin.map { ["ENGINE", "  \($0.engine.name), version \($0.engine.version)"] } ?? []
  }

  private func words(_ span: TextSpan) -> String { article.text.string(in: span).onOneLine }

  private func name(_ speaker: Int) -> String { analysis.speakers[speaker].name.onOneLine }

  // MARK: Quotations

  private var quotations: [String] {
    guard !analysis.quotations.isEmpty else { return ["QUOTATIONS", "  none"] }
    var lines = ["QUOTATIONS \(analysis.quotations.count)"]
    for speaker in quotedSpeakers {
      let numbers = analysis.speakers[speaker].quotations
      lines += ["", "\(name(speaker)), \(counted(numbers.count, "quotation"))"]
      lines += numbers.flatMap(rows)
    }
    let unknown = analysis.quotations.indices.filter { analysis.quotations[$0].speaker == nil }
    if !unknown.isEmpty { lines += ["", "Nobody named"] + unknown.flatMap(rows) }
    if analysis.quotations.contains(where: { $0.confidence < Self.uncertain }) {
      lines += ["", "? uncertain"]
    }
    return lines
  }

  /// Those who are quoted, most words first.
  private var quotedSpeakers: [Int] {
    analysis.speakers.indices.filter { !analysis.speakers[$0].quotations.isEmpty }.sorted {
      (analysis.speakers[$1].quotedWords, $0) < (analysis.speakers[$0].quotedWords, $1)
    }
  }

  /// A quotation: its number, how it is introduced, its words.
  private func rows(_ number: Int) -> [String] {
    let quotation = analysis.quotations[number]
    let sure = quotation.confidence < Self.uncertain ? "?" : " "
    let label = String(number + 1).leftPadded(to: 4) + sure
    let said = quotation.spans.map(words).joined(separator: " … ")
    return Columns.rows(
      label: label, middle: introduction(of: quotation), text: said)
      + quotation.inner.flatMap { inner in
        Columns.rows(
          label: "     ", middle: "  within: " + introduction(of: inner, naming: true),
          text: inner.spans.map(words).joined(separator: " … "))
      }
  }

  /// "accuses the West", "said, via tass.ru"
  private func introduction(of quotation: Quotation, naming: Bool = false) -> String {
    let speaker = naming ? quotation.speaker.map(name) : nil
    let parts = [speaker, quotation.cue.map(words), quotation.addressee.map(words)]
    let start = parts.compactMap { $0 }.joined(separator: " ")
    let chain = quotation.via.map { ", via \($0.speaker.map(name) ?? words($0.mention))" }
    return (start.isEmpty ? "–" : start) + chain.joined()
  }

  // MARK: Voices

  private var voices: [String] {
    let evidence = VoiceEvidence(analysis)
    let total = evidence.words
    guard total > 0, !quotedSpeakers.isEmpty else {
      return ["VOICES", analysis.quotations.isEmpty ? "  nobody is quoted" : "  nobody is known"]
    }
    let table = TextTable(
      indent: 2, [.left(most: 32), .left(), .left(least: 20), .left(), .left()])
    let lines = table.lines(
      quotedSpeakers.map { index in
        let speaker = analysis.speakers[index]
        let share = (speaker.quotedWords * 100 + total / 2) / total
        return [
          name(index), String(share).leftPadded(to: 3) + " %", bar(speaker, of: total),
          String(speaker.quotedWords).leftPadded(to: 5) + " words",
          String(speaker.verbatimWords).leftPadded(to: 5) + " verbatim",
        ]
      })
    let verbatim = "\(evidence.verbatimWords) of \(total) quoted words verbatim"
    return ["VOICES \(evidence.reservation)\(quotedSpeakers.count) (█ verbatim, ░ paraphrase)"]
      + lines + ["  \(verbatim)\(secondHand)"] + open(evidence)
  }

  /// What the shares leave open: quotations of nobody known, and uncertain ones.
  private func open(_ evidence: VoiceEvidence) -> [String] {
    let words = evidence.ownerless.reduce(0) { $0 + analysis.quotations[$1].words }
    let ownerless = counted(evidence.ownerless.count, "quotation")
    let uncertain = counted(evidence.uncertain.count, "quotation")
    return
      (words == 0 ? [] : ["  \(ownerless) from unknown speakers: \(counted(words, "word"))"])
      + (evidence.uncertain.isEmpty ? [] : ["  \(uncertain) uncertain"])
  }

  private var secondHand: String {
    let count = analysis.quotations.count { !$0.via.isEmpty }
    return count == 0 ? "" : ", \(counted(count, "quotation")) second-hand"
  }

  private func bar(_ speaker: Speaker, of total: Int) -> String {
    let all = (speaker.quotedWords * 20 + total - 1) / total
    let solid = min((speaker.verbatimWords * 20 + total / 2) / total, all)
    return String(repeating: "█", count: solid) + String(repeating: "░", count: all - solid)
  }

  // MARK: Places and claims

  private var places: [String] {
    guard !analysis.places.isEmpty else { return ["PLACES", "  none"] }
    let table = TextTable(
      indent: 2,
      [.left(most: 32, gap: 0), .left(gap: 1), .left(least: 2, gap: 1), .right(least: 3), .left()])
    let rows = analysis.places.map { place in
      let mentions = place.mentions.map { analysis.locations[$0] }
      let sure = mentions.allSatisfy { $0.confidence < Self.uncertain } ? "?" : " "
      return [
        place.name.onOneLine, sure, place.country ?? "", String(mentions.count),
        note(of: place, mentions) ?? "",
      ]
    }
    return ["PLACES \(analysis.places.count)"] + table.lines(rows)
  }

  /// What is to be known of a place: its own note, else what it stands for, and how often.
  private func note(of place: Place, _ mentions: [LocationMention]) -> String? {
    if let note = place.note { return note }
    let metonyms = mentions.filter(\.isMetonym)
    guard let note = metonyms.first?.note else { return nil }
    return metonyms.count == mentions.count
      ? note : "\(metonyms.count) of \(mentions.count) a \(note)"
  }

  private var claims: [String] {
    let all = analysis.claims(listing)
    guard !all.isEmpty else { return ["CLAIMS TO CHECK", "  none found"] }
    let best = all.sorted { $0.score > $1.score }
      .prefix(listing == .all ? all.count : Self.claimLimit)
    let rows = best.flatMap { claim in
      let percent = Int((claim.score * 100).rounded())
      return Columns.rows(label: String(percent).leftPadded(to: 4) + "  ", text: words(claim.span))
    }
    let more = all.count - best.count
    let title = listing == .all ? "SENTENCES" : "CLAIMS TO CHECK"
    return ["\(title) \(all.count), the best first"] + rows
      + (more > 0 ? ["      and \(more) more: --format json has them all"] : [])
  }
}

/// Rows of a label, perhaps a middle column, and text that is wrapped.
private enum Columns {
  private static let width: Column = 80
  private static let middleWidth: Column = 24

  static func rows(label: String, middle: String? = nil, text: String) -> [String] {
    let middles = middle.map { $0.wrapped(to: middleWidth) } ?? []
    let gap: Column = middle == nil ? 0 : middleWidth + 2
    let lines = text.wrapped(to: width - label.displayWidth - gap)
    let table = TextTable([.left(gap: 0), .left(least: gap, gap: 0), .left(gap: 0)])
    return table.lines(
      (0..<max(lines.count, middles.count)).map { row in
        [
          row == 0 ? label : "".padded(to: label.displayWidth),
          row < middles.count ? middles[row] : "", row < lines.count ? lines[row] : "",
        ]
      })
  }
}
