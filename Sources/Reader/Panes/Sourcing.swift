// How an article is sourced, in lines that the reader can mark.

import ArticleModel
import NewsAnalysis

/// A fact about the sources of an article.
package struct SourcingFact: Hashable, Sendable {
  /// The fact in a few words.
  package var text: String
  /// Where the article shows it; nil when no place does.
  package var place: ByteOffset?
}

extension Analysis {
  /// The facts: how many voices have a name, the share of the loudest, how much is verbatim, what is
  /// second-hand, and who is talked about but never quoted. None when nobody is quoted.
  var sourcing: [SourcingFact] {
    let voices = speakers.filter { $0.quotedWords > 0 }
    let words = voices.reduce(0) { $0 + $1.quotedWords }
    guard words > 0, let first = voices.max(by: { $0.quotedWords < $1.quotedWords }) else {
      return []
    }
    return [voiceCount(voices), share(of: first, words), verbatim(voices, of: words)]
      + [secondHand, unquoted].compactMap { $0 }
  }

  private func voiceCount(_ voices: [Speaker]) -> SourcingFact {
    let unnamed = voices.filter { $0.kind == .unnamed }
    let named = voices.count - unnamed.count
    let text = "\(counted(named, "named voice")), \(unnamed.count) unnamed"
    return SourcingFact(text: text, place: unnamed.first.flatMap(firstQuotation))
  }

  private func share(of first: Speaker, _ words: Int) -> SourcingFact {
    let share = (first.quotedWords * 100 + words / 2) / words
    return SourcingFact(
      text: "\(share) % of the quoted words: \(first.name)", place: firstQuotation(first))
  }

  private func verbatim(_ voices: [Speaker], of words: Int) -> SourcingFact {
    let verbatim = voices.reduce(0) { $0 + $1.verbatimWords }
    let direct = quotations.first { $0.form != .indirect }
    return SourcingFact(
      text: "\(verbatim) of \(words) quoted words verbatim", place: direct?.extent.start)
  }

  private var secondHand: SourcingFact? {
    let passed = quotations.filter { !$0.via.isEmpty }
    guard let first = passed.first else { return nil }
    let through = passed.flatMap(\.via).compactMap { $0.speaker.map { speakers[$0].name } }
    let names = through.isEmpty ? "" : ": " + through.withoutRepetitions.joined(separator: ", ")
    return SourcingFact(text: "\(passed.count) second-hand\(names)", place: first.extent.start)
  }

  private var unquoted: SourcingFact? {
    let outlets = Set(quotations.flatMap(\.via).compactMap(\.speaker))
    let silent = speakers.indices.filter { index in
      let speaker = speakers[index]
      return speaker.quotations.isEmpty && !outlets.contains(index) && speaker.kind != .outlet
        && !speaker.mentions.isEmpty
    }
    guard let first = silent.first else { return nil }
    let names = silent.map { speakers[$0].name }.joined(separator: ", ")
    return SourcingFact(
      text: "talked about, never quoted: \(names)", place: speakers[first].mentions.first?.start)
  }

  private func firstQuotation(_ speaker: Speaker) -> ByteOffset? {
    speaker.quotations.first.map { quotations[$0].extent.start }
  }
}

extension [String] {
  /// The strings in their order, each once.
  fileprivate var withoutRepetitions: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
