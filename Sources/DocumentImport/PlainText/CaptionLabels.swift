// The words by which captions are told in plain text, language by language.

/// Words with which a caption or a picture credit begins, before a colon, and those with which it ends.
enum CaptionLabels {
  /// Those of all languages; which one a plain text is in, nobody knows yet.
  static let all: Set<String> = english.union(others)

  private static let english: Set<String> = [
    "image", "images", "photo", "photos", "photograph", "picture", "pictures", "pic", "caption",
    "credit", "credits", "figure", "fig.", "video", "graphic", "illustration", "map", "chart",
    "file photo", "image credit", "photo credit", "image source", "photo by", "getty images",
    "photo illustration", "image caption", "photo courtesy of",
  ]

  private static let others: Set<String> = [
    "foto", "fotos", "bild", "bilder", "grafik", "karte", "abbildung", "bildunterschrift",
    "archivfoto", "symbolbild", "photo d’archives", "photo d'archives", "crédit photo", "légende",
    "imagen", "fotografía", "foto de archivo", "gráfico", "immagine", "didascalia", "фото",
    "світлина",
  ]

  /// Whether a label with a colon may begin a paragraph; most colons follow no label, and then no string is made.
  static func mayBegin(_ beginning: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let colon = beginning.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return ASCIILetters.hash(of: beginning[..<colon]).map(labelHashes.contains) ?? true
  }

  /// The labels in ASCII, by their hashes.
  private static let labelHashes = ASCIILetters.hashes(of: all)

  /// Whether the last words of a paragraph may say whom a picture is from; most do not, and need no string.
  static func mayEndWithCredit(_ tail: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    // There is a slash or a "Ge" in every credit.
    var (previous, isLikely) = (UInt8(0), false)
    for byte in tail {
      if byte == UInt8(ascii: "/") || previous == UInt8(ascii: "G") && byte == UInt8(ascii: "e") {
        isLikely = true
      }
      previous = byte
    }
    guard isLikely else { return false }
    let end = tail.lastIndex { $0 > 0x20 && !closers.contains($0) } ?? tail.startIndex
    let words = tail[...end]
    return tail[end] >= 0x80 || agencyBytes.contains { words.suffix($0.count).elementsEqual($0) }
      || words.contains(photo)
  }

  /// Whether the last words of a paragraph say whom a picture is from, and nothing stands behind them.
  static func endsWithCredit(_ tail: String) -> Bool {
    var tail = tail[...]
    while let last = tail.last, last.isWhitespace || ".)]".contains(last) { tail = tail.dropLast() }
    if agencies.contains(where: { tail.hasSuffix($0) }) { return true }
    // "(AP Photo/Ana Reyes)": the name comes last.
    guard let photo = tail.firstRange(of: "AP Photo/") else { return false }
    return tail[photo.upperBound...].split(separator: " ").count <= 4
  }

  private static let agencies = [
    "/Getty Images", "via Getty Images", "/AFP", "/Reuters", "/REUTERS", "/AP", "/EPA", "/dpa",
    "/PA Wire", "/Getty", "/Shutterstock", "/Bloomberg", "/Alamy",
  ]
  private static let agencyBytes = agencies.map { Array($0.utf8) }
  private static let photo = Array("AP Photo/".utf8)
  /// What may stand behind a credit.
  private static let closers = Array(".)]".utf8)
}
