// Books in EPUB 2 and 3 (EPUB 3.3; Open Container Format): the chapters in reading order.

import ArticleModel

/// Reads EPUB books.
struct EPUBReader: CollectionReader {
  var nameEndings: [String] { ["epub"] }

  private static let container = "META-INF/container.xml"

  /// Whether a file is an archive that says it is a book, or is built like one.
  func recognises(_ document: SourceDocument) -> Bool {
    let bytes = document.source.bytes
    guard ZipArchive.isOne(bytes) else { return false }
    let beginning = UnsafeBufferPointer(rebasing: bytes.prefix(256))
    if beginning.firstIndex(of: "mimetypeapplication/epub+zip") != nil { return true }
    return ZipDirectory(of: bytes)?.entries?[Self.container] != nil
  }

  func open(_ document: SourceDocument) throws(ImportError) -> any OpenCollection {
    let archive = try ZipArchive(document)
    guard let container = try archive.contents(of: Self.container) else {
      throw .damaged(document.name, what: "META-INF/container.xml is missing in the book")
    }
    let tree = try XMLDocument.tree(of: container.bytes, named: document.name)
    guard let root = tree.firstDescendant("rootfile"),
      let path = tree.attribute("full-path", of: root),
      let package = try archive.contents(of: path)
    else { throw .damaged(document.name, what: "the package document of the book is missing") }
    let opened = try EPUBPackage(
      XMLDocument.tree(of: package.bytes, named: document.name), at: path)
    try refuseProtected(opened, archive, named: document.name)
    return try EPUBBook(opened, archive, named: document.name)
  }

  /// Fonts may be obscured; text that is encrypted cannot be read.
  private func refuseProtected(
    _ package: EPUBPackage, _ archive: ZipArchive, named name: String
  ) throws(ImportError) {
    guard let encryption = try archive.contents(of: "META-INF/encryption.xml") else { return }
    let tree = try XMLDocument.tree(of: encryption.bytes, named: name)
    let encrypted = tree.subtree(0).filter { tree.localName($0) == "CipherReference" }
      .compactMap { tree.attribute("URI", of: $0) }.map { ArchivePath.decoded($0) }
    guard Set(encrypted).isDisjoint(with: package.spine.map(\.path)) else {
      throw .unsupported(
        name,
        what: "the book is protected against copying (DRM), so only the seller's program opens it")
    }
  }
}

/// The paths of files in an archive, as other files in it name them.
enum ArchivePath {
  /// The path that a reference in a file means, without what stands behind a number sign.
  static func resolve(_ reference: String, from file: String) -> String {
    let reference = decoded(String(reference.prefix { $0 != "#" && $0 != "?" }))
    var parts =
      reference.hasPrefix("/") ? [] : file.split(separator: "/").dropLast().map(String.init)
    for part in reference.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  /// A path with its percent signs decoded (RFC 3986, section 2.1).
  static func decoded(_ path: String) -> String {
    guard path.contains("%") else { return path }
    let bytes = Array(path.utf8)
    var (result, at) = ([UInt8](), 0)
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[at + 1...at + 2], as: UTF8.self), radix: 16)
      {
        result.append(byte)
        at += 3
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
