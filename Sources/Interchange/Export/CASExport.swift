// A document as UIMA CAS JSON 0.4 (https://github.com/apache/uima-uimaj-io-jsoncas), which INCEpTION and
// dkpro-cassis read: the text, its paragraphs and tokens, and each passage of a mark as a named entity, the
// layer that every project of INCEpTION has.

import ArticleModel
import Corpus
import LosslessJSON
import Sidecars

/// The names of the types, shared with the import.
enum CASNames {
  static let entity = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
  static let sentence = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
  static let token = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
  static let metadata = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
  /// What carries an annotation whole; programs that do not know it leave it out.
  static let carrier = "galley.Annotation"
  static let (sofa, annotation) = ("uima.cas.Sofa", "uima.tcas.Annotation")
}

/// The document of one article.
struct CASExport {
  let file: ExportedFile?
  private(set) var remarks: [String] = []

  /// - Parameter stem: the name of the file without its ending.
  init(_ article: CorpusArticle, named stem: String) {
    guard let source = article.annotated.article else {
      file = nil
      remarks.append("\(article.name): left out: its article is missing")
      return
    }
    let text = source.text.string(in: source.text.span)
    var structures = Structures(text)
    structures.add(
      CASNames.metadata, 0..<text.unicodeScalars.count,
      [
        "documentTitle": .string(article.portableName), "documentId": .string(article.portableName),
        "isLastSegment": false,
      ])
    let places = article.rows.flatMap { row in article.places(of: row).map { (row, $0) } }
    let cuts = Set(places.flatMap { [$0.1.start.value, $0.1.end.value] })
    for paragraph in TokenizedText(source, cutAt: cuts).paragraphs {
      guard let first = paragraph.first, let last = paragraph.last else { continue }
      structures.add(CASNames.sentence, first.span.lowerBound..<last.span.upperBound)
      for token in paragraph { structures.add(CASNames.token, token.span) }
    }
    for (row, place) in places {
      structures.add(
        CASNames.entity, place.start.value..<place.end.value,
        ["value": .string(row.annotation.name), "identifier": .string(row.id.description)])
    }
    for annotation in article.stated {
      structures.add(CASNames.carrier, 0..<0, ["json": .string(annotation.compact())])
    }
    file = ExportedFile(name: stem + ".json", text: structures.json.prettyPrinted())
  }

  /// The feature structures, numbered as they come.
  private struct Structures {
    private let offsets: UTF16Offsets
    private var list: [JSONValue]

    init(_ text: String) {
      offsets = UTF16Offsets(text)
      list = [
        [
          "%ID": 1, "%TYPE": .string(CASNames.sofa), "sofaNum": 1, "sofaID": "_InitialView",
          "mimeType": "text/plain", "sofaString": .string(text),
        ]
      ]
    }

    mutating func add(_ type: String, _ span: Range<Int>, _ features: JSONObject = [:]) {
      var structure: JSONObject = [
        "%ID": .integer(list.count + 1), "%TYPE": .string(type), "@sofa": 1,
        "begin": .integer(offsets.units(at: span.lowerBound)),
        "end": .integer(offsets.units(at: span.upperBound)),
      ]
      for member in features.members { structure.append(member.name, member.value) }
      list.append(.object(structure))
    }

    var json: JSONValue {
      [
        "%TYPES": CASExport.types, "%FEATURE_STRUCTURES": .array(list),
        "%VIEWS": [
          "_InitialView": [
            "%SOFA": 1, "%MEMBERS": .array((2...list.count).map(JSONValue.integer)),
          ]
        ],
      ]
    }
  }

  /// The types that are no part of UIMA itself, with the features that stand in the file.
  private static let types: JSONValue = [
    CASNames.metadata: type(
      CASNames.metadata, of: "uima.tcas.DocumentAnnotation",
      ["documentTitle": "String", "documentId": "String", "isLastSegment": "Boolean"]),
    CASNames.sentence: type(CASNames.sentence, [:]),
    CASNames.token: type(CASNames.token, [:]),
    CASNames.entity: type(CASNames.entity, ["value": "String", "identifier": "String"]),
    CASNames.carrier: type(CASNames.carrier, ["json": "String"]),
  ]

  private static func type(
    _ name: String, of parent: String = CASNames.annotation,
    _ features: KeyValuePairs<String, String>
  ) -> JSONValue {
    var type: JSONObject = ["%NAME": .string(name), "%SUPER_TYPE": .string(parent)]
    for (feature, range) in features {
      type.append(feature, ["%NAME": .string(feature), "%RANGE": .string("uima.cas.\(range)")])
    }
    return .object(type)
  }
}
