// The package document of a book: what it is called, the files it has, and their order (EPUB 3.3, section 5).

import ArticleModel

/// What a package document says.
struct EPUBPackage {
  /// A page of the book.
  struct Page {
    var path: String
    /// Whether it stands in the order of reading.
    var isLinear: Bool
  }

  /// What is known of the book.
  private(set) var metadata = ArticleMetadata()
  /// The pages in the order of reading, without the table of contents.
  private(set) var spine: [Page] = []
  /// The table of contents as a page (EPUB 3); nil when there is none.
  private(set) var navigation: String?
  /// The table of contents as XML (EPUB 2); nil when there is none.
  private(set) var index: String?

  /// No more pages are looked at.
  private static let mostPages = 20_000

  init(_ tree: XMLTree, at path: String) {
    metadata = Self.metadata(of: tree)
    var files: [String: (path: String, type: String)] = [:]
    for item in tree.subtree(0) where tree.localName(item) == "item" {
      guard let id = tree.attribute("id", of: item), let href = tree.attribute("href", of: item)
      else { continue }
      let file = ArchivePath.resolve(href, from: path)
      let type = tree.attribute("media-type", of: item) ?? ""
      files[id] = (file, type)
      let properties = tree.attribute("properties", of: item)?.split(separator: " ") ?? []
      if properties.contains("nav") { navigation = file }
      if type == "application/x-dtbncx+xml" { index = file }
    }
    guard let spine = tree.firstDescendant("spine") else { return }
    let pages = tree.elements(in: spine).compactMap { reference -> Page? in
      guard let file = tree.attribute("idref", of: reference).flatMap({ files[$0] }),
        file.path != navigation, file.type.contains("html") || file.type.contains("dtbook")
      else { return nil }
      return Page(path: file.path, isLinear: tree.attribute("linear", of: reference) != "no")
    }
    self.spine = Array(pages.prefix(Self.mostPages))
  }

  private static func metadata(of tree: XMLTree) -> ArticleMetadata {
    var metadata = ArticleMetadata()
    guard let root = tree.firstDescendant("metadata") else { return metadata }
    func all(_ name: String) -> [String] {
      tree.subtree(root).filter {
        tree.name($0) == XMLTree.Name(name, in: "http://purl.org/dc/elements/1.1/")
      }.map { tree.string(in: $0) }.filter { !$0.isEmpty }
    }
    metadata.title = all("title").first
    metadata.authors = all("creator")
    metadata.outlet = all("publisher").first
    metadata.published = all("date").lazy.map { Timestamp($0) }.first { $0.day != nil }
    metadata.language = all("language").first
    let addresses = all("identifier") + all("source")
    metadata.address = addresses.first { PageAddress.isAbsolute($0) }
    metadata.canonicalAddress = addresses.first { $0.lowercased().hasPrefix("urn:isbn:") }
    return metadata
  }
}
