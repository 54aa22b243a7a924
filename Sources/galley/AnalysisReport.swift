// What the analysis finds, as a page that people read: quotations by speaker, voices, places, claims.

import ArticleModel
import NewsAnalysis

/// Lays an analysis out as plain text.
struct AnalysisReport {
  private let analysis: Analysis
  private let article: Article

  init(_ analysis: Analysis, of article: Article) {
    self.analysis = analysis
    self.article = article
  }

  /// The page; a section that has nothing to say says so.
  var text: String {
    [quotations, voices, places, claims].map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n")
  }

  // MARK: Quotations

  private var quotations: [String] {
    var lines = ["QUOTATIONS \(analysis.quotations.count)"]
    for speaker in quotedSpeakers {
      lines.append("  \(analysis.speakers[speaker].name)")
      lines += analysis.speakers[speaker].quotations.map { line(analysis.quotations[$0]) }
    }
    let unknown = analysis.quotations.filter { $0.speaker == nil }
    if !unknown.isEmpty { lines.append("  nobody named") }
    return lines + unknown.map(line)
  }

  /// Those who are quoted, most words first.
  private var quotedSpeakers: [Int] {
    analysis.speakers.indices.filter { !analysis.speakers[$0].quotations.isEmpty }.sorted {
      (analysis.speakers[$1].quotedWords, $0) < (analysis.speakers[$0].quotedWords, $1)
    }
  }

  private func line(_ quotation: Quotation) -> String {
    let words = quotation.spans.map { article.text.string(in: $0).onOneLine }
      .joined(separator: " … ")
    let cue = quotation.cue.map { article.text.string(in: $0).onOneLine + " " } ?? ""
    let addressee = quotation.addressee.map { article.text.string(in: $0).onOneLine + " " } ?? ""
    let chain = quotation.via.map { ", via \(name(of: $0))" }.joined()
    let sure = quotation.confidence < 0.5 ? " (uncertain)" : ""
    return "    \(quotation.form.rawValue)\(chain)\(sure): \(cue)\(addressee)[\(words)]"
  }

  private func name(of via: Quotation.Via) -> String {
    via.speaker.map { analysis.speakers[$0].name } ?? article.text.string(in: via.mention).onOneLine
  }

  // MARK: Voices

  private var voices: [String] {
    let total = analysis.speakers.reduce(0) { $0 + $1.quotedWords }
    guard total > 0 else { return ["VOICES", "  nobody is quoted"] }
    let width = quotedSpeakers.map { analysis.speakers[$0].name.count }.max() ?? 0
    let verbatim = analysis.speakers.reduce(0) { $0 + $1.verbatimWords }
    let lines = quotedSpeakers.map { index in
      let speaker = analysis.speakers[index]
      let name = speaker.name.padding(to: width)
      let bar = bar(speaker, of: total).padding(to: 20)
      return "  \(name)  \(bar)  \(speaker.quotedWords) words, \(speaker.verbatimWords) verbatim"
    }
    return ["VOICES (█ verbatim, ░ paraphrase)"] + lines
      + ["  \(verbatim) of \(total) quoted words verbatim"]
  }

  private func bar(_ speaker: Speaker, of total: Int) -> String {
    let (solid, light) = (speaker.verbatimWords * 20 / total, speaker.quotedWords * 20 / total)
    return String(repeating: "█", count: solid) + String(repeating: "░", count: light - solid)
  }

  // MARK: Places and claims

  private var places: [String] {
    guard !analysis.places.isEmpty else { return ["PLACES", "  none"] }
    return ["PLACES \(analysis.places.count)"]
      + analysis.places.map { place in
        let country = place.country.map { " (\($0))" } ?? ""
        let note = place.note.map { ", \($0)" } ?? ""
        return "  \(place.name.onOneLine)\(country) \(place.mentions.count)\(note)"
      }
  }

  private var claims: [String] {
    guard !analysis.claims.isEmpty else {
      return ["CLAIMS", "  none that figures or causes give away"]
    }
    return ["CLAIMS \(analysis.claims.count)"]
      + analysis.claims.map { claim in
        let percent = Int((claim.score * 100).rounded())
        return "  \(percent) %  \(article.text.string(in: claim.span).onOneLine)"
      }
  }
}

extension String {
  /// The string with spaces behind it up to a number of characters.
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
