// The lines of the filter, held to the texts that every reader of JSON is held to.

import LosslessJSON
import TestSupport
import Testing

@testable import NewsAnalysis

@Suite struct NDJSONConformanceTests {
  private func parse(_ line: [UInt8]) -> Result<NDJSONRequest, NDJSONRequest.Failure> {
    line.withUnsafeBufferPointer { line in
      do throws(NDJSONRequest.Failure) { return .success(try NDJSONRequest(line)) } catch {
        return .failure(error)
      }
    }
  }

  @Test("An identifier comes back when it is JSON; a line with anything else is an error")
  func identifiers() throws {
    for sample in JSONSample.all where sample.canStandInside {
      let answer = parse(sample.inside(#"{"id":…,"text":"x"}"#))
      switch (answer, sample.verdict) {
      case (.success(let request), .isJSON), (.success(let request), .isOpen):
        #expect((try? JSONDocument(parsing: request.id)) != nil, "\(sample.name)")
        #expect(
          String(decoding: sample.bytes, as: UTF8.self).contains(
            String(decoding: request.id, as: UTF8.self)))
      case (.failure(let failure), .isNotJSON), (.failure(let failure), .isOpen):
        #expect((try? JSONDocument(parsing: failure.id)) != nil, "\(sample.name)")
      default: Issue.record("\(sample.name): \(answer)")
      }
    }
  }

  @Test("Other members are checked too, and a line that is no object is an error")
  func otherMembers() {
    for sample in JSONSample.all where sample.canStandInside && sample.verdict != .isOpen {
      let answer = parse(sample.inside(#"{"text":"x","y":…}"#))
      let isTaken = if case .success = answer { true } else { false }
      #expect(isTaken == (sample.verdict == .isJSON), "\(sample.name)")
    }
    for sample in JSONSample.all {
      guard case .failure = parse(sample.bytes) else {
        Issue.record("\(sample.name) was taken")
        continue
      }
    }
  }

  @Test("A text comes as what its JSON says")
  func texts() throws {
    for sample in JSONSample.all where sample.verdict == .isJSON {
      guard let text = try JSONDocument(parsing: sample.bytes).root.string else { continue }
      let request = try parse(sample.inside(#"{"id":1,"text":…}"#)).get()
      #expect(String(decoding: request.text, as: UTF8.self) == text, "\(sample.name)")
    }
  }

  @Test(
    "A member that is there twice is an error, since nobody can tell which one counts",
    arguments: [
      (#"{"id":1,"text":"a","text":"b"}"#, "1", "text"),
      (#"{"id":1,"id":2,"text":"a"}"#, "null", "id"),
      (#"{"id":1,"text":"a","\u0074ext":5}"#, "1", "text"),
    ])
  func repetition(_ line: String, _ id: String, _ name: String) {
    guard case .failure(let failure) = parse(Array(line.utf8)) else {
      Issue.record("\(line) was taken")
      return
    }
    #expect(failure == .repeated(name, id: Array(id.utf8)))
  }
}
