// Word and OpenDocument files: paragraphs with their kinds, changes, notes, boxes, and archives of other things.

import ArticleModel
import TestSupport
import Testing

@testable import DocumentImport

@Suite struct OfficeTests {
  static let wordNames = """
    xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' \
    xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' \
    xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'
    """

  private static let relationType =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  static func word(_ body: String, _ more: [ZipSample.File] = []) -> [UInt8] {
    let relations = [
      ("1", "styles", "styles.xml"), ("2", "footnotes", "footnotes.xml"),
      ("3", "numbering", "numbering.xml"),
    ].map {
      "<Relationship Id='\($0.0)' Type='\(relationType)\($0.1)' Target='\($0.2)'/>"
    }
    let files: [ZipSample.File] = [
      .init("[Content_Types].xml", "<Types/>"),
      .init(
        "_rels/.rels",
        "<Relationships><Relationship Id='a' Type='\(relationType)officeDocument' Target='/word/document.xml'/></Relationships>"
      ),
      .init(
        "word/_rels/document.xml.rels",
        """
        <Relationships>\(relations.joined())<Relationship Id='link' Type='\(relationType)hyperlink'
        Target='https://example.org/minutes' TargetMode='External'/></Relationships>
        """),
      .init(
        deflating: "word/document.xml",
        "<w:document \(wordNames)><w:body>\(body)</w:body></w:document>"),
      .init(
        "word/styles.xml",
        """
        <w:styles \(wordNames)>
        <w:style w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style>
        <w:style w:styleId='Eigene'><w:name w:val='Mine'/><w:basedOn w:val='berschrift1'/></w:style>
        <w:style w:styleId='Titel'><w:name w:val='Title'/></w:style>
        <w:style w:styleId='Zitat'><w:name w:val='Quote'/></w:style>
        <w:style w:styleId='V1'><w:name w:val='toc 1'/></w:style>
        <w:style w:styleId='Ebene'><w:name w:val='Level'/><w:pPr><w:outlineLvl w:val='2'/></w:pPr></w:style>
        </w:styles>
        """),
      .init(
        "word/footnotes.xml",
        """
        <w:footnotes \(wordNames)><w:footnote w:id='-1'><w:p><w:r><w:t>separator</w:t></w:r></w:p></w:footnote>
        <w:footnote w:id='2'><w:p><w:r><w:footnoteRef/><w:t> The minutes.</w:t></w:r></w:p></w:footnote></w:footnotes>
        """),
      .init(
        "docProps/core.xml",
        """
        <cp:coreProperties xmlns:cp='urn:c' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:dcterms='urn:t'>
        <dc:title>Report</dc:title><dc:creator>Ana Lopes;Ben Okri</dc:creator>
        <dcterms:created>2026-11-03T09:15:00Z</dcterms:created></cp:coreProperties>
        """),
    ]
    return ZipSample(files + more).bytes
  }

  private static func paragraph(_ text: String, style: String? = nil) -> String {
    let properties = style.map { "<w:pPr><w:pStyle w:val='\($0)'/></w:pPr>" } ?? ""
    return "<w:p>\(properties)<w:r><w:t xml:space='preserve'>\(text)</w:t></w:r></w:p>"
  }

  private func article(_ body: String) throws -> Article {
    try ArticleLoader.article(of: Self.word(body), named: "a.docx")
  }

  @Test("Paragraphs are what their styles say, in whatever language these are named")
  func kinds() throws {
    let numbered =
      "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='3'/></w:numPr></w:pPr><w:r><w:t>Item</w:t></w:r></w:p>"
    let article = try article(
      Self.paragraph("The bridge", style: "Titel") + Self.paragraph("One 1", style: "V1")
        + Self.paragraph("One", style: "berschrift1") + Self.paragraph("Text.")
        + Self.paragraph("Two", style: "Eigene") + Self.paragraph("Said.", style: "Zitat")
        + numbered
        + Self.paragraph("Three", style: "Ebene"))
    #expect(
      article.structureLines == [
        "headline: The bridge", "subheading: One", "paragraph: Text.", "subheading: Two",
        "blockQuotation: Said.", "listItem: Item", "subheading: Three",
      ])
    #expect(article.metadata.title == "Report")
    #expect(article.metadata.authors == ["Ana Lopes", "Ben Okri"])
    #expect(article.metadata.published == nil)
    #expect(article.metadata.modified == Timestamp("2026-11-03T09:15:00Z"))
  }

  @Test("Changes are taken as accepted, hidden text stays hidden, and words are not torn apart")
  func runs() throws {
    let article = try article(
      """
      <w:p><w:r><w:t>The coun</w:t></w:r><w:r><w:t>cil </w:t></w:r><w:ins><w:r><w:t>met</w:t></w:r></w:ins>
      <w:del><w:r><w:delText>slept</w:delText><w:t>slept</w:t></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr>
      <w:t>hidden</w:t></w:r><w:r><w:t>.</w:t><w:tab/><w:t>A</w:t><w:br/><w:t>line, co\u{AD}operation</w:t>
      <w:noBreakHyphen/><w:t>x</w:t><w:instrText>PAGE</w:instrText></w:r></w:p>
      """)
    #expect(article.string == "The council met. A\nline, cooperation\u{2011}x")
  }

  @Test("Links keep their targets, notes come at the end, and a text box comes once")
  func linksNotesBoxes() throws {
    let box = { (text: String) in
      "<w:drawing><w:txbxContent>\(Self.paragraph(text))</w:txbxContent></w:drawing>"
    }
    let article = try article(
      """
      <w:p><w:hyperlink r:id='link'><w:r><w:t>Minutes</w:t></w:r></w:hyperlink><w:r><w:t> say so.</w:t>
      <w:footnoteReference w:id='2'/></w:r><w:r><mc:AlternateContent><mc:Choice>\(box("In a box."))</mc:Choice>
      <mc:Fallback>\(box("In a box."))</mc:Fallback></mc:AlternateContent></w:r></w:p>
      """ + Self.paragraph("After it."))
    #expect(article.string == "Minutes say so.¹\n\nIn a box.\n\nAfter it.\n\n¹ The minutes.")
    let link = try #require(article.structure.links.first)
    #expect(link.target == "https://example.org/minutes")
    #expect(article.text.string(in: link.span) == "Minutes")
  }

  @Test("A table comes row by row with its links; a frame of one cell leaves no trace")
  func tables() throws {
    let cell = { (text: String) in "<w:tc>\(text)</w:tc>" }
    let link = "<w:p><w:hyperlink r:id='link'><w:r><w:t>Cost</w:t></w:r></w:hyperlink></w:p>"
    let article = try article(
      "<w:tbl><w:tr>\(cell(Self.paragraph("Year") + Self.paragraph("of start")))\(cell(link))</w:tr>"
        + "<w:tr>\(cell(Self.paragraph("2026")))\(cell(Self.paragraph("20")))</w:tr></w:tbl>"
        + "<w:tbl><w:tr>\(cell(Self.paragraph("Framed.")))</w:tr></w:tbl>")
    #expect(
      article.structureLines == [
        "tableRow: Year of start | Cost", "tableRow: 2026 | 20", "paragraph: Framed.",
      ])
    #expect(article.structure.links.map { article.text.string(in: $0.span) } == ["Cost"])
  }

  static let openNames = """
    xmlns:office='urn:o' xmlns:text='urn:t' xmlns:table='urn:tb' xmlns:style='urn:s' xmlns:draw='urn:d' \
    xmlns:xlink='urn:x' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:meta='urn:m'
    """

  static func openContent(_ body: String) -> String {
    """
    <office:document-content \(openNames)><office:automatic-styles>
    <style:style style:name='P1' style:parent-style-name='Quotations'/></office:automatic-styles>
    <office:body><office:text>\(body)</office:text></office:body></office:document-content>
    """
  }

  static func open(_ body: String, kind: String = "text") -> [UInt8] {
    ZipSample([
      .init("mimetype", "application/vnd.oasis.opendocument.\(kind)"),
      .init("META-INF/manifest.xml", "<manifest/>"),
      .init(deflating: "content.xml", openContent(body)),
      .init(
        "meta.xml",
        """
        <office:document-meta \(openNames)><office:meta><dc:title>Report</dc:title>
        <meta:initial-creator>Ana Lopes</meta:initial-creator><dc:date>2026-11-03T09:15:00.12</dc:date>
        </office:meta></office:document-meta>
        """),
    ]).bytes
  }

  private static let openBody = """
    <text:tracked-changes><text:p>gone</text:p></text:tracked-changes>
    <text:h text:outline-level='1'>The bridge</text:h>
    <text:p>A<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d <office:annotation><text:p>remark</text:p>
    </office:annotation><text:a xlink:href='https://example.org/a'>e</text:a><text:note>
    <text:note-citation>1</text:note-citation><text:note-body><text:p>Note.</text:p></text:note-body></text:note>.</text:p>
    <text:p text:style-name='P1'>Said.</text:p><text:list><text:list-item><text:p>Item</text:p></text:list-item></text:list>
    <table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell>
    <table:table-cell><text:p>Cost</text:p></table:table-cell></table:table-row></table:table-header-rows></table:table>
    <text:p>With <draw:frame><draw:text-box><text:p>Boxed.</text:p></draw:text-box></draw:frame>box.</text:p>
    """

  private static let openLines = [
    "headline: The bridge", "paragraph: A b c\nd e¹.", "blockQuotation: Said.", "listItem: Item",
    "tableRow: Year | Cost", "paragraph: With box.", "paragraph: Boxed.", "paragraph: ¹ Note.",
  ]

  @Test(
    "OpenDocument keeps headings, lists, tables and notes; remarks and deleted text are not read")
  func openDocument() throws {
    let article = try ArticleLoader.article(of: Self.open(Self.openBody), named: "a.odt")
    #expect(article.structureLines == Self.openLines)
    #expect(article.structure.links.map(\.target) == ["https://example.org/a"])
    #expect(article.metadata.title == "Report")
    #expect(article.metadata.authors == ["Ana Lopes"])
    #expect(article.metadata.modified?.dayText == "2026-11-03")
  }

  @Test("An OpenDocument file in one piece reads the same")
  func flat() throws {
    let content = Self.openContent(Self.openBody).replacing("document-content", with: "document")
    let article = try ArticleLoader.article(of: Array(content.utf8), named: "a.fodt")
    #expect(article.structureLines == Self.openLines)
  }

  @Test("Archives and documents of other kinds say what they are")
  func others() throws {
    let utf16 = { (name: String) in name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let cases: [(bytes: [UInt8], words: String)] = [
      (ZipSample([.init("a.txt", "words")]).bytes, "a ZIP archive"),
      (
        ZipSample([.init("[Content_Types].xml", "<T/>"), .init("xl/workbook.xml", "<w/>")]).bytes,
        "a spreadsheet"
      ),
      (
        ZipSample([.init("[Content_Types].xml", "<T/>"), .init("ppt/presentation.xml", "<p/>")])
          .bytes, "a presentation"
      ),
      (Self.open("", kind: "spreadsheet"), "a spreadsheet"),
      (old + utf16("WordDocument"), "before 2007"), (old + utf16("EncryptedPackage"), "encrypted"),
      (old, "an old Office document"),
    ]
    for (bytes, words) in cases {
      let error = #expect(throws: ImportError.self) {
        try ArticleLoader.article(of: bytes, named: "a.docx")
      }
      #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }
  }

  /// The items of lists as "sign depth words".
  private static func items(_ article: Article) -> [String] {
    article.blocks.filter { $0.kind == .listItem }.map {
      "\($0.sign) \($0.depth) \(article.text.string(in: $0.span))"
    }
  }

  @Test("Items of lists in Word have their bullets, numbers and depth")
  func wordLists() throws {
    func item(_ words: String, _ list: Int, _ level: Int) -> String {
      "<w:p><w:pPr><w:numPr><w:ilvl w:val='\(level)'/><w:numId w:val='\(list)'/></w:numPr></w:pPr>"
        + "<w:r><w:t>\(words)</w:t></w:r></w:p>"
    }
    func level(_ depth: Int, _ format: String, from start: Int = 1) -> String {
      "<w:lvl w:ilvl='\(depth)'><w:start w:val='\(start)'/><w:numFmt w:val='\(format)'/></w:lvl>"
    }
    let numbering = """
      <w:numbering \(Self.wordNames)>
      <w:abstractNum w:abstractNumId='0'>\(level(0, "decimal"))\(level(1, "lowerLetter", from: 3))</w:abstractNum>
      <w:abstractNum w:abstractNumId='7'>\(level(0, "bullet"))\(level(1, "bullet"))</w:abstractNum>
      <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>
      <w:num w:numId='2'><w:abstractNumId w:val='7'/></w:num>
      <w:num w:numId='3'><w:abstractNumId w:val='0'/>
      <w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>
      </w:numbering>
      """
    let body = [
      item("a", 1, 0), item("b", 1, 1), item("c", 1, 1), item("d", 1, 0), item("e", 1, 1),
      item("f", 2, 0), item("g", 2, 1), item("h", 3, 0), item("i", 9, 0),
    ]
    let document = Self.word(body.joined(), [.init("word/numbering.xml", numbering)])
    let article = try ArticleLoader.article(of: document, named: "a.docx")
    #expect(
      Self.items(article) == [
        "number(1) 0 a", "number(3) 1 b", "number(4) 1 c", "number(2) 0 d", "number(3) 1 e",
        "bullet 0 f", "bullet 1 g", "number(5) 0 h", "bullet 0 i",
      ])
  }

  @Test("Items of lists in OpenDocument have their bullets, numbers and depth")
  func openDocumentLists() throws {
    let flat = """
      <?xml version='1.0'?>
      <office:document xmlns:office='urn:o' xmlns:text='urn:t' xmlns:style='urn:s'>
      <office:automatic-styles><text:list-style style:name='L1'>
      <text:list-level-style-number text:level='1' style:num-format='1'/>
      <text:list-level-style-bullet text:level='2'/></text:list-style></office:automatic-styles>
      <office:body><office:text>
      <text:list text:style-name='L1'><text:list-item><text:p>a</text:p><text:p>more</text:p>
      <text:list><text:list-item><text:p>b</text:p></text:list-item></text:list></text:list-item>
      <text:list-item><text:p>c</text:p></text:list-item></text:list>
      <text:p>Between.</text:p>
      <text:list text:style-name='L1' text:continue-numbering='true'>
      <text:list-item><text:p>d</text:p></text:list-item>
      <text:list-item text:start-value='8'><text:p>e</text:p></text:list-item></text:list>
      <text:list><text:list-item><text:p>f</text:p></text:list-item></text:list>
      </office:text></office:body></office:document>
      """
    let article = try ArticleLoader.article(of: Array(flat.utf8), named: "a.fodt")
    #expect(
      Self.items(article) == [
        "number(1) 0 a", "none 0 more", "bullet 1 b", "number(2) 0 c", "number(3) 0 d",
        "number(8) 0 e", "bullet 0 f",
      ])
  }
}
