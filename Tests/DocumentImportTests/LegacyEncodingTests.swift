// Every encoding of the WHATWG Encoding Standard: what its bytes mean, how it is named, and how it is told
// from others.

import ArticleModel
import DocumentImport
import Testing

@Suite struct LegacyEncodingTests {
  private func decoded(_ bytes: [UInt8], in label: String) throws -> String {
    let encoding = try #require(TextEncoding(label: label))
    let text = try ArticleLoader.article(of: bytes, named: "a.txt", in: encoding).text
    return text.string(in: text.span)
  }

  private func digest(_ text: String) -> String {
    Array(text.utf8).withUnsafeBufferPointer { Digest(of: $0).description }
  }

  @Test("A sentence is decoded in the encoding that somebody names", arguments: EncodedSample.all)
  func samples(sample: EncodedSample) throws {
    #expect(try decoded(sample.bytes, in: sample.encoding) == sample.text)
  }

  @Test("A sentence is told by its letters", arguments: EncodedSample.all)
  func recognised(sample: EncodedSample) throws {
    let article = try ArticleLoader.article(of: sample.bytes, named: "a.txt")
    #expect(article.text.string(in: article.text.span) == sample.text)
    #expect(article.metadata.encoding != nil)
  }

  @Test("Every byte of a single-byte encoding means what the standard says")
  func singleBytes() throws {
    for (encoding, expected) in EncodedSample.singleByteDigests {
      let text = try decoded(Array(0x80...0xFF), in: encoding)
      #expect(digest(text) == expected, "\(encoding)")
    }
  }

  @Test("Every pair of bytes means what the standard says")
  func pairs() throws {
    let leads: [String: [UInt8]] = [
      "Shift_JIS": Array(0x81...0x9F) + Array(0xE0...0xFC), "EUC-JP": [0x8E] + Array(0xA1...0xFE),
    ]
    for (encoding, expected) in EncodedSample.pairDigests {
      let trails: [UInt8] = Array(0x3A...0x7E) + Array(0x80...0xFF)
      var bytes: [UInt8] = []
      for lead in leads[encoding] ?? Array(0x81...0xFE) {
        for trail in trails { bytes += [lead, trail, 0x0A] }
      }
      #expect(digest(try decoded(bytes, in: encoding)) == expected, "\(encoding)")
    }
  }

  @Test("Three bytes of EUC-JP and four of GB18030 mean what the standard says")
  func longSequences() throws {
    var kanji: [UInt8] = []
    for lead: UInt8 in 0xA1...0xFE {
      for trail: UInt8 in 0xA1...0xFE { kanji += [0x8F, lead, trail, 0x0A] }
    }
    #expect(digest(try decoded(kanji, in: "euc-jp")) == EncodedSample.jis0212Digest)
    var chinese: [UInt8] = []
    for pointer in 0..<39_420 {
      chinese.append(UInt8(0x81 + pointer / 12_600))
      chinese.append(UInt8(0x30 + pointer / 1260 % 10))
      chinese.append(UInt8(0x81 + pointer / 10 % 126))
      chinese.append(UInt8(0x30 + pointer % 10))
    }
    #expect(digest(try decoded(chinese, in: "gb18030")) == EncodedSample.fourByteDigest)
    #expect(try decoded([0x90, 0x30, 0x81, 0x30], in: "gb18030") == "\u{10000}")
    #expect(try decoded([0xE3, 0x32, 0x9A, 0x35], in: "gbk") == "\u{10FFFF}")
  }

  @Test(
    "What means nothing becomes one U+FFFD, and ASCII behind it stays text",
    arguments: [
      ("shift_jis", [0x82, 0x30], "\u{FFFD}0"), ("shift_jis", [0x61, 0x82], "a\u{FFFD}"),
      ("big5", [0x87, 0x20, 0x61], "\u{FFFD} a"), ("big5", [0x88, 0x62], "\u{CA}\u{304}"),
      ("euc-kr", [0xFF, 0x61], "\u{FFFD}a"), ("euc-kr", [0xA2, 0xE6], "€"),
      ("euc-jp", [0x8F, 0xA1, 0x61], "\u{FFFD}a"), ("euc-jp", [0x8E, 0xB1], "ｱ"),
      ("gb18030", [0x81, 0x30, 0x81, 0x41], "\u{FFFD}0丄"),
      ("gb18030", [0x61, 0x81, 0x30, 0x81], "a\u{FFFD}"), ("gbk", [0x80], "€"),
      ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42, 0x61], "日a"),
      ("iso-2022-jp", [0x1B, 0x28, 0x4A, 0x5C, 0x1B, 0x28, 0x42, 0x5C], "¥\\"),
      ("iso-2022-jp", [0x61, 0x1B, 0x24, 0x42, 0x1B, 0x28, 0x42, 0x62], "a\u{FFFD}b"),
      ("iso-2022-jp", [0x61, 0x1B, 0x24, 0x61], "a\u{FFFD}$a"),
      ("utf-32be", [0, 0, 0, 0x61, 0, 0, 0xD8, 0, 0, 1, 0xF6, 0], "a\u{FFFD}😀"),
      ("utf-32le", [0x61, 0, 0, 0, 0x62], "a\u{FFFD}"),
      ("utf-16le", [0x00, 0xD8, 0x61, 0x00], "\u{FFFD}a"),
      ("utf-16be", [0xD8, 0x3D, 0xDE, 0x00], "😀"),
      ("windows-1252", [0x80, 0x81], "€\u{81}"), ("iso-8859-8-i", [0xE0], "א"),
    ] as [(String, [UInt8], String)])
  func faults(label: String, bytes: [UInt8], expected: String) throws {
    #expect(try decoded(bytes, in: label) == expected)
  }

  @Test("UTF-32 is recognised with and without a byte-order mark", arguments: [false, true])
  func utf32(bigEndian: Bool) throws {
    let text = "The port “stays open” – 今日は, said Zoë.\nYes.\n"
    for mark in ["", "\u{FEFF}"] {
      let bytes = (mark + text).unicodeScalars.flatMap { scalar in
        let bytes = (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> ($0 * 8)) }
        return bigEndian ? bytes.reversed() : bytes
      }
      let article = try ArticleLoader.article(of: bytes, named: "a.txt")
      #expect(article.text.string(in: article.text.span) == text)
      #expect(article.metadata.encoding?.isGuessed == false)
    }
  }

  @Test(
    "UTF-16 of other scripts is recognised without a byte-order mark", arguments: [false, true])
  func unmarkedUTF16(bigEndian: Bool) throws {
    for text in EncodedSample.texts.values {
      let units = (text + "\n" + text + "\n").utf16.flatMap { unit in
        let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        return bigEndian ? bytes.reversed() : bytes
      }
      let article = try ArticleLoader.article(of: units, named: "a.txt")
      #expect(article.text.string(in: article.text.span) == text + "\n" + text + "\n")
    }
  }

  @Test("Letters and signs that are few in an English text are Windows-1252")
  func fewLetters() throws {
    let story = String(
      repeating: "The minister said on Thursday that the talks would go on. ", count: 9)
    for (letters, text) in [
      ([0xE9], "é"), ([0xEF, 0xE9, 0xF1], "ïéñ"), ([0x93, 0x97, 0x94], "“—”"), ([0xA3], "£"),
    ] as [([UInt8], String)] {
      for place in stride(from: 4, to: story.utf8.count, by: 97) {
        var bytes = Array(story.utf8)
        bytes.insert(contentsOf: letters, at: place)
        let article = try ArticleLoader.article(of: bytes, named: "a.txt")
        #expect(article.metadata.encoding?.name == "windows-1252")
        #expect(article.text.string(in: article.text.span).contains(text))
      }
    }
  }

  @Test("Labels are those of the standard, in capitals and with blanks too")
  func labels() {
    for (label, name) in [
      ("latin1", "windows-1252"), (" CP1251 ", "windows-1251"), ("sjis", "Shift_JIS"),
      ("gb2312", "GBK"), ("ks_c_5601-1987", "EUC-KR"), ("csKOI8R", "KOI8-R"),
      ("iso-8859-9", "windows-1254"), ("unicode", "UTF-16LE"), ("UTF-32", "UTF-32LE"),
      ("iso_8859-8:1988", "ISO-8859-8"), ("x-mac-ukrainian", "x-mac-cyrillic"),
    ] {
      #expect(TextEncoding(label: label)?.name == name)
    }
    for name in TextEncoding.names { #expect(TextEncoding(label: name)?.name == name) }
    #expect(TextEncoding.names.count == 40)
    for label in ["", "klingon", "iso-2022-kr", "hz-gb-2312"] {
      #expect(TextEncoding(label: label) == nil)
    }
  }

  @Test("An encoding that is named holds against what the bytes look like")
  func overruled() throws {
    let sample = try #require(EncodedSample.all.first { $0.encoding == "windows-1251" })
    #expect(try decoded(sample.bytes, in: "koi8-r") != sample.text)
    #expect(try decoded(Array("Zoë".utf8), in: "windows-1252") == "ZoÃ«")
    #expect(try decoded(Array("Zoë".utf8), in: "utf-8") == "Zoë")
  }

  @Test("A page and a mail are read in the encodings that they name")
  func pagesAndMails() throws {
    let sample = try #require(EncodedSample.all.first { $0.encoding == "Shift_JIS" })
    let body = Array(repeating: Array("<p>".utf8) + sample.bytes + Array("</p>".utf8), count: 8)
    let page =
      Array("<!doctype html><meta charset=shift_jis><title>x</title><article>".utf8)
      + body.joined()
    let article = try ArticleLoader.article(of: page, named: "a.html")
    #expect(article.text.string(in: article.text.span).contains(sample.text))
    let head =
      "From: a@b.example\nMime-Version: 1.0\nContent-Type: text/plain; charset=shift_jis\n\n"
    let mail = try ArticleLoader.article(of: Array(head.utf8) + sample.bytes, named: "a.eml")
    #expect(mail.text.string(in: mail.text.span) == sample.text)
  }

  @Test("A page in an encoding that nobody reads is refused with its name")
  func unknownLabel() {
    let page = Array("<!doctype html><meta charset=klingon><p>a".utf8) + [0xE9, 0x20]
    #expect(throws: ImportError.encoding("a.html", label: "klingon")) {
      try ArticleLoader.article(of: page, named: "a.html")
    }
  }
}
