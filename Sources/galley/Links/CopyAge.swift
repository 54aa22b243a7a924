// How old a copy is, in words.

import ArticleModel

#if canImport(Glibc)
  import Glibc
#endif

/// The age of a copy.
struct CopyAge {
  /// The day it was made, where the reader is: "3 Nov 2026".
  let day: String
  /// The time since: "23 days".
  let words: String

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  init(_ moment: Timestamp, now: Timestamp = .now()) {
    let now = now.secondsSinceEpoch ?? 0
    let then = moment.secondsSinceEpoch ?? now
    day = Self.day(of: then)
    words = Self.words(for: max(0, now - then))
  }

  private static func day(of seconds: Int) -> String {
    var (moment, parts) = (time_t(seconds), tm())
    localtime_r(&moment, &parts)
    let month = months[min(max(Int(parts.tm_mon), 0), 11)]
    return "\(parts.tm_mday) \(month) \(Int(parts.tm_year) + 1900)"
  }

  private static func words(for seconds: Int) -> String {
    switch seconds {
    case ..<120: "a moment"
    case ..<7200: counted(seconds / 60, "minute")
    case ..<172_800: counted(seconds / 3600, "hour")
    default: counted(seconds / 86_400, "day")
    }
  }
}
