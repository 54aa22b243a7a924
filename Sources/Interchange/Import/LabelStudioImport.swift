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
    let hasData = tasks.allSatisfy { if case .object? = $0["data"] { true } else { false } }
    guard hasData else {
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
    guard let answers = task["annotations"] ?? task["completions"], case .array = answers else {
      return nil
    }
    return answers.elements.filter { $0["was_cancelled"]?.bool != true }
  }

  private func group(
    _ task: JSONValue, _ number: Int, _ remarks: inout [String]
  ) -> ImportedGroup {
    let data = task["data"]
    let title = task["id"]?.int.map(String.init) ?? "\(number)"
    for name in ["predictions", "drafts"] {
      let count = task[name]?.elements.count { $0["result"]?.elements.isEmpty == false } ?? 0
      if count > 0 { remarks.append("task \(title): \(count) of its \(name) left out") }
    }
    var answers = (Self.answers(task) ?? []).map { LabelStudioAnswer($0, labels, task: title) }
    let text = Self.text(of: data, holding: answers.flatMap(\.regions))
    var carried: [String: AnnotationID] = [:]
    var taken: [AnnotationID: LabelStudioRegion] = [:]
    var marks = CarriedMarks(data?["galley"]).kept { annotation, index, _ in
      let id = "\(annotation.id)#\(index)"
      for place in answers.indices {
        guard let region = answers[place].take(id) else { continue }
        carried[id] = annotation.id
        taken[annotation.id] = taken[annotation.id] ?? region
        return region.span
      }
      return nil
    }
    let known = Set(carried.values)
    for index in marks.indices {
      marks[index].annotation.forgetRelations(to: known)
      guard let region = taken[marks[index].annotation.id] else { continue }
      relabel(&marks[index].annotation, by: region)
    }
    for answer in answers { marks += answer.marks() }
    for answer in answers {
      let lost = answer.tie(&marks, carried.merging(answer.ids()) { first, _ in first })
      remarks += (answer.remarks + lost).map { "task \(title): \($0)" }
    }
    return ImportedGroup(
      source: data?["article"]?.string, text: text, marks: marks, name: "task-\(title)")
  }

  /// Gives a mark that was carried along the labels and answers that its region has now.
  private func relabel(_ annotation: inout Annotation, by region: LabelStudioRegion) {
    if !region.names.isEmpty, Set(region.names) != Set(annotation.names) {
      let former = Set(annotation.foreignLabels)
      annotation.terms = []
      annotation.tags.removeAll(where: former.contains)
      annotation.foreign.removeAll { $0.data == nil }
      for name in region.names { labels.apply(name, to: &annotation) }
    }
    for answer in annotation.foreign.compactMap({ ForeignAnswer($0) })
    where answer.scheme == "labelstudio" && !region.answers.contains(answer) {
      annotation.foreign.removeAll { $0 == answer.record }
      annotation.tags.removeAll { $0 == answer.tag }
    }
    for answer in region.answers { annotation.keep(answer) }
  }

  /// The text that was labelled: the member of the data in which the words of the regions stand; nil when it is
  /// a page, whose offsets are those of what it shows.
  private static func text(of data: JSONValue?, holding regions: [LabelStudioRegion]) -> String? {
    let texts = (data?.members ?? []).filter { $0.name != "article" }.compactMap { member in
      member.value.string.map { (name: member.name, text: $0) }
    }
    .filter { !$0.text.isAddress }
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

extension String {
  /// Whether it says where a text is, instead of being one.
  fileprivate var isAddress: Bool {
    !contains(where: \.isWhitespace) && (contains("://") || hasPrefix("/"))
  }
}

/// A region of a text as an annotator labelled it.
struct LabelStudioRegion {
  var id: String
  var span: Range<Int>
  var words: String?
  var names: [String] = []
  var notes: [String] = []
  /// What other questions about the region were answered with.
  var answers: [ForeignAnswer] = []
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
  private var relations: [(from: String, to: String, relation: JSONValue)] = []
  /// Answers about the text as a whole.
  private var answers: [ForeignAnswer] = []
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
    case "relation":
      guard let from = result["from_id"]?.string, let to = result["to_id"]?.string else {
        return remarks.append("this relation was left out: \(result.compact().prefix(80))")
      }
      relations.append((from, to, result))
    case "textarea" where !texts.isEmpty: say([], texts, of: result)
    case "taxonomy":
      let chosen = value?["taxonomy"]?.elements.map { $0.elements.compactMap(\.string) } ?? []
      say(chosen.map { "\(question):\($0.joined(separator: "/"))" }, [], of: result)
    case "rating": say((value?["rating"]?.int).map { ["\(question):\($0)"] } ?? [], [], of: result)
    case "number":
      say(value?["number"].map { ["\(question):\($0.compact())"] } ?? [], [], of: result)
    default:
      // What counts in a page says nothing of a text, unless the words stand beside it.
      guard let region = Self.region(result), !region.isOfPage || region.words != nil else {
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
    let sort = result["type"]?.string ?? ""
    let answers = tags.map { ForeignAnswer("labelstudio", $0, sort: sort) }
    if let region = Self.region(result) {
      merge(region)
      guard let index = place(of: region) else { return }
      regions[index].answers += answers
      regions[index].notes += notes
    } else {
      self.answers += answers
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
      id: result["id"]?.string ?? "\(start)-\(end)", span: span,
      words: value?["text"]?.string?.replacing("\\n", with: "\n"),
      names: names, notes: result["meta"]?["text"]?.elements.compactMap(\.string) ?? [],
      isOfPage: page != nil)
  }

  // MARK: Marks

  /// The marks of all regions that are left, and of what was said of the whole.
  func marks() -> [ImportedMark] {
    regions.map(mark) + aboutText
  }

  /// What the mark of a region that is left is called.
  func ids() -> [String: AnnotationID] {
    Dictionary(regions.map { ($0.id, id(of: $0)) }) { first, _ in first }
  }

  private func id(of region: LabelStudioRegion) -> AnnotationID {
    .derived(from: "\(name):\(region.id)")
  }

  /// Gives marks their relations; returns what is about other regions.
  func tie(_ marks: inout [ImportedMark], _ ids: [String: AnnotationID]) -> [String] {
    let places = Dictionary(
      zip(marks.map(\.annotation.id), marks.indices)
    ) { first, _ in first }
    return relations.compactMap { from, to, relation in
      let isTurned = relation["direction"]?.string == "left"
      let ends = isTurned ? (to, from) : (from, to)
      guard let from = ids[ends.0], let to = ids[ends.1], let place = places[from] else {
        return "this relation was left out: \(relation.compact().prefix(80))"
      }
      let names = relation["labels"]?.elements.compactMap(\.string) ?? []
      let direction = relation["direction"]?.string
      for name in names.isEmpty ? ["related"] : names {
        let tie = ForeignRelation(
          "labelstudio", name, to: to, direction: direction == "bi" ? "bi" : nil)
        marks[place].annotation.keep(tie.record)
      }
      return nil
    }
  }

  private func mark(_ region: LabelStudioRegion) -> ImportedMark {
    var annotation = Annotation(
      id: id(of: region), kind: .highlight, targets: [],
      creator: annotator, created: created)
    annotation.modified = modified ?? created
    for name in region.names { labels.apply(name, to: &annotation) }
    for answer in region.answers { annotation.keep(answer) }
    annotation.note = region.notes.joined(separator: "\n")
    return ImportedMark(
      annotation: annotation, places: [.offsets(region.span)], words: region.words,
      name: "region \(region.id)")
  }

  private var aboutText: [ImportedMark] {
    guard !answers.isEmpty || !notes.isEmpty else { return [] }
    var annotation = Annotation.note(
      notes.joined(separator: "\n"), aboutTextNamed: "\(name):\(answers.map(\.tag)):\(notes)")
    (annotation.creator, annotation.created) = (annotator, created)
    annotation.modified = modified ?? created
    if notes.isEmpty { annotation.kind = .tag }
    for answer in answers { annotation.keep(answer) }
    return [ImportedMark(annotation: annotation, places: [.tokens(nil)])]
  }
}
