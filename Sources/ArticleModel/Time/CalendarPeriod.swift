// A year, a month or a day, as people name the time in which they look for something.

/// A year, a month or a day: `2026`, `2026-01` or `2026-01-02`.
public struct CalendarPeriod: Hashable, Sendable {
  /// The first day of it.
  public let first: CalendarDate
  /// The last day of it.
  public let last: CalendarDate

  /// Reads a period; nil when it is of another form or does not exist.
  public init?(_ text: String) {
    let fields = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(fields.count), fields[0].utf8.count == 4,
      let first = CalendarDate(text + ["", "-01", "-01-01"][3 - fields.count])
    else { return nil }
    let month = fields.count == 1 ? 12 : first.month
    let day = fields.count == 3 ? first.day : CalendarDate.days(of: month, in: first.year)
    guard let last = CalendarDate(year: first.year, month: month, day: day) else { return nil }
    (self.first, self.last) = (first, last)
  }

  /// Whether a day lies in it.
  public func contains(_ day: CalendarDate) -> Bool { first <= day && day <= last }
}
