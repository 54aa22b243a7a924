// Reads the language of filters: words, "words in quotes", key:value, key:one,other and -not.

import ArticleModel

extension AnnotationFilter {
  /// The words before a colon, in the order in which help names them, each with what it asks for.
  package static let keys: [(name: String, help: String)] = [
    ("kind", AnnotationKind.listed.map(\.rawValue).joined(separator: ", ")),
    ("term", "a term or a tag: loaded-term, wording/loaded-term, bias/wording/loaded-term"),
    ("status", AnnotationStatus.allCases.map(\.rawValue).joined(separator: ", ")),
    ("verdict", "the answer of a verification: refuted, supported, altered …"),
    ("by", "the name of who made it, or a part of it"),
    ("assigned", "the name of who is to work on it, or a part of it; nobody"),
    ("article", "the name of the article, or a part of it"),
    ("date", "the day, month or year that it was made: 2026-01-02, 2026-01, 2026"),
    ("since", "made on that day or later"),
    ("before", "made before that day"),
    ("is", Property.allCases.map(\.rawValue).joined(separator: ", ")),
  ]

  /// Reads conditions as they are typed. A word without a colon must stand in the annotation; quotation
  /// marks keep words together, a hyphen in front turns a condition around, commas separate choices.
  package init(parsing text: String) throws(FilterError) {
    for part in FilterWords(text).parts {
      conditions.append(Condition(try Self.test(part), isNegated: part.isNegated))
    }
  }

  private static func test(_ part: FilterWords.Part) throws(FilterError) -> Test {
    guard let key = part.key else { return .words(part.value) }
    let values = part.value.split(separator: ",").map(String.init)
    guard !values.isEmpty else { throw .missingValue(key) }
    switch key {
    case "kind": return .kind(try values.parsed { .unknownKind($0) })
    case "status": return .status(try values.parsed { .unknownStatus($0) })
    case "term": return .term(values)
    case "verdict": return .verdict(values)
    case "by", "creator": return .creator(values)
    case "assigned": return .assignee(values)
    case "article": return .article(values)
    case "date": return .date(try period(part.value))
    case "since": return .since(try period(part.value))
    case "before": return .before(try period(part.value))
    case "is":
      guard let property = Property(rawValue: part.value == "orphan" ? "orphaned" : part.value)
      else { throw .unknownProperty(part.value) }
      return .property(property)
    default: throw .unknownKey(key)
    }
  }

  /// A day, month or year as RFC 3339 writes it.
  private static func period(_ text: String) throws(FilterError) -> CalendarPeriod {
    guard let period = CalendarPeriod(text) else { throw .notADate(text) }
    return period
  }
}

extension [String] {
  fileprivate func parsed<Value: RawRepresentable>(
    orThrow error: (String) -> FilterError
  ) throws(FilterError) -> [Value] where Value.RawValue == String {
    var values: [Value] = []
    for name in self {
      guard let value = Value(rawValue: name) else { throw error(name) }
      values.append(value)
    }
    return values
  }
}

/// A filter taken apart into its conditions.
private struct FilterWords {
  struct Part {
    var isNegated = false
    var key: String?
    var value = ""
  }

  private(set) var parts: [Part] = []

  init(_ text: String) {
    var part = Part()
    var (isQuoted, wasQuoted, isEmpty) = (false, false, true)
    func finished() -> Part? { isEmpty ? nil : part }
    for character in text + " " {
      if character == "\"" {
        isQuoted.toggle()
        (wasQuoted, isEmpty) = (true, false)
      } else if character.isWhitespace, !isQuoted {
        if let part = finished(), part.key != nil || !part.value.isEmpty { parts.append(part) }
        (part, wasQuoted, isEmpty) = (Part(), false, true)
      } else if character == "-", isEmpty, !part.isNegated {
        part.isNegated = true
      } else if character == ":", part.key == nil, !wasQuoted, !isAddress(part.value) {
        (part.key, part.value, isEmpty) = (part.value, "", false)
      } else {
        part.value.append(character)
        isEmpty = false
      }
    }
  }

  /// Whether what stands before a colon is the scheme of an address.
  private func isAddress(_ word: String) -> Bool { ["http", "https", "urn"].contains(word) }
}

/// Why conditions cannot be read.
package enum FilterError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No kind of annotation has this name.
  case unknownKind(String)
  /// No status has this name.
  case unknownStatus(String)
  /// `is:` knows no such property.
  case unknownProperty(String)
  /// Nothing is filtered by this.
  case unknownKey(String)
  /// Nothing stands after the colon.
  case missingValue(String)
  /// This is neither a day nor a month nor a year.
  case notADate(String)

  /// What is wrong, and what there is.
  package var description: String {
    switch self {
    case .unknownKind(let name):
      "there is no kind “\(name)”; the kinds are "
        + AnnotationKind.listed.map(\.rawValue).joined(separator: ", ")
    case .unknownStatus(let name):
      "there is no status “\(name)”; there are "
        + AnnotationStatus.allCases.map(\.rawValue).joined(separator: ", ")
    case .unknownProperty(let name):
      "“is:\(name)” is unknown; there are "
        + AnnotationFilter.Property.allCases.map { "is:\($0.rawValue)" }.joined(separator: ", ")
    case .unknownKey(let name):
      "“\(name):” is unknown; a filter knows "
        + AnnotationFilter.keys.map { "\($0.name):" }.joined(separator: " ")
        + " and words; put words with a colon in quotation marks"
    case .missingValue(let key): "there is nothing after “\(key):”; leave no space there"
    case .notADate(let text): "“\(text)” is not a date; write 2026-01-02, 2026-01 or 2026"
    }
  }
}
