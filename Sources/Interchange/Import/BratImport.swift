// Standoff files of brat: marks by offsets (T), notes (#), attributes (A).

import ArticleModel
import LosslessJSON

/// Reads a file .ann.
struct BratImport {
  private let labels: LabelReader

  init(_ labels: LabelReader) { self.labels = labels }

  private struct TextBound {
    var id: String
    var type: String
    var fragments: [Range<Int>]
    var words: String
    var note = ""
    var carrier: Annotation?
    /// The offsets as they stand in the line, and as they stood when the carrier was written.
    var offsets: String
    var formerOffsets: String?
    var tags: [String] = []
  }

  /// Reads the lines; relations and events have no counterpart and are named in remarks.
  func read(_ text: String?) throws(ImportProblem) -> ImportedFile {
    guard let text else { throw .notText }
    var file = ImportedFile()
    var marks: [TextBound] = []
    var skipped = 0
    for line in text.split(whereSeparator: \.isNewline) {
      let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
        .map(String.init)
      switch line.first {
      case "T":
        guard let mark = Self.textBound(fields) else {
          throw .notTheFormat("this is no text-bound annotation: \(line.prefix(60))")
        }
        marks.append(mark)
      case "#": Self.add(note: fields, to: &marks)
      case "A", "M": Self.add(attribute: fields, to: &marks)
      default: skipped += 1
      }
    }
    if skipped > 0 { file.remarks.append("\(skipped) relations, events or others were left out") }
    file.groups = [ImportedGroup(marks: marks.map(mark))]
    return file
  }

  /// `T1  Type 0 5;8 12  words`
  private static func textBound(_ fields: [String]) -> TextBound? {
    guard fields.count == 3, let space = fields[1].firstIndex(of: " ") else { return nil }
    let offsets = fields[1][space...].split(separator: ";").map { part in
      part.split(separator: " ").compactMap { Int($0) }
    }
    guard !offsets.isEmpty, offsets.allSatisfy({ $0.count == 2 && 0 <= $0[0] && $0[0] < $0[1] })
    else { return nil }
    return TextBound(
      id: fields[0], type: String(fields[1][..<space]), fragments: offsets.map { $0[0]..<$0[1] },
      words: fields[2],
      offsets: String(fields[1][space...].dropFirst()))
  }

  /// `#1  AnnotatorNotes T1  words`
  private static func add(note fields: [String], to marks: inout [TextBound]) {
    let parts = fields.count > 1 ? fields[1].split(separator: " ").map(String.init) : []
    guard fields.count == 3, parts.count == 2,
      let index = marks.firstIndex(where: { $0.id == parts[1] })
    else { return }
    if parts[0] == BratExport.carrierType {
      guard let json = try? JSONValue(parsing: fields[2]) else { return }
      marks[index].carrier = WebAnnotationImport.annotation(json)
      marks[index].formerOffsets = json[BratExport.offsetsMember]?.string
    } else {
      marks[index].note += (marks[index].note.isEmpty ? "" : "\n") + fields[2]
    }
  }

  /// `A1  Negation T1` or `A2  Confidence T1 L2`
  private static func add(attribute fields: [String], to marks: inout [TextBound]) {
    let parts = fields.count > 1 ? fields[1].split(separator: " ").map(String.init) : []
    guard parts.count >= 2, let index = marks.firstIndex(where: { $0.id == parts[1] }) else {
      return
    }
    marks[index].tags.append(([parts[0]] + parts.dropFirst(2)).joined(separator: ":"))
  }

  /// What brat shows of a mark wins over what it carried along.
  private func mark(_ mark: TextBound) -> ImportedMark {
    let name = "brat:\(mark.type)\n\(mark.fragments)\n\(mark.words)"
    var annotation = mark.carrier ?? labels.annotation(labelled: mark.type, named: name)
    if let carrier = mark.carrier, BratExport.typeName(carrier.name) != mark.type {
      annotation.terms = []
      labels.apply(mark.type, to: &annotation)
    }
    if annotation.note.onOneBratLine != mark.note { annotation.note = mark.note }
    for tag in mark.tags where !annotation.tags.contains(tag) { annotation.tags.append(tag) }
    if mark.carrier != nil, mark.formerOffsets == mark.offsets {
      return ImportedMark(annotation: annotation)
    }
    return ImportedMark(
      annotation: annotation, places: mark.fragments.map(ImportedPlace.codePoints))
  }
}
