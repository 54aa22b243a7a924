// Reads days and moments as RFC 3339 and XML Schema write them, and checks that they exist.

/// Reads a text from its beginning. Each method returns nil when what comes next is something else.
struct TimeReader {
  private var rest: UnsafeBufferPointer<UInt8>.SubSequence

  /// A year has at most so many digits.
  private static let longestYear = 9
  /// A fraction of a second counts to so many digits; further ones are passed over.
  private static let digitsOfFraction = 9

  private init(_ text: UnsafeBufferPointer<UInt8>) { rest = text[...] }

  /// Lets `body` read a text.
  static func read<Result>(_ text: String, _ body: (inout TimeReader) -> Result?) -> Result? {
    var text = text
    return text.withUTF8 { bytes in
      var reader = TimeReader(bytes)
      return body(&reader)
    }
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// `2026-01-02`; the year has four digits or more, and may be negative (xsd:date).
  mutating func date() -> CalendarDate? {
    let isNegative = consume("-")
    let digits = rest.prefix { Self.isDigit($0) }
    guard (4...Self.longestYear).contains(digits.count), digits.count == 4 || digits.first != 0x30,
      let year = number(ofDigits: digits.count), consume("-"),
      let month = number(ofDigits: 2), consume("-"), let day = number(ofDigits: 2)
    else { return nil }
    return CalendarDate(year: isNegative ? -year : year, month: month, day: day)
  }

  /// `2026-01-02T03:04:05.678+02:00` (RFC 3339, section 5.6; xsd:dateTime). A moment without an offset
  /// from UTC says no point in time.
  mutating func instant() -> Instant? {
    guard let date = date(), consume("T") || consume("t") || consume(" "),
      let hour = number(ofDigits: 2), consume(":"), let minute = number(ofDigits: 2), consume(":"),
      let second = number(ofDigits: 2), minute < 60, let fraction = fraction(),
      let offset = offset(), isAtEnd
    else { return nil }
    // xsd:dateTime has 24:00:00 for the end of a day.
    let isEndOfDay = hour == 24 && minute == 0 && second == 0 && fraction == 0
    guard hour < 24 || isEndOfDay else { return nil }
    let minutes = hour * 60 + minute - offset
    guard second < 60 || second == 60 && Self.mayHaveLeapSecond(date, minutes) else { return nil }
    return Instant(
      seconds: date.daysSinceEpoch * Instant.secondsPerDay + minutes * 60 + second,
      nanoseconds: fraction)
  }

  /// Leap seconds end the last day of a month in UTC (RFC 3339, section 5.7).
  private static func mayHaveLeapSecond(_ date: CalendarDate, _ minutesInUTC: Int) -> Bool {
    let (day, minute) = minutesInUTC.flooredDivision(by: 1440)
    return minute == 1439
      && CalendarDate(daysSinceEpoch: date.daysSinceEpoch + day).isLastOfMonth
  }

  /// `.678` in nanoseconds; 0 when there is none.
  private mutating func fraction() -> Int? {
    guard consume(".") else { return 0 }
    let digits = rest.prefix { Self.isDigit($0) }
    guard !digits.isEmpty else { return nil }
    rest = rest.dropFirst(digits.count)
    return (0..<Self.digitsOfFraction).reduce(0) { number, place in
      number * 10 + (digits.dropFirst(place).first.map { Int($0) - 0x30 } ?? 0)
    }
  }

  /// `Z` or `+02:00`, in minutes.
  private mutating func offset() -> Int? {
    if consume("Z") || consume("z") { return 0 }
    let isNegative = consume("-")
    guard isNegative || consume("+"), let hours = number(ofDigits: 2), consume(":"),
      let minutes = number(ofDigits: 2), hours < 24, minutes < 60
    else { return nil }
    return (hours * 60 + minutes) * (isNegative ? -1 : 1)
  }

  // MARK: Pieces

  private mutating func consume(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }

  private mutating func number(ofDigits count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy({ Self.isDigit($0) }) else { return nil }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
