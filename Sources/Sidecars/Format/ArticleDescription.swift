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
  /// Its language as a BCP 47 tag.
  public var language: String?
  /// When it was fetched from its address; nil for a file of which that is not known.
  public var retrieved: Timestamp?
  /// When somebody who learns handed the marks in; nil when nobody did.
  public var handedIn: Timestamp?
  /// When the marks were handed in first, where that was taken back; nil where it never was.
  public var firstHandedIn: Timestamp?
  /// The sources that its quotations are looked for in.
  public var quotationSources: [QuotationSource] = []
  /// What made the text of the file; nil for plain text, whose text is the file's own.
  public var extractor: ArticleMetadata.Extractor?
  /// The encoding of the file in the WHATWG Encoding Standard; nil for UTF-8 and for files that say it.
  public var encoding: String?
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
    let metadata = article.metadata
    title = article.title
    identifier = Self.address(of: article)
    retrieved = metadata.retrieved
    publisher = metadata.outlet
    byline = metadata.authors.isEmpty ? nil : metadata.authors.joined(separator: ", ")
    published = metadata.published.map { DateAsWritten($0.description) }
    language = metadata.language
    extractor = metadata.extractor.flatMap { $0.isOfPlainText ? nil : $0 }
    encoding = metadata.encoding?.name
    path = name.contains("://") ? nil : name.pathParts.last.map(String.init)
    rawDigest = article.source.rawDigest
  }

  /// The address that an article was fetched from, or else the one that it wants to be known by.
  private static func address(of article: Article) -> String? {
    if article.source.name.contains("://") { return article.source.name }
    let metadata = article.metadata
    if metadata.retrieved != nil { return metadata.address }
    return metadata.canonicalAddress ?? metadata.address
  }

  /// Reads the description in the text of a sidecar, and nothing behind it; nil when it has none.
  init?(inSidecar bytes: [UInt8]) {
    let place = bytes.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes)
      return (try? scanner.value(named: "about")) ?? nil
    }
    guard let place, let document = try? JSONDocument(parsing: Array(bytes[place])) else {
      return nil
    }
    self.init(document.root)
  }

  /// Reads the description in a sidecar.
  init(_ node: JSONNode?) {
    title = node?["dc:title"]?.string
    identifier = node?["dc:identifier"]?.listed.first?.string
    publisher = Self.words(node?["dc:publisher"])
    byline = Self.words(node?["dc:creator"])
    published = node?["dc:date"]?.string.map { DateAsWritten($0) }
    language = node?["dc:language"]?.string
    extractor = node?["galley:extractor"].flatMap(ArticleMetadata.Extractor.init)
    retrieved = node?["galley:retrieved"]?.string.map { Timestamp($0) }
    handedIn = node?["galley:handedIn"]?.string.map { Timestamp($0) }
    firstHandedIn = node?["galley:firstHandedIn"]?.string.map { Timestamp($0) }
    quotationSources = node?["galley:sources"]?.listed.compactMap(QuotationSource.init) ?? []
    encoding = node?["galley:encoding"]?.string
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
    object.append("dc:language", language.map(JSONValue.string))
    object.append("galley:retrieved", retrieved.map { .string($0.description) })
    object.append("galley:path", path.map(JSONValue.string))
    object.append("schema:sha256", rawDigest.map { .string($0.description) })
    object.append("galley:textSha256", textDigest.map { .string($0.description) })
    object.append("galley:codePoints", codePoints.map(JSONValue.integer))
    object.append("galley:extractor", extractor?.json)
    object.append("galley:encoding", encoding.map(JSONValue.string))
    object.append("galley:handedIn", handedIn.map { .string($0.description) })
    object.append("galley:firstHandedIn", firstHandedIn.map { .string($0.description) })
    if !quotationSources.isEmpty {
      object.append("galley:sources", .array(quotationSources.map(\.json)))
    }
    return .object(object)
  }

  /// Whether it has members that version 1.0 of the format does not have.
  var needsLaterVersion: Bool {
    language != nil || extractor != nil || retrieved != nil || encoding != nil || handedIn != nil
      || firstHandedIn != nil || !quotationSources.isEmpty
  }
}

extension ArticleMetadata.Extractor {
  /// Whether it leaves the text of a file as it is.
  fileprivate var isOfPlainText: Bool { name == "plain text" }

  fileprivate init?(_ node: JSONNode) {
    guard let name = node["name"]?.string else { return nil }
    self.init(name: name, version: node["schema:softwareVersion"]?.string ?? "")
  }

  fileprivate var json: JSONValue {
    ["name": .string(name), "schema:softwareVersion": .string(version)]
  }
}
