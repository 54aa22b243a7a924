// bytes → Article. The face of the module: SourceBytes gets the bytes, a DocumentReader makes text of them.

import ArticleModel

/// Opens articles.
///
/// The text of an article is UTF-8 with LF line ends and no byte-order mark. A file that already is
/// that becomes the text byte for byte; anything else is decoded into a copy.
///
/// ```
/// size        looked at for format, encoding and line ends     then
/// ≤ 4 MB      all of it                                        held in memory
/// > 4 MB      the first 64 KB, or all of it with .complete     mapped, unless it has to be decoded
/// ```
///
/// So the text of a large file that was opened with `.beginning` may hold bytes that are no UTF-8, or
/// carriage returns, after its first 64 KB. `ArticleText` promises nothing but memory safety there:
/// such bytes are shown as U+FFFD, and offsets count them as they stand in the file.
public enum ArticleLoader {
  /// How much of a large file is checked before it is taken as text.
  public enum Check: Sendable {
    /// The first 64 KB: what a reader who waits for the first screen wants.
    case beginning
    /// The whole file: what a command wants whose output others rely on.
    case complete
  }

  /// Files up to this many bytes are always checked whole.
  static let smallFile = 4_194_304
  /// The digest of files up to this many bytes is worked out at once.
  static let quicklyHashedFile = 262_144

  /// Opens a file; `-` is standard input.
  public static func load(
    _ path: String, checking check: Check = .beginning
  ) throws(ImportError) -> Article {
    let isStandardInput = path == "-"
    let name = isStandardInput ? "standard input" : fileName(of: path)
    let source = try isStandardInput ? SourceBytes(standardInput: name) : SourceBytes(path: path)
    let content = try content(
      of: SourceDocument(source: source, name: isStandardInput ? name : path, check: check))
    return Article(
      content, source: Article.Source(name: name, path: isStandardInput ? nil : path), source)
  }

  /// Makes an article of bytes that are already in memory.
  public static func article(
    of bytes: [UInt8], named name: String
  ) throws(ImportError) -> Article {
    let source = SourceBytes(bytes)
    let content = try content(of: SourceDocument(source: source, name: name, check: .complete))
    return Article(content, source: Article.Source(name: name), source)
  }

  /// The last component of a path.
  private static func fileName(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func content(
    of document: SourceDocument
  ) throws(ImportError) -> DocumentContent {
    let beginning = ByteSample(of: document.source.bytes)
    let reader = try DocumentReaders.reader(for: beginning, named: document.name)
    let content = try reader.read(document)
    if content.text.isBlank { throw .empty(document.name) }
    return content
  }
}

extension Article {
  /// Makes an article of what a reader made of some bytes.
  fileprivate init(_ content: DocumentContent, source: Source, _ bytes: SourceBytes) {
    var source = source
    if bytes.bytes.count <= ArticleLoader.quicklyHashedFile {
      source.rawDigest = withExtendedLifetime(bytes) { Digest(of: bytes.bytes) }
    }
    self.init(text: content.text, source: source, structure: content.structure)
  }
}

extension ArticleText {
  /// Whether there is nothing but white space in it; reads no further than to the first word.
  fileprivate var isBlank: Bool { withBytes { !$0.contains { !$0.isASCIIWhitespace } } }
}
