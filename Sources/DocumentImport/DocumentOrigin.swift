// Where a document came from, when more is known than stands in it: what the server said that sent it.

import ArticleModel

/// What is known of a document that was fetched.
public struct DocumentOrigin: Hashable, Sendable {
  /// The address that it came from.
  public var address: String
  /// When it came.
  public var retrieved: Timestamp
  /// The field `Content-Type` of the answer, such as `text/html; charset=iso-8859-2`.
  public var contentType: String?

  /// Describes an origin.
  public init(address: String, retrieved: Timestamp, contentType: String? = nil) {
    (self.address, self.retrieved, self.contentType) = (address, retrieved, contentType)
  }

  /// The label of the encoding that the server named, in small letters (RFC 9110, section 8.3.1).
  var encodingLabel: String? {
    for parameter in (contentType ?? "").split(separator: ";").dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1).map { part in
        part.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
      }
      if parts.count == 2, parts[0] == "charset", !parts[1].isEmpty { return parts[1] }
    }
    return nil
  }
}

extension DocumentContent {
  /// The same, with what is known of where it came from; that counts more than what it says of itself.
  func coming(from origin: DocumentOrigin) -> DocumentContent {
    var metadata = structure.metadata
    (metadata.address, metadata.retrieved) = (origin.address, origin.retrieved)
    return DocumentContent(text: text, structure: structure.with(metadata))
  }
}
