// One category compared over all articles of a study, so that paragraphs can be drawn by weight.

import ArticleModel

/// The marks of one category, taken apart by paragraph.
struct Comparison {
  private let category: Category
  private let marks: [Int]
  /// Paragraph by paragraph, over all articles.
  private var paragraphs: [Paragraph] = []
  private let sentences: NominalAgreement
  private let terms: NominalAgreement

  /// What one paragraph adds to each figure.
  fileprivate struct Paragraph {
    /// Twice the pairs of marks that meet, and all marks of the pairs of people compared.
    var exact = 0
    var overlapping = 0
    var compared = 0
    var length = 0
    /// The units of each annotator, from the start of the paragraph.
    var units: [[Range<Int>]] = []
    var sentences = 0
    var passages = 0
    /// Whether all annotators worked on its article.
    var isComplete = true
  }

  init(of study: AgreementStudy, _ category: Category) {
    self.category = category
    var sentenceUnits: [[Bool?]] = []
    var termUnits: [[String?]] = []
    var counts = [Int](repeating: 0, count: study.annotators.count)
    for text in study.texts {
      let marks = text.marks.map { $0?.filter(category.holds) }
      for (annotator, own) in marks.enumerated() { counts[annotator] += own?.count ?? 0 }
      for paragraph in text.paragraphs {
        let inside = marks.map { $0?.filter { paragraph.span.contains($0.span.lowerBound) } }
        var result = Paragraph(matching: inside.map { $0?.map(\.span) })
        result.length = paragraph.span.count
        result.isComplete = marks.allSatisfy { $0 != nil }
        result.units = marks.map { own in
          (own ?? []).map {
            $0.span.clamped(to: paragraph.span).shifted(by: -paragraph.span.lowerBound)
          }
          .filter { !$0.isEmpty }
        }
        result.sentences = paragraph.sentences.count
        sentenceUnits += paragraph.sentences.map { sentence in
          marks.map { own in own.map { $0.contains { $0.span.overlaps(sentence) } } }
        }
        let passages = category.term == nil ? Self.passages(inside) : []
        result.passages = passages.count
        termUnits += passages
        paragraphs.append(result)
      }
    }
    marks = counts
    sentences = NominalAgreement(units: sentenceUnits)
    terms = NominalAgreement(units: termUnits)
  }

  /// The figures; `samples` say how often each paragraph is drawn.
  func row(_ samples: [[Int]]) -> AgreementReport.Row {
    // What stands in one or two paragraphs comes out the same in all samples, which says nothing.
    let samples = paragraphs.count { $0.compared > 0 } < 3 ? [] : samples
    var row = AgreementReport.Row(kind: category.kind, term: category.term, marks: marks)
    row.exactF1 = Bootstrap.estimate(samples) { share(of: \.exact, $0) }
    row.overlapF1 = Bootstrap.estimate(samples) { share(of: \.overlapping, $0) }
    row.kappa = Bootstrap.estimate(samples) {
      sentences.kappa(weights: $0.map { spread($0, \.sentences) })
    }
    row.alpha = Bootstrap.estimate(samples) {
      sentences.alpha(weights: $0.map { spread($0, \.sentences) })
    }
    row.unitizedAlpha = Bootstrap.estimate(samples, unitizedAlpha)
    let passages = paragraphs.reduce(0) { $0 + $1.passages }
    if passages > 0 {
      row.terms = AgreementReport.Terms(
        passages: passages,
        kappa: Bootstrap.estimate(samples) {
          terms.kappa(weights: $0.map { spread($0, \.passages) })
        },
        alpha: Bootstrap.estimate(samples) {
          terms.alpha(weights: $0.map { spread($0, \.passages) })
        })
    }
    return row
  }

  /// 2 · pairs / (marks of both): the harmonic mean of how many of either's marks the other has.
  private func share(of pairs: KeyPath<Paragraph, Int>, _ weights: [Int]?) -> Double? {
    var (met, all) = (0, 0)
    for (index, paragraph) in paragraphs.enumerated() {
      let weight = weights?[index] ?? 1
      met += weight * paragraph[keyPath: pairs]
      all += weight * paragraph.compared
    }
    return all == 0 ? nil : Double(met) / Double(all)
  }

  /// The paragraphs that were drawn, laid end to end as one continuum, as far as all annotators worked on
  /// them.
  private func unitizedAlpha(_ weights: [Int]?) -> Double? {
    var observers = [[Range<Int>]](repeating: [], count: marks.count)
    var length = 0
    for (index, paragraph) in paragraphs.enumerated() where paragraph.isComplete {
      for _ in 0..<(weights?[index] ?? 1) {
        for annotator in observers.indices {
          observers[annotator] += paragraph.units[annotator].map { $0.shifted(by: length) }
        }
        // One character between paragraphs, as between lines, keeps their units apart.
        length += paragraph.length + 1
      }
    }
    return UnitizedAgreement(length: length, observers: observers).alpha
  }

  /// The weights of paragraphs, for what each of them holds several of.
  private func spread(_ weights: [Int], _ count: KeyPath<Paragraph, Int>) -> [Int] {
    zip(weights, paragraphs).flatMap { weight, paragraph in
      repeatElement(weight, count: paragraph[keyPath: count])
    }
  }

  // MARK: Terms

  /// The runs of overlapping marks that at least two people made, each with the terms of everybody's
  /// first mark in it.
  private static func passages(_ marks: [[CodedText.Mark]?]) -> [[String?]] {
    let all = marks.enumerated().flatMap { annotator, own in
      (own ?? []).map { (annotator: annotator, mark: $0) }
    }
    .sorted { $0.mark.span.lowerBound < $1.mark.span.lowerBound }
    var passages: [[String?]] = []
    var end = 0
    for (annotator, mark) in all {
      if mark.span.lowerBound >= end {
        passages.append(Array(repeating: nil, count: marks.count))
        end = 0
      }
      end = max(end, mark.span.upperBound)
      let index = passages.count - 1
      passages[index][annotator] = passages[index][annotator] ?? label(of: mark)
    }
    return passages.filter { $0.count { $0 != nil } > 1 }
  }

  /// The term that a mark stands for: of a verification its verdict on the claim, of others all terms.
  private static func label(of mark: CodedText.Mark) -> String {
    if let verdict = mark.terms.first(where: { $0.isVerdict && $0.group == "truth" }) {
      return verdict.description
    }
    return mark.terms.map { $0.unversioned.description }.sorted().joined(separator: " ")
  }
}

extension Comparison.Paragraph {
  /// Counts the marks that meet, over all pairs of people who worked on the article.
  fileprivate init(matching marks: [[Range<Int>]?]) {
    for (index, first) in marks.enumerated() {
      for case (let first?, let second?) in marks[(index + 1)...].map({ (first, $0) }) {
        exact += 2 * SpanMatching(first, second, .exact).pairs.count
        overlapping += 2 * SpanMatching(first, second, .overlap).pairs.count
        compared += first.count + second.count
      }
    }
  }
}

extension Range<Int> {
  fileprivate func shifted(by offset: Int) -> Range<Int> {
    lowerBound + offset..<upperBound + offset
  }
}
