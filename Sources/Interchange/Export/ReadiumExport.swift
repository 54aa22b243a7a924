// Annotation sets for reading systems: Readium's profile of the Web Annotation Data Model
// (https://github.com/readium/annotations), which EPUB Annotations 1.0 of the W3C goes on from. A set is about
// one publication; each annotation has one target and one body.

import ArticleModel
import Corpus
import LosslessJSON
import Sidecars

/// The set of one publication: of an article, or of the chapters of a book.
struct ReadiumExport {
  let file: ExportedFile
  private(set) var remarks: [String] = []

  /// The name of the publication that an article is, or is a chapter of.
  static func publication(of article: CorpusArticle) -> String {
    MemberPath(article.portableName)?.file ?? article.portableName
  }

  /// - Parameters:
  ///   - articles: the articles of the publication, at least one.
  ///   - stem: the name of the file without its ending.
  init(_ articles: [CorpusArticle], named stem: String, _ generated: Timestamp) {
    var items: [JSONValue] = []
    for article in articles {
      for row in article.rows {
        items += Self.items(of: row, in: article, generated, &remarks)
      }
    }
    let ids = items.compactMap { $0["id"]?.string }.joined(separator: "\n")
    var set: JSONObject = [
      "@context": "http://www.w3.org/ns/anno.jsonld",
      "id": .string(AnnotationID.derived(from: "readium\n\(stem)\n\(ids)").description),
      "type": "AnnotationSet",
      "generator": [
        "id": "urn:galley:program", "type": "Software",
        "name": .string("Galley \(Sidecar.softwareVersion)"),
      ],
      "generated": .string(generated.description), "title": .string("Annotations of \(stem)"),
    ]
    set.append("about", articles.first.flatMap { Self.about($0) })
    set.append("items", .array(items))
    file = ExportedFile(name: stem + ".annotation", text: JSONValue.object(set).prettyPrinted())
  }

  /// The publication in the vocabulary of Dublin Core; its identifier is an array there.
  private static func about(_ article: CorpusArticle) -> JSONValue? {
    guard case .object(var object)? = article.annotated.about.provenance else { return nil }
    if let address = object["dc:identifier"] { object["dc:identifier"] = .array([address]) }
    return .object(object)
  }

  /// One item for each passage, since an annotation has one target there.
  private static func items(
    of row: AnnotationRow, in article: CorpusArticle, _ generated: Timestamp,
    _ remarks: inout [String]
  ) -> [JSONValue] {
    let annotation = row.annotation
    if annotation.kind == .reply {
      remarks.append(
        "\(row.articleName): \(row.shortID) left out: reading systems have no replies")
      return []
    }
    if let untold = row.untold(by: "reading systems") { remarks.append(untold) }
    let passages = annotation.targets.compactMap(\.passage)
    if passages.count > 1 {
      remarks.append(
        "\(row.articleName): \(row.shortID) became \(passages.count) annotations, one per passage")
    }
    let selectors = passages.isEmpty ? [nil] : passages.map { Optional(self.selectors(of: $0)) }
    return selectors.enumerated().map { index, selectors in
      let id = index == 0 ? annotation.id : AnnotationID.derived(from: "\(annotation.id)#\(index)")
      var item: JSONObject = [
        "@context": "http://www.w3.org/ns/anno.jsonld", "id": .string(id.description),
        "type": "Annotation",
        "motivation": annotation.note.isEmpty ? "highlighting" : "commenting",
        "created": .string((annotation.created ?? annotation.modified ?? generated).description),
      ]
      item.append("modified", annotation.modified.map { .string($0.description) })
      item.append("creator", annotation.creator.map(creator))
      var target: JSONObject = ["source": .string(source(of: article))]
      target.append("selector", selectors)
      item.append("target", .object(target))
      item.append("body", body(of: annotation))
      return .object(item)
    }
  }

  /// The part of the publication: a chapter, or else the file.
  private static func source(of article: CorpusArticle) -> String {
    MemberPath(article.portableName)?.member ?? article.portableName
  }

  private static func selectors(of passage: Passage) -> JSONValue {
    var quote: JSONObject = ["type": "TextQuoteSelector", "exact": .string(passage.exact)]
    if !passage.prefix.isEmpty { quote.append("prefix", .string(passage.prefix)) }
    if !passage.suffix.isEmpty { quote.append("suffix", .string(passage.suffix)) }
    return [.object(quote)]
  }

  private static func creator(_ creator: Creator) -> JSONValue {
    let id = creator.id ?? AnnotationID.derived(from: "person\n\(creator.name)").description
    return ["id": .string(id), "type": "Person", "name": .string(creator.name)]
  }

  /// The note, with all labels as tags.
  private static func body(of annotation: Annotation) -> JSONValue? {
    let labels = annotation.terms.map(\.description)
    // The motivation says already that something is highlighted or noted.
    let isPlain = [.highlight, .note].contains(annotation.kind) && annotation.foreignLabels.isEmpty
    let names = isPlain ? [] : [annotation.name]
    let tags = (labels.isEmpty ? names : labels) + annotation.tags
    return [
      "type": "TextualBody", "value": .string(annotation.note), "format": "text/plain",
      "tags": .array(tags.uniqued().map(JSONValue.string)),
    ]
  }
}
