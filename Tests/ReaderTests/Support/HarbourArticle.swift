// The article that the reader is tested on, with an analysis made by hand, so that these tests say
// nothing about what the program finds.

import ArticleModel
import DocumentImport
import NewsAnalysis

extension Article {
  static let harbour = Article(
    plainText: """
      Harbour stays shut – ferries sail from the quay

      The harbour of Lübeck will stay closed until Friday, harbour master Ines Vogt said. “We cannot \
      let ships in while the wreck lies there,” she told reporters. Divers found the wreck on Monday.

      What the owners say

      According to the shipping line, 40 ships are waiting off Travemünde. Vogt denied that figure.
      Image: Harbour of Lübeck, by the port authority, CC BY 4.0

      """, name: "harbour-closure.txt")
}

extension Analysis {
  /// What there is to find in the harbour article; empty for any other.
  static func harbour(_ article: Article) -> Analysis {
    var analysis = Analysis(extent: article.text.span)
    let text = article.text
    let whole = text.string(in: text.span)
    func span(_ words: String, _ occurrence: Int = 1) -> TextSpan? {
      var from = whole.startIndex
      for number in 1...occurrence {
        guard let range = whole[from...].firstRange(of: words) else { return nil }
        if number == occurrence {
          let start = whole.utf8.distance(from: whole.startIndex, to: range.lowerBound)
          return TextSpan(start..<start + words.utf8.count)
        }
        from = range.upperBound
      }
      return nil
    }
    analysis.sentences = [
      "Harbour stays shut – ferries sail from the quay",
      "The harbour of Lübeck will stay closed until Friday, harbour master Ines Vogt said.",
      "“We cannot let ships in while the wreck lies there,” she told reporters.",
      "Divers found the wreck on Monday.", "What the owners say",
      "According to the shipping line, 40 ships are waiting off Travemünde.",
      "Vogt denied that figure.", "Image: Harbour of Lübeck, by the port authority, CC BY 4.0",
    ].compactMap { span($0) }
    guard let closed = span("The harbour of Lübeck will stay closed until Friday"),
      let wreck = span("“We cannot let ships in while the wreck lies there,”"),
      let ships = span("40 ships are waiting off Travemünde"), let vogt = span("Ines Vogt"),
      let she = span("she"), let line = span("the shipping line"), let again = span("Vogt", 2),
      let town = span("Lübeck"), let town2 = span("Lübeck", 2), let bay = span("Travemünde")
    else { return analysis }
    analysis.quotations = [
      Quotation(
        spans: [closed], form: .indirect, mention: span("harbour master Ines Vogt"), speaker: 0,
        cue: span("said"), confidence: 0.9),
      Quotation(
        spans: [wreck], form: .direct, mention: she, speaker: 0, cue: span("told"),
        confidence: 0.95),
      Quotation(
        spans: [ships], form: .indirect, mention: line, speaker: 1, cue: span("According to"),
        confidence: 0.4),
    ]
    analysis.quotations[0].paraphraseWords = 9
    analysis.quotations[1].verbatimWords = 10
    analysis.quotations[2].paraphraseWords = 6
    var first = Speaker(
      name: "Ines Vogt", kind: .person, aliases: ["Vogt", "she"], mentions: [vogt, she, again])
    (first.quotations, first.verbatimWords, first.paraphraseWords) = ([0, 1], 10, 9)
    var second = Speaker(name: "the shipping line", kind: .organisation, mentions: [line])
    (second.quotations, second.paraphraseWords) = ([2], 6)
    analysis.speakers = [first, second]
    var luebeck = Place(name: "Lübeck", country: "DE")
    luebeck.mentions = [0, 2]
    var travemuende = Place(name: "Travemünde", country: "DE", note: "part of Lübeck")
    travemuende.mentions = [1]
    analysis.places = [luebeck, travemuende]
    analysis.locations = [
      LocationMention(span: town, place: 0, confidence: 0.9),
      LocationMention(span: bay, place: 1, confidence: 0.8),
      LocationMention(span: town2, place: 0, confidence: 0.9),
    ]
    analysis.persons = [
      PersonMention(span: vogt, speaker: 0, confidence: 0.9),
      PersonMention(span: again, speaker: 0, confidence: 0.9),
    ]
    analysis.claims = [ships, closed].sorted().map { Claim(span: $0, score: 0.7) }
    return analysis
  }
}

extension Taxonomy {
  static let bias = Taxonomy(
    id: "bias", label: "bias", version: "1", kind: .bias,
    groups: [
      Group(
        id: "wording", label: "wording",
        terms: [
          Term(
            id: "loaded-term", label: "loaded term", definition: "A word that judges.", key: "l",
            gutterLetter: "l"),
          Term(
            id: "euphemism", label: "euphemism", definition: "A word that hides.", key: "e",
            gutterLetter: "e"),
        ]),
      Group(
        id: "framing", label: "framing",
        terms: [
          Term(
            id: "headline", label: "headline not borne out", definition: "The text says less.",
            key: "h", gutterLetter: "h")
        ]),
    ])

  static let verification = Taxonomy(
    id: "verification", label: "verification", version: "1", kind: .verification,
    groups: [
      Group(
        id: "truth", label: "is it true?", isExclusive: true,
        terms: [
          Term(
            id: "supported", label: "supported", definition: "Borne out.", key: "s",
            gutterLetter: "s"),
          Term(
            id: "refuted", label: "refuted", definition: "Found wrong.", key: "r",
            gutterLetter: "r"),
        ])
    ])
}
