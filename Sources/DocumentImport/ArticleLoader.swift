// bytes → Article. The face of the module: SourceBytes gets the bytes, a DocumentReader makes text of them.

import ArticleModel

/// Opens articles.
///
/// The text of an article is UTF-8 with LF line ends and no byte-order mark. A file that already is
/// that becomes the text byte for byte; anything else is decoded into a copy. All bytes are checked,
/// whatever the size and whoever asks – at the latest once the first screen is there – so a file has one
/// text and its offsets one meaning. No article is longer than 512 MB, or 256 MB when it comes through a pipe.
public enum ArticleLoader {
  /// How a large file is held.
  public enum Holding: Sendable {
    /// Copied into memory: nobody can change the text.
    case copy
    /// Mapped, for somebody who waits for the first screen: opens at once. Until the text is detached
    /// from the file, a file that is cut short raises SIGBUS.
    case mapping
    /// Mapped, and of long plain text only the beginning is checked: whoever shows it asks the text for
    /// `passesCheck` before anything is made of it, and opens the file as `mapping` if it does not pass.
    case glance
  }

  /// What a path may stand for.
  public enum Kind: Sendable {
    /// A file, a pipe or a device: somebody named it.
    case any
    /// A file alone. What is found beside other files may be a pipe that nobody writes to.
    case file
  }

  /// Files up to this many bytes are always copied.
  static let smallFile = 65_536
  /// So many bytes are checked of a longer file that somebody only glances at.
  static let checkedAtAGlance = 1 << 20
  /// The digest of files up to this many bytes is worked out at once.
  static let quicklyHashedFile = 262_144

  /// Opens a file; `-` is standard input, unless only files are asked for. `FILE#MEMBER` is one of the
  /// articles in a file, unless there is a file of that name.
  /// - Parameters:
  ///   - origin: where the file was fetched from, when that is known.
  ///   - encoding: the encoding that it is in; nil to tell it from the bytes.
  public static func load(
    _ path: String, as holding: Holding = .copy, of kind: Kind = .any,
    from origin: DocumentOrigin? = nil, in encoding: TextEncoding? = nil
  ) throws(ImportError) -> Article {
    do {
      return try loadFile(path, as: holding, of: kind, from: origin, in: encoding)
    } catch .notFound(let name) {
      guard let place = MemberPath(path),
        let collection = try collection(
          place.file == StandardInput.file ? StandardInput.path : place.file, of: kind)
      else { throw .notFound(name) }
      return try collection.article(named: place.member)
    }
  }

  private static func loadFile(
    _ path: String, as holding: Holding, of kind: Kind, from origin: DocumentOrigin?,
    in encoding: TextEncoding?
  ) throws(ImportError) -> Article {
    let isStandardInput = path == "-" && kind == .any
    let name = isStandardInput ? StandardInput.name : fileName(of: path)
    let source =
      try isStandardInput
      ? StandardInput.bytes() : SourceBytes(path: path, as: holding, of: kind)
    let document = SourceDocument(
      source: source, name: isStandardInput ? name : path, origin: origin,
      encoding: encoding)
    if let reader = CollectionReaders.reader(for: document) {
      return try ArticleCollection(document, read: reader, isFile: !isStandardInput).onlyArticle()
    }
    if isStandardInput { StandardInput.release() }
    let content = try content(of: document)
    return Article(
      content, source: Article.Source(name: name, path: isStandardInput ? nil : path), source)
  }

  /// Makes an article of bytes that are already in memory.
  public static func article(
    of bytes: [UInt8], named name: String, from origin: DocumentOrigin? = nil,
    in encoding: TextEncoding? = nil
  ) throws(ImportError) -> Article {
    if let collection = try collection(of: bytes, named: name) {
      return try collection.onlyArticle()
    }
    let source = SourceBytes(bytes)
    let content = try content(
      of: SourceDocument(source: source, name: name, origin: origin, encoding: encoding))
    return Article(content, source: Article.Source(name: name), source)
  }

  /// The last component of a path.
  static func fileName(of path: String) -> String {
    path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
  }

  /// Bytes in an encoding that somebody names, and that is no extension of ASCII, are plain text.
  private static func reader(
    of document: SourceDocument, _ beginning: ByteSample
  ) throws(ImportError) -> any DocumentReader {
    if document.encoding?.isWide == true { return PlainTextReader() }
    return try DocumentReaders.reader(for: beginning, named: document.name)
  }

  private static func content(
    of document: SourceDocument
  ) throws(ImportError) -> DocumentContent {
    let beginning = ByteSample(of: document.source.bytes)
    let reader = try reader(of: document, beginning)
    let content = try reader.read(document).findingTurns
    if content.text.isBlank { throw .empty(document.name) }
    return document.origin.map(content.coming) ?? content
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
  var isBlank: Bool { withBytes { !$0.contains { !$0.isASCIIWhitespace } } }
}
