// The articles as references, for citing them: BibTeX, and CSL-JSON (https://citationstyles.org).

import ArticleModel
import Corpus
import LosslessJSON
import Sidecars

/// The references of a corpus.
struct Citations {
  private let entries: [(key: String, about: ArticleDescription)]
  private(set) var remarks: [String] = []

  init(_ corpus: [CorpusArticle]) {
    var names = DistinctNames()
    entries = corpus.map { article in
      (names.distinct(Self.key(of: article)), article.annotated.about)
    }
    for article in corpus {
      let about = article.annotated.about
      let facts = [
        ("title", about.title), ("authors", about.byline), ("outlet", about.publisher),
        ("date", about.published?.day?.description), ("address", about.identifier),
      ]
      let missing = facts.filter { $0.1 == nil }.map(\.0)
      if !missing.isEmpty {
        remarks.append(
          "\(article.name): not known: \(missing.joined(separator: ", ")) (galley describe)")
      }
    }
  }

  /// What an article is called in a text that cites it: the last word of its byline or its outlet, the year,
  /// and the first long word of its headline.
  private static func key(of article: CorpusArticle) -> String {
    let about = article.annotated.about
    let first = about.byline?.split(whereSeparator: { $0 == "," || $0 == ";" }).first
    let who = (first.map(String.init) ?? about.publisher)?.split(separator: " ").last
    let what = about.title?.split(separator: " ").first { $0.count > 3 }
    let year = about.published?.day.map { String($0.year) }
    let parts = [who.map { String($0) }, year, what.map { String($0) }].compactMap(\.self)
    let name = parts.isEmpty ? article.portableName : parts.joined()
    let plain = name.lowercased().unicodeScalars.filter { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }
    return plain.isEmpty ? "article" : String(String.UnicodeScalarView(plain))
  }

  // MARK: BibTeX

  /// The references as BibTeX: an article where the outlet and the day are known, else miscellaneous.
  var bibTeX: String { entries.map(Self.bibTeX).joined(separator: "\n") }

  private static func bibTeX(_ key: String, _ about: ArticleDescription) -> String {
    let day = about.published?.day
    let isArticle = about.publisher != nil && day != nil
    var fields: [(String, String)] = []
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { fields.append((name, value)) }
    }
    add("title", about.title.map { "{\(texEscaped($0))}" })
    add(
      "author",
      about.authorNames.isEmpty ? nil : about.authorNames.map(author).joined(separator: " and "))
    add(isArticle ? "journal" : "howpublished", about.publisher.map(texEscaped))
    add("year", day.map { String($0.year) })
    add("month", day.map { String($0.month) })
    add("day", day.map { String($0.day) })
    add("url", about.identifier.flatMap { WebAddress($0)?.encoded })
    add("urldate", about.retrieved?.writtenDay?.description)
    add("language", about.language)
    let lines = fields.map { "  \($0.0) = {\($0.1)}" }.joined(separator: ",\n")
    return "@\(isArticle ? "article" : "misc"){\(key),\n\(lines)\n}\n"
  }

  /// A name; one with “and” in it, or a comma, would be taken for several or turned around.
  private static func author(_ name: String) -> String {
    let words = name.split(separator: " ")
    let isOne = !words.contains("and") && !name.contains(",")
    return isOne ? texEscaped(name) : "{\(texEscaped(name))}"
  }

  /// The text with what TeX would take for commands as what prints it.
  private static func texEscaped(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ").reduce(into: "") {
      result, character in
      switch character {
      case "&", "%", "$", "#", "_": result += "\\\(character)"
      case "{", "}": result += character == "{" ? "\\lbrace{}" : "\\rbrace{}"
      case "\\": result += "\\textbackslash{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      default: result.append(character)
      }
    }
  }

  // MARK: CSL

  /// The references as CSL-JSON.
  var csl: JSONValue { .array(entries.map(Self.csl)) }

  private static func csl(_ key: String, _ about: ArticleDescription) -> JSONValue {
    var item: JSONObject = [
      "id": .string(key), "type": about.publisher == nil ? "webpage" : "article-newspaper",
    ]
    item.append("title", about.title.map(JSONValue.string))
    if !about.authorNames.isEmpty {
      item.append("author", .array(about.authorNames.map { ["literal": .string($0)] }))
    }
    item.append("container-title", about.publisher.map(JSONValue.string))
    item.append("issued", about.published?.day.map(date))
    item.append("URL", about.identifier.flatMap { WebAddress($0)?.encoded }.map(JSONValue.string))
    item.append("accessed", about.retrieved?.writtenDay.map(date))
    item.append("language", about.language.map(JSONValue.string))
    return .object(item)
  }

  private static func date(_ day: CalendarDate) -> JSONValue {
    ["date-parts": [[.integer(day.year), .integer(day.month), .integer(day.day)]]]
  }
}

extension ArticleDescription {
  /// The authors whom the byline names.
  fileprivate var authorNames: [String] {
    (byline ?? "").replacing(" and ", with: ", ").split(separator: ", ").map(String.init)
  }
}
