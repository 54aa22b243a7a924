// The table of contents of a book: which page has which title.

import ArticleModel
import CHTML

/// Titles of pages by their paths.
struct EPUBContents {
  private(set) var titles: [String: String] = [:]

  /// Reads the table of contents, as far as the book has one that can be read.
  init(of package: EPUBPackage, in archive: ZipArchive) {
    if let path = package.navigation, let page = try? archive.contents(of: path) {
      addLinks(of: page, at: path)
    }
    if titles.isEmpty, let path = package.index, let index = try? archive.contents(of: path) {
      addPoints(of: index, at: path)
    }
  }

  /// A page is called what the first entry calls it that leads to it, or before that to a place in it.
  private mutating func add(_ title: String, for reference: String, from path: String) {
    let page = ArchivePath.resolve(reference, from: path)
    if titles[page] == nil, !title.isEmpty { titles[page] = title }
  }

  private mutating func addLinks(of page: SourceBytes, at path: String) {
    let html = XHTML.expanded(page.bytes)
    guard let tree = html.withUnsafeBufferPointer({ try? MarkupTree(parsing: $0) }) else { return }
    let parts = tree.elements(.navigation).filter { tree.value("epub:type", of: $0) != "landmarks" }
    let contents = parts.first { tree.value("epub:type", of: $0) == "toc" } ?? parts.first ?? 0
    var node = contents
    while node < tree.subtree(contents).upperBound {
      guard tree.tag(node) == .a, let reference = tree.value("href", of: node) else {
        node += 1
        continue
      }
      add(tree.line(in: node), for: reference, from: path)
      // Links do not stand in links.
      node = tree.subtree(node).upperBound
    }
  }

  private mutating func addPoints(of index: SourceBytes, at path: String) {
    guard let tree = try? XMLDocument.tree(of: index.bytes, named: path) else { return }
    for point in tree.subtree(0) where tree.localName(point) == "navPoint" {
      guard let label = tree.first("navLabel", in: point),
        let content = tree.first("content", in: point),
        let reference = tree.attribute("src", of: content)
      else { continue }
      add(tree.string(in: label), for: reference, from: path)
    }
  }
}

extension TagSet {
  static let navigation = TagSet(GUMBO_TAG_NAV)
}

/// Pages in XHTML, for a parser of HTML.
enum XHTML {
  /// Elements that have no content in HTML either.
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]
  /// Names of elements are not longer, in bytes.
  private static let longestName = 32

  /// The page with an end tag for each element that is closed in its own tag, such as `<title/>`, which
  /// HTML would leave open to the end of the page.
  static func expanded(_ page: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(page.count + page.count / 16)
    var (copied, at) = (0, 0)
    while let end = page.firstIndex(of: "/>", from: at) {
      let passed = at
      at = end + 2
      guard let start = page[passed..<end].lastIndex(of: UInt8(ascii: "<")),
        !page[start..<end].contains(UInt8(ascii: ">")),
        let name = elementName(in: page[start + 1..<end]), !void.contains(name)
      else { continue }
      result += page[copied..<end]
      result += Array("></\(name)>".utf8)
      copied = at
    }
    return result + page[copied...]
  }

  private static func elementName(in tag: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    let name = tag.prefix(longestName).prefix { $0.isASCIILetterOrDigit || $0 == 0x3A }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self).lowercased()
  }
}

extension UInt8 {
  fileprivate var isASCIILetterOrDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self & 0xDF)
  }
}
