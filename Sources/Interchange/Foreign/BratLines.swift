// What brat says beside its marks and refers to them by their numbers: events, normalisations, equivalences,
// attributes and notes of those. Such a line is kept with a mark that it is about, with the ids of annotations in
// place of the numbers of marks, and written again with their new numbers.
//
//   E1  Move:T2 Of:T1   ◀──▶   E1  Move:{urn:uuid:…} Of:{urn:uuid:…}

import ArticleModel
import LosslessJSON

/// A line of brat that is no mark.
struct BratLine: Hashable {
  /// `E1`; `*` for one without a number.
  var id: String
  /// `Move:T2 Of:T1`
  var body: String
  /// What stands behind that; nil when nothing does.
  var rest: String?

  /// The fields of the line.
  init?(_ fields: [String]) {
    guard fields.count > 1, let first = fields[0].first, "REAMN#*".contains(first) else {
      return nil
    }
    (id, body) = (fields[0], fields[1])
    rest = fields.count > 2 && !fields[2].isEmpty ? fields[2] : nil
  }

  /// The line that a record keeps; nil when it keeps something else.
  init?(_ record: ForeignRecord) {
    guard record.scheme == "brat", let line = record.data?["line"]?.string else { return nil }
    self.init(line.split(separator: "\t", maxSplits: 2).map(String.init))
  }

  /// The record that keeps it.
  var record: ForeignRecord {
    let type = body.prefix { $0 != " " && $0 != ":" }
    return ForeignRecord(scheme: "brat", type: String(type), data: ["line": .string(text)])
  }

  /// The line as brat writes it.
  var text: String { ([id, body] + (rest.map { [$0] } ?? [])).joined(separator: "\t") }

  /// The line; a note without its number, to which nothing refers and which exports give anew.
  var withoutNoteNumber: BratLine {
    guard sort == "#" else { return self }
    var line = self
    line.id = "#"
    return line
  }

  /// What it may refer to.
  var references: [String] { parts.map(\.reference) }

  /// The line with other names for what it refers to; nil when one has none.
  func renamed(_ name: (String) -> String?) -> BratLine? {
    var line = self
    var words: [String] = []
    for part in parts {
      guard let new = name(part.reference) else { return nil }
      words.append(part.role + new)
    }
    line.body = words.joined(separator: " ")
    return line
  }

  /// The words of the body, with the role before the colon.
  private var parts: [(role: String, reference: String)] {
    body.split(separator: " ").map { word in
      if word.first == "{" { return ("", String(word)) }
      let place = word.firstRange(of: ":{")?.lowerBound ?? word.lastIndex(of: ":")
      guard let colon = place else { return ("", String(word)) }
      return (String(word[...colon]), String(word[word.index(after: colon)...]))
    }
  }

  /// The letter of its number.
  var sort: Character { id.first ?? "*" }
}

extension AnnotationID {
  /// The mark in the place of its number in a line.
  var inBratLine: String { "{\(self)}" }
}

/// Numbers the lines of one file.
struct BratNumbering {
  /// What the marks are called: `{urn:uuid:…}` and `T1`.
  private var names: [String: String] = [:]
  private var next: [Character: Int]
  /// Numbers that lines had in the file that they came from: each goes to the first that had it, so that they
  /// stay as they were.
  private var wished: Set<String>
  private var given: Set<String> = []
  private(set) var lines: [String] = []
  /// Lines that refer to what is not in the file.
  private(set) var lost = 0

  /// - Parameters:
  ///   - marks: the numbers of the marks.
  ///   - notes: how many notes there are already.
  ///   - annotations: what will be written.
  init(_ marks: [AnnotationID: Int], notes: Int, for annotations: [Annotation]) {
    next = ["#": notes]
    let relations = annotations.flatMap(\.relations).compactMap(\.name)
    let lines = annotations.flatMap(\.foreign).compactMap { BratLine($0)?.id }
    let taken = Set((0...notes).map { "#\($0)" })
    wished = Set(relations + lines).subtracting(taken)
    for (id, number) in marks { names[id.inBratLine] = "T\(number)" }
  }

  /// Writes the attributes of a mark, and the relations that begin at it.
  mutating func add(_ annotation: Annotation) {
    guard let own = names[annotation.id.inBratLine] else { return }
    for answer in annotation.answers("brat", "attribute") {
      let (name, value) = answer.parts
      lines.append("\(number("A"))\t\(name) \(own)" + (value.map { " \($0)" } ?? ""))
    }
    for answer in annotation.answers("brat", "note") {
      let (name, value) = answer.parts
      lines.append("\(number("#"))\t\(name) \(own)\t\(value ?? "")")
    }
    for relation in annotation.relations {
      guard let other = names[relation.to.inBratLine] else {
        lost += 1
        continue
      }
      let id = number("R", relation.name)
      if let name = relation.name { names[name] = names[name] ?? id }
      let roles = relation.roles.count == 2 ? relation.roles : ["Arg1", "Arg2"]
      let type = BratExport.typeName(relation.type)
      lines.append("\(id)\t\(type) \(roles[0]):\(own) \(roles[1]):\(other)")
    }
  }

  /// Writes the lines that the marks carry along.
  mutating func add(_ carried: [BratLine]) {
    var ids: [String] = []
    for line in carried {
      let id = line.id == "*" ? "*" : number(line.sort, line.id)
      ids.append(id)
      if line.id.count > 1 { names[line.id] = names[line.id] ?? id }
    }
    // What refers to a line that is lost is lost, too.
    let all = Set(carried.map(\.id))
    for (line, id) in zip(carried, ids) {
      let names = names
      let renamed = line.renamed { reference in
        if let name = names[reference] { return name }
        return reference.first == "{" || (all.contains(reference)) ? nil : reference
      }
      guard var renamed else {
        lost += 1
        continue
      }
      renamed.id = id
      lines.append(renamed.text)
    }
  }

  /// The number that a line had, or the next one that no line wishes for.
  private mutating func number(_ sort: Character, _ former: String? = nil) -> String {
    if let former, former.count > 1, former.first == sort, wished.contains(former),
      given.insert(former).inserted
    {
      return former
    }
    while true {
      next[sort, default: 0] += 1
      let name = "\(sort)\(next[sort] ?? 1)"
      if !wished.contains(name), given.insert(name).inserted { return name }
    }
  }
}
