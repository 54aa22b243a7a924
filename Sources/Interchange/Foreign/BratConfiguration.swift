// What brat has to be told of the types in its files, and how it is to show them
// (https://brat.nlplab.org/configuration.html).

import ArticleModel

/// The files annotation.conf and visual.conf for the files of marks in a folder.
struct BratConfiguration {
  static let name = "annotation.conf"
  static let visualName = "visual.conf"

  /// The types of entities, of relations, of events with the roles of their arguments, and of attributes with
  /// their values.
  private var entities: Set<String> = []
  private var relations: [String: [String]] = [:]
  private var events: [String: Set<String>] = [:]
  private var attributes: [String: Set<String>] = [:]
  private var hasEquivalences = false

  /// What marks are called where brat allows no such name, by the names that it has.
  private let labels: [String: String]

  /// - Parameters:
  ///   - texts: the files of marks.
  ///   - labels: what marks are called, by their types.
  init(_ texts: [String], labels: [String: String]) {
    self.labels = labels
    for line in texts.flatMap({ $0.split(separator: "\n") }) { read(line) }
  }

  /// Both files.
  var files: [ExportedFile] {
    [
      ExportedFile(name: Self.name, text: annotation),
      ExportedFile(name: Self.visualName, text: visual),
    ]
  }

  private mutating func read(_ line: Substring) {
    let fields = line.split(separator: "\t", maxSplits: 2).map(String.init)
    let words = fields.count > 1 ? fields[1].split(separator: " ").map(String.init) : []
    guard let first = words.first else { return }
    switch line.first {
    case "T": entities.insert(first)
    case "R": relations[first] = words.dropFirst().map(Self.role)
    case "E":
      let type = String(first.prefix { $0 != ":" })
      events[type, default: []].formUnion(words.dropFirst().map(Self.role))
    case "A", "M": attributes[first, default: []].formUnion(words.dropFirst(2))
    case "*": hasEquivalences = true
    default: break
    }
  }

  /// `Arg1` of `Arg1:T2`.
  private static func role(_ word: String) -> String { String(word.prefix { $0 != ":" }) }

  /// The types. What events are called is the type of the words that they begin with, and no entity.
  private var annotation: String {
    let ties = relations.sorted { $0.key < $1.key }.map { type, roles in
      let ends = roles.count == 2 ? roles : ["Arg1", "Arg2"]
      return "\(type)\t\(ends[0]):<ANY>, \(ends[1]):<ANY>"
    }
    let equivalence =
      hasEquivalences
      ? ["Equiv\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive"] : []
    let happenings = events.sorted { $0.key < $1.key }.map { type, roles in
      let arguments = roles.sorted().map { "\($0)*:<ANY>" }
      return arguments.isEmpty ? type : "\(type)\t\(arguments.joined(separator: ", "))"
    }
    let features = attributes.sorted { $0.key < $1.key }.map { type, values in
      let list = values.isEmpty ? "" : ", Value:\(values.sorted().joined(separator: "|"))"
      return "\(type)\tArg:<ANY>\(list)"
    }
    let sections = [
      ["[entities]"] + entities.subtracting(events.keys).sorted(),
      ["[relations]"] + ties + equivalence, ["[events]"] + happenings, ["[attributes]"] + features,
    ]
    return sections.joined().joined(separator: "\n") + "\n"
  }

  /// The names to show, and colours that tell the types apart.
  private var visual: String {
    let types = entities.union(events.keys).sorted()
    let names = types.compactMap { type in
      labels[type].flatMap {
        $0 == type || $0.contains(where: \.isNewline) ? nil : "\(type) | \($0)"
      }
    }
    let colours = types.map { "\($0)\tbgColor:\(LabelColour.of($0))" }
    let drawing = ["[drawing]", "SPAN_DEFAULT\tfgColor:black, borderColor:darken"] + colours
    return (["[labels]"] + names + drawing).joined(separator: "\n") + "\n"
  }
}

/// Light colours for labels, on which black words can be read.
enum LabelColour {
  private static let all = [
    "#ffd54f", "#90caf9", "#a5d6a7", "#f48fb1", "#ce93d8", "#ffab91", "#80deea", "#e6ee9c",
    "#bcaaa4", "#b0bec5", "#9fa8da", "#ffe0b2",
  ]

  /// A colour that follows from the name.
  static func of(_ label: String) -> String {
    all[Int(label.utf8.reduce(UInt32(7)) { $0 &* 31 &+ UInt32($1) } % UInt32(all.count))]
  }
}
