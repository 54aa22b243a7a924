// bytes → Article. The face of the module; SourceBytes reads, DocumentFormat and TextEncoding decide.

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
    let text = try text(of: source, named: isStandardInput ? name : path, checking: check)
    return Article(
      text: text,
      source: Article.Source(
        name: name, path: isStandardInput ? nil : path, rawDigest: quickDigest(of: source)))
  }

  /// Makes an article of bytes that are already in memory.
  public static func article(
    of bytes: [UInt8], named name: String
  ) throws(ImportError) -> Article {
    let source = SourceBytes(bytes)
    let text = try text(of: source, named: name, checking: .complete)
    return Article(
      text: text, source: Article.Source(name: name, rawDigest: quickDigest(of: source)))
  }

  /// The last component of a path.
  private static func fileName(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func quickDigest(of source: SourceBytes) -> Digest? {
    guard source.bytes.count <= quicklyHashedFile else { return nil }
    return withExtendedLifetime(source) { Digest(of: source.bytes) }
  }

  private static func text(
    of source: SourceBytes, named name: String, checking check: Check
  ) throws(ImportError) -> ArticleText {
    let bytes = source.bytes
    let beginning = ByteSample(of: bytes)
    if case .binary(let format) = DocumentFormat.detected(in: beginning) {
      throw .binary(name, format: format)
    }
    let isCheckedWhole = check == .complete || bytes.count <= smallFile
    let checked = isCheckedWhole ? ByteSample(of: bytes, size: bytes.count) : beginning
    let encoding = TextEncoding.detected(in: checked)
    let isTextAlready = encoding == .utf8 && !LineEnds.needNormalising(checked.bytes)
    let text = isTextAlready ? source.asText() : encoding.decode(bytes)
    if text.isBlank { throw .empty(name) }
    return text
  }
}

extension ArticleText {
  /// Whether there is nothing but white space in it; reads no further than to the first word.
  fileprivate var isBlank: Bool { withBytes { !$0.contains { !$0.isASCIIWhitespace } } }
}
