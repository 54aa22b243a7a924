// The dateline at the beginning of a report: "KYIV, Nov 3 (Reuters) —", "BERLIN –", "PARIS (AFP) -". It stands
// in a paragraph, and is no part of the sentence after it.

import ArticleModel

/// Where and when a report was written, as its first words say.
struct Dateline {
  /// The words, with the dash behind them.
  let span: TextSpan

  /// A dateline stands within so many bytes of the text, and is no longer than so many.
  private static let place = 4096
  private static let longest = 90

  /// Finds the dateline at the beginning of a paragraph; nil when it has none.
  init?(in text: ArticleText, at paragraph: TextSpan) {
    guard paragraph.start.value < Self.place, let first = text[paragraph.start],
      first >= UInt8(ascii: "A"), first != UInt8(ascii: "_")
    else { return nil }
    let head = TextSpan(paragraph.start, min(paragraph.start + Self.longest, paragraph.end))
    guard text.withBytes({ Self.mayBegin(with: $0[head.range]) }) else { return nil }
    let words = text.string(in: head)
    guard let dash = Self.dash(in: words), Self.isDateline(words[..<dash.lowerBound]) else {
      return nil
    }
    let length = words[..<dash.upperBound].utf8.count
    guard paragraph.start + length < paragraph.end else { return nil }
    span = text.trimmed(TextSpan(paragraph.start, paragraph.start + length))
  }

  /// Whether there is a dash, and capitals, a number or an agency in brackets before it. Most paragraphs have neither,
  /// and need no string.
  private static func mayBegin(with head: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let second = head.dropFirst().first ?? 0
    var isPossible = second >= 0x80 || second < UInt8(ascii: "a")
    var previous: UInt8 = 0
    for byte in head {
      if byte == UInt8(ascii: "("), previous == 0x20 { isPossible = true }
      if byte &- 0x30 < 10 { isPossible = true }
      // The last byte of an en or em dash, "--" and " - ".
      let isDash =
        (byte == 0x93 || byte == 0x94) && previous == 0x80
        || byte == UInt8(ascii: "-") && (previous == 0x20 || previous == byte)
      if isDash { return isPossible }
      previous = byte
    }
    return false
  }

  /// The first dash between blanks; an em dash or two hyphens need none.
  private static func dash(in words: String) -> Range<String.Index>? {
    let bytes = words.utf8
    for index in bytes.indices where " -—".utf8.contains(bytes[index]) {
      let rest = bytes[index...]
      if let dash = dashes.first(where: { rest.starts(with: $0.utf8) }) {
        return index..<bytes.index(index, offsetBy: dash.utf8.count)
      }
    }
    return nil
  }

  /// The longer before those that they begin with.
  private static let dashes = [" — ", " – ", " - ", " -- ", " —", "—", "-- "]

  private static func isDateline(_ head: Substring) -> Bool {
    let agency = head.firstIndex(of: "(").map { head[$0...] }
    if let agency, agency.last != ")" { return false }
    let place = head[..<(agency?.startIndex ?? head.endIndex)]
    let parts = place.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ") }
    guard let city = parts.first, !city.isEmpty, city.count <= 4 else { return false }
    let isCapitals = city.allSatisfy { isAllCapitals($0) }
    let isNamed = city.allSatisfy { $0.first?.isUppercase == true }
    let hasDate = parts.dropFirst().contains { Self.isDate($0) }
    if !isCapitals, !isNamed || agency == nil && !hasDate { return false }
    guard parts.dropFirst().allSatisfy({ $0.allSatisfy(isOfPlaceOrDate) }) else { return false }
    return agency != nil || parts.count > 1 || city.count > 1 || isCity(city[0])
  }

  /// "3 November", "Nov. 3", "3. März": a day and a capitalised word, in any language.
  private static func isDate(_ words: [Substring]) -> Bool {
    guard words.count == 2 else { return false }
    let days = words.filter { word in
      let digits = word.last == "." ? word.dropLast() : word
      return Int(digits).map { (1...31).contains($0) } == true
    }
    return days.count == 1 && words.contains { $0.first?.isUppercase == true }
  }

  private static func isAllCapitals(_ word: Substring) -> Bool {
    let letters = word.filter(\.isLetter)
    return letters.count > 1 && letters.allSatisfy(\.isUppercase)
      && word.allSatisfy { $0.isLetter || ".-'’/".contains($0) }
  }

  private static func isOfPlaceOrDate(_ word: Substring) -> Bool {
    word.first?.isUppercase == true || word.first?.isNumber == true
  }

  /// Whether a single word in capitals is a city rather than an organisation.
  private static func isCity(_ word: Substring) -> Bool {
    word.count > 4 ? !organisations.contains(String(word)) : shortCities.contains(String(word))
  }

  private static let organisations: Set<String> = [
    "UNESCO", "UNICEF", "COVID", "BREXIT", "OSCE", "INTERPOL", "EUROPOL", "BREAKING", "UPDATE",
    "EXCLUSIVE", "ANALYSIS", "OPINION", "WATCH", "CORRECTION", "EXPLAINER", "FACTBOX", "PROFILE",
    "QUESTION", "ANSWER", "SPEAKER",
  ]
  private static let shortCities: Set<String> = [
    "ROME", "OSLO", "KYIV", "KIEV", "LIMA", "BAKU", "DOHA", "RIGA", "BERN", "BONN", "KÖLN", "LYON",
    "NICE", "CORK", "BATH", "YORK", "GAZA", "ADEN", "AGRA", "LVIV", "SANA", "SUVA", "APIA", "LOMÉ",
  ]
}
