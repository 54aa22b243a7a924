// Tasks of Label Studio: a text of any name, and the answers of its annotators.

import ArticleModel
import LosslessJSON

/// Reads tasks of Label Studio (https://labelstud.io/guide/export.html, JSON).
struct LabelStudioImport {
  private let labels: LabelReader

  init(_ labels: LabelReader) { self.labels = labels }

  /// A task is a text; the answers of several annotators count each.
  func read(_ bytes: [UInt8]) throws(ImportProblem) -> ImportedFile {
    let tasks = try JSONLines.values(bytes)
    guard tasks.allSatisfy({ $0["data"] != nil }) else {
      throw .notTheFormat("a task has no “data”; export JSON, not JSON-MIN")
    }
    guard tasks.isEmpty || tasks.contains(where: { Self.answers($0) != nil }) else {
      throw .notTheFormat("no task has “annotations”; these tasks are still to be labelled")
    }
    var file = ImportedFile()
    for (number, task) in tasks.enumerated() {
      file.groups.append(group(task, number + 1, &file.remarks))
    }
    return file
  }

  private static func answers(_ task: JSONValue) -> [JSONValue]? {
    guard let answers = task["annotations"] ?? task["completions"] else { return nil }
    return answers.elements.filter { $0["was_cancelled"]?.bool != true }
  }

  private func group(
    _ task: JSONValue, _ number: Int, _ remarks: inout [String]
  ) -> ImportedGroup {
    let data = task["data"]
    let title = task["id"]?.int.map(String.init) ?? "\(number)"
    var answers = (Self.answers(task) ?? []).map { LabelStudioAnswer($0, labels, task: title) }
    let text = Self.text(of: data, holding: answers.flatMap(\.regions))
    var marks = CarriedMarks(data?["galley"]).kept { annotation, index, _ in
      for place in answers.indices {
        guard let region = answers[place].take("\(annotation.id)#\(index)") else { continue }
        return region.span
      }
      return nil
    }
    for index in answers.indices {
      marks += answers[index].marks()
      remarks += answers[index].remarks.map { "task \(title): \($0)" }
    }
    return ImportedGroup(
      source: data?["article"]?.string, text: text, marks: marks, name: "task-\(title)")
  }

  /// The text that was labelled: the member of the data in which the words of the regions stand; nil when it is
  /// a page, whose offsets are those of what it shows.
  private static func text(of data: JSONValue?, holding regions: [LabelStudioRegion]) -> String? {
    let texts = (data?.members ?? []).filter { $0.name != "article" }.compactMap { member in
      member.value.string.map { (name: member.name, text: $0) }
    }
    let usual = texts.first { $0.name == "text" }?.text
    let stated = regions.map { StatedPlace(ranges: [$0.span], words: $0.words) }
    guard stated.contains(where: { $0.words != nil }) else {
      let furthest = regions.map(\.span.upperBound).max() ?? 0
      let long = texts.map(\.text).filter { $0.unicodeScalars.count >= furthest }
      return usual ?? (long.count == 1 && !regions.contains(where: \.isOfPage) ? long[0] : nil)
    }
    let counts = texts.map { candidate in
      StatedPlaces(stated, in: ArticleText(candidate.text)).spans.count { $0 != nil }
    }
    guard let most = counts.max(), most > 0 else { return usual }
    let best = zip(texts, counts).filter { $0.1 == most }.map(\.0)
    let text =
      best.first { $0.name == "text" }?.text ?? best.map(\.text).max { $0.count < $1.count }
    return regions.contains(where: \.isOfPage) && text?.first == "<" ? nil : text
  }
}

/// A region of a text as an annotator labelled it.
struct LabelStudioRegion {
  var id: String
  var span: Range<Int>
  var words: String?
  var names: [String] = []
  var notes: [String] = []
  /// Tags that other questions about the region were answered with.
  var tags: [String] = []
  /// Whether its offsets are those of the text that a page shows.
  var isOfPage = false
}

/// What one annotator answered to a task.
struct LabelStudioAnswer {
  private(set) var regions: [LabelStudioRegion] = []
  private(set) var remarks: [String] = []
  private let labels: LabelReader
  private let name: String
  private let annotator: Creator?
  private let created: Timestamp?
  private let modified: Timestamp?
  /// Answers about the text as a whole.
  private var tags: [String] = []
  private var notes: [String] = []

  init(_ answer: JSONValue, _ labels: LabelReader, task: String) {
    self.labels = labels
    let who = answer["completed_by"]
    annotator =
      (who?["email"]?.string ?? (who?["id"] ?? who)?.int.map { "Label Studio user \($0)" })
      .map { Creator(name: $0) }
    name = "labelstudio:\(task):\(answer["id"]?.int ?? 0):\(annotator?.name ?? "")"
    created = answer["created_at"]?.string.map { Timestamp(asSidecarsWrite: $0) }
    modified = answer["updated_at"]?.string.map { Timestamp(asSidecarsWrite: $0) }
    for result in answer["result"]?.elements ?? [] { add(result) }
  }

  /// Takes a region out.
  mutating func take(_ id: String) -> LabelStudioRegion? {
    regions.firstIndex { $0.id == id }.map { regions.remove(at: $0) }
  }

  private mutating func add(_ result: JSONValue) {
    let value = result["value"]
    let question = result["from_name"]?.string ?? result["type"]?.string ?? ""
    let texts = value?["text"]?.elements.compactMap(\.string) ?? []
    switch result["type"]?.string {
    case "choices":
      let chosen = value?["choices"]?.elements.compactMap(\.string) ?? []
      say(chosen.map { "\(question):\($0)" }, [], of: result)
    case "textarea" where !texts.isEmpty: say([], texts, of: result)
    case "taxonomy":
      let chosen = value?["taxonomy"]?.elements.map { $0.elements.compactMap(\.string) } ?? []
      say(chosen.map { "\(question):\($0.joined(separator: "/"))" }, [], of: result)
    case "rating": say((value?["rating"]?.int).map { ["\(question):\($0)"] } ?? [], [], of: result)
    case "number":
      say(value?["number"].map { ["\(question):\($0.compact())"] } ?? [], [], of: result)
    default:
      guard let region = Self.region(result) else {
        remarks.append(
          "this result was left out: \(result["type"]?.string ?? "of no type") "
            + result.compact().prefix(80))
        return
      }
      merge(region)
    }
  }

  /// Adds a region, or what it says to the one of the same id and place.
  private mutating func merge(_ region: LabelStudioRegion) {
    guard let index = place(of: region) else { return regions.append(region) }
    regions[index].names += region.names
    regions[index].notes += region.notes
    regions[index].words = regions[index].words ?? region.words
  }

  /// The region of the same id and place, which was labelled before.
  private func place(of region: LabelStudioRegion) -> Int? {
    regions.firstIndex { $0.id == region.id && $0.span == region.span }
  }

  /// Keeps what was answered about a region, or about the text as a whole.
  private mutating func say(_ tags: [String], _ notes: [String], of result: JSONValue) {
    if let region = Self.region(result) {
      merge(region)
      guard let index = place(of: region) else { return }
      regions[index].tags += tags
      regions[index].notes += notes
    } else {
      self.tags += tags
      self.notes += notes
    }
  }

  private static func region(_ result: JSONValue) -> LabelStudioRegion? {
    let value = result["value"]
    let page = value?["globalOffsets"]
    guard let start = ((page ?? value)?["start"])?.int, let end = ((page ?? value)?["end"])?.int,
      case .offsets(let span)? = ImportedPlace(from: start, to: end)
    else { return nil }
    let names = ["labels", "hypertextlabels", "paragraphlabels"].flatMap {
      value?[$0]?.elements.compactMap(\.string) ?? []
    }
    return LabelStudioRegion(
      id: result["id"]?.string ?? "\(start)-\(end)", span: span, words: value?["text"]?.string,
      names: names, notes: result["meta"]?["text"]?.elements.compactMap(\.string) ?? [],
      isOfPage: page != nil)
  }

  // MARK: Marks

  /// The marks of all regions that are left, and of what was said of the whole.
  func marks() -> [ImportedMark] {
    regions.map(mark) + aboutText
  }

  private func mark(_ region: LabelStudioRegion) -> ImportedMark {
    var annotation = Annotation(
      id: .derived(from: "\(name):\(region.id)"), kind: .highlight, targets: [],
      creator: annotator, created: created)
    annotation.modified = modified ?? created
    for name in region.names { labels.apply(name, to: &annotation) }
    for tag in region.tags { labels.apply(tag, asTag: true, to: &annotation) }
    annotation.note = region.notes.joined(separator: "\n")
    return ImportedMark(
      annotation: annotation, places: [.offsets(region.span)], words: region.words,
      name: "region \(region.id)")
  }

  private var aboutText: [ImportedMark] {
    guard !tags.isEmpty || !notes.isEmpty else { return [] }
    var annotation = Annotation.note(
      notes.joined(separator: "\n"), aboutTextNamed: "\(name):\(tags):\(notes)")
    (annotation.creator, annotation.created) = (annotator, created)
    annotation.modified = modified ?? created
    if notes.isEmpty { annotation.kind = .tag }
    for tag in tags { labels.apply(tag, asTag: true, to: &annotation) }
    return [ImportedMark(annotation: annotation, places: [.tokens(nil)])]
  }
}
