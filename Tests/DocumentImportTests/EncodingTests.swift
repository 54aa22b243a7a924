// Whatever the encoding of the file, the same text comes out.

import ArticleModel
import DocumentImport
import Testing

@Suite struct EncodingTests {
  let text = "The port “stays open” – for now, said Zoë Müller.\nA second line.\n"

  private func decoded(_ bytes: [UInt8]) throws -> String {
    let article = try ArticleLoader.article(of: bytes, named: "a.txt")
    return article.text.string(in: article.text.span)
  }

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  @Test("UTF-8 is taken as it is")
  func plain() throws {
    #expect(try decoded(Array(text.utf8)) == text)
  }

  @Test("A byte-order mark is no part of the text")
  func marked() throws {
    #expect(try decoded([0xEF, 0xBB, 0xBF] + text.utf8) == text)
    #expect(try decoded(utf16("\u{FEFF}" + text, bigEndian: false)) == text)
    #expect(try decoded(utf16("\u{FEFF}" + text, bigEndian: true)) == text)
  }

  @Test("UTF-16 is recognised without a byte-order mark", arguments: [false, true])
  func unmarkedUTF16(bigEndian: Bool) throws {
    #expect(try decoded(utf16(text, bigEndian: bigEndian)) == text)
  }

  @Test("Half a unit at the end of UTF-16 does not hide the rest")
  func cutUTF16() throws {
    #expect(try decoded([0xFF, 0xFE] + utf16("ab", bigEndian: false) + [0x63]) == "ab\u{FFFD}")
  }

  @Test("Bytes that are no UTF-8 are read as Windows-1252")
  func windows1252() throws {
    let bytes: [UInt8] = Array("Zo".utf8) + [0xEB, 0x20, 0x93] + "stays".utf8 + [0x94, 0x20, 0x80]
    #expect(try decoded(bytes) == "Zoë “stays” €")
  }

  @Test("A broken byte in UTF-8 does not make the whole text Windows-1252")
  func damaged() throws {
    let bytes = Array("Zoë Müller said “no” ".utf8) + [0xE2, 0x80] + Array(" twice".utf8)
    #expect(try decoded(bytes) == "Zoë Müller said “no” \u{FFFD} twice")
  }

  @Test("CRLF and CR become LF", arguments: ["one\r\ntwo\r\n", "one\rtwo\r", "one\ntwo\r\n"])
  func lineEnds(source: String) throws {
    #expect(try decoded(Array(source.utf8)) == "one\ntwo\n")
  }

  @Test("Empty lines survive the change of line ends")
  func emptyLines() throws {
    #expect(try decoded(Array("a\r\n\r\nb\r\rc".utf8)) == "a\n\nb\n\nc")
  }

  @Test("A digest of the bytes as they came is kept, not one of the decoded text")
  func digest() throws {
    let bytes = Array("one\r\ntwo".utf8)
    let article = try ArticleLoader.article(of: bytes, named: "a.txt")
    #expect(article.source.rawDigest == bytes.withUnsafeBufferPointer { Digest(of: $0) })
    #expect(article.source.rawDigest != Digest(of: article.text))
  }
}
