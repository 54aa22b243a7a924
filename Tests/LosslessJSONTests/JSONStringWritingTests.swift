// Strings as they are written: what a terminal would act on is escaped, and all comes back.

import TestSupport
import Testing

@testable import LosslessJSON

@Suite struct JSONStringWritingTests {
  private static let unsafe: [ClosedRange<UInt32>] = [
    0...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x206F,
    0xE0000...0xE007F,
  ]

  private func text(_ chance: inout Chance) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &chance) {
      let range =
        Bool.random(using: &chance)
        ? chance.pick(Self.unsafe)
        : chance.pick([
          0x20...0x7E, 0xA0...0x7FF, 0x2000...0x20FF, 0xE0000...0xE00FF, 0x1F600...0x1F64F,
        ])
      let value = UInt32.random(in: range, using: &chance)
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
  }

  @Test(
    "Nothing unsafe is written as it is, by itself or within JSON that is copied, and all comes back"
  )
  func strings() throws {
    var chance = Chance(seed: 77)
    for round in 0..<1500 {
      let text = text(&chance)
      let json = JSONValue.string(text).compact()
      // JSON as others write it: only what must be is escaped.
      let loose = text.unicodeScalars.map { scalar in
        let mustEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
        let digits = String(scalar.value, radix: 16)
        return mustEscape
          ? "\\u" + String(repeating: "0", count: 4 - digits.count) + digits : String(scalar)
      }
      var writer = JSONWriter()
      writer.verbatim(Array("[\"\(loose.joined())\",\r1]".utf8))
      let copied = String(decoding: writer.bytes, as: UTF8.self)
      for written in [json, copied] {
        let isSafe = written.unicodeScalars.allSatisfy { scalar in
          !Self.unsafe.contains { $0.contains(scalar.value) }
        }
        #expect(isSafe, "seed 77, round \(round): \(written)")
      }
      #expect(try JSONValue(parsing: json).string == text, "seed 77, round \(round)")
      #expect(try JSONValue(parsing: copied)[0]?.string == text, "seed 77, round \(round)")
    }
  }
}
