// Moments and days: what is read, what is refused, and which comes first.

import Testing

@testable import ArticleModel

@Suite struct TimestampTests {
  @Test(
    "A moment means a point in time, however it is written",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2026-01-01T08:00:00Z", 1_767_254_400),
      ("2026-01-01T10:00:00+02:00", 1_767_254_400), ("2026-01-01t08:00:00z", 1_767_254_400),
      ("2025-12-31T23:30:00-08:30", 1_767_254_400), ("2026-01-01T08:00:00-00:00", 1_767_254_400),
      ("2026-01-01T08:00:00.999Z", 1_767_254_400), ("1969-12-31T23:59:59.5Z", -1),
      ("2016-12-31T23:59:60Z", 1_483_228_800), ("2016-12-31T18:59:60-05:00", 1_483_228_800),
      ("2024-02-29T00:00:00Z", 1_709_164_800), ("2025-12-31T24:00:00Z", 1_767_225_600),
      ("0000-03-01T00:00:00Z", -62_162_035_200), ("-0001-01-01T00:00:00Z", -62_198_755_200),
      ("9999-12-31T23:59:59Z", 253_402_300_799), ("12026-01-01T00:00:00Z", 317_336_745_600),
    ])
  func instants(_ text: String, _ seconds: Int) {
    let time = Timestamp(text)
    #expect(time.secondsSinceEpoch == seconds)
    #expect(time.description == text)
  }

  @Test(
    "What is no moment is kept as it is written and has no place in time",
    arguments: [
      "", "yesterday", "2026-01-01", "2026-99-99T00:00:00Z", "2026-02-30T00:00:00Z",
      "2026-02-29T00:00:00Z", "2026-01-01T00:00:00", "2026-01-01T24:00:01Z", "2026-01-01T25:00:00Z",
      "2026-01-01T08:60:00Z", "2026-01-01T08:00:60Z", "2016-12-31T23:59:61Z",
      "2026-01-01T08:00:00.Z",
      "2026-01-01T08:00:00+24:00", "2026-01-01T08:00:00+0200", "2026-1-1T08:00:00Z",
      "2026-01-01T08:00:00Z ", "２026-01-01T08:00:00Z", "02026-01-01T08:00:00Z",
      "99999999999999999999-01-01T00:00:00Z", "2026-01-01T08:00:00.5", "\u{0}",
    ])
  func unreadable(_ text: String) {
    let time = Timestamp(text)
    let readable = Timestamp("2026-01-01T08:00:00Z")
    #expect(time.instant == nil && time.description == text)
    #expect(time == Timestamp(text) && time != readable)
    #expect(!(time < readable) && !(time > readable) && !(time <= readable) && !(time >= readable))
    #expect(!(time < Timestamp("zzz")) && !(time > Timestamp("zzz")))
  }

  @Test("Order and equality are those of the instants")
  func order() {
    let later = Timestamp("2026-01-01T08:00:00Z")
    let earlier = Timestamp("2026-01-01T09:00:00+02:00")
    #expect(earlier < later && later > earlier && earlier != later && earlier <= later)
    let same = Timestamp("2026-01-01T10:00:00.000+02:00")
    #expect(same == later && Set([same, later]).count == 1 && same <= later && same >= later)
    #expect(Timestamp("2026-01-01T08:00:00.1Z") < Timestamp("2026-01-01T08:00:00.12Z"))
    #expect(Timestamp("2026-01-01T08:00:00.1Z") == Timestamp("2026-01-01T08:00:00.100Z"))
    #expect(Timestamp("9999-01-01T00:00:00Z") < Timestamp("10000-01-01T00:00:00Z"))
  }

  @Test("Lists in the order of time keep what has no place in time in front, in its order")
  func lists() {
    let times = ["2026-01-01T09:00:00+02:00", "zz", nil, "2026-01-01T06:30:00Z", "aa"]
      .map { $0.map { Timestamp($0) } }
    let sorted = times.enumerated().sorted {
      ($0.element.placeInTime, $0.offset) < ($1.element.placeInTime, $1.offset)
    }
    #expect(sorted.map(\.offset) == [1, 2, 4, 3, 0])
  }

  @Test(
    "Seconds are written in UTC and read back",
    arguments: [
      0, 1, -1, 951_782_400, 1_767_254_400, -62_135_596_800, 253_402_300_799, 253_402_300_800,
      32_503_679_999, -9_000_000_000_000,
    ])
  func writing(_ seconds: Int) {
    #expect(
      Timestamp(Timestamp(secondsSinceEpoch: seconds).description).secondsSinceEpoch == seconds)
  }

  @Test("Every day from 1600 to 2400 has its number")
  func days() throws {
    let first = try #require(CalendarDate("1600-01-01")).daysSinceEpoch
    let last = try #require(CalendarDate("2399-12-31")).daysSinceEpoch
    #expect(last - first == 292_193)
    var before = CalendarDate(daysSinceEpoch: first - 1)
    for number in first...last {
      let day = CalendarDate(daysSinceEpoch: number)
      guard day.daysSinceEpoch == number, before < day,
        CalendarDate(year: day.year, month: day.month, day: day.day) == day
      else {
        Issue.record("day \(number) is \(day)")
        return
      }
      before = day
    }
  }

  @Test("Absurd times do not end the program", arguments: [Int.min, .min + 1, .max, .max - 1])
  func absurd(_ seconds: Int) {
    let time = Timestamp(secondsSinceEpoch: seconds)
    #expect(!time.description.isEmpty)
    let instant = Instant(seconds: seconds, nanoseconds: seconds)
    #expect((instant < Instant(seconds: 0)) == (seconds < 0))
    #expect(instant.seconds(since: Instant(seconds: .max)) <= 0)
    #expect(Instant(seconds: .min).seconds(since: instant) <= 0)
  }

  @Test("The day of a moment is that of UTC; as written it is that of the writer")
  func dayOfMoment() {
    let time = Timestamp("2026-01-01T00:30:00+02:00")
    #expect(time.day == CalendarDate("2025-12-31"))
    #expect(time.writtenDay == CalendarDate("2026-01-01") && time.dayText == "2026-01-01")
    #expect(Timestamp("2026-01-01").day == CalendarDate("2026-01-01"))
    #expect(Timestamp("soon, they say").dayText == "soon, they say")
  }

  @Test(
    "A day exists or is refused",
    arguments: [
      ("2026-01-02", true), ("2024-02-29", true), ("2000-02-29", true), ("2026-12-31", true),
      ("2026-99-99", false), ("2026-02-30", false), ("2025-02-29", false), ("1900-02-29", false),
      ("2026-04-31", false), ("2026-00-10", false), ("2026-01-00", false), ("2026-1-2", false),
      ("2026-01-02 ", false), ("20260102", false), ("2026-01", false), ("", false),
      ("2026-01-02T00:00:00Z", false),
    ])
  func calendarDates(_ text: String, _ exists: Bool) {
    #expect((CalendarDate(text) != nil) == exists)
    if exists { #expect(CalendarDate(text)?.description == text) }
  }

  @Test("A period is a year, a month or a day")
  func periods() throws {
    let february = try #require(CalendarPeriod("2024-02"))
    #expect(february.first == CalendarDate("2024-02-01"))
    #expect(february.last == CalendarDate("2024-02-29"))
    let year = try #require(CalendarPeriod("2026"))
    #expect(year.contains(try #require(CalendarDate("2026-12-31"))))
    #expect(!year.contains(try #require(CalendarDate("2027-01-01"))))
    for text in ["2026-13", "2026-02-30", "26", "2026-1", "2026-01-02-03", "", "x"] {
      #expect(CalendarPeriod(text) == nil, "\(text)")
    }
  }

  @Test("A day in a file is kept as it stands")
  func asWritten() {
    #expect(DateAsWritten("2026-99-99").day == nil)
    #expect(DateAsWritten("2026-99-99").description == "2026-99-99")
    #expect(DateAsWritten("2026-03-02T23:00:00-05:00").day == CalendarDate("2026-03-02"))
    #expect(DateAsWritten("2026-03-02") == "2026-03-02")
  }
}
