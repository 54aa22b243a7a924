// A Word document as a package of parts (ECMA-376, part 2): the main part, and what it refers to.

import ArticleModel

/// The parts of a document that its text depends on.
struct WordPackage {
  private let archive: ZipArchive
  private let name: String
  private let part: String

  private static let types = "[Content_Types].xml"

  init(_ part: String, _ archive: ZipArchive, named name: String) {
    (self.part, self.archive, self.name) = (part, archive, name)
  }

  /// The path of the part that has the text; nil when the archive is no Word document.
  static func mainPart(
    of archive: ZipArchive, named name: String
  ) throws(ImportError) -> String? {
    guard archive.entries[types] != nil else { return nil }
    let named = try relations(of: "", in: archive, named: name).first {
      $0.type.hasSuffix("/officeDocument")
    }
    let parts = [named.map { ArchivePath.resolve($0.target, from: "") }, "word/document.xml"]
    return parts.compactMap(\.self).first {
      $0.hasPrefix("word/") && archive.entries[$0] != nil
    }
  }

  /// The document as an article.
  func content() throws(ImportError) -> DocumentContent {
    guard let body = try self.tree(part) else {
      throw .damaged(name, what: "“\(part)” is missing in the document")
    }
    let relations = try Self.relations(of: part, in: archive, named: name)
    func tree(ofType type: String) throws(ImportError) -> XMLTree? {
      guard let relation = relations.first(where: { $0.type.hasSuffix("/" + type) }) else {
        return nil
      }
      return try self.tree(ArchivePath.resolve(relation.target, from: part))
    }
    let links = Dictionary(
      relations.filter { $0.type.hasSuffix("/hyperlink") }.map { ($0.id, $0.target) },
      uniquingKeysWith: { first, _ in first })
    var text = WordText(
      body, styles: WordStyles(try tree(ofType: "styles")),
      lists: WordLists(try tree(ofType: "numbering")), links: links)
    text.addBody()
    for (type, note) in [("footnotes", "footnote"), ("endnotes", "endnote")] {
      let references = text.references(to: note)
      guard !references.isEmpty, let notes = try tree(ofType: type) else { continue }
      text.addNotes(references, of: notes, named: note)
    }
    return text.content(try metadata())
  }

  private func tree(_ path: String) throws(ImportError) -> XMLTree? {
    guard let bytes = try archive.contents(of: path) else { return nil }
    return try XMLDocument.tree(of: bytes.bytes, named: name)
  }

  /// What the properties of the document say (ECMA-376, part 2, section 11).
  private func metadata() throws(ImportError) -> ArticleMetadata {
    var metadata = ArticleMetadata()
    metadata.extractor = .init(name: "Word document", version: "1")
    guard let tree = try? tree("docProps/core.xml") else { return metadata }
    func text(_ name: String) -> String? {
      tree.first(name, in: 0).map { tree.string(in: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    metadata.title = text("title")
    metadata.authors = text("creator").map { $0.split(separator: ";").map(\.trimmed) } ?? []
    // A document keeps the day on which its template was made: that is no day of what it says.
    let change = text("modified") ?? text("created")
    metadata.modified = change.map { Timestamp($0) }.flatMap { $0.day == nil ? nil : $0 }
    metadata.language = text("language")
    return metadata
  }

  /// What a part leads to.
  private struct Relation {
    var id: String
    var type: String
    var target: String
  }

  private static func relations(
    of part: String, in archive: ZipArchive, named name: String
  ) throws(ImportError) -> [Relation] {
    let pieces = part.split(separator: "/").map(String.init)
    let folder = pieces.dropLast().joined(separator: "/")
    let path = (folder.isEmpty ? "" : folder + "/") + "_rels/" + (pieces.last ?? "") + ".rels"
    guard let bytes = try archive.contents(of: path) else { return [] }
    let tree = try XMLDocument.tree(of: bytes.bytes, named: name)
    return tree.elements(in: 0).compactMap { node in
      guard let id = tree.attribute("Id", of: node), let type = tree.attribute("Type", of: node),
        let target = tree.attribute("Target", of: node)
      else { return nil }
      return Relation(id: id, type: type, target: target)
    }
  }
}
