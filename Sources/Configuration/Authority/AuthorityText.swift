// The text of an authority file, in which entries are added and taken out. Everything else in it stays:
// comments, blank lines, entries that somebody wrote by hand.

import ArticleModel

/// The text of an authority file while it is edited.
struct AuthorityText {
  private var lines: [String]
  private let file: String

  /// Takes an existing text, or begins one.
  init(_ text: String?, file: String) {
    self.file = file
    lines = (text ?? Self.heading).unicodeScalars
      .split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  private static let heading = """
    # What this desk knows of persons, organisations and places. Galley applies it to every article in
    # this folder and below, and adds to it when someone corrects a person or a place for good. You may
    # edit it: of two entries about the same name, the one further down counts.
    """

  mutating func apply(_ edit: Authority.Edit) {
    switch edit {
    case .drop(let id): drop(id)
    case .put(let entry):
      drop(entry.id)
      lines += [""] + Self.lines(of: entry)
    }
  }

  /// Takes an entry out, from its header to its last key.
  private mutating func drop(_ id: AnnotationID) {
    let document = TOMLDocument(text, file: file)
    for finding in [Correction.Finding.speaker, .place] {
      guard case .array(let items)? = document[finding.rawValue]?.value else { continue }
      for item in items {
        guard case .table(let entries) = item.value, entries.contains(where: { $0.names(id) })
        else { continue }
        let last = entries.map(\.line).max() ?? item.line
        return remove(item.line - 1, through: last - 1)
      }
    }
  }

  private mutating func remove(_ first: Int, through last: Int) {
    guard first >= 0, first <= last, last < lines.count else { return }
    let hasBlank = first > 0 && lines[first - 1].allSatisfy(\.isWhitespace)
    lines.removeSubrange((hasBlank ? first - 1 : first)...last)
  }

  private static func lines(of entry: Authority.Entry) -> [String] {
    let says = entry.says
    var lines = ["[[\(says.finding.rawValue)]]"]
    func add(_ key: String, _ value: String?) {
      if let value { lines.append("\(key) = \(TOMLEscapes.quoted(value))") }
    }
    add("called", says.subject)
    add("name", says.name ?? says.place?.name)
    add("kind", says.decision == .rejected ? AuthorityLoader.none : says.speakerKind?.rawValue)
    add("country", says.place?.country)
    if let latitude = says.place?.latitude, let longitude = says.place?.longitude {
      lines += ["latitude = \(latitude)", "longitude = \(longitude)"]
    }
    add("by", entry.creator)
    add("on", entry.time?.description)
    add("id", entry.id.description)
    return lines
  }
}

extension TOMLEntry {
  /// Whether it is the id of an entry.
  fileprivate func names(_ id: AnnotationID) -> Bool {
    key == "id" && value == .string(id.description)
  }
}
