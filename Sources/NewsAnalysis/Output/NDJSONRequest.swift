// Reads one line of the filter's input: {"id": …, "text": "…"}.

import ArticleModel

/// An article to analyse, as a line of the filter's input gives it.
struct NDJSONRequest {
  /// The identifier, as the line writes it in JSON.
  var id: [UInt8]
  /// The text, decoded.
  var text: [UInt8]

  /// The text, with U+FFFD for bytes that are no UTF-8.
  var articleText: ArticleText {
    let isValid = (try? UTF8Span(validating: text.span)) != nil
    return isValid
      ? ArticleText(utf8: text) : ArticleText(String(decoding: text, as: UTF8.self))
  }

  /// What is wrong with a line.
  enum Failure: Error {
    case malformed(at: Int, id: [UInt8])
    case missingText(id: [UInt8])
    case tooLong

    /// What the answer says about it.
    var message: String {
      switch self {
      case .malformed(let position, _): "not a JSON object: byte \(position)"
      case .tooLong: "the line is longer than \(LineBuffer.longestLine >> 20) MB"
      case .missingText: "the member \"text\" is missing or no string"
      }
    }

    /// The identifier, as far as it was read.
    var id: [UInt8] {
      switch self {
      case .malformed(_, let id), .missingText(let id): id
      case .tooLong: Array("null".utf8)
      }
    }
  }

  /// Parses a line; other members are skipped.
  static func parse(_ line: UnsafeBufferPointer<UInt8>) -> Result<NDJSONRequest, Failure> {
    var scanner = JSONScanner(line)
    var (id, text): ([UInt8]?, [UInt8]?) = (nil, nil)
    let isWhole = scanner.object { key, scanner in
      if key.elementsEqual("text".utf8), scanner.peeksString {
        text = scanner.string()
        return text != nil
      }
      let start = scanner.position
      guard scanner.skipValue() else { return false }
      if key.elementsEqual("id".utf8) { id = Array(line[start..<scanner.position]) }
      return true
    }
    let known = id ?? Array("null".utf8)
    guard isWhole, scanner.isAtEnd else {
      return .failure(.malformed(at: scanner.position, id: known))
    }
    guard let text else { return .failure(.missingText(id: known)) }
    return .success(NDJSONRequest(id: known, text: text))
  }
}
