// One line of a journal: an operation, or what the journal must know to be replayed.
//
//   {"sum":"1f0c22aa","entry":{"do":{"summary":"marked loaded term","edits":[{"insert":{…}}]},"base":"…"}}
//
// The sum is the beginning of the entry's SHA-256, so that a line that was written in part is known. An
// operation and the sidecar that is about to have it are one line: no cut can part them.

import ArticleModel
import LosslessJSON

/// An entry of a journal.
enum JournalEntry: Equatable {
  /// The digest of the sidecar that the entries after this one build on; nil when there was none.
  case base(Digest?)
  /// A change that undo knows of, from an earlier session or from before the last folding.
  case past(Change)
  /// A change that redo knows of; the last of them is redone first.
  case future(Change)
  /// A change that was made.
  case change(Change)
  /// The latest change was taken back; its sum, which journals of earlier versions do not have.
  case undo(of: String? = nil)
  /// The change that was taken back last was made again.
  case redo(of: String? = nil)
  /// The sidecar that the last base announced could not be written.
  case unsaved
  /// A note that is being typed; nil when it was kept or given up.
  case draft(NoteDraft?)

  /// The entry as a line, with its line end.
  var line: [UInt8] { Self.line(of: [self]) }

  /// Entries as one line, with its line end: all of them are there or none is.
  static func line(of entries: [JournalEntry]) -> [UInt8] {
    var text: [UInt8] = []
    for (index, entry) in entries.enumerated() {
      text += index == 0 ? "{".utf8 : ",".utf8
      entry.write(to: &text)
    }
    text += "}".utf8
    // Annotations keep their own line ends; in a journal, where a line is an entry, they are CR.
    for index in text.indices where text[index] == 0x0A { text[index] = 0x0D }
    return Array("{\"sum\":\"\(sum(of: text[...]))\",\"entry\":".utf8) + text + Array("}\n".utf8)
  }

  /// Reads a line; nil when it is damaged or of a kind that this version does not know.
  static func entries(ofLine line: ArraySlice<UInt8>) -> [JournalEntry]? {
    // To JSON, one line end is as good as the other, and both take a byte.
    let restored = line.map { $0 == 0x0D ? 0x0A : $0 }
    guard let root = try? JSONDocument(parsing: restored).root, root.repeatedMember == nil,
      let entry = root["entry"]
    else { return nil }
    let (start, end) = (entry.range.lowerBound, entry.range.upperBound)
    let lexeme = line[line.startIndex + start..<line.startIndex + end]
    guard root["sum"]?.string == Self.sum(of: lexeme) else { return nil }
    var entries: [JournalEntry] = []
    for member in entry.members {
      guard let entry = JournalEntry(named: member.name.string ?? "", member.value) else {
        return nil
      }
      entries.append(entry)
    }
    return entries.isEmpty ? nil : entries
  }

  fileprivate static func sum(of bytes: ArraySlice<UInt8>) -> String {
    String(bytes.withUnsafeBufferPointer { Digest(of: $0) }.description.prefix(16))
  }

  // MARK: Forms

  private init?(named name: String, _ value: JSONNode) {
    switch name {
    case "base": self = .base(value.string.flatMap { Digest(hexadecimal: $0) })
    case "past": if let change = Change(value) { self = .past(change) } else { return nil }
    case "future": if let change = Change(value) { self = .future(change) } else { return nil }
    case "do": if let change = Change(value) { self = .change(change) } else { return nil }
    case "undo": self = .undo(of: value.string)
    case "redo": self = .redo(of: value.string)
    case "unsaved": self = .unsaved
    case "draft": self = .draft(NoteDraft(value))
    default: return nil
    }
  }

  /// Writes the entry as a member.
  private func write(to output: inout [UInt8]) {
    switch self {
    case .base(let digest):
      write("base", digest.map { .string($0.description) } ?? .null, to: &output)
    case .past(let change): change.write(named: "past", to: &output)
    case .future(let change): change.write(named: "future", to: &output)
    case .change(let change): change.write(named: "do", to: &output)
    case .undo(let sum): write("undo", sum.map(JSONValue.string) ?? .bool(true), to: &output)
    case .redo(let sum): write("redo", sum.map(JSONValue.string) ?? .bool(true), to: &output)
    case .unsaved: write("unsaved", .bool(true), to: &output)
    case .draft(let draft): write("draft", draft?.json ?? .null, to: &output)
    }
  }

  private func write(_ name: String, _ value: JSONValue, to output: inout [UInt8]) {
    output += "\"\(name)\":".utf8
    output += value.compact().utf8
  }
}

/// A note that somebody was typing.
public struct NoteDraft: Hashable, Sendable {
  /// The annotation that it belongs to.
  public var annotation: AnnotationID
  /// The words so far.
  public var text: String

  /// Holds a note.
  public init(annotation: AnnotationID, text: String) {
    self.annotation = annotation
    self.text = text
  }

  fileprivate init?(_ node: JSONNode) {
    guard let id = node["annotation"]?.string, let text = node["text"]?.string else { return nil }
    self.init(annotation: AnnotationID(id), text: text)
  }

  fileprivate var json: JSONValue {
    ["annotation": .string(annotation.description), "text": .string(text)]
  }
}

extension Change {
  fileprivate init?(_ node: JSONNode) {
    var edits: [Edit] = []
    if let list = node["edits"]?.listed {
      for element in list {
        guard let edit = Edit(element) else { return nil }
        edits.append(edit)
      }
    }
    self.init(node["summary"]?.string ?? "", edits)
    author = node["by"].flatMap { person in
      person["name"]?.string.map { Creator(name: $0, id: person["id"]?.string) }
    }
  }

  /// What tells the change from others, in a journal: what it does, whoever made it.
  var sum: String {
    var text: [UInt8] = []
    var change = self
    change.author = nil
    change.write(named: "do", to: &text)
    return JournalEntry.sum(of: text[...])
  }

  fileprivate func write(named name: String, to output: inout [UInt8]) {
    output += "\"\(name)\":{\"summary\":".utf8
    JSONString.write(summary, to: &output)
    if let author {
      var person: JSONValue = ["name": .string(author.name)]
      if let id = author.id { person = ["name": .string(author.name), "id": .string(id)] }
      output += ",\"by\":".utf8
      output += person.compact().utf8
    }
    output += ",\"edits\":[".utf8
    for (index, edit) in edits.enumerated() {
      if index > 0 { output += ",".utf8 }
      edit.write(to: &output)
    }
    output += "]}".utf8
  }
}

extension Edit {
  fileprivate init?(_ node: JSONNode) {
    func annotation(_ name: StaticString) -> Annotation? {
      node[name].flatMap { try? Annotation($0) }
    }
    if let inserted = annotation("insert") {
      self = .insert(inserted)
    } else if let removed = annotation("remove") {
      self = .remove(removed)
    } else if let old = annotation("replace"), let new = annotation("with") {
      self = .replace(old: old, new: new)
    } else {
      return nil
    }
  }

  fileprivate func write(to output: inout [UInt8]) {
    switch self {
    case .insert(let annotation): output += "{\"insert\":".utf8 + annotation.text
    case .remove(let annotation): output += "{\"remove\":".utf8 + annotation.text
    case .replace(let old, let new):
      output += "{\"replace\":".utf8 + old.text
      output += ",\"with\":".utf8 + new.text
    }
    output += "}".utf8
  }
}
