// Formats that give marks by offsets into a text: doccano, Label Studio.

import ArticleModel
import LosslessJSON

/// Marks that a file carries along whole, beside what the other tool shows of them.
struct CarriedMarks {
  /// In the order of the file.
  private(set) var annotations: [Annotation]

  init(_ json: JSONValue?) {
    annotations = json?.elements.compactMap(WebAnnotationImport.annotation) ?? []
  }

  /// The marks as they came back: each with those of its passages that are still there. One that had
  /// passages and has none any more was deleted.
  /// - Parameter left: says whether a passage is still there, and takes it off the list.
  func kept(_ left: (Annotation, Int, Range<Int>) -> Range<Int>?) -> [ImportedMark] {
    annotations.compactMap { annotation in
      let positions = annotation.targets.compactMap { $0.passage?.position }
      guard !positions.isEmpty else { return ImportedMark(annotation: annotation) }
      let there = positions.enumerated().compactMap { index, position in
        left(annotation, index, position.start.value..<position.end.value)
      }
      guard !there.isEmpty else { return nil }
      return ImportedMark(annotation: annotation, places: there.map(ImportedPlace.codePoints))
    }
  }
}

/// Reads lines of doccano's sequence labelling.
struct DoccanoImport {
  private let labels: LabelReader

  init(_ labels: LabelReader) { self.labels = labels }

  private struct Label: Hashable {
    var span: Range<Int>
    var name: String
  }

  /// A line, or an element of an array, is a text.
  func read(_ bytes: [UInt8]) throws(ImportProblem) -> ImportedFile {
    let texts = try Self.texts(bytes)
    guard texts.allSatisfy({ ($0["text"] ?? $0["data"])?.string != nil }) else {
      throw .notTheFormat("a line has no “text”")
    }
    return ImportedFile(groups: texts.map(group))
  }

  private static func texts(_ bytes: [UInt8]) throws(ImportProblem) -> [JSONValue] {
    if let value = try? JSONValue(parsing: bytes) {
      if case .array(let texts) = value { return texts }
      return [value]
    }
    var texts: [JSONValue] = []
    for line in bytes.split(separator: 0x0A) where !line.allSatisfy(\.isASCIIWhitespace) {
      do throws(JSONError) {
        texts.append(try JSONValue(parsing: Array(line)))
      } catch { throw .notJSON(error) }
    }
    return texts
  }

  private func group(_ text: JSONValue) -> ImportedGroup {
    let words = (text["text"] ?? text["data"])?.string
    let list = text["label"] ?? text["labels"] ?? text["entities"]
    var rest = list?.elements.compactMap(Self.label) ?? []
    var marks = CarriedMarks(text["galley"]).kept { annotation, _, span in
      let label = Label(span: span, name: annotation.name)
      guard let index = rest.firstIndex(of: label) else { return nil }
      rest.remove(at: index)
      return span
    }
    for label in rest {
      let name = "doccano:\(words ?? "")\n\(label.span)\n\(label.name)"
      let annotation = labels.annotation(labelled: label.name, named: name)
      marks.append(ImportedMark(annotation: annotation, places: [.codePoints(label.span)]))
    }
    return ImportedGroup(source: text["article"]?.string, text: words, marks: marks)
  }

  /// `[start, end, label]` or `{"start_offset", "end_offset", "label"}`.
  private static func label(_ json: JSONValue) -> Label? {
    guard let start = (json[0] ?? json["start_offset"])?.int,
      let end = (json[1] ?? json["end_offset"])?.int, 0 <= start, start < end,
      let name = (json[2] ?? json["label"])?.string
    else { return nil }
    return Label(span: start..<end, name: name)
  }
}

/// Reads tasks of Label Studio.
struct LabelStudioImport {
  private let labels: LabelReader

  init(_ labels: LabelReader) { self.labels = labels }

  private struct Region {
    var id: String
    var span: Range<Int>
    var names: [String]
    var note: String
    var annotator: Creator?
  }

  /// A task is a text; the answers of several annotators count each.
  func read(_ bytes: [UInt8]) throws(ImportProblem) -> ImportedFile {
    let root: JSONValue
    do throws(JSONError) { root = try JSONValue(parsing: bytes) } catch {
      throw .notJSON(error)
    }
    let tasks = if case .array(let tasks) = root { tasks } else { [root] }
    guard tasks.allSatisfy({ $0["data"] != nil }) else {
      throw .notTheFormat("a task has no “data”; export JSON, not JSON-MIN")
    }
    return ImportedFile(groups: tasks.map(group))
  }

  private func group(_ task: JSONValue) -> ImportedGroup {
    let data = task["data"]
    let answers = (task["annotations"] ?? task["completions"])?.elements ?? []
    var rest = answers.filter { $0["was_cancelled"]?.bool != true }.flatMap(Self.regions)
    var marks = CarriedMarks(data?["galley"]).kept { annotation, index, _ in
      guard let place = rest.firstIndex(where: { $0.id == "\(annotation.id)#\(index)" }) else {
        return nil
      }
      return rest.remove(at: place).span
    }
    for region in rest {
      guard let first = region.names.first else { continue }
      let name = "labelstudio:\(task["id"]?.int ?? 0):\(region.id)"
      var annotation = labels.annotation(labelled: first, named: name)
      for name in region.names.dropFirst() { labels.apply(name, to: &annotation) }
      annotation.note = region.note
      annotation.creator = region.annotator
      marks.append(ImportedMark(annotation: annotation, places: [.codePoints(region.span)]))
    }
    return ImportedGroup(
      source: data?["article"]?.string, text: data?["text"]?.string, marks: marks)
  }

  private static func regions(of answer: JSONValue) -> [Region] {
    let who = answer["completed_by"]
    let name = who?["email"]?.string ?? (who?["id"] ?? who)?.int.map { "Label Studio user \($0)" }
    return answer["result"]?.elements.compactMap { result in
      let value = result["value"]
      guard let start = value?["start"]?.int, let end = value?["end"]?.int, 0 <= start, start < end
      else { return nil }
      let notes = result["meta"]?["text"]?.elements.compactMap(\.string) ?? []
      return Region(
        id: result["id"]?.string ?? "\(start)-\(end)", span: start..<end,
        names: (value?["labels"] ?? value?["hypertextlabels"])?.elements.compactMap(\.string) ?? [],
        note: notes.joined(separator: "\n"), annotator: name.map { Creator(name: $0) })
    } ?? []
  }
}
