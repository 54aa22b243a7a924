// Annotation files of slate (https://github.com/jkkummerfeld/slate): a line an item, `(2, 1) - label:a`.

import ArticleModel

/// Reads a file .annotations.
struct SlateImport {
  private let labels: LabelReader

  init(_ labels: LabelReader) { self.labels = labels }

  /// Reads the lines. An item is a line (`2`), a word of a line (`(2, 1)`) or words from one to another
  /// (`((3, 5), (3, 8))`), both counted from 0 and included. Links between items are left out.
  func read(_ text: String?) throws(ImportProblem) -> ImportedFile {
    guard let text else { throw .notText }
    var file = ImportedFile()
    var marks: [ImportedMark] = []
    var links = 0
    for line in text.split(whereSeparator: \.isNewline) {
      guard let dash = line.firstRange(of: " -") else {
        throw .notTheFormat("this is no line of slate: \(line.prefix(60))")
      }
      let labels = line[dash.upperBound...].split(separator: " ").filter { $0.hasPrefix("label:") }
        .map { String($0.dropFirst(6)) }
      guard let place = Self.place(line[..<dash.lowerBound]), let first = labels.first else {
        links += 1
        continue
      }
      var annotation = self.labels.annotation(labelled: first, named: "slate:\(line)")
      for label in labels.dropFirst() { self.labels.apply(label, to: &annotation) }
      marks.append(ImportedMark(annotation: annotation, places: [place]))
    }
    if links > 0 { file.remarks.append("\(links) links or items without labels were left out") }
    file.groups = [ImportedGroup(marks: marks)]
    return file
  }

  private static func place(_ item: Substring) -> ImportedPlace? {
    // No text has so many lines or words as an Int32 counts.
    let numbers = item.split { !$0.isNumber }.compactMap { Int32($0) }.map { Int($0) }
    let isNested = item.filter { $0 == "(" }.count > 2
    switch (item.first == "(", numbers.count) {
    case (false, 1): return .words(line: numbers[0], nil)
    case (true, 1): return .words(line: numbers[0], nil)
    case (true, 2) where !isNested: return .words(line: numbers[0], numbers[1]..<(numbers[1] + 1))
    case (true, 4) where numbers[0] == numbers[2] && numbers[1] <= numbers[3]:
      return .words(line: numbers[0], numbers[1]..<(numbers[3] + 1))
    default: return nil
    }
  }
}
