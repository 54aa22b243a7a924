// Styles as they are written in a theme: "bold #ffffff on blue".

import Screen

/// How colours and attributes are written.
enum StyleNotation {
  /// A word that is neither.
  struct UnknownWord: Error, Hashable { let text: String }

  /// What can be written, for messages.
  static let hint =
    "colours are names such as red and bright-red, numbers from 0 to 255, #rrggbb and default; "
    + "attributes are bold, dim, italic, underline and reverse"

  private static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
  ]

  private static let attributes: [String: Attributes] = [
    "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
  ]

  /// Reads a style: attributes and the colour of the text, then, after "on", that of the ground.
  static func style(_ text: String) -> Result<Style, UnknownWord> {
    var style = Style.plain
    var isGround = false
    for word in text.lowercased().split(separator: " ").map(String.init) {
      if word == "on" {
        isGround = true
      } else if let attribute = attributes[word] {
        style.attributes.insert(attribute)
      } else if let color = color(word) {
        if isGround { style.background = color } else { style.foreground = color }
      } else {
        return .failure(UnknownWord(text: word))
      }
    }
    return .success(style)
  }

  /// Reads a colour; nil when it is none.
  static func color(_ word: String) -> Color? {
    let word = word.lowercased()
    if word == "default" { return .terminalDefault }
    if let number = UInt8(word) { return .palette(number) }
    if word.hasPrefix("#"), word.count == 7, let hex = UInt32(word.dropFirst(), radix: 16) {
      return Color(hex: hex)
    }
    let isBright = word.hasPrefix("bright-")
    let name = isBright ? String(word.dropFirst(7)) : word
    return names.firstIndex(of: name).map { .ansi(UInt8($0) + (isBright ? 8 : 0)) }
  }
}
