// Standoff files of brat: marks by offsets (T), notes (#), attributes (A), relations (R), and what is kept with
// the marks that it is about.

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
    var answers: [ForeignAnswer] = []
    /// Relations by the number of the other mark, and lines about the mark.
    var relations: [(relation: BratLine, to: String)] = []
    var lines: [BratLine] = []
  }

  /// Reads the lines; what cannot be read, and what belongs to no mark, is named in remarks.
  func read(_ text: String?) throws(ImportProblem) -> ImportedFile {
    guard let text else { throw .notText }
    var file = ImportedFile()
    var marks: [TextBound] = []
    var others: [[String]] = []
    for line in text.withoutMark.split(whereSeparator: \.isNewline)
    where !line.allSatisfy(\.isWhitespace) {
      let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
        .map(String.init)
      if line.first != "T" {
        others.append(fields)
      } else if let mark = Self.textBound(fields) {
        marks.append(mark)
      } else {
        file.remarks.append("left out this damaged line: \(line.prefix(60))")
      }
    }
    if marks.isEmpty,
      let first = file.remarks.first ?? others.first.map({ $0.joined(separator: " ") })
    {
      throw .notTheFormat("there are no text-bound annotations in it: \(first.prefix(100))")
    }
    let lost = Self.add(others, to: &marks)
    file.remarks += lost.map { "left out: \($0.joined(separator: " ").prefix(80))" }
    file.groups = [ImportedGroup(marks: imported(marks))]
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

  // MARK: Other lines

  /// Adds the lines to the marks that they are about, and returns those that are about none.
  private static func add(_ lines: [[String]], to marks: inout [TextBound]) -> [[String]] {
    var places = Dictionary(zip(marks.map(\.id), marks.indices)) { first, _ in first }
    var rest = lines
    // A line may be about an event or a relation that stands further down.
    while true {
      let waiting = rest.filter { !add($0, to: &marks, &places) }
      if waiting.count == rest.count { return waiting }
      rest = waiting
    }
  }

  /// Adds what a line says of a mark; returns whether it does. `places` has the mark that each number leads to.
  private static func add(
    _ fields: [String], to marks: inout [TextBound], _ places: inout [String: Int]
  ) -> Bool {
    guard let line = BratLine(fields),
      let index = line.references.compactMap({ places[$0] }).first
    else { return false }
    let parts = line.body.split(separator: " ").map(String.init)
    let isAboutMark = parts.count > 1 && parts[1] == marks[index].id
    switch line.sort {
    case "#" where isAboutMark: add(note: line.rest ?? "", parts[0], to: &marks[index])
    case "A" where isAboutMark, "M" where isAboutMark:
      let tag = ([parts[0]] + parts.dropFirst(2)).joined(separator: ":")
      marks[index].answers.append(ForeignAnswer("brat", tag, sort: "attribute"))
    case "R" where Self.relates(line, places):
      marks[index].relations.append((line, line.references[2]))
    default: marks[index].lines.append(line.withoutNoteNumber)
    }
    if line.id != "*" { places[line.id] = index }
    return true
  }

  /// Whether a line has a type and, behind it, two marks: `linked Arg1:T1 Arg2:T2`.
  private static func relates(_ line: BratLine, _ places: [String: Int]) -> Bool {
    let marks = line.references.dropFirst()
    return marks.count == 2 && marks.allSatisfy { $0.first == "T" && places[$0] != nil }
  }

  /// `#1  AnnotatorNotes T1  words`
  private static func add(note: String, _ type: String, to mark: inout TextBound) {
    switch type {
    case BratExport.carrierType:
      guard let json = try? JSONValue(parsing: note) else { return }
      mark.carrier = WebAnnotationImport.annotation(json)
      mark.formerOffsets = json[BratExport.offsetsMember]?.string
    case "AnnotatorNotes": mark.note += (mark.note.isEmpty ? "" : "\n") + note
    default: mark.answers.append(ForeignAnswer("brat", "\(type):\(note)", sort: "note"))
    }
  }

  // MARK: Marks

  private func imported(_ marks: [TextBound]) -> [ImportedMark] {
    var annotations = marks.map(annotation)
    let ids = Dictionary(zip(marks.map(\.id), annotations.map(\.id))) { first, _ in first }
    let known = Set(ids.values)
    for (index, mark) in marks.enumerated() {
      let former = annotations[index].relations
      annotations[index].forgetRelations(to: known)
      annotations[index].foreign.removeAll { BratLine($0) != nil }
      for (line, other) in mark.relations {
        guard let to = ids[other] else { continue }
        let parts = line.body.split(separator: " ").map(String.init)
        let roles = parts.dropFirst().map { part in String(part.prefix { $0 != ":" }) }
        let relation = ForeignRelation(
          "brat", parts[0], to: to, roles: roles == ["Arg1", "Arg2"] ? [] : roles, name: line.id)
        let same = former.first { $0.to == to && BratExport.typeName($0.type) == relation.type }
        annotations[index].keep((same ?? relation).record)
      }
      for line in mark.lines {
        let named = line.renamed { ids[$0]?.inBratLine ?? $0 }
        if let named { annotations[index].keep(named.record) }
      }
    }
    return zip(marks, annotations).map { mark, annotation in
      if mark.carrier != nil, mark.formerOffsets == mark.offsets {
        return ImportedMark(annotation: annotation, name: mark.id)
      }
      return ImportedMark(
        annotation: annotation, places: mark.fragments.map(ImportedPlace.offsets),
        words: mark.words.isEmpty ? nil : mark.words, name: mark.id)
    }
  }

  /// What brat shows of a mark wins over what it carried along.
  private func annotation(_ mark: TextBound) -> Annotation {
    let name = "brat:\(mark.type)\n\(mark.fragments)\n\(mark.words)"
    var annotation = mark.carrier ?? labels.annotation(labelled: mark.type, named: name)
    if let carrier = mark.carrier, BratExport.typeName(carrier.name) != mark.type {
      annotation.terms = []
      annotation.tags.removeAll { $0 == carrier.foreignLabels.first }
      annotation.foreign.removeAll { $0.data == nil }
      labels.apply(mark.type, to: &annotation)
    }
    if annotation.note.onOneBratLine != mark.note { annotation.note = mark.note }
    let former = annotation.foreign.compactMap { ForeignAnswer($0) }.filter { $0.scheme == "brat" }
    for answer in former where !mark.answers.contains(answer) {
      annotation.foreign.removeAll { $0 == answer.record }
      annotation.tags.removeAll { $0 == answer.tag }
    }
    for answer in mark.answers { annotation.keep(answer) }
    return annotation
  }
}
