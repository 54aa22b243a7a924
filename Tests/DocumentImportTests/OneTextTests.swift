// A file has one text, however long it is, whoever opens it, and wherever its bytes stop being UTF-8.

import ArticleModel
import CUnicode
import FoundationEssentials
import TestSupport
import Testing

@testable import DocumentImport

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct OneTextTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What is put into texts that are UTF-8 otherwise.
  private static let faults: [(name: String, bytes: [UInt8])] = [
    ("lone continuation", [0x80]), ("continuations", [0xBF, 0x80, 0x80, 0x80, 0x80]),
    ("overlong slash", [0xC0, 0xAF]), ("overlong NUL", [0xE0, 0x80, 0x80]),
    ("surrogate", [0xED, 0xA0, 0x80]),
    ("pair of surrogates", [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]),
    ("beyond Unicode", [0xF4, 0x90, 0x80, 0x80]), ("five bytes", [0xF8, 0x88, 0x80, 0x80, 0x80]),
    ("six bytes", [0xFD, 0xBF, 0xBF, 0xBF, 0xBF, 0xBF]), ("cut in two", [0xF0, 0x9F]),
    ("cut before a letter", [0xE2, 0x82, 0x41]), ("Latin-1", [0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72]),
    ("no byte of UTF-8", [0xFF, 0xFE]), ("CR", [0x0D]), ("CRLF", [0x0D, 0x0A]), ("NUL", [0x00]),
    ("mark in the middle", [0xEF, 0xBB, 0xBF]), ("C1", [0xC2, 0x9B]), ("é", [0xC3, 0xA9]),
    ("LS", [0xE2, 0x80, 0xA8]), ("emoji", [0xF0, 0x9F, 0x9A, 0xA2]),
  ]

  /// What Swift makes of bytes that are meant as UTF-8, with LF line ends.
  private static func reference(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var isAfterReturn = false
    for byte in String(decoding: bytes, as: UTF8.self).utf8 {
      if byte != 0x0A || !isAfterReturn { result.append(byte == 0x0D ? 0x0A : byte) }
      isAfterReturn = byte == 0x0D
    }
    return result
  }

  private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { NormalForm.text(of: $0) }.withBytes { Array($0) }
  }

  /// Some text with faults in it by chance, and so many bytes in front that they meet the edges of
  /// vectors.
  private static func sample(_ chance: inout Chance) -> [UInt8] {
    let letters = ["a", "é", "€", "🚢", "plain ASCII words ", "記者"]
    var bytes = [UInt8](repeating: 0x20, count: Int.random(in: 0...70, using: &chance))
    for _ in 0..<Int.random(in: 0...60, using: &chance) {
      bytes += Array(chance.pick(letters).utf8)
      if Int.random(in: 0...20, using: &chance) == 0 { bytes += chance.pick(faults).bytes }
    }
    return bytes
  }

  @Test("Bytes are taken for UTF-8 as Swift takes them, and repaired as Swift repairs them")
  func likeSwift() {
    var chance = Chance(seed: 11)
    var clean = 0
    for round in 0..<4000 {
      let bytes = Self.sample(&chance)
      let expected = Self.reference(bytes)
      #expect(Self.repaired(bytes) == expected, "round \(round): \(bytes)")
      let isClean = cunicode_is_clean(bytes, bytes.count) == 1
      #expect(isClean == (expected == bytes), "round \(round): \(bytes)")
      if isClean { clean += 1 }
    }
    #expect(clean > 500)
  }

  @Test("A fault is found in every place of a long text")
  func everyPlace() {
    for fault in Self.faults.prefix(13) {
      for place in (0..<200).map({ $0 * 3 }) {
        let tail = fault.name == "cut in two" ? "" : "b"
        let bytes = Array(repeating: UInt8(0x61), count: place) + fault.bytes + Array(tail.utf8)
        #expect(cunicode_is_clean(bytes, bytes.count) == 0, "\(fault.name) at \(place)")
      }
    }
  }

  /// Places at which large files were once cut, mapped or sampled.
  private static let places = [65_535, 65_536, 4_194_303, 4_194_304]

  private static let base: [UInt8] = {
    let line = "The harbour was closed – “for now” – on Monday, officials said.\n"
    return Array(String(repeating: line, count: 4_300_000 / line.utf8.count).utf8)
  }()

  private func isSame(_ one: ArticleText, _ other: ArticleText) -> Bool {
    one.withBytes { one in
      other.withBytes { other in
        one.count == other.count
          && one.baseAddress.flatMap { one in
            other.baseAddress.map { memcmp(one, $0, other.count) == 0 }
          } ?? false
      }
    }
  }

  @Test("The reader and the commands open the same text of a large file", arguments: faults.indices)
  func large(fault: Int) throws {
    let (base, fault) = (Self.base, Self.faults[fault])
    for place in [Self.places[fault.bytes.count % Self.places.count], base.count] {
      var start = place
      while start < base.count, base[start].isUTF8Continuation { start += 1 }
      let bytes = base[..<start] + fault.bytes + base[start...]
      let path = try folder.write(Data(bytes), to: "large.txt")
      let copied = try ArticleLoader.load(path, as: .copy).text
      let mapped = try ArticleLoader.load(path, as: .mapping).text
      #expect(isSame(copied, mapped), "\(fault.name) at \(place)")
      let expected = bytes.withUnsafeBufferPointer { NormalForm.text(of: $0) }
      #expect(isSame(mapped, expected), "\(fault.name) at \(place)")
      mapped.detachFromFile()
      #expect(isSame(mapped, expected), "\(fault.name) at \(place), detached")
    }
  }
}
