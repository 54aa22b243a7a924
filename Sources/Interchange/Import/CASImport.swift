// Documents as UIMA CAS JSON, as INCEpTION and dkpro-cassis write them: every annotation of a layer is a mark
// that keeps the name of its layer and its features.

import ArticleModel
import LosslessJSON

/// Reads UIMA CAS JSON 0.4.
struct CASImport {
  private let marks: SpanMarks

  init(_ labels: LabelReader) { marks = SpanMarks(labels) }

  /// What describes the text for programs and is nobody's mark.
  private static let segmentation = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type."
  private static let silent: Set<String> = [
    CASNames.sofa, CASNames.metadata, CASNames.carrier, "uima.tcas.DocumentAnnotation",
    "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.TagsetDescription",
    "de.tudarmstadt.ukp.clarin.webanno.api.type.CASMetadata",
  ]

  /// Reads the view that holds the text. Links between annotations and what has no place are named.
  func read(_ bytes: [UInt8]) throws(ImportProblem) -> ImportedFile {
    let root: JSONValue
    do throws(JSONError) { root = try JSONValue(parsing: bytes) } catch {
      throw .notJSON(error)
    }
    let structures = Self.structures(root["%FEATURE_STRUCTURES"])
    guard root["%VIEWS"] != nil,
      let sofa = structures.first(where: { $0["%TYPE"]?.string == CASNames.sofa }),
      let text = sofa["sofaString"]?.string
    else { throw .notTheFormat("there is no UIMA CAS with a text in it") }
    var file = ImportedFile()
    let offsets = UTF16Offsets(text)
    let length = text.unicodeScalars.count
    let carried = structures.filter { $0["%TYPE"]?.string == CASNames.carrier }
      .compactMap { $0["json"]?.string.flatMap { try? JSONValue(parsing: $0) } }
    let known = Set(carried.compactMap { $0["id"]?.string })
    var spans: [LabelledSpan] = []
    var left: [String: Int] = [:]
    for structure in structures {
      let type = structure["%TYPE"]?.string ?? ""
      let short = type.split(separator: ".").last.map(String.init) ?? type
      if Self.silent.contains(type) || type.hasPrefix(Self.segmentation) || type.hasSuffix("[]")
        || type.hasPrefix("uima.cas.")
      {
        continue
      }
      guard let begin = structure["begin"]?.int, let end = structure["end"]?.int, 0 <= begin,
        begin < end, offsets.codePoint(at: end) <= length
      else {
        left[short, default: 0] += 1
        continue
      }
      let span = offsets.codePoint(at: begin)..<offsets.codePoint(at: end)
      spans.append(Self.labelled(structure, short, span, in: text, knowing: known))
      let links = structure.members.count { $0.name.hasPrefix("@") && $0.name != "@sofa" }
      if links > 0 { left["links of \(short)", default: 0] += links }
    }
    file.remarks = left.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value) left out" }
    let metadata = structures.first { $0["%TYPE"]?.string == CASNames.metadata }
    file.groups = [
      ImportedGroup(
        source: metadata?["documentTitle"]?.string ?? metadata?["documentId"]?.string, text: text,
        marks: marks.marks(of: spans, carried: carried))
    ]
    return file
  }

  /// A list of feature structures, or an object that has them by number.
  private static func structures(_ json: JSONValue?) -> [JSONValue] {
    guard case .object(let object)? = json else { return json?.elements ?? [] }
    return object.members.map(\.value)
  }

  /// The value of a named entity is its label; of other layers the label is their name, with the features as
  /// tags.
  /// - Parameter ids: the annotations that the file carries along; other identifiers are those of a knowledge base.
  private static func labelled(
    _ structure: JSONValue, _ layer: String, _ span: Range<Int>, in text: String,
    knowing ids: Set<String>
  ) -> LabelledSpan {
    var features: [(String, String)] = structure.members.compactMap { member in
      guard !"%@^#".contains(member.name.prefix(1)), member.name != "begin", member.name != "end",
        let value = member.value.string ?? member.value.int.map(String.init), !value.isEmpty
      else { return nil }
      return (member.name, value)
    }
    let origin = "cas:\(text)"
    guard structure["%TYPE"]?.string == CASNames.entity,
      let place = features.firstIndex(where: { $0.0 == "value" })
    else {
      let tags = features.map { "\($0.0)=\($0.1)" }
      return LabelledSpan(span: span, labels: [layer] + tags, origin: origin)
    }
    let label = features.remove(at: place).1
    let id = structure["identifier"]?.string.flatMap { ids.contains($0) ? $0 : nil }
    if id != nil { features.removeAll { $0.0 == "identifier" } }
    let tags = features.map { "\($0.0)=\($0.1)" }
    return LabelledSpan(span: span, labels: [label] + tags, id: id, origin: origin)
  }
}
