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
    quotations = found.sorted { $0.extent < $1.extent }
  }

  /// What of a quotation is looked for as one: all parts of a direct one, each part of a mixed one.
  private static func parts(of quotation: Quotation, in text: ArticleText) -> [[TextSpan]] {
    switch quotation.form {
    case .indirect: return []
    case .direct:
      let parts = quotation.spans.flatMap { VerbatimParts.parts(of: $0, in: text, isWhole: true) }
      return parts.isEmpty ? [] : [parts]
    case .mixed:
      return quotation.spans.flatMap { VerbatimParts.parts(of: $0, in: text, isWhole: false) }
        .map { [$0] }
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
