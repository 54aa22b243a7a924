// What a sidecar says about its article, so that the two find each other again.

import ArticleModel
import LosslessJSON

/// The `about` of a sidecar: which article, and which state of its text the positions refer to.
public struct ArticleDescription: Hashable, Sendable {
  /// The headline; nil when the text has none.
  public var title: String?
  /// Where the article is published, when it was fetched from there.
  public var identifier: String?
  /// The outlet that published it.
  public var publisher: String?
  /// Who wrote it, as the byline says.
  public var byline: String?
  /// When it was published, as a date or a moment of RFC 3339.
  public var published: DateAsWritten?
  /// The file's name, or its path seen from the sidecar's folder; never an absolute path.
  public var path: String?
  /// The digest of the file as it was read.
  public var rawDigest: Digest?
  /// The digest of the text.
  public var textDigest: Digest?
  /// The length of the text.
  public var codePoints: Int?

  /// Describes an article. Reads all of its text once.
  public init(of article: Article) {
    self.init(naming: article)
    textDigest = Digest(of: article.text)
    codePoints = article.text.codePointCount
  }

  /// Names an article without reading more than its headline: enough until something is saved.
  init(naming article: Article) {
    let name = article.source.name
    title = article.title
    identifier = name.contains("://") ? name : nil
    path = name.contains("://") ? nil : name.split(separator: "/").last.map(String.init)
    rawDigest = article.source.rawDigest
  }

  /// Reads the description in a sidecar.
  init(_ node: JSONNode?) {
    title = node?["dc:title"]?.string
    identifier = node?["dc:identifier"]?.listed.first?.string
    publisher = Self.words(node?["dc:publisher"])
    byline = Self.words(node?["dc:creator"])
    published = node?["dc:date"]?.string.map { DateAsWritten($0) }
    path = node?["galley:path"]?.string
    rawDigest = node?["schema:sha256"]?.string.flatMap { Digest(hexadecimal: $0) }
    textDigest = node?["galley:textSha256"]?.string.flatMap { Digest(hexadecimal: $0) }
    codePoints = node?["galley:codePoints"]?.int
  }

  /// One or several names, as one text.
  private static func words(_ node: JSONNode?) -> String? {
    let words = node?.listed.compactMap { $0.string ?? $0["name"]?.string } ?? []
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  /// The description in JSON-LD.
  public var json: JSONValue {
    var object = JSONObject()
    object.append("dc:title", title.map(JSONValue.string))
    object.append("dc:identifier", identifier.map { .array([.string($0)]) })
    object.append("dc:publisher", publisher.map(JSONValue.string))
    object.append("dc:creator", byline.map(JSONValue.string))
    object.append("dc:date", published.map { .string($0.description) })
    object.append("galley:path", path.map(JSONValue.string))
    object.append("schema:sha256", rawDigest.map { .string($0.description) })
    object.append("galley:textSha256", textDigest.map { .string($0.description) })
    object.append("galley:codePoints", codePoints.map(JSONValue.integer))
    return .object(object)
  }
}
