// How the lines of a plain text form paragraphs, verse, lists and tables, while the text stays what it is.

import ArticleModel
import Testing

@testable import DocumentImport

@Suite struct StanzaTests {
  private func article(_ text: String) throws -> Article {
    let found = try ArticleLoader.article(of: Array(text.utf8), named: "a.txt")
    #expect(found.text.string(in: found.text.span) == text)
    return found
  }

  private func blocks(_ text: String) throws -> [String] {
    let found = try article(text)
    return found.blocks.map { "\($0.kind.rawValue): \(found.text.string(in: $0.span))" }
  }

  private static let sentences =
    "The port of Harbourtown will close for three weeks from Monday, its director said, so that the council can inspect the quays and the surrounding warehouses after the storm. "
    + "Nobody knows what lies on the bottom of the basin. Fishermen protested, and asked for help."

  /// A paragraph as programs wrap it.
  private static func wrapped(_ words: String, at width: Int, indent: Int = 0, hanging: Int = 0)
    -> String
  {
    var (lines, line) = ([String](), "")
    for word in words.split(separator: " ") {
      if !line.isEmpty, indent + line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? word : " " + word
    }
    lines.append(line)
    return lines.enumerated().map { index, line in
      String(repeating: " ", count: index == 0 ? indent : indent + hanging) + line
    }
    .joined(separator: "\n")
  }

  @Test(
    "Paragraphs that are wrapped by hand are one block each, whatever their width and indent",
    arguments: [60, 65, 72, 78], [0, 3])
  func wrapped(width: Int, indent: Int) throws {
    let paragraph = Self.wrapped(Self.sentences, at: width, indent: indent)
    let text = Array(repeating: paragraph, count: 4).joined(separator: "\n\n") + "\n"
    let found = try article(text)
    #expect(found.blocks.count == 4)
    #expect(found.blocks.allSatisfy { $0.kind == .paragraph && !$0.keepsLines })
  }

  @Test("Verse, tables and code between such paragraphs keep their lines")
  func keptLines() throws {
    let paragraph = Self.wrapped(Self.sentences, at: 72)
    for kept in [
      "The sea was wild that night in May,\nThe harbour lights went out,\nAnd all the boats were swept away,\nAnd no one heard us shout.",
      "Name          Damage       Cost\nNorth quay    cracked      400\nSouth quay    sunk         900",
      "if (open) {\n    close();\n      wait();\n  again();\n}", "Sincerely,\nThe council",
      "> We have no choice\n> but to close.",
    ] {
      let found = try article([paragraph, kept, paragraph, paragraph].joined(separator: "\n\n"))
      let block = try #require(found.blocks.dropFirst().first)
      #expect(block.keepsLines)
      #expect(found.text.string(in: block.span) == kept)
      #expect(found.blocks.count == 4)
    }
  }

  @Test("The items of a list are blocks without their signs")
  func lists() throws {
    let paragraph = Self.wrapped(Self.sentences, at: 72)
    for (signs, expected) in [
      (["* ", "* "], [Block.ItemSign.bullet, .bullet]), (["- ", "- "], [.bullet, .bullet]),
      (["1. ", "2. "], [.number(1), .number(2)]), (["3) ", "4) "], [.number(3), .number(4)]),
      (["  •  ", "  •  "], [.bullet, .bullet]),
    ] {
      let items = signs.map { sign in
        sign
          + Self.wrapped(
            "The quays are cracked, and some of them have sunk by a hand's breadth since the night.",
            at: 64, hanging: sign.count
          )
          .drop { $0 == " " }
      }
      let list = items.joined(separator: "\n")
      let found = try article([paragraph, list, paragraph].joined(separator: "\n\n"))
      let blocks = found.blocks.filter { $0.kind == .listItem }
      #expect(blocks.map(\.sign) == expected)
      #expect(blocks.allSatisfy { found.text.string(in: $0.span).hasPrefix("The quays") })
    }
  }

  @Test(
    "A blank that carries an accent belongs to the words, in an item, a number and an indent",
    arguments: [
      ("Title\n\n- \u{301}one\n- two\n", ["listItem: two"]),
      ("Title\n\n-  \u{301}one\n- two\n", ["listItem:  \u{301}one", "listItem: two"]),
      ("Title\n\n1.  \u{20D0}one\n2. two\n", ["listItem:  \u{20D0}one", "listItem: two"]),
      ("Title\n\n    \u{301}said nobody at all\n", ["paragraph:  \u{301}said nobody at all"]),
    ])
  func accentedBlanks(text: String, expected: [String]) throws {
    let found = try article(text)
    let starts = found.blocks.map(\.span.start)
    #expect(starts.allSatisfy { found.text.graphemeStart(at: $0) == $0 })
    #expect(try blocks(text).suffix(expected.count) == expected[...])
  }

  @Test("Headline, byline, date and dateline stand apart")
  func top() throws {
    let paragraph = Self.wrapped("HARBOURTOWN, March 3 (Reuters) — " + Self.sentences, at: 72)
    let found = try blocks(
      "Port to close for three weeks\nBy Ana Reyes\nMarch 3, 2026, 10:15 GMT\n\n"
        + [paragraph, paragraph].joined(separator: "\n\n"))
    #expect(
      found.prefix(3) == [
        "headline: Port to close for three weeks", "byline: By Ana Reyes",
        "dateline: March 3, 2026, 10:15 GMT",
      ])
    #expect(found[3].hasPrefix("paragraph: HARBOURTOWN, March 3 (Reuters) — The port"))
    #expect(found.count == 5)
  }

  @Test(
    "Short wire copy is paragraphs, wherever its lines break",
    arguments: [
      "LONDON, Nov 3 (Reuters) — The transport secretary, Helen Ashdown, said on\nFriday that a levy had “never been discussed” with\nferry operators.",
      "KYIV, Nov 3 — Mayor Vitali Klitschko said on Friday that the power was back in\nall districts.",
      "The transport secretary of the country said on Friday,\nin an interview, that a levy of 4.50 pounds\nhad never been discussed.",
      "Мер Києва сказав у п’ятницю, що електрику повернули в усі райони міста, а ремонт\nтриватиме два тижні.",
    ],
    ["", "By Marta Quiroga\n\n", "By Marta Quiroga\n3 November 2026\n\n"])
  func wireCopy(paragraph: String, credits: String) throws {
    for rest in ["", "\n\nMore text follows here and it is a sentence of its own.\n"] {
      let found = try blocks("Levy talks denied by minister\n\n" + credits + paragraph + rest)
      #expect(found.first == "headline: Levy talks denied by minister")
      #expect(found.contains("paragraph: " + paragraph))
      #expect(!found.contains { $0.hasPrefix("subheading") })
    }
  }

  @Test(
    "The authors of a text are those whom the byline above it names",
    arguments: [
      ("By Marta Quiroga", ["Marta Quiroga"]),
      ("By Ana Reyes and Ben Okafor", ["Ana Reyes", "Ben Okafor"]),
      ("    By Ana Reyes, 3 March 2026, 10:15 GMT", ["Ana Reyes"]),
      (
        "\tBy Ana Reyes, Marta Quiroga and Ben Okafor",
        ["Ana Reyes", "Marta Quiroga", "Ben Okafor"]
      ),
      ("Von Anna Müller", ["Anna Müller"]), ("By Monday the port will close", []), ("", []),
    ])
  func authors(line: String, names: [String]) throws {
    let text = "Port to close\n\n\(line)\n\nThe port will close, the council said.\n"
    #expect(try article(text).metadata.authors == names)
  }

  @Test("Lines that quote a mail are one block quotation each run, also below their lead-in")
  func quotedMail() throws {
    for lines in ["> Did the minister speak, or\n> was that somebody else?", "> One.\n>\n> Two."] {
      let found = try blocks("On Wed, Nina wrote:\n\(lines)\n\nShe did not say anything at all.\n")
      #expect(found.dropFirst().first == "blockQuotation: " + lines)
      #expect(found.count == 3)
    }
  }

  @Test("The header of a book of Project Gutenberg is read")
  func gutenberg() throws {
    let found = try article(
      "The Project Gutenberg eBook of Harbours\n\nTitle: Harbours\n\nAuthor: Ana Reyes\n\n"
        + "Language: English\n\n*** START OF THE PROJECT GUTENBERG EBOOK HARBOURS ***\n\nTitle: x\n"
    )
    #expect(found.metadata.title == "Harbours")
    #expect(found.metadata.authors == ["Ana Reyes"])
    #expect(found.metadata.language == "en")
  }

  @Test("Verse alone stays verse")
  func poem() throws {
    let stanza = "The sea was wild\nThat night in May,\nAnd all the boats\nWere swept away."
    let found = try article([stanza, stanza, stanza].joined(separator: "\n\n") + "\n")
    #expect(found.blocks.count == 3)
    #expect(found.blocks.dropFirst().allSatisfy { $0.keepsLines })
  }

  @Test(
    "Bylines are told from sentences that begin alike",
    arguments: [
      ("By Ana Reyes", Block.Kind.byline), ("BY ANA REYES", .byline),
      ("By Ana Reyes and Ben Okafor, Political Editor", .byline),
      ("Von Anna Müller, Berlin", .byline),
      ("Par Jeanne Dupont", .byline), ("By The Associated Press", .byline), ("Reuters", .byline),
      ("Reporting by Ana Reyes; Editing by Ben Okafor", .byline), ("(dpa)", .byline),
      ("3 March 2026", .dateline), ("Published: March 3, 2026 at 10:15 am GMT", .dateline),
      ("2026-03-03", .dateline), ("Updated 03.03.2026, 10:15 Uhr", .dateline),
      ("By Monday the port will be closed.", .paragraph), ("By the numbers", .paragraph),
      ("In March 2026 the port closed.", .paragraph), ("By design it fails", .paragraph),
      ("Ships in the port. (AP Photo/Ana Reyes)", .caption), ("Foto: Hafenamt", .caption),
      ("Ships in the port. Ben Okafor/AFP via Getty Images", .caption),
      ("Ships in the port last Monday (Ana Reyes/Reuters).", .caption),
      ("Crédit photo: Ana Reyes", .caption), ("File photo: the port", .caption),
      ("Gerda and/or Georg will open the port", .paragraph),
      ("The minister: nothing will close", .paragraph),
      ("Last updated on Tuesday, 3 March 2026, at 10:15 am GMT", .dateline),
      ("Mis à jour le mardi 3 mars 2026 à 10:15", .dateline),
      ("On Tuesday, 3 March 2026, at 10:15 am GMT, it closed", .paragraph),
    ])
  func credits(line: String, kind: Block.Kind) throws {
    let found = try article("Port to close\n\n\(line)\n\nThe port will close, they said.\n")
    let block = try #require(found.blocks.dropFirst().first)
    let isOfText = block.kind == .paragraph || block.kind == .subheading
    #expect(kind == .paragraph ? isOfText : block.kind == kind, "\(line): \(block.kind)")
  }

  @Test("Blocks are the same from wherever they are looked for")
  func anywhere() throws {
    let paragraph = Self.wrapped("KYIV, Nov 3 (Reuters) — " + Self.sentences, at: 66)
    let text = [
      "Port to close\nBy Ana Reyes", paragraph, "* One\n* Two is\n  longer\n* Three", paragraph,
      "A verse\nof two", paragraph,
    ].joined(separator: "\n\n")
    let found = try article(text)
    let blocks = found.blocks
    for offset in 0...text.utf8.count {
      let place = ByteOffset(offset)
      #expect(found.block(atOrAfter: place) == blocks.first { $0.span.end > place })
    }
    for (block, next) in zip(blocks, blocks.dropFirst()) {
      #expect(found.block(before: next) == block)
    }
  }

  @Test("Lines without end take no more time than others")
  func endless() throws {
    let prose = Array(repeating: Self.wrapped(Self.sentences, at: 72), count: 40)
      .joined(separator: "\n\n")
    let lines = String(
      repeating: "A line of a text that has no blank ones in it at all.\n", count: 20_000)
    let found = try article(prose + "\n\n" + lines)
    var (count, next) = (0, found.block(atOrAfter: .zero))
    while let block = next {
      count += 1
      next = found.block(after: block)
    }
    #expect(count == 20_040)
  }
}
