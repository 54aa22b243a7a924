// Reads one line of the filter's input: {"id": …, "text": "…"}, and what else there is of the article.

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
  /// Its other members, where they are kept.
  let kept: KeptMembers

  /// What is wrong with a line.
  enum Failure: Error, Equatable {
    case malformed(at: Int, id: [UInt8])
    case repeated(String, id: [UInt8])
    case missingText(String, id: [UInt8], KeptMembers)
    case tooLong
    /// The analysis ended its process, which ended so (waitpid).
    case ended(Int32, id: [UInt8], KeptMembers)
    case tookTooLong(Duration, id: [UInt8], KeptMembers)

    /// What the answer says about it.
    var message: String {
      switch self {
      case .malformed(let position, _): "not a JSON object: byte \(position)"
      case .repeated(let name, _): "the member \"\(name)\" is there twice"
      case .tooLong: "the line is longer than \(LineBuffer.longestLine >> 20) MB"
      case .missingText(let name, _, _): "the member \"\(name)\" is missing or no string"
      case .ended(let status, _, _): "this text cannot be analysed: \(Self.ending(status))"
      case .tookTooLong(let limit, _, _):
        "this text cannot be analysed: that takes longer than \(limit.components.seconds) seconds"
      }
    }

    /// The identifier, as far as it was read.
    var id: [UInt8] {
      switch self {
      case .malformed(_, let id), .repeated(_, let id), .missingText(_, let id, _),
        .ended(_, let id, _), .tookTooLong(_, let id, _):
        id
      case .tooLong: NDJSONRequest.unknown
      }
    }

    /// The other members of the line, where they were read and are kept.
    var kept: KeptMembers {
      switch self {
      case .missingText(_, _, let kept), .ended(_, _, let kept), .tookTooLong(_, _, let kept): kept
      case .malformed, .repeated, .tooLong: KeptMembers()
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

  /// What an answer to a line has of it that nobody could analyse.
  static func known(
    of line: [UInt8], _ form: NDJSONForm
  ) -> (id: [UInt8], kept: KeptMembers) {
    line.withUnsafeBufferPointer { line in
      do throws(Failure) {
        let request = try NDJSONRequest(line, form)
        return (request.id, request.kept)
      } catch { return (error.id, error.kept) }
    }
  }

  /// Parses a line. Other members than those that `form` asks for are checked and skipped. A byte order mark
  /// in front is none of the line's.
  init(
    _ line: UnsafeBufferPointer<UInt8>, _ form: NDJSONForm = NDJSONForm()
  ) throws(Failure) {
    let mark = line.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let line = UnsafeBufferPointer(rebasing: line[mark...])
    var members = Members(form)
    var scanner = JSONScanner(line)
    do throws(JSONError) {
      try members.read(from: &scanner)
    } catch {
      throw .malformed(at: error.offset + mark, id: members.id(in: line))
    }
    let id = members.id(in: line)
    if let name = members.repeated { throw .repeated(name, id: id) }
    var kept = KeptMembers(beside: members.others.isEmpty ? [] : form.names)
    for (name, value) in members.others { kept.add(name, line[value]) }
    guard let text = members.text else { throw .missingText(form.textField, id: id, kept) }
    (self.id, self.text, self.kept) = (id, text, kept)
  }

  /// The members of a line that count.
  private struct Members {
    private let textField: String
    private let keepsOthers: Bool
    private var names: Set<String> = []
    private var id: Range<Int>?
    var text: [UInt8]?
    /// The others, where they are kept.
    private(set) var others: [(name: String, value: Range<Int>)] = []
    /// One of them that is there twice.
    var repeated: String?

    init(_ form: NDJSONForm) { (textField, keepsOthers) = (form.textField, form.keepsMembers) }

    mutating func read(from scanner: inout JSONScanner) throws(JSONError) {
      try scanner.object { (name: String, scanner: inout JSONScanner) throws(JSONError) in
        if keepsOthers || name == textField || name == "id" {
          if !names.insert(name).inserted { repeated = name }
        }
        if name == textField, scanner.isAtString {
          text = try scanner.string()
        } else {
          let value = try scanner.skipValue()
          if name == "id" { id = value }
          if keepsOthers, name != "id", name != textField { others.append((name, value)) }
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
