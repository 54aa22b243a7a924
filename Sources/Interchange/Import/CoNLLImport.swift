// Tokens with tags in columns (CoNLL-2003 and its kin): the first column is the token, the last one the tag in
// the schemes IOB1, IOB2, IOBES or BILOU. The files hold no text, so that of their tokens is put together.

import ArticleModel

/// Reads columns.
struct CoNLLImport {
  private let marks: SpanMarks

  init(_ labels: LabelReader) { marks = SpanMarks(labels) }

  /// Each document that begins with `-DOCSTART-` is a text of its own.
  func read(_ text: String?) throws(ImportProblem) -> ImportedFile {
    guard let text else { throw .notText }
    var documents: [Document] = []
    var document = Document()
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let columns = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
      guard let token = columns.first, let tag = columns.last else {
        document.endParagraph()
        continue
      }
      if token == "-DOCSTART-" {
        documents.append(document)
        document = Document()
      } else if !token.hasPrefix("#") || Tag(tag) != nil {
        guard columns.count > 1, let tag = Tag(tag) else {
          throw .notTheFormat(
            "line \(number + 1) has no tag in its last column, such as O or B-PER")
        }
        document.add(token, tag)
      }
    }
    documents.append(document)
    var file = ImportedFile()
    file.groups = documents.filter { !$0.text.isEmpty }.map { document in
      ImportedGroup(text: document.text, marks: marks.marks(of: document.spans, carried: []))
    }
    return file
  }

  /// What a token is: `B-PER`, `O`.
  private struct Tag {
    let place: Character
    let label: String?

    init?(_ text: String) {
      guard let place = text.first, "BIESLUO".contains(place) else { return nil }
      self.place = place
      let rest = text.dropFirst()
      if place == "O", rest.isEmpty {
        label = nil
      } else {
        guard rest.first == "-" || rest.first == "_", rest.count > 1 else { return nil }
        label = String(rest.dropFirst())
      }
    }

    /// Whether a token with it begins a chunk, whatever the one before it was.
    var begins: Bool { ["B", "S", "U"].contains(place) }
  }

  /// A text that grows token by token, with the chunks in it.
  private struct Document {
    private(set) var text = ""
    private var length = 0
    private var chunks: [(span: Range<Int>, label: String)] = []
    /// The label of the chunk that the last token belongs to.
    private var open: String?
    private var isOpening = true

    mutating func endParagraph() {
      open = nil
      if !text.isEmpty, !text.hasSuffix("\n\n") { append("\n\n") }
      isOpening = true
    }

    mutating func add(_ token: String, _ tag: Tag) {
      if !isOpening, !Self.joins(token) { append(" ") }
      let start = length
      append(token)
      isOpening = ["(", "[", "“", "‘", "„", "«", "$", "€", "£"].contains(token)
      if let label = tag.label {
        if label == open, !tag.begins, let last = chunks.indices.last {
          chunks[last].span = chunks[last].span.lowerBound..<length
        } else {
          chunks.append((start..<length, label))
        }
      }
      open = ["E", "L", "S", "U"].contains(tag.place) ? nil : tag.label
    }

    private mutating func append(_ words: String) {
      text += words
      length += words.unicodeScalars.count
    }

    /// Whether a sign stands close to the word before it.
    private static func joins(_ token: String) -> Bool {
      [".", ",", ";", ":", "!", "?", ")", "]", "”", "’", "»", "%", "…"].contains(token)
        || token.hasPrefix("'") || token.hasPrefix("’")
    }

    var spans: [LabelledSpan] {
      chunks.map { LabelledSpan(span: $0.span, labels: [$0.label], origin: "conll:\(text)") }
    }
  }
}
