// Annotation files of slate (https://github.com/jkkummerfeld/slate): a line an item, `(2, 1) - label`.

import ArticleModel

/// Reads a file .annotations.
struct SlateImport {
  private let labels: LabelReader

  init(_ labels: LabelReader) { self.labels = labels }

  /// Reads the lines. An item is a line (`2`), a word of it (`(2, 1)`), a character of that (`(2, 1, 0)`), all
  /// from one to another (`((3, 5), (4, 2))`), or the whole text (`()`); all are counted from 0, the last one
  /// included. Several items before the dash are linked.
  func read(_ text: String?) throws(ImportProblem) -> ImportedFile {
    guard let text else { throw .notText }
    var file = ImportedFile()
    var marks: [ImportedMark] = []
    var taken = 0
    for (number, line) in text.withoutMark.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() where !line.allSatisfy(\.isWhitespace) {
      guard let dash = line.firstIndex(of: "-"), let places = Self.places(line[..<dash]) else {
        file.remarks.append(
          "line \(number + 1) was left out: it is not a line of slate: \(line.prefix(60))")
        continue
      }
      taken += 1
      let labels = line[line.index(after: dash)...].split(whereSeparator: \.isWhitespace).map {
        String($0.hasPrefix("label:") ? $0.dropFirst(6) : $0)
      }
      marks.append(mark(places, labels, number + 1, line))
    }
    if taken == 0, let first = file.remarks.first { throw .notTheFormat(first) }
    file.groups = [ImportedGroup(marks: marks)]
    return file
  }

  /// The mark of a line. Linked items without a label are one mark on several passages.
  private func mark(
    _ places: [TokenRange?], _ names: [String], _ number: Int, _ line: Substring
  ) -> ImportedMark {
    let name = "slate:\(line)"
    var annotation: Annotation
    if let first = names.first {
      annotation = labels.annotation(labelled: first, named: name)
      for label in names.dropFirst() { labels.apply(label, to: &annotation) }
    } else {
      annotation = Annotation(id: labels.id(from: name), kind: .highlight, targets: [])
      if places.count > 1 { labels.apply("link", to: &annotation) }
    }
    return ImportedMark(
      annotation: annotation, places: places.map(ImportedPlace.tokens), name: "line \(number)")
  }

  // MARK: Items

  /// The items before the dash; nil when they are none.
  private static func places(_ text: Substring) -> [TokenRange?]? {
    var reader = TupleReader(text)
    guard let items = reader.items(), !items.isEmpty else { return nil }
    var places: [TokenRange?] = []
    for item in items {
      if case .linked(let list) = item {
        for item in list {
          guard let range = range(item) else { return nil }
          places.append(range)
        }
        if list.isEmpty { places.append(nil) }
      } else if case .tuple(let list) = item, list.isEmpty {
        places.append(nil)
      } else {
        guard let range = range(item) else { return nil }
        places.append(range)
      }
    }
    return places
  }

  private static func range(_ item: TupleReader.Item) -> TokenRange? {
    if let position = position(item) { return TokenRange(first: position, last: position) }
    guard case .tuple(let ends) = item, ends.count == 2, let first = position(ends[0]),
      let last = position(ends[1])
    else { return nil }
    return TokenRange(first: first, last: last)
  }

  private static func position(_ item: TupleReader.Item) -> TokenRange.Position? {
    switch item {
    case .number(let line): return TokenRange.Position(line: line)
    case .linked: return nil
    case .tuple(let items):
      let numbers = items.compactMap { if case .number(let number) = $0 { number } else { nil } }
      guard numbers.count == items.count, (1...3).contains(numbers.count) else { return nil }
      return TokenRange.Position(
        line: numbers[0], word: numbers.count > 1 ? numbers[1] : nil,
        character: numbers.count > 2 ? numbers[2] : nil)
    }
  }
}

/// Reads numbers, and tuples of numbers and tuples, as Python writes them.
private struct TupleReader {
  indirect enum Item {
    case number(Int)
    case tuple([Item])
    case linked([Item])
  }

  private var rest: Substring
  private static let deepest = 4

  init(_ text: Substring) { rest = text }

  /// All items up to the end; nil when something else is among them.
  mutating func items() -> [Item]? {
    var items: [Item] = []
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "," }
      guard !rest.isEmpty else { return items }
      guard let item = item(0) else { return nil }
      items.append(item)
    }
  }

  private mutating func item(_ depth: Int) -> Item? {
    guard let first = rest.first else { return nil }
    guard first == "(" || first == "[" else {
      let digits = rest.prefix { $0.isNumber }
      rest = rest.dropFirst(digits.count)
      // No text has so many lines or words as an Int32 counts.
      return Int32(digits).map { .number(Int($0)) }
    }
    guard depth < Self.deepest else { return nil }
    rest = rest.dropFirst()
    var items: [Item] = []
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "," }
      guard let next = rest.first else { return nil }
      if next == ")" || next == "]" {
        rest = rest.dropFirst()
        return first == "(" ? .tuple(items) : .linked(items)
      }
      guard let item = item(depth + 1) else { return nil }
      items.append(item)
    }
  }
}
