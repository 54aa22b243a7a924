// Moments as clocks show them.

import ArticleModel

#if canImport(Glibc)
  import Glibc
#endif

extension Timestamp {
  /// Hours and minutes in the user's time zone: "14:03". Empty when it is no moment that can be read.
  var timeOfDay: String {
    guard let seconds = secondsSinceEpoch else { return "" }
    var (moment, parts) = (time_t(seconds), tm())
    guard localtime_r(&moment, &parts) != nil else { return "" }
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(parts.tm_hour)):\(two(parts.tm_min))"
  }
}
