// A file with several articles, for those who list or open them.

import ArticleModel

/// The articles in one file.
package struct ArticleCollection {
  /// One of them.
  package struct Member: Hashable, Sendable {
    /// Its path, `FILE#MEMBER`.
    package let path: String
    /// What it is called.
    package let title: String
  }

  /// The articles, in the order in which people read them.
  package let members: [Member]
  private let open: any OpenCollection
  private let file: String
  private let isFile: Bool

  /// Opens a collection. What comes through a pipe has articles without paths.
  init(
    _ document: SourceDocument, read reader: any CollectionReader, isFile: Bool = true
  ) throws(ImportError) {
    open = try reader.open(document)
    file = document.name
    self.isFile = isFile
    if open.members.isEmpty { throw .empty(document.name) }
    members = open.members.map { [file] in
      let place = file == StandardInput.name && !isFile ? StandardInput.file : file
      return Member(path: MemberPath(file: place, member: $0.name).description, title: $0.title)
    }
  }

  /// Reads the article at an index of `members`.
  package func article(_ index: Int) throws(ImportError) -> Article {
    let content = try open.content(ofMember: index)
    if content.text.isBlank { throw .empty(members[index].path) }
    let path = isFile ? members[index].path : nil
    let name = path.map { ArticleLoader.fileName(of: $0) } ?? self.name(ofMember: index)
    return Article(
      text: content.text, source: Article.Source(name: name, path: path),
      structure: content.structure)
  }

  private func name(ofMember index: Int) -> String {
    members.count == 1
      ? file : MemberPath(file: file, member: open.members[index].name).description
  }

  /// The article with a name.
  func article(named name: String) throws(ImportError) -> Article {
    guard let index = open.members.firstIndex(where: { $0.name == name }) else {
      throw .noMember(file, name: name, example: members[0].path)
    }
    return try article(index)
  }

  /// The article of a file that holds no other one.
  func onlyArticle() throws(ImportError) -> Article {
    if members.count == 1 { return try article(0) }
    throw isFile
      ? .several(file, count: members.count, example: members[0].path)
      : .severalInPipe(file, count: members.count, example: members[0].path)
  }
}

extension ArticleLoader {
  /// The articles in a file; nil when it is none that holds several.
  package static func collection(
    _ path: String, of kind: Kind = .any
  ) throws(ImportError) -> ArticleCollection? {
    let isStandardInput = path == StandardInput.path && kind == .any
    let source =
      try isStandardInput
      ? StandardInput.bytes() : SourceBytes(path: path, as: .mapping, of: kind)
    let document = SourceDocument(
      source: source, name: isStandardInput ? StandardInput.name : path)
    return try CollectionReaders.reader(for: document).map { reader throws(ImportError) in
      try ArticleCollection(document, read: reader, isFile: !isStandardInput)
    }
  }

  /// The articles in bytes that are in memory; nil when they do not hold several.
  package static func collection(
    of bytes: [UInt8], named name: String
  ) throws(ImportError) -> ArticleCollection? {
    let document = SourceDocument(source: SourceBytes(bytes), name: name)
    return try CollectionReaders.reader(for: document).map { reader throws(ImportError) in
      try ArticleCollection(document, read: reader, isFile: false)
    }
  }

  /// The endings of names of files that articles are read from, in small letters and without the dot.
  package static var nameEndings: Set<String> {
    Set(DocumentReaders.all.flatMap(\.nameEndings) + CollectionReaders.all.flatMap(\.nameEndings))
  }
}
