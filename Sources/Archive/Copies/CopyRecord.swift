// What is kept beside the copy of a page: where it came from, and when.

import ArticleModel
import LosslessJSON

/// The record of a copy, a JSON file beside it.
package struct CopyRecord: Hashable, Sendable {
  /// The address that was asked for when the copy was made.
  package var asked: WebAddress
  /// The address that answered.
  package var address: WebAddress
  /// When these bytes came.
  package var fetched: Timestamp
  /// When the server last sent the same bytes.
  package var confirmed: Timestamp
  /// The digest of the bytes.
  package var digest: Digest
  /// How many bytes there are.
  package var size: Int
  /// The status of the answer.
  package var status: Int
  /// The field `Content-Type` of the answer.
  package var contentType: String?
  /// The title of the article in it.
  package var title: String?

  /// What the name of a record adds to that of its copy.
  package static let suffix = ".copy.json"

  /// Describes a page that has just come.
  package init(of page: FetchedPage, titled title: String?, at moment: Timestamp) {
    (asked, address) = (page.asked, page.address)
    (fetched, confirmed) = (moment, moment)
    digest = page.bytes.withUnsafeBufferPointer { Digest(of: $0) }
    (size, status) = (page.bytes.count, page.status)
    (contentType, self.title) = (page.contentType, title)
  }

  /// Reads a record; nil when something is missing that every record has.
  package init?(parsing bytes: [UInt8]) {
    guard let root = (try? JSONDocument(parsing: bytes))?.root,
      let asked = Self.address(root["address"]), let address = Self.address(root["finalAddress"]),
      let fetched = root["fetched"]?.string,
      let digest = root["sha256"]?.string.flatMap({ Digest(hexadecimal: $0) })
    else { return nil }
    (self.asked, self.address, self.digest) = (asked, address, digest)
    self.fetched = Timestamp(fetched)
    confirmed = Timestamp(root["confirmed"]?.string ?? fetched)
    size = root["bytes"]?.int ?? 0
    status = root["status"]?.int ?? 200
    contentType = root["contentType"]?.string
    title = root["title"]?.string
  }

  private static func address(_ node: JSONNode?) -> WebAddress? {
    node?.string.flatMap { try? WebAddress($0) }
  }

  /// The record as it is written.
  package var bytes: [UInt8] {
    var object = JSONObject()
    object.append("address", .string(asked.description))
    object.append("finalAddress", .string(address.description))
    object.append("fetched", .string(fetched.description))
    object.append("confirmed", .string(confirmed.description))
    object.append("status", .integer(status))
    object.append("contentType", contentType.map(JSONValue.string))
    object.append("bytes", .integer(size))
    object.append("sha256", .string(digest.description))
    object.append("title", title.map(JSONValue.string))
    return Array(JSONValue.object(object).prettyPrinted().utf8)
  }
}
