// Reads annotated documents: one JSON object a line.

import ArticleModel
import DocumentImport
import FoundationEssentials

/// A document of an annotated corpus.
struct GoldDocument: Decodable {
  /// A stretch that was annotated; offsets in code points.
  struct Mention: Decodable {
    var start: Int
    var end: Int
    var kind: String?
    var embedded: Bool?
  }

  var id: String
  var text: String
  var layers: [String]
  var locations: [Mention]?
  var persons: [Mention]?
  var norp: [[Int]]?
  var ignore: [[Int]]?

  /// The documents of a file.
  static func read(_ path: String) throws -> [GoldDocument] {
    let data = try Data(contentsOf: URL(filePath: path))
    let decoder = JSONDecoder()
    return try data.split(separator: UInt8(ascii: "\n")).map {
      try decoder.decode(GoldDocument.self, from: Data($0))
    }
  }

  /// Whether it is kept out of training, by a hash of its id; one in five is.
  var isHeldOut: Bool {
    let hash = id.utf8.reduce(UInt64(7)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return (hash >> 20) % 5 == 0
  }
}

/// A document with its mentions as spans of bytes.
struct GoldArticle {
  let article: Article
  let document: GoldDocument
  let hasPersons: Bool
  let locations: [(span: TextSpan, mention: GoldDocument.Mention)]
  let persons: [TextSpan]
  /// What is not scored.
  let ignored: [TextSpan]
  /// What is not scored as a location: the names of peoples.
  let peoples: [TextSpan]

  init(_ document: GoldDocument) {
    let article = Article(plainText: document.text)
    func span(_ start: Int, _ end: Int) -> TextSpan {
      article.text.textSpan(of: CodePointSpan(CodePointOffset(start), CodePointOffset(end)))
    }
    func spans(_ pairs: [[Int]]?) -> [TextSpan] {
      (pairs ?? []).compactMap { $0.count == 2 ? span($0[0], $0[1]) : nil }
    }
    self.article = article
    self.document = document
    hasPersons = document.layers.contains("persons")
    locations = (document.locations ?? []).map {
      (trimmed(span($0.start, $0.end), article.text), $0)
    }
    persons = (document.persons ?? []).map { trimmed(span($0.start, $0.end), article.text) }
    ignored = spans(document.ignore)
    peoples = spans(document.norp)
  }
}

extension GoldDocument.Mention {
  /// Whether it is left out of the score: demonyms, facilities, parts of other names.
  var isUnscored: Bool { (kind ?? "name") != "name" || embedded == true }
}

/// A span without "the" before it and "'s" behind it, as names are compared.
func trimmed(_ span: TextSpan, _ text: ArticleText) -> TextSpan {
  let words = text.string(in: span)
  var span = span
  if words.lowercased().hasPrefix("the "), words.utf8.count > 4 { span.start = span.start + 4 }
  if words.hasSuffix("'s") { span.end = span.end - 2 }
  if words.hasSuffix("\u{2019}s") { span.end = span.end - 4 }
  return span
}
