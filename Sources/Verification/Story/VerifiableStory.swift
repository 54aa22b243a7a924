// A story and the quotations of it that can be looked for in sources.

import ArticleModel
import NewsAnalysis

/// A story whose quotations are checked.
public struct VerifiableStory: Sendable {
  /// The story.
  public let article: Article
  /// Its quotations, in reading order.
  public let quotations: [StoryQuotation]
  /// The language it was read as, by its primary tag; nil when nobody knows.
  public let language: String?

  /// Takes quotations as they are given.
  public init(_ article: Article, quotations: [StoryQuotation], language: String?) {
    self.article = article
    self.quotations = quotations
    self.language = language
  }

  /// Takes the quotations that an analysis found: a direct one as a whole, each verbatim part of a mixed one,
  /// and indirect speech when `includesIndirect`.
  public init(_ article: Article, _ analysis: Analysis, includesIndirect: Bool = true) {
    self.article = article
    language = analysis.language
    let text = article.text
    var found: [StoryQuotation] = []
    for quotation in analysis.quotations {
      let names = Self.names(of: quotation, in: analysis)
      for parts in Self.parts(of: quotation, in: text) {
        let words = parts.map(text.string).joined(separator: " ")
        found.append(StoryQuotation(parts: parts, text: words, speakerNames: names))
      }
      if quotation.form == .indirect, includesIndirect {
        let words = quotation.spans.map(text.string).joined(separator: " ")
        found.append(
          StoryQuotation(
            parts: quotation.spans, text: words, speakerNames: names, isIndirect: true))
      }
    }
    quotations = LongQuotations(article).joined(found).sorted { $0.extent < $1.extent }
  }

  /// What of a quotation is looked for as one: all parts of a direct one, each part of a mixed one.
  private static func parts(of quotation: Quotation, in text: ArticleText) -> [[TextSpan]] {
    switch quotation.form {
    case .indirect: return []
    case .direct:
      let parts = quotation.spans.flatMap { VerbatimParts.parts(of: $0, in: text, isWhole: true) }
      return byParagraph(parts, in: text)
    case .mixed:
      return quotation.spans.flatMap { VerbatimParts.parts(of: $0, in: text, isWhole: false) }
        .map { [$0] }
    }
  }

  /// Parts in two paragraphs are two quotations, unless the first paragraph leaves the marks open, as a quotation
  /// does that goes on in the next one.
  private static func byParagraph(_ parts: [TextSpan], in text: ArticleText) -> [[TextSpan]] {
    parts.reduce(into: []) { groups, part in
      guard let last = groups.last?.last, !text.closesParagraph(from: last.end, to: part.start)
      else {
        groups.append([part])
        return
      }
      groups[groups.count - 1].append(part)
    }
  }

  /// The names of a speaker who has one: words with a capital letter, the fullest first.
  private static func names(of quotation: Quotation, in analysis: Analysis) -> [String] {
    guard let index = quotation.speaker, analysis.speakers.indices.contains(index) else {
      return []
    }
    let speaker = analysis.speakers[index]
    guard speaker.kind != .unnamed else { return [] }
    return [speaker.name] + speaker.aliases.filter { $0.first?.isUppercase == true }
  }
}

extension ArticleText {
  /// Whether a paragraph ends between two places, behind something other than blanks.
  fileprivate func closesParagraph(from start: ByteOffset, to end: ByteOffset) -> Bool {
    guard start < end else { return false }
    let between = string(in: TextSpan(start, end))
    guard let line = between.firstIndex(of: "\n") else { return false }
    let isBroken = between[line...].dropFirst().prefix { $0.isWhitespace }.contains("\n")
    return isBroken && between[..<line].contains { !$0.isWhitespace }
  }
}
