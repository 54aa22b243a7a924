// The chapters of a book: the pages that have text, with the titles that the book gives them.

import ArticleModel

/// An open book.
struct EPUBBook: OpenCollection {
  let members: [CollectionMember]
  private let chapters: [Chapter]
  private let package: EPUBPackage
  private let archive: ZipArchive
  private let name: String

  /// A page with text.
  private struct Chapter {
    var path: String
    /// What the table of contents calls it; nil when it does not list it.
    var title: String?
  }

  /// So many bytes of pages are looked at while the chapters are listed: enough for all but the longest
  /// books, and quick.
  private static let outlook = 24 << 20

  init(
    _ package: EPUBPackage, _ archive: ZipArchive, named name: String
  ) throws(ImportError) {
    (self.package, self.archive, self.name) = (package, archive, name)
    let titles = EPUBContents(of: package, in: archive).titles
    let isLinear = package.spine.contains(where: \.isLinear)
    var seen: Set<String> = []
    var chapters: [Chapter] = []
    var members: [CollectionMember] = []
    var names = MemberNames()
    var allowance = Self.outlook
    for page in package.spine
    where (page.isLinear || !isLinear) && seen.insert(page.path).inserted {
      let size = archive.entries[page.path]?.size ?? 0
      allowance -= size
      let bytes = allowance >= 0 ? try archive.contents(of: page.path) : nil
      if size == 0 || bytes.map({ ChapterPage.isEmpty($0.bytes) }) == true { continue }
      let title = titles[page.path]
      chapters.append(Chapter(path: page.path, title: title))
      members.append(
        CollectionMember(
          name: names.name(Self.words(of: page.path), distinguishedBy: page.path),
          title: title ?? bytes.flatMap { ChapterPage.heading($0.bytes) }
            ?? Self.continued(members.last?.title, number: members.count + 1)))
    }
    (self.chapters, self.members) = (chapters, members)
  }

  /// A page is known by the name of its file, which stays when the book is made anew.
  private static func words(of path: String) -> String {
    var file = path.split(separator: "/").last ?? ""
    while let dot = file.lastIndex(of: "."), Self.endings.contains(file[dot...].lowercased()) {
      file = file[..<dot]
    }
    return String(file)
  }

  private static let endings: Set<String> = [".xhtml", ".html", ".htm", ".xml"]

  /// What to call a page that neither the table of contents nor a heading names.
  private static func continued(_ title: String?, number: Int) -> String {
    let mark = " (continued)"
    guard let title else { return "Page \(number)" }
    return title.hasSuffix(mark) ? title : title + mark
  }

  func content(ofMember index: Int) throws(ImportError) -> DocumentContent {
    let chapter = chapters[index]
    guard let bytes = try archive.contents(of: chapter.path) else {
      throw .damaged(name, what: "“\(chapter.path)” is missing in the book")
    }
    let content = try ChapterPage.content(of: bytes.bytes, title: chapter.title, named: name)
    let own = content.structure.metadata
    var metadata = package.metadata
    metadata.extractor = .init(name: "EPUB", version: "1")
    let titles = [package.metadata.title, own.title ?? members[index].title].compactMap(\.self)
    metadata.title = titles.joined(separator: " – ")
    metadata.language = own.language ?? package.metadata.language
    return DocumentContent(
      text: content.text,
      structure: ArticleStructure(
        blocks: content.structure.blocks, links: content.structure.links, metadata: metadata))
  }
}

/// The page of a chapter.
enum ChapterPage {
  /// Makes an article of it. Its first heading is the title, else what the table of contents says.
  static func content(
    of page: UnsafeBufferPointer<UInt8>, title: String?, named name: String
  ) throws(ImportError) -> DocumentContent {
    let text = try PageEncoding.text(of: page, named: name)
    let html = text.withBytes { XHTML.expanded($0) }
    let whole = WholePage(title: title, takesHeading: true)
    do throws(MarkupTree.Failure) {
      return try html.withUnsafeBufferPointer { html throws(MarkupTree.Failure) in
        try whole.content(of: html)
      }
    } catch {
      throw .tooComplicated(name)
    }
  }

  /// Whether there are no words between its tags, as on the page of a cover.
  static func isEmpty(_ page: UnsafeBufferPointer<UInt8>) -> Bool {
    guard EncodingGuess.wideEncoding(of: ByteSample(of: page)) == nil else { return false }
    var at = page.firstIndex(of: "<body") ?? 0
    while let start = page.firstIndex(of: UInt8(ascii: "<"), from: at) {
      if page[at..<start].contains(where: { !InlineText.isBlank($0) }) { return false }
      guard let end = endOfMarkup(in: page, from: start) else { return true }
      at = end
    }
    return !page[min(at, page.count)...].contains { !InlineText.isBlank($0) }
  }

  /// Where a tag, a comment, or a style sheet with all that is in it, ends.
  private static func endOfMarkup(
    in page: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    if page.has("<!--", at: start) { return page.firstIndex(of: "-->", from: start).map { $0 + 3 } }
    for (tag, end) in [("<style", "</style"), ("<script", "</script"), ("<svg", "</svg")]
      as [(StaticString, StaticString)] where page.has(tag, at: start)
    {
      return page.firstIndex(of: end, from: start)
    }
    return page.firstIndex(of: UInt8(ascii: ">"), from: start).map { $0 + 1 }
  }

  /// Its first heading; nil when it has none.
  static func heading(_ page: UnsafeBufferPointer<UInt8>) -> String? {
    guard let content = try? content(of: page, title: nil, named: "") else { return nil }
    return content.structure.metadata.title
  }
}
