// Standoff files of brat (https://brat.nlplab.org/standoff.html): the text, and marks by their offsets.

import ArticleModel
import Corpus
import LosslessJSON
import Sidecars

/// The files of one article.
struct BratExport {
  private(set) var files: [ExportedFile] = []
  private(set) var remarks: [String] = []

  /// The type of the notes that carry what brat has no place for.
  static let carrierType = "Galley"
  /// The member of a carried annotation that tells where brat was shown it: passages that were moved
  /// there are told by it from those that were not.
  static let offsetsMember = "galley:offsets"

  /// - Parameter stem: the name of the files without its ending.
  init(_ article: CorpusArticle, named stem: String) {
    guard let text = article.annotated.article?.text else {
      remarks.append("\(article.name): left out: its article is missing")
      return
    }
    files.append(ExportedFile(name: stem + ".txt", text: text.string(in: text.span)))
    var lines: [String] = []
    var numbers: [AnnotationID: Int] = [:]
    var marks: [Annotation] = []
    for row in article.rows {
      let fragments = Self.fragments(article.places(of: row), in: text)
      guard !fragments.isEmpty, row.spans.count == row.annotation.targets.count else {
        remarks.append("\(row.articleName): \(row.shortID) left out: brat has no place for it")
        continue
      }
      marks.append(row.annotation)
      numbers[row.annotation.id] = marks.count
      lines += Self.lines(row, marks.count, fragments, text)
    }
    var others = BratNumbering(numbers, notes: 2 * marks.count, for: marks)
    for mark in marks { others.add(mark) }
    others.add(marks.flatMap { $0.foreign.compactMap { BratLine($0) } })
    lines += others.lines
    if others.lost > 0 {
      remarks.append(
        "\(article.name): \(counted(others.lost, "relation, event or other line", plural: "relations, events and other lines")) left out: what they refer to is not in the file"
      )
    }
    let ending = lines.isEmpty ? "" : "\n"
    files.append(
      ExportedFile(name: stem + ".ann", text: lines.joined(separator: "\n") + ending))
  }

  private static func lines(
    _ row: AnnotationRow, _ number: Int, _ fragments: [CodePointSpan], _ text: ArticleText
  ) -> [String] {
    let annotation = row.annotation
    let offsets = fragments.map { "\($0.start.value) \($0.end.value)" }.joined(separator: ";")
    let words = fragments.map { text.string(in: text.textSpan(of: $0)) }.joined(separator: " ")
    var lines = ["T\(number)\t\(typeName(annotation.name)) \(offsets)\t\(words)"]
    if !annotation.note.isEmpty {
      lines.append(
        "#\(2 * number - 1)\tAnnotatorNotes T\(number)\t\(annotation.note.onOneBratLine)")
    }
    if case .object(var carrier) = row.stated {
      carrier.append(offsetsMember, .string(offsets))
      lines.append(
        "#\(2 * number)\t\(carrierType) T\(number)\t\(JSONValue.object(carrier).compact())")
    }
    return lines
  }

  /// The passages in the order of the text, cut where a line ends and joined where they overlap, since
  /// brat knows no other.
  static func fragments(_ places: [CodePointSpan], in text: ArticleText) -> [CodePointSpan] {
    var fragments: [CodePointSpan] = []
    for place in places.sorted(by: { $0.start < $1.start }) {
      var start = place.start.value
      if let last = fragments.last { start = max(start, last.end.value) }
      let span = text.textSpan(of: CodePointSpan(CodePointOffset(start), place.end))
      var at = start
      let words = text.string(in: span).unicodeScalars
      for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
        let end = at + line.count
        if end > at { fragments.append(CodePointSpan(CodePointOffset(at), CodePointOffset(end))) }
        at = end + 1
      }
    }
    return fragments
  }

  /// The name of a type: letters, digits, hyphens and underscores.
  static func typeName(_ name: String) -> String {
    String(
      name.map { character in
        let isPlain = character.isASCII && (character.isLetter || character.isNumber)
        return isPlain || character == "-" ? character : "_"
      })
  }

  /// What marks are called, by the names of their types.
  static func labels(of corpus: [CorpusArticle]) -> [String: String] {
    let names = corpus.flatMap(\.rows).map(\.annotation.name)
    return Dictionary(names.map { (typeName($0), $0) }) { first, _ in first }
  }

  /// The name of the files of an article without its ending; brat has no folders.
  static func stem(of name: String) -> String {
    let plain = name.replacing("/", with: "_")
    return plain.hasSuffix(".txt") ? String(plain.dropLast(4)) : plain
  }
}

extension String {
  /// The text as a note of brat, which has one line.
  var onOneBratLine: String { split { $0.isNewline || $0 == "\t" }.joined(separator: " ") }
}
