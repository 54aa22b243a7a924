// A day of the calendar that there is: no 30 February gets in.

/// A day of the Gregorian calendar, `2026-01-02`.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The year; 0 is the one before the year 1.
  public let year: Int
  /// The month, from 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// A day; nil when there is none of that number.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...Self.days(of: month, in: year)).contains(day) else {
      return nil
    }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Reads a day as RFC 3339 writes it, `2026-01-02`; nil when it is of another form or no day.
  public init?(_ text: String) {
    let date = TimeReader.read(text) { reader in
      let date = reader.date()
      return reader.isAtEnd ? date : nil
    }
    guard let date else { return nil }
    self = date
  }

  /// Orders by time.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// `2026-01-02`; years beyond 9999 have more digits (XML Schema Part 2, section 3.3.7).
  public var description: String {
    "\(year < 0 ? "-" : "")\(Self.padded(Int(year.magnitude), 4))-\(Self.padded(month, 2))"
      + "-\(Self.padded(day, 2))"
  }

  /// Whether the day is the last one of its month.
  var isLastOfMonth: Bool { day == Self.days(of: month, in: year) }

  static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  /// How many days a month has.
  static func days(of month: Int, in year: Int) -> Int {
    let isLeapYear =
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    return switch month {
    case 2: isLeapYear ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

// Days are counted in years that begin with March, so that the leap day is the last one, and in eras of
// 400 years, which all have the same number of days.
extension CalendarDate {
  private static let daysPerEra = 146_097
  /// The days from 0000-03-01 to 1970-01-01.
  private static let epoch = 719_468

  /// Days from 1970-01-01 to this one; negative before it.
  var daysSinceEpoch: Int {
    let (era, yearOfEra) = (month > 2 ? year : year - 1).flooredDivision(by: 400)
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * Self.daysPerEra + dayOfEra - Self.epoch
  }

  /// The day so many days after 1970-01-01.
  init(daysSinceEpoch days: Int) {
    let (era, dayOfEra) = (days + Self.epoch).flooredDivision(by: Self.daysPerEra)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    month = (monthFromMarch + 2) % 12 + 1
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  }
}
