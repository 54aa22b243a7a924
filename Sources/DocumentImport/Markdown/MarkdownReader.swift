// Markdown: what editors of blogs, wikis and notes write. CommonMark, with the tables and the front matter that
// nearly everybody uses beside it.

import ArticleModel

/// Reads Markdown.
struct MarkdownReader: DocumentReader {
  var extractor: ArticleMetadata.Extractor { .init(name: "Markdown", version: "1") }
  var nameEndings: [String] { ["md", "markdown", "mdown", "mkd"] }

  /// Larger documents are read as plain text.
  private static let largest = 8 << 20
  /// And so are those with more beginnings of pictures: cmark takes time by the square of those that are
  /// left open (CVE-2023-22486).
  private static let mostPictures = 20_000
  /// And those with a line that opens more lists and quotations: each line after it takes time for each.
  private static let mostOpenings = 200

  /// Front matter with a title is beyond doubt; all else in Markdown may stand in a plain text.
  func recognises(_ beginning: ByteSample) -> Bool {
    guard FrontMatter.mayBegin(beginning.bytes) else { return false }
    return FrontMatter(of: beginning.bytes)?.metadata.title != nil
  }

  func read(_ document: SourceDocument) throws(ImportError) -> DocumentContent {
    let decoded = DecodedText(of: document)
    let plain = PlainTextReader()
    guard decoded.text.count <= Self.largest, !Self.hasTooManyPictures(decoded.text),
      !Self.opensTooMuch(decoded.text)
    else {
      return DocumentContent(
        text: decoded.text, structure: plain.structure(of: decoded.text, in: decoded.encoding))
    }
    let matter = decoded.text.withBytes { FrontMatter(of: $0) }
    let parsed = decoded.text.withBytes { bytes in
      MarkdownTree(
        parsing: UnsafeBufferPointer(rebasing: bytes[(matter?.end ?? 0)...]))
    }
    // Without any markup, the text is the file's own.
    if matter == nil, !parsed.hasMarkup {
      return DocumentContent(
        text: decoded.text, structure: plain.structure(of: decoded.text, in: decoded.encoding))
    }
    return content(of: parsed, matter?.metadata ?? ArticleMetadata(), decoded)
  }

  private static func hasTooManyPictures(_ text: ArticleText) -> Bool {
    text.withBytes { bytes in
      zip(bytes, bytes.dropFirst()).count { $0 == UInt8(ascii: "!") && $1 == UInt8(ascii: "[") }
        > mostPictures
    }
  }

  /// Whether a line begins with more signs of lists and quotations than anybody writes.
  private static func opensTooMuch(_ text: ArticleText) -> Bool {
    text.withBytes { bytes in
      var (signs, isBeginning, previous) = (0, true, UInt8(0x20))
      for byte in bytes {
        switch byte {
        case 0x0A: (signs, isBeginning) = (0, true)
        case 0x20, 0x09, 0x30...0x39: break
        // A rule of hyphens or stars opens nothing.
        case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"):
          signs += previous == byte ? 0 : 1
        case UInt8(ascii: ">"), UInt8(ascii: "."), UInt8(ascii: ")"): signs += 1
        default: isBeginning = false
        }
        if isBeginning, signs > mostOpenings { return true }
        previous = byte
      }
      return false
    }
  }

  private func content(
    of tree: MarkdownTree, _ found: ArticleMetadata, _ decoded: DecodedText
  ) -> DocumentContent {
    var metadata = found
    metadata.extractor = extractor
    metadata.encoding = decoded.encoding
    let text = MarkdownText(
      of: tree, title: metadata.title, base: metadata.address.flatMap { PageAddress($0) })
    metadata.title = metadata.title ?? text.headline
    return DocumentContent(
      text: ArticleText(utf8: text.bytes),
      structure: ArticleStructure(
        blocks: BlockTable(text.blocks), links: text.links, metadata: metadata))
  }
}
