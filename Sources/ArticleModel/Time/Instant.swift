// A point in time as a number, which is what order in time is about. Timestamp says how it is written.

#if canImport(Glibc)
  import Glibc
#endif

/// A point in time: nanoseconds after 1970-01-01T00:00:00Z, or before it. Leap seconds are not counted, as
/// in POSIX.
public struct Instant: Hashable, Comparable, Sendable {
  /// Whole seconds after 1970-01-01T00:00:00Z; negative before it.
  public let seconds: Int
  /// What is left of a second, from 0 to 999,999,999.
  public let nanoseconds: Int

  static let secondsPerDay = 86_400
  private static let nanosecondsPerSecond = 1_000_000_000
  /// Years with more than nine digits make no sense; what would lie there lies at their end.
  private static let furthest = 365_000_000_000 * secondsPerDay

  /// The point in time so many seconds and nanoseconds after 1970-01-01T00:00:00Z. Numbers that lie
  /// hundreds of millions of years away stand for the end of that time.
  public init(seconds: Int, nanoseconds: Int = 0) {
    let (carry, rest) = nanoseconds.flooredDivision(by: Self.nanosecondsPerSecond)
    self.seconds = Self.clamp(Self.clamp(seconds) + carry)
    self.nanoseconds = rest
  }

  private static func clamp(_ seconds: Int) -> Int { min(max(seconds, -furthest), furthest) }

  /// Orders by time.
  public static func < (a: Instant, b: Instant) -> Bool {
    (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds)
  }

  /// Whole seconds from another point in time to this one; negative when that is later.
  public func seconds(since earlier: Instant) -> Int { seconds - earlier.seconds }

  /// The present, to the second.
  public static func now() -> Instant { Instant(seconds: time(nil)) }

  /// The day in UTC.
  public var day: CalendarDate {
    CalendarDate(daysSinceEpoch: seconds.flooredDivision(by: Self.secondsPerDay).quotient)
  }

  /// Seconds since the day began in UTC.
  var secondOfDay: Int { seconds.flooredDivision(by: Self.secondsPerDay).remainder }
}

extension Int {
  /// The quotient rounded towards minus infinity, and what remains, which is never negative.
  func flooredDivision(by divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
