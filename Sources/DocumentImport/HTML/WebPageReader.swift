// Pages of the web, as servers send them and as browsers save them.

import ArticleModel

/// Reads HTML: cuts the article out of its page.
struct WebPageReader: DocumentReader {
  var extractor: ArticleMetadata.Extractor { .init(name: "web page", version: "2") }
  var nameEndings: [String] { ["html", "htm", "xhtml", "shtml"] }

  /// Pages that are larger than this are not read.
  private static let largest = 64 << 20

  /// Whether a file begins as only pages do, comments and declarations passed over.
  func recognises(_ beginning: ByteSample) -> Bool {
    PageBeginning.isOne(beginning.bytes)
  }

  func read(_ document: SourceDocument) throws(ImportError) -> DocumentContent {
    try read(
      document,
      savedFrom: document.origin?.address ?? PageBeginning.address(in: document.source.bytes))
  }

  /// Reads a page of which is known where it was saved from, and which encoding what it came in names;
  /// nil for what is not known.
  func read(
    _ document: SourceDocument, savedFrom address: String?, labelled label: String? = nil
  ) throws(ImportError) -> DocumentContent {
    guard document.source.bytes.count <= Self.largest else {
      throw .tooLarge(document.name, megabytes: Self.largest >> 20)
    }
    let page = try PageEncoding.text(
      of: document.source.bytes, named: document.name, in: document.encoding,
      labelled: label ?? document.origin?.encodingLabel)
    let parsed = page.withBytes { bytes in
      Result(catching: { () throws(MarkupTree.Failure) in
        try MarkupTree(parsing: bytes)
      })
    }
    guard case .success(let tree) = parsed else { throw .tooComplicated(document.name) }
    let content = content(of: tree, savedFrom: address)
    // A title alone is no article: scripts put the rest there, or another page has it.
    guard let last = content.structure.blocks.block(before: content.text.end),
      last.kind != .headline
    else { throw .empty(document.name) }
    return content
  }

  private func content(of tree: MarkupTree, savedFrom saved: String?) -> DocumentContent {
    let found = PageMetadata(of: tree)
    var metadata = found.metadata
    metadata.extractor = extractor
    metadata.address = saved ?? metadata.address
    let finder = ArticleFinder(
      tree: tree, dropsByline: !found.namesAuthors, title: TitleWords(metadata.title),
      description: found.description)
    let article = finder.find()
    if metadata.authors.isEmpty, let byline = article?.byline {
      metadata.authors = Byline(byline, outlet: metadata.outlet).names
    }
    if let body = found.body, Self.shows(article, less: body) {
      return content(body, metadata)
    }
    return content(article, on: tree, metadata)
  }

  /// A shorter article may be a beginning or a notice that something has to be switched on, in code points.
  private static let shortArticle = 500

  /// Whether the page shows hardly anything of what its description has as the text.
  private static func shows(_ article: ArticleFinder.Found?, less body: String) -> Bool {
    let length = article?.length ?? 0
    return length < shortArticle && body.utf8.count > max(shortArticle, 3 * length)
  }

  /// The article as the description of the page has it.
  private func content(_ body: String, _ metadata: ArticleMetadata) -> DocumentContent {
    let lines = body.split(whereSeparator: \.isNewline).map {
      InlineText.collapsed(CharacterReferences.decoded(String($0)).utf8)
    }
    var bytes: [UInt8] = []
    var blocks: [Block] = []
    for (index, line) in ([metadata.title ?? ""] + lines).enumerated() where !line.isEmpty {
      if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
      let span = TextSpan(bytes.count..<bytes.count + line.utf8.count)
      bytes += line.utf8
      blocks.append(Block(span: span, kind: index == 0 ? .headline : .paragraph))
    }
    return DocumentContent(
      text: ArticleText(utf8: bytes),
      structure: ArticleStructure(blocks: BlockTable(blocks), metadata: metadata))
  }

  private func content(
    _ article: ArticleFinder.Found?, on tree: MarkupTree, _ metadata: ArticleMetadata
  ) -> DocumentContent {
    let base = base(of: tree, address: metadata.address)
    var text = PageText(of: article?.page ?? Page(tree), base: base)
    if let title = metadata.title { text.add(title, as: .headline) }
    for root in article?.roots ?? [] { text.add(root) }
    return DocumentContent(
      text: ArticleText(utf8: text.bytes),
      structure: ArticleStructure(
        blocks: BlockTable(text.distinguishedBlocks), links: text.links, metadata: metadata))
  }

  /// What links are relative to.
  private func base(of tree: MarkupTree, address: String?) -> PageAddress? {
    let page = address.flatMap { PageAddress($0) }
    let base = tree.elements(.bases).first { tree.value("href", of: $0) != nil }
    guard let written = base.flatMap({ tree.value("href", of: $0) }) else { return page }
    return PageAddress.resolve(written, against: page).flatMap { PageAddress($0) } ?? page
  }
}
