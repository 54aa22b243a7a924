// Times as sidecars write them: what stands there, and the point in time that it means.

/// A moment as it is written, such as `2026-01-02T03:04:05Z` or `2026-01-02T05:04:05.0+02:00`, which are
/// the same point in time and therefore equal.
///
/// What cannot be read is kept and shown as it is written. It has no place in time: it is neither earlier
/// nor later than anything, and equal only to what is written alike.
public struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The moment as it stands in the sidecar.
  public let description: String

  /// Takes a moment as it stands in a file, whatever its form.
  public init(_ text: String) { description = text }

  /// The point in time that it means; nil when it cannot be read. Read off the text each time, so that
  /// sidecars with many marks open without it.
  public var instant: Instant? { TimeReader.read(description) { $0.instant() } }

  /// Writes a point in time in UTC, to the second.
  public init(_ instant: Instant) {
    func two(_ number: Int) -> String { CalendarDate.padded(number, 2) }
    let (minutes, second) = instant.secondOfDay.quotientAndRemainder(dividingBy: 60)
    description = "\(instant.day)T\(two(minutes / 60)):\(two(minutes % 60)):\(two(second))Z"
  }

  /// The moment `seconds` after 1970-01-01T00:00:00Z.
  public init(secondsSinceEpoch seconds: Int) { self.init(Instant(seconds: seconds)) }

  /// The present moment, to the second.
  public static func now() -> Timestamp { Timestamp(.now()) }

  /// Seconds since 1970-01-01T00:00:00Z; nil when it cannot be read.
  public var secondsSinceEpoch: Int? { instant?.seconds }

  /// The day in UTC, also of what is written as a day alone; nil when it cannot be read.
  public var day: CalendarDate? { instant?.day ?? CalendarDate(description) }

  /// The day as it is written, in the time zone of whoever wrote it; nil when it cannot be read.
  public var writtenDay: CalendarDate? {
    guard instant != nil else { return CalendarDate(description) }
    return TimeReader.read(description) { $0.date() }
  }

  /// The day as it is written, and what cannot be read as a whole.
  public var dayText: String { writtenDay?.description ?? description }

  /// Whether both mean the same point in time, or cannot be read and are written alike.
  public static func == (a: Timestamp, b: Timestamp) -> Bool {
    if a.description == b.description { return true }
    guard let instant = a.instant else { return false }
    return instant == b.instant
  }

  /// Whether one is earlier; false when either cannot be read.
  public static func < (a: Timestamp, b: Timestamp) -> Bool {
    guard let earlier = a.instant, let later = b.instant else { return false }
    return earlier < later
  }

  /// Whether one is later; false when either cannot be read.
  public static func > (a: Timestamp, b: Timestamp) -> Bool { b < a }

  /// Whether one is earlier or both are equal.
  public static func <= (a: Timestamp, b: Timestamp) -> Bool { a < b || a == b }

  /// Whether one is later or both are equal.
  public static func >= (a: Timestamp, b: Timestamp) -> Bool { b <= a }

  /// Equal moments have equal hashes.
  public func hash(into hasher: inout Hasher) {
    if let instant { hasher.combine(instant) } else { hasher.combine(description) }
  }
}

extension Timestamp? {
  /// Where a list in the order of time has it: what is not said, or cannot be read, comes before all else
  /// and stays in the order that it had.
  public var placeInTime: Instant { self?.instant ?? Instant(seconds: .min) }

  /// Whether this is later than another; false when either is not said or cannot be read.
  public func isLater(than other: Timestamp?) -> Bool {
    guard let self, let other else { return false }
    return self > other
  }
}
