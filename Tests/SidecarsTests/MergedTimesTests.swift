// Which version of a mark stays when two people changed the same: the one that was changed later.

import ArticleModel
import Testing

@testable import Sidecars

@Suite struct MergedTimesTests {
  /// A sidecar with one mark; nil leaves the time out.
  private func sidecar(_ note: String, _ modified: String?) throws -> Sidecar {
    let time = modified.map { ", \"modified\": \"\($0)\"" } ?? ""
    return try Sidecar(
      parsing: Array(
        """
        {"items": [{"id": "urn:uuid:1", "target": "a.txt"\(time),
          "body": {"type": "TextualBody", "value": "\(note)"}}]}
        """.utf8))
  }

  private func merge(_ ours: String?, _ theirs: String?) throws -> ThreeWayMerge {
    ThreeWayMerge(
      base: try sidecar("base", "2025-01-01T00:00:00Z"), ours: try sidecar("ours", ours),
      theirs: try sidecar("theirs", theirs))
  }

  private func notes(_ merge: ThreeWayMerge) -> [String] { merge.sidecar.annotations.map(\.note) }

  @Test(
    "The later instant stays, on whichever side it is and however it is written",
    arguments: [
      ("2026-01-01T09:00:00+02:00", "2026-01-01T08:00:00Z"),
      ("2026-01-01T08:00:00Z", "2026-01-01T08:00:00.001Z"),
      ("2026-01-01T08:00:00.09Z", "2026-01-01T08:00:00.1Z"),
      ("2026-01-01T08:00:00z", "2026-01-01T07:30:00-01:00"),
      ("9999-12-31T23:59:59Z", "10000-01-01T00:00:00Z"),
    ])
  func later(_ earlier: String, _ later: String) throws {
    let (first, second) = (try merge(later, earlier), try merge(earlier, later))
    #expect(notes(first) == ["ours", "theirs"])
    #expect(notes(second) == ["theirs", "ours"])
    for merge in [first, second] {
      #expect(merge.sidecar.annotations.first?.modified?.description == later)
      #expect(merge.conflicts.count == 1)
    }
  }

  @Test(
    "Where no order is known, the version at hand stays and the other one beside it",
    arguments: [
      ("yesterday", "2026-01-01T08:00:00Z"), ("2026-01-01T08:00:00Z", "zz"), ("aa", "zz"),
      ("zz", "aa"), ("2026-01-01T08:00:00Z", "2026-01-01T10:00:00+02:00"),
      ("2026-99-99", "2026-01-01"),
    ])
  func unknownOrder(_ ours: String, _ theirs: String) throws {
    let merge = try merge(ours, theirs)
    #expect(notes(merge) == ["ours", "theirs"])
    #expect(merge.sidecar.annotations.map { $0.modified?.description } == [ours, theirs])
  }

  @Test("A version that says no time gives way to one that does")
  func missing() throws {
    #expect(notes(try merge(nil, "2026-01-01T08:00:00Z")) == ["theirs", "ours"])
    #expect(notes(try merge("2026-01-01T08:00:00Z", nil)) == ["ours", "theirs"])
    #expect(notes(try merge(nil, "yesterday")) == ["ours", "theirs"])
  }

  @Test(
    "Merging what was merged changes nothing",
    arguments: [
      ("2026-01-01T09:00:00+02:00", "2026-01-01T08:00:00Z"), ("yesterday", "tomorrow"),
      ("2026-01-01T08:00:00Z", "soon"),
    ])
  func idempotent(_ ours: String, _ theirs: String) throws {
    let merged = try Sidecar(parsing: try merge(ours, theirs).sidecar.serialized())
    let base = try sidecar("base", "2025-01-01T00:00:00Z")
    for other in [try sidecar("ours", ours), try sidecar("theirs", theirs)] {
      for base in [base, other] {
        let again = ThreeWayMerge(base: base, ours: merged, theirs: other)
        #expect(again.sidecar.annotations.map(\.note) == merged.annotations.map(\.note))
        #expect(again.sidecar.serialized() == merged.serialized() && again.conflicts.isEmpty)
      }
    }
  }

  @Test("A time that cannot be read is saved to the byte, and another change leaves it alone")
  func bytes() throws {
    var read = try sidecar("x", "2026-99-99T00:00:00Z")
    #expect(String(decoding: read.serialized(), as: UTF8.self).contains("2026-99-99T00:00:00Z"))
    read.annotations[0].note = "y"
    let text = String(decoding: read.serialized(), as: UTF8.self)
    #expect(text.contains("\"modified\": \"2026-99-99T00:00:00Z\"") && text.contains("\"y\""))
    read.annotations[0].modified = Timestamp("2026-01-01T00:00:00Z")
    #expect(String(decoding: read.serialized(), as: UTF8.self).contains("2026-01-01T00:00:00Z"))
  }
}
