// Reads one line of the filter's input: {"id": …, "text": "…"}.

import ArticleModel
import LosslessJSON

#if canImport(Glibc)
  import Glibc
#endif

/// An article to analyse, as a line of the filter's input gives it.
struct NDJSONRequest {
  /// The identifier, as the line writes it in JSON.
  let id: [UInt8]
  /// The text, decoded: valid UTF-8.
  let text: [UInt8]

  /// What is wrong with a line.
  enum Failure: Error, Equatable {
    case malformed(at: Int, id: [UInt8])
    case repeated(String, id: [UInt8])
    case missingText(id: [UInt8])
    case tooLong
    /// The analysis ended its process, which ended so (waitpid).
    case ended(Int32, id: [UInt8])
    case tookTooLong(Duration, id: [UInt8])

    /// What the answer says about it.
    var message: String {
      switch self {
      case .malformed(let position, _): "not a JSON object: byte \(position)"
      case .repeated(let name, _): "the member \"\(name)\" is there twice"
      case .tooLong: "the line is longer than \(LineBuffer.longestLine >> 20) MB"
      case .missingText: "the member \"text\" is missing or no string"
      case .ended(let status, _): "this text cannot be analysed: \(Self.ending(status))"
      case .tookTooLong(let limit, _):
        "this text cannot be analysed: that takes longer than \(limit.components.seconds) seconds"
      }
    }

    /// The identifier, as far as it was read.
    var id: [UInt8] {
      switch self {
      case .malformed(_, let id), .repeated(_, let id), .missingText(let id), .ended(_, let id),
        .tookTooLong(_, let id):
        id
      case .tooLong: NDJSONRequest.unknown
      }
    }

    private static func ending(_ status: Int32) -> String {
      let signal = status & 0x7F
      if signal == 0 { return "the analysis ended early" }
      let name = strsignal(signal).map { String(cString: $0) } ?? ""
      return "the analysis was ended by signal \(signal) (\(name))"
    }
  }

  /// The identifier of a line that has none.
  private static let unknown = Array("null".utf8)

  /// The identifier of a line, as it writes it; null when it has none.
  static func id(of line: [UInt8]) -> [UInt8] {
    line.withUnsafeBufferPointer { line in
      do throws(Failure) { return try NDJSONRequest(line).id } catch { return error.id }
    }
  }

  /// Parses a line. Other members are checked and skipped.
  init(_ line: UnsafeBufferPointer<UInt8>) throws(Failure) {
    var members = Members()
    var scanner = JSONScanner(line)
    do throws(JSONError) {
      try members.read(from: &scanner)
    } catch {
      throw .malformed(at: error.offset, id: members.id(in: line))
    }
    let id = members.id(in: line)
    if let name = members.repeated { throw .repeated(name, id: id) }
    guard let text = members.text else { throw .missingText(id: id) }
    (self.id, self.text) = (id, text)
  }

  /// The members of a line that count.
  private struct Members {
    private var names: [String] = []
    private var id: Range<Int>?
    var text: [UInt8]?
    /// One of them that is there twice.
    var repeated: String?

    mutating func read(from scanner: inout JSONScanner) throws(JSONError) {
      try scanner.object { (name: String, scanner: inout JSONScanner) throws(JSONError) in
        if name == "text" || name == "id" {
          if names.contains(name) { repeated = name }
          names.append(name)
        }
        if name == "text", scanner.isAtString {
          text = try scanner.string()
        } else {
          let value = try scanner.skipValue()
          if name == "id" { id = value }
        }
      }
      try scanner.finish()
    }

    /// The identifier as the line has it; null when it has none, or two.
    func id(in line: UnsafeBufferPointer<UInt8>) -> [UInt8] {
      guard let id, repeated != "id" else { return NDJSONRequest.unknown }
      return Array(line[id])
    }
  }
}
