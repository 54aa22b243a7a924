// Every reader of this module, held to the same texts: the tree, values and the pull scanner.

import LosslessJSON
import TestSupport
import Testing

@Suite struct JSONConformanceTests {
  /// Whether a reader takes a text.
  private func takes(_ read: () throws(JSONError) -> Void) -> Bool {
    do throws(JSONError) {
      try read()
      return true
    } catch {
      #expect(error.line >= 1 && error.column >= 1 && error.offset >= 0)
      return false
    }
  }

  @Test("Documents take what is JSON, keep it to the byte, and refuse all else")
  func documents() {
    for sample in JSONSample.all {
      let taken = takes { () throws(JSONError) in
        #expect(try JSONDocument(parsing: sample.bytes).bytes == sample.bytes)
      }
      if sample.verdict != .isOpen {
        #expect(taken == (sample.verdict == .isJSON), "\(sample.name)")
      }
    }
  }

  @Test("Values take what is JSON and refuse all else")
  func values() {
    for sample in JSONSample.all where sample.verdict != .isOpen {
      let taken = takes { () throws(JSONError) in _ = try JSONValue(parsing: sample.bytes) }
      #expect(taken == (sample.verdict == .isJSON), "\(sample.name)")
    }
  }

  @Test("The pull scanner takes what documents take, whatever it is")
  func scanner() {
    for sample in JSONSample.all {
      let isDocument = takes { () throws(JSONError) in _ = try JSONDocument(parsing: sample.bytes) }
      let taken = takes { () throws(JSONError) in
        try sample.bytes.withUnsafeBufferPointer { bytes throws(JSONError) in
          var scanner = JSONScanner(bytes)
          _ = try scanner.skipValue()
          try scanner.finish()
        }
      }
      #expect(taken == isDocument, "\(sample.name)")
    }
  }
}
