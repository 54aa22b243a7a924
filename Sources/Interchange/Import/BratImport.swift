// Standoff files of brat: marks by offsets (T), notes (#), attributes (A).

import ArticleModel
import LosslessJSON

/// Reads a file .ann (https://brat.nlplab.org/standoff.html).
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

  /// Reads the lines; what cannot be read, and what has no counterpart, is named in remarks.
  func read(_ text: String?) throws(ImportProblem) -> ImportedFile {
    guard let text else { throw .notText }
    var file = ImportedFile()
    var marks: [TextBound] = []
    var others: [[String]] = []
    for line in text.withoutMark.split(whereSeparator: \.isNewline)
    where !line.allSatisfy(\.isWhitespace) {
      let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
        .map(String.init)
      if line.first == "T" {
        if let mark = Self.textBound(fields) {
          marks.append(mark)
        } else {
          file.remarks.append("this line was left out, for it is damaged: \(line.prefix(60))")
        }
      } else {
        others.append(fields)
      }
    }
    if marks.isEmpty,
      let first = file.remarks.first ?? others.first.map({ $0.joined(separator: " ") })
    {
      throw .notTheFormat("there are no text-bound annotations in it: \(first.prefix(100))")
    }
    for fields in others where !Self.add(fields, to: &marks) {
      file.remarks.append("left out: \(fields.joined(separator: " ").prefix(80))")
    }
    file.groups = [ImportedGroup(marks: marks.map(mark))]
    return file
  }

  /// `T1  Type 0 5;8 12  words`; brat leaves blanks in the columns as they are.
  private static func textBound(_ fields: [String]) -> TextBound? {
    guard fields.count >= 2, let space = fields[1].firstIndex(of: " ") else { return nil }
    let offsets = fields[1][space...].split(separator: ";").map { part in
      part.split(separator: " ").map { Int($0) }
    }
    let fragments = offsets.compactMap { ends -> Range<Int>? in
      guard ends.count == 2, let start = ends[0], let end = ends[1],
        case .offsets(let range)? = ImportedPlace(from: start, to: end)
      else { return nil }
      return range
    }
    guard !fragments.isEmpty, fragments.count == offsets.count else { return nil }
    return TextBound(
      id: fields[0], type: String(fields[1][..<space]), fragments: fragments,
      words: fields.count > 2 ? fields[2] : "", offsets: String(fields[1][space...].dropFirst()))
  }

  /// Adds what a line says of a mark; returns whether it does.
  private static func add(_ fields: [String], to marks: inout [TextBound]) -> Bool {
    let parts = fields.count > 1 ? fields[1].split(separator: " ").map(String.init) : []
    guard parts.count >= 2, let index = marks.firstIndex(where: { $0.id == parts[1] }) else {
      return false
    }
    switch fields[0].first {
    case "#" where fields.count == 3: return add(note: fields[2], parts[0], to: &marks[index])
    case "A", "M":
      marks[index].tags.append(([parts[0]] + parts.dropFirst(2)).joined(separator: ":"))
      return true
    default: return false
    }
  }

  /// `#1  AnnotatorNotes T1  words`
  private static func add(note: String, _ type: String, to mark: inout TextBound) -> Bool {
    if type == BratExport.carrierType {
      guard let json = try? JSONValue(parsing: note) else { return false }
      mark.carrier = WebAnnotationImport.annotation(json)
      mark.formerOffsets = json[BratExport.offsetsMember]?.string
      return mark.carrier != nil
    }
    mark.note += (mark.note.isEmpty ? "" : "\n") + note
    return true
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
      return ImportedMark(annotation: annotation, name: mark.id)
    }
    return ImportedMark(
      annotation: annotation, places: mark.fragments.map(ImportedPlace.offsets),
      words: mark.words.isEmpty ? nil : mark.words, name: mark.id)
  }
}
