// Compares an analysis of a passage with what is marked in it.

import ArticleModel
import NewsAnalysis

/// The figures of one passage and one engine, and what went wrong.
struct PassageScore {
  /// How much two quotations must share to be the same.
  static let threshold = 0.8

  private let passage: MarkedPassage
  private let analysis: Analysis
  private let letters: LetterCount
  private let match: EntityMatch
  /// The quotations of the analysis, those within others too.
  private let found: [Quotation]
  private(set) var figures = Figures()
  /// One line each.
  private(set) var errors: [String] = []

  init(_ passage: MarkedPassage, _ analysis: Analysis) {
    self.passage = passage
    self.analysis = analysis
    letters = LetterCount(passage.text)
    match = EntityMatch(passage)
    found = Self.flattened(analysis.quotations)
    figures.passages = 1
    scoreQuotations()
    scorePlaces()
    scorePersons()
  }

  private static func flattened(_ quotations: [Quotation]) -> [Quotation] {
    quotations.flatMap { [$0] + flattened($0.inner) }
  }

  // MARK: - Quotations

  private mutating func scoreQuotations() {
    let asked = passage.quotations.filter { $0.form != .optional }
    let pairs = pairs(of: asked)
    figures.quotations.marked = asked.count
    figures.speakers.whole = asked.count
    for (index, marked) in asked.enumerated() {
      guard let pair = pairs[index] else {
        report("missed, \(marked.speakers.joined(separator: "/"))", marked.spans)
        continue
      }
      figures.quotations.right += 1
      scoreSpeaker(of: found[pair], as: marked)
    }
    let paired = Set(pairs.values)
    for index in found.indices { score(found[index], isPaired: paired.contains(index)) }
  }

  /// The quotation of the analysis for each marked one: the pairs that agree best come first.
  private func pairs(of asked: [MarkedPassage.MarkedQuotation]) -> [Int: Int] {
    var candidates: [(agreement: Double, marked: Int, found: Int)] = []
    for marked in asked.indices {
      for index in found.indices {
        let agreement = letters.agreement(asked[marked].spans, found[index].spans)
        if agreement >= Self.threshold { candidates.append((agreement, marked, index)) }
      }
    }
    var pairs: [Int: Int] = [:]
    var taken: Set<Int> = []
    for candidate in candidates.sorted(by: { $0.agreement > $1.agreement })
    where pairs[candidate.marked] == nil && taken.insert(candidate.found).inserted {
      pairs[candidate.marked] = candidate.found
    }
    return pairs
  }

  private mutating func scoreSpeaker(
    of quotation: Quotation, as marked: MarkedPassage.MarkedQuotation
  ) {
    if match.accepts(quotation, of: analysis, as: marked) {
      figures.speakers.part += 1
    } else {
      let right = marked.speakers.joined(separator: "/")
      report("speaker is \(right), not \(speaker(of: quotation))", quotation.spans)
    }
  }

  /// Whether a quotation is one too many, and whether it gives a person words that are not theirs.
  private mutating func score(_ quotation: Quotation, isPaired: Bool) {
    let marked = nearest(to: quotation)
    figures.wrongNames.whole += 1
    if givesWrongName(quotation, marked) {
      figures.wrongNames.part += 1
      let whose = marked?.speakers.joined(separator: "/") ?? MarkedPassage.MarkedQuotation.nobody
      report("wrong name: \(speaker(of: quotation)) for words of \(whose)", quotation.spans)
    }
    guard isPaired || !isOptional(quotation) else { return }
    figures.quotations.found += 1
    if !isPaired { report("no such quotation, \(speaker(of: quotation))", quotation.spans) }
  }

  /// The marked quotation that shares most words with one of the analysis, and of those the one that agrees
  /// best; nil when none shares any.
  private func nearest(to quotation: Quotation) -> MarkedPassage.MarkedQuotation? {
    passage.quotations.map { marked in
      let shared = letters.shared(marked.spans, quotation.spans)
      return (marked, shared, letters.agreement(marked.spans, quotation.spans))
    }.filter { $0.1 > 0 }.max { ($0.1, $0.2) < ($1.1, $1.2) }?.0
  }

  /// Whether at least half of a quotation lies in one that may be found or not.
  private func isOptional(_ quotation: Quotation) -> Bool {
    let size = letters.letters(in: quotation.spans)
    return passage.quotations.contains { marked in
      marked.form == .optional && letters.shared(marked.spans, quotation.spans) * 2 >= size
    }
  }

  private func givesWrongName(
    _ quotation: Quotation, _ marked: MarkedPassage.MarkedQuotation?
  ) -> Bool {
    let named = quotation.allSpeakers.contains { analysis.speakers[$0].kind == .person }
    guard named else { return false }
    return marked.map { !match.accepts(quotation, of: analysis, as: $0) } ?? true
  }

  private func speaker(of quotation: Quotation) -> String {
    let names = quotation.allSpeakers.map { analysis.speakers[$0].name }
    return names.isEmpty ? MarkedPassage.MarkedQuotation.nobody : names.joined(separator: " and ")
  }

  // MARK: - Places and persons

  private mutating func scorePlaces() {
    var found: [TextSpan: String?] = [:]
    for mention in analysis.locations {
      found[mention.span] = analysis.places[mention.place].country
    }
    for place in passage.places {
      if let country = found[place.span] {
        scoreCountry(country, of: place)
      } else if !place.isOptional {
        report("no place", [place.span])
      }
    }
    score(
      Set(found.keys), asked: Set(passage.places.filter { !$0.isOptional }.map(\.span)),
      allowed: passage.places.filter(\.isOptional).map(\.span), into: \.locations,
      tooMany: "not a place")
  }

  private mutating func scoreCountry(_ country: String?, of place: MarkedPassage.MarkedPlace) {
    guard let right = place.country else { return }
    figures.countries.whole += 1
    if country == (right == "-" ? nil : right) {
      figures.countries.part += 1
    } else {
      report("country is \(right), not \(country ?? "-")", [place.span])
    }
  }

  private mutating func scorePersons() {
    let asked = Set(passage.mentions.filter(\.isName).map(\.span))
    let found = Set(analysis.persons.map(\.span))
    for span in asked.subtracting(found).sorted() { report("no person", [span]) }
    score(found, asked: asked, allowed: [], into: \.persons, tooMany: "not a person")
  }

  /// Counts names word for word; those that touch an allowed one count neither way.
  private mutating func score(
    _ found: Set<TextSpan>, asked: Set<TextSpan>, allowed: [TextSpan],
    into hits: WritableKeyPath<Figures, Hits>, tooMany: String
  ) {
    figures[keyPath: hits].marked = asked.count
    figures[keyPath: hits].right = asked.intersection(found).count
    let others = found.subtracting(asked).filter { span in !allowed.contains(where: span.overlaps) }
    figures[keyPath: hits].found = figures[keyPath: hits].right + others.count
    for span in others.sorted() { report(tooMany, [span]) }
  }

  private mutating func report(_ what: String, _ spans: [TextSpan]) {
    let words = spans.map { span in
      String(decoding: Array(passage.text.utf8)[span.range], as: UTF8.self)
    }.joined(separator: " … ").replacing("\n", with: " ")
    errors.append("\(passage.name): \(what): \(words)")
  }
}
