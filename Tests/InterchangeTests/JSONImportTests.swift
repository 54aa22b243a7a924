// Imports of JSON, held to the texts that every reader of JSON is held to.

import Interchange
import TestSupport
import Testing

@Suite struct JSONImportTests {
  /// A file of each format, with a place for a member that the format does not know.
  private let frames: [(ImportFormat, String)] = [
    (.w3c, #"{"id": "a", "type": "Annotation", "target": "a.txt", "x": …}"#),
    (.readium, #"{"type": "AnnotationSet", "items": [{"id": "a", "target": "a.txt"}], "x": …}"#),
    (.hypothesis, #"{"rows": [{"id": "a", "uri": "a.txt", "x": …}]}"#),
    (.doccano, #"[{"text": "a", "label": [], "x": …}]"#),
    (.labelstudio, #"[{"data": {"text": "a"}, "annotations": [], "x": …}]"#),
  ]

  private func isTaken(_ bytes: [UInt8], as format: ImportFormat) -> Bool {
    (try? format.read(bytes, knowing: MarkedCorpus.shelf)) != nil
  }

  @Test("Every import takes what is JSON and refuses all else")
  func conformance() {
    for sample in JSONSample.all where sample.verdict != .isOpen && sample.canStandInside {
      for (format, frame) in frames {
        let taken = isTaken(sample.inside(frame), as: format)
        #expect(taken == (sample.verdict == .isJSON), "\(format.rawValue): \(sample.name)")
      }
    }
  }

  @Test("A member that is there twice is refused by every import")
  func repetition() {
    for (format, frame) in frames {
      let file = frame.replacing("…", with: #"{"a": 1, "a": 2}"#)
      #expect(!isTaken(Array(file.utf8), as: format), "\(format.rawValue)")
    }
  }
}
