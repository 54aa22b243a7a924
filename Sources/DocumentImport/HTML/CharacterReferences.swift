// Character references that were written twice over, as in "Q&amp;amp;A": metadata often have them.

/// Decodes the few character references that come up in metadata.
enum CharacterReferences {
  private static let named: [Substring: Character] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
  ]

  /// The longest reference that is looked for, from the ampersand to the semicolon.
  private static let longest = 12

  /// A text with its character references replaced; others than those known stay.
  static func decoded(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var result = ""
    var rest = Substring(text)
    while let ampersand = rest.firstIndex(of: "&") {
      result += rest[..<ampersand]
      rest = rest[ampersand...].dropFirst()
      guard let semicolon = rest.prefix(longest).firstIndex(of: ";"),
        let character = character(rest[..<semicolon])
      else {
        result += "&"
        continue
      }
      result.append(character)
      rest = rest[semicolon...].dropFirst()
    }
    return result + rest
  }

  private static func character(_ name: Substring) -> Character? {
    guard name.first == "#" else { return named[name] }
    let digits = name.dropFirst()
    let code =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let code, code >= 0x20, !(0x7F...0x9F).contains(code) else { return nil }
    return Unicode.Scalar(code).map(Character.init)
  }
}
