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

  /// Whether there is a slash or a "Ge" in the last words of a paragraph, as in every credit; most have neither, and need
  /// no string.
  static func mayEndWithCredit(_ tail: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var previous: UInt8 = 0
    for byte in tail {
      if byte == UInt8(ascii: "/") { return true }
      if previous == UInt8(ascii: "G"), byte == UInt8(ascii: "e") { return true }
      previous = byte
    }
    return false
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
}
