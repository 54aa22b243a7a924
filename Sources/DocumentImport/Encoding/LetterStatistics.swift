// Guesses a legacy encoding by its letters: uchardet's guess where there is enough of a text for it, else
// Windows-1252, which any bytes are.

import CUchardet
import CUnicode

/// The guess that is made of bytes which are no Unicode.
enum LetterStatistics {
  /// How much of a text is looked at, from a little before its first byte that is no ASCII.
  private static let lead = 1024
  private static let length = 131_072

  static func encoding(of bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding {
    let sample = telling(bytes)
    let signs = Signs(of: sample)
    guard signs.high >= 4, let label = label(of: sample, signs),
      let encoding = TextEncoding(label: label), fits(encoding, sample)
    else { return .windows1252 }
    return encoding
  }

  /// What the bytes from 0x80 on look like.
  private struct Signs {
    /// How many there are, and how many of them stand beside another one.
    var (high, neighbours) = (0, 0)
    /// Those from 0x80 to 0x9F, which ISO 8859 leaves to control characters.
    var controls = 0
    /// Those that are letters in KOI8-U and lines of tables in KOI8-R.
    var ukrainian = 0
    let count: Int

    init(of bytes: UnsafeBufferPointer<UInt8>) {
      count = bytes.count
      var previous: UInt8 = 0
      var isCounted = false
      for byte in bytes {
        if byte >= 0x80 {
          high += 1
          if byte < 0xA0 { controls += 1 }
          if [0xA4, 0xA6, 0xA7, 0xAD, 0xB4, 0xB6, 0xB7, 0xBD].contains(byte) { ukrainian += 1 }
          if previous >= 0x80 { neighbours += isCounted ? 1 : 2 }
          isCounted = previous >= 0x80
        } else {
          isCounted = false
        }
        previous = byte
      }
    }

    /// Whether nearly all stand in words of their own, as in scripts other than Latin.
    var fillWords: Bool { neighbours * 4 >= high * 3 }
    /// Whether there are enough of them to tell one Latin encoding from another.
    var areManyForLatin: Bool { high >= 6 && high * 60 >= count }
  }

  private static func label(
    of sample: UnsafeBufferPointer<UInt8>, _ signs: Signs
  ) -> String? {
    let name = guess(sample)
    switch name {
    case "ISO-8859-1", "WINDOWS-1252", "ISO-8859-15": return nil
    case "ISO-8859-2", "WINDOWS-1250", "ISO-8859-3", "ISO-8859-4", "WINDOWS-1257", "ISO-8859-9",
      "WINDOWS-1254", "ISO-8859-10", "ISO-8859-13", "ISO-8859-14", "ISO-8859-16", "WINDOWS-1258":
      guard signs.areManyForLatin else { return nil }
      return signs.controls == 0 ? name : windowsPages[name] ?? name
    case "": return nil
    default:
      guard signs.fillWords else { return nil }
      if name == "KOI8-R", signs.ukrainian > 0 { return "koi8-u" }
      return renamed[name] ?? (signs.controls == 0 ? name : windowsPages[name] ?? name)
    }
  }

  /// What uchardet calls otherwise than the Encoding Standard.
  private static let renamed = ["UHC": "euc-kr", "MAC-CYRILLIC": "x-mac-cyrillic"]

  /// The code pages of Windows with the letters of ISO 8859 and more signs.
  private static let windowsPages = [
    "ISO-8859-2": "windows-1250", "ISO-8859-7": "windows-1253", "ISO-8859-8": "windows-1255",
    "ISO-8859-9": "windows-1254", "ISO-8859-13": "windows-1257", "ISO-8859-4": "windows-1257",
    "ISO-8859-6": "windows-1256", "ISO-8859-5": "windows-1251",
  ]

  private static func guess(_ sample: UnsafeBufferPointer<UInt8>) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { name in
      cuchardet_guess(sample.baseAddress, sample.count, name.baseAddress, name.count)
      return name.baseAddress.map { String(cString: $0) } ?? ""
    }
  }

  /// Whether hardly a byte makes no sense in an encoding.
  private static func fits(
    _ encoding: TextEncoding, _ sample: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let decoded = encoding.utf8(of: sample)
    var (faults, at) = (0, 0)
    while at + 2 < decoded.count {
      if decoded[at] == 0xEF, decoded[at + 1] == 0xBF, decoded[at + 2] == 0xBD { faults += 1 }
      at += 1
    }
    return faults * 200 <= sample.count
  }

  /// The part of a text that tells most.
  private static func telling(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    let first = bytes.firstIndex { $0 >= 0x80 } ?? 0
    let start = max(first - lead, 0)
    return UnsafeBufferPointer(rebasing: bytes[start..<min(start + length, bytes.count)])
  }
}
