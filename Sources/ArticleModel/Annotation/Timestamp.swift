// Times as sidecars write them: UTC, to the second.

#if canImport(Glibc)
  import Glibc
#endif

/// A moment in UTC, in the form `2026-01-02T03:04:05Z` (RFC 3339).
public struct Timestamp: Hashable, Sendable, CustomStringConvertible {
  /// The moment as it stands in the sidecar.
  public let description: String

  /// Takes a moment as it stands in a sidecar, whatever its form.
  public init(_ text: String) { description = text }

  /// The moment `seconds` after 1970-01-01T00:00:00Z.
  public init(secondsSinceEpoch seconds: Int) {
    var time = time_t(seconds)
    var parts = tm()
    gmtime_r(&time, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = "\(Int(parts.tm_year) + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    description = "\(date)T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }

  /// The present moment.
  public static func now() -> Timestamp { Timestamp(secondsSinceEpoch: time(nil)) }

  /// Seconds since 1970-01-01T00:00:00Z; nil when the text is not of the form above.
  public var secondsSinceEpoch: Int? {
    let fields = description.split { !$0.isNumber }.compactMap { Int($0) }
    guard description.hasSuffix("Z"), fields.count >= 6 else { return nil }
    var parts = tm()
    parts.tm_year = Int32(truncatingIfNeeded: fields[0] - 1900)
    parts.tm_mon = Int32(truncatingIfNeeded: fields[1] - 1)
    parts.tm_mday = Int32(truncatingIfNeeded: fields[2])
    parts.tm_hour = Int32(truncatingIfNeeded: fields[3])
    parts.tm_min = Int32(truncatingIfNeeded: fields[4])
    parts.tm_sec = Int32(truncatingIfNeeded: fields[5])
    return timegm(&parts)
  }
}
