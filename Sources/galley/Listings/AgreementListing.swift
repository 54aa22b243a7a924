// Agreement as a table for people, and as JSON for programs.

import Agreement
import ArticleModel
import LosslessJSON
import Screen

/// Lays a report out.
struct AgreementListing {
  private let report: AgreementReport
  private let shelf: TaxonomyShelf
  /// Whether people are called by numbers.
  var hidesNames = false

  init(_ report: AgreementReport, _ shelf: TaxonomyShelf) {
    self.report = report
    self.shelf = shelf
  }

  /// Plain words first; then who is compared, one line per kind and one per term, and how to read them.
  var text: String {
    let articles = counted(report.articles.count, "article")
    let header = ["", "marks", "F1 exact", "F1 overlap", "κ", "α", "αu"]
    let who = "\(names.joined(separator: ", "))  \(articles), \(report.sentences) sentences"
    let table = Self.table.lines([header] + report.rows.flatMap(rows))
    return (plain + [""] + [who] + joint + [""] + table + [""] + Self.legend).joined(
      separator: "\n")
  }

  /// What to call the people.
  private var names: [String] {
    hidesNames ? report.annotators.indices.map { "reader \($0 + 1)" } : report.annotators
  }

  /// A line for each sidecar whose people are compared as if they were one.
  private var joint: [String] {
    guard !hidesNames else { return [] }
    return report.joint.map {
      "\($0.annotator) counts as one reader (marks of \($0.people.joined(separator: ", ")))"
        .onOneLine
    }
  }

  /// A sentence for each two people.
  private var plain: [String] {
    let shown = Dictionary(zip(report.annotators, names)) { first, _ in first }
    return report.plain.map {
      $0.sentence(of: shown[$0.first] ?? $0.first, and: shown[$0.second] ?? $0.second)
    }
  }

  /// How to read the figures, a line each.
  private static let legend = [
    "How to read the figures",
    "  marks       how many passages each of them marked",
    "  F1 exact    how far they marked the same passages, to the character: 1 all, 0 none",
    "  F1 overlap  the same, of passages that share words",
    "  κ (Cohen)   which sentences are marked, beyond what chance gives: 1 full agreement, 0 no more than chance",
    "  α (Krippendorff)  the same for any number of people; 0.8 is good, below 0.67 draw no conclusions",
    "  αu          the same for where passages begin and end",
    "  [a, b]      the figure lies between these in 95 of 100 drawn samples; wide means few marks",
  ]

  private static let table = TextTable(
    [.left(least: 26, most: 26), .left(least: 9, gap: 0)]
      + Array(repeating: .left(least: 19, gap: 0), count: 5))

  private func rows(_ row: AgreementReport.Row) -> [[String]] {
    let name = row.term.map { "  " + shelf.label(of: $0) } ?? row.kind.rawValue
    let marks = row.marks.map(String.init).joined(separator: "·")
    let figures = [row.exactF1, row.overlapF1, row.kappa, row.alpha, row.unitizedAlpha]
    let first = [name.onOneLine, marks] + figures.map(Self.words)
    guard let terms = row.terms, row.kind.row.use == .mark(asking: .terms) else {
      return [first]
    }
    let passages = "  terms of \(counted(terms.passages, "passage"))"
    return [first, [passages, "", "", ""] + [terms.kappa, terms.alpha].map(Self.words)]
  }

  private static func words(_ estimate: Estimate?) -> String {
    guard let estimate else { return "–" }
    let interval = estimate.interval.map {
      " [\(decimal($0.lowerBound)), \(decimal($0.upperBound))]".replacing("0.", with: ".")
    }
    return decimal(estimate.value) + (interval ?? "")
  }

  /// Two decimals.
  private static func decimal(_ number: Double) -> String {
    let hundredths = Int((abs(number) * 100).rounded())
    let digits = hundredths % 100
    let sign = number < 0 && hundredths > 0 ? "−" : ""
    return "\(sign)\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)"
  }
}

extension AgreementReport {
  /// The figures for programs.
  func json(_ bootstrap: Bootstrap) -> JSONValue {
    [
      "annotators": .array(annotators.map(JSONValue.string)),
      "articles": .array(articles.map(JSONValue.string)), "sentences": .integer(sentences),
      "pairs": .array(plain.map(\.json)),
      "replicates": .integer(bootstrap.replicates),
      "seed": .string("\(bootstrap.seed)"),
      "rows": .array(rows.map(\.json)),
    ]
  }
}

extension PlainAgreement {
  fileprivate var json: JSONValue {
    [
      "people": [.string(first), .string(second)], "sentencesMarked": .integer(either),
      "markedByBoth": .integer(both), "sameTerm": .integer(sameTerm),
    ]
  }
}

extension AgreementReport.Row {
  fileprivate var json: JSONValue {
    var object: JSONObject = ["kind": .string(kind.rawValue)]
    object.append("term", term.map { .string($0.description) })
    object.append("marks", .array(marks.map(JSONValue.integer)))
    object.append("f1Exact", exactF1.json)
    object.append("f1Overlap", overlapF1.json)
    object.append("kappa", kappa.json)
    object.append("alpha", alpha.json)
    object.append("alphaU", unitizedAlpha.json)
    if let terms {
      object.append(
        "terms",
        [
          "passages": .integer(terms.passages), "kappa": terms.kappa.json,
          "alpha": terms.alpha.json,
        ])
    }
    return .object(object)
  }
}

extension Estimate? {
  /// The figure with its interval; null when there is none.
  fileprivate var json: JSONValue {
    guard let self else { return .null }
    var object: JSONObject = ["value": .double(self.value)]
    object.append("low", self.interval.map { .double($0.lowerBound) })
    object.append("high", self.interval.map { .double($0.upperBound) })
    return .object(object)
  }
}
