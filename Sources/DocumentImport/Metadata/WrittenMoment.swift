// Moments as documents write them – ISO 8601 in its many forms, and the dates of mails – in the one form that
// sidecars have.

import ArticleModel

/// Reads a moment or a day.
enum WrittenMoment {
  /// What a text means; nil when it is no day that exists. A moment without an offset from UTC is given as
  /// its day, since it says no point in time.
  static func timestamp(_ text: String) -> Timestamp? {
    let text = text.split { $0.isWhitespace }.joined(separator: " ")
    if Timestamp(text).instant != nil { return Timestamp(text) }
    return isoForm(text) ?? mailForm(text) ?? monthFirst(text)
  }

  // MARK: ISO 8601

  /// `2026-11-03T14:42:01-0700`, `20261103T144201+0900`, `2026-11-03 14:42`, `2026-11-03T14:42Z`.
  private static func isoForm(_ text: String) -> Timestamp? {
    var rest = text[...]
    guard let day = isoDay(&rest) else { return nil }
    let whole = Timestamp(day.description)
    guard let separator = rest.first else { return whole }
    guard separator == "T" || separator == "t" || separator == " " else { return nil }
    rest = rest.dropFirst()
    guard let time = time(&rest), let offset = offset(rest) else { return whole }
    let moment = Timestamp("\(day)T\(time)\(offset)")
    return moment.instant == nil ? whole : moment
  }

  /// The day at the beginning of a text, which is taken off it.
  private static func isoDay(_ rest: inout Substring) -> CalendarDate? {
    guard let year = number(&rest, digits: 4) else { return nil }
    let hasHyphens = rest.first == "-"
    if hasHyphens { rest = rest.dropFirst() }
    guard let month = number(&rest, digits: 2) else { return nil }
    if hasHyphens {
      guard rest.first == "-" else { return nil }
      rest = rest.dropFirst()
    }
    return number(&rest, digits: 2).flatMap { CalendarDate(year: year, month: month, day: $0) }
  }

  /// `14:42:01`, from there, `144201` or `14:42`; a fraction of a second is passed over.
  private static func time(_ rest: inout Substring) -> String? {
    guard let hour = number(&rest, digits: 2) else { return nil }
    if rest.first == ":" { rest = rest.dropFirst() }
    guard let minute = number(&rest, digits: 2) else { return nil }
    if rest.first == ":" { rest = rest.dropFirst() }
    let second = number(&rest, digits: 2) ?? 0
    if rest.first == "." || rest.first == "," {
      rest = rest.dropFirst().drop { $0.isASCII && $0.isNumber }
    }
    return [hour, minute, second].map(two).joined(separator: ":")
  }

  /// `Z`, `+09:00`, `+0900`, `+09`, and the names that mails use (RFC 5322, section 4.3).
  private static func offset(_ text: Substring) -> String? {
    let text = text.drop { $0 == " " }
    if let named = zones[text.uppercased()] { return named }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    var rest = text.dropFirst()
    guard let hours = number(&rest, digits: 2) else { return nil }
    if rest.first == ":" { rest = rest.dropFirst() }
    let minutes = number(&rest, digits: 2) ?? 0
    let isAtEnd = rest.isEmpty || rest.first == " " || rest.first == "("
    return isAtEnd ? "\(sign)\(two(hours)):\(two(minutes))" : nil
  }

  private static let zones = [
    "Z": "Z", "UT": "Z", "UTC": "Z", "GMT": "Z", "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00",
    "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00",
    "BST": "+01:00", "CET": "+01:00", "CEST": "+02:00",
  ]

  // MARK: Mails and feeds

  /// `Tue, 3 Nov 2026 14:42:01 +0100` (RFC 5322, section 3.3); day of the week and seconds may be missing,
  /// and old years have two digits.
  private static func mailForm(_ text: String) -> Timestamp? {
    var words = text.split { $0 == " " || $0 == "," }[...]
    if let first = words.first, first.first?.isNumber == false { words = words.dropFirst() }
    guard words.count >= 3, let day = Int(words[words.startIndex]),
      let month = month(words[words.startIndex + 1]), let year = year(words[words.startIndex + 2]),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    words = words.dropFirst(3)
    let whole = Timestamp(date.description)
    guard var clock = words.first, clock.contains(":"), let time = time(&clock), clock.isEmpty,
      let zone = words.dropFirst().first, let offset = offset(zone)
    else { return whole }
    return Timestamp("\(date)T\(time)\(offset)")
  }

  /// The day of `September 1, 2026 12:00pm EDT` and `Nov. 3, 2026`.
  private static func monthFirst(_ text: String) -> Timestamp? {
    let words = text.split { $0 == " " || $0 == "," }
    guard words.count >= 3, let month = month(words[0]), let day = Int(words[1]),
      words[2].count == 4, let year = year(words[2])
    else { return nil }
    return CalendarDate(year: year, month: month, day: day).map { Timestamp($0.description) }
  }

  static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func month(_ word: Substring) -> Int? {
    months.firstIndex(of: word.prefix(3).lowercased()).map { $0 + 1 }
  }

  private static func year(_ word: Substring) -> Int? {
    guard let year = Int(word), year >= 0 else { return nil }
    return word.count > 2 ? year : year + (year < 50 ? 2000 : 1900)
  }

  // MARK: Digits

  private static func number(_ rest: inout Substring, digits: Int) -> Int? {
    let found = rest.prefix(digits)
    guard found.count == digits, found.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    rest = rest.dropFirst(digits)
    return Int(found)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
