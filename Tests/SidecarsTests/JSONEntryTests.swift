// Sidecars and journals, held to the texts that every reader of JSON is held to.

import ArticleModel
import LosslessJSON
import TestSupport
import Testing

@testable import Sidecars

@Suite struct JSONEntryTests {
  private let frame = #"{"items": [{"id": "urn:uuid:1", "target": "a.txt", "x": …}]}"#

  @Test("A sidecar takes what is JSON and keeps it to the byte; all else is refused")
  func sidecars() {
    for sample in JSONSample.all where sample.verdict != .isOpen && sample.canStandInside {
      let bytes = sample.inside(frame)
      let sidecar = try? Sidecar(parsing: bytes)
      #expect((sidecar != nil) == (sample.verdict == .isJSON), "\(sample.name)")
      if let sidecar { #expect(sidecar.serialized() == bytes && sidecar.unreadable.isEmpty) }
      #expect((try? Sidecar(parsing: sample.bytes)) == nil, "\(sample.name)")
    }
  }

  @Test("A journal takes what is JSON; a line with anything else is passed over")
  func journals() {
    for sample in JSONSample.all where sample.verdict != .isOpen && sample.canStandInside {
      let entry = sample.inside(
        #"{"do":{"summary":"","edits":[{"insert":{"id":"urn:uuid:1","target":"a.txt","x":…}}]}}"#)
      let line =
        Array("{\"sum\":\"\(entry.digest.description.prefix(16))\",\"entry\":".utf8)
        + entry + Array("}".utf8)
      let read = JournalEntry.entries(ofLine: line[...])?.first
      #expect((read != nil) == (sample.verdict == .isJSON), "\(sample.name)")
      #expect(JournalEntry.entries(ofLine: sample.bytes[...]) == nil, "\(sample.name)")
    }
  }

  @Test("A member that is there twice makes a sidecar, an item or an entry unreadable")
  func repetition() throws {
    let twice = [
      #"{"id": "a", "target": "t", "\u0069d": "b"}"#,
      #"{"id": "a", "target": {"source": "t", "source": "u"}}"#,
      #"{"id": "a", "target": {"source": "t", "selector": {"type": "TextQuoteSelector", "exact": "x", "exact": "y"}}}"#,
    ]
    for item in twice {
      let sidecar = try Sidecar(parsing: Array("{\"items\": [\(item)]}".utf8))
      #expect(sidecar.annotations.isEmpty && sidecar.unreadable.count == 1, "\(item)")
    }
    #expect(throws: SidecarError.self) {
      try Sidecar(parsing: Array(#"{"items": [], "items": []}"#.utf8))
    }
    let line = JournalEntry.undo().line.dropLast(2) + Array(#","entry":{"redo":true}}"#.utf8)
    #expect(JournalEntry.entries(ofLine: line) == nil)
  }
}
