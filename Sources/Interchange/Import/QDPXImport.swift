// Projects of REFI-QDA: codes on selections of plain texts, with the notes on them. Sources that are no text, and
// what has no counterpart, are counted and named.

import ArticleModel
import DocumentImport

/// Reads the archive of a project.
struct QDPXImport {
  private let marks: SpanMarks

  init(_ labels: LabelReader) { marks = SpanMarks(labels) }

  /// So many bytes may come out of an archive.
  private static let allowance = 256 << 20

  /// Reads project.qde and the texts that it names.
  func read(_ bytes: [UInt8]) throws(ImportProblem) -> ImportedFile {
    guard PackedFiles.isArchive(bytes) else {
      throw .notTheFormat("a REFI-QDA project is a ZIP archive, and this file is not")
    }
    let (packed, tree): (PackedFiles, XMLTree?)
    do throws(ImportError) { (packed, tree) = try Self.opened(bytes) } catch {
      throw .notTheFormat("\(error)")
    }
    guard let tree else { throw .notTheFormat("there is no project.qde in it") }
    let project = Project(tree)
    var file = ImportedFile(remarks: project.remarks)
    let notes = project.notes.mapValues { note in
      Self.text(note.content, note.path, in: packed) ?? ""
    }
    for source in project.sources {
      guard let raw = Self.text(source.content, source.path, in: packed) else {
        file.remarks.append("“\(source.name)” has no plain text in the archive, so it was left out")
        continue
      }
      let reading = QDPXPositions(of: source.selections, in: raw)
      let spans = source.selections.compactMap { selection in
        reading.place(of: selection).map { selection.labelled(at: $0, notes) }
      }
      let lost = source.selections.count - spans.count
      if lost > 0 {
        file.remarks.append(
          "“\(source.name)”: \(counted(lost, "selection")) outside of its text left out")
      }
      if reading.isGuessed {
        file.remarks.append(
          "“\(source.name)”: nothing says how its positions count line ends")
      }
      file.groups.append(
        ImportedGroup(
          source: source.name, text: reading.text, marks: marks.marks(of: spans, carried: [])))
    }
    return file
  }

  /// The archive and its project.
  private static func opened(_ bytes: [UInt8]) throws(ImportError) -> (PackedFiles, XMLTree?) {
    let packed = try PackedFiles(bytes, named: "the project", allowance: Self.allowance)
    guard let index = packed.files.firstIndex(where: { $0.name.hasSuffix(".qde") }) else {
      return (packed, nil)
    }
    let project = try packed.contents(at: index)
    let tree = try project.withUnsafeBufferPointer { bytes throws(ImportError) in
      try XMLDocument.tree(of: bytes, named: "project.qde")
    }
    return (packed, tree)
  }

  /// The text of a source: what stands in the project, or the file that `internal://` names.
  private static func text(
    _ content: String?, _ path: String?, in packed: PackedFiles
  ) -> String? {
    if let content { return content }
    guard let path = path?.split(separator: "/").last?.lowercased() else { return nil }
    let index = packed.files.firstIndex { file in
      file.isPlain && file.name.lowercased().split(separator: "/").last.map(String.init) == path
    }
    let bytes = index.flatMap { try? packed.contents(at: $0) }
    let text = bytes.flatMap { String(validating: $0, as: UTF8.self) }
    return text.map { $0.hasPrefix("\u{FEFF}") ? String($0.dropFirst()) : $0 }
  }

  /// A text with its coded selections.
  private struct Source {
    let name: String
    let content: String?
    let path: String?
    var selections: [QDPXSelection] = []
  }

  /// What project.qde says.
  private struct Project {
    private(set) var sources: [Source] = []
    private(set) var remarks: [String] = []
    private var codes: [String: String] = [:]
    private var users: [String: String] = [:]
    private(set) var notes: [String: (content: String?, path: String?)] = [:]

    private static let unread = [
      "PictureSource": "picture", "PDFSource": "PDF source", "AudioSource": "recording",
      "VideoSource": "video", "Link": "link", "Set": "set", "Case": "case", "Graph": "graph",
      "Variable": "variable",
    ]

    init(_ tree: XMLTree) {
      let root = tree.firstDescendant("Project") ?? 0
      for section in tree.elements(in: root) {
        switch tree.localName(section) {
        case "Users":
          for user in tree.elements(in: section) {
            users[tree.guid(of: user)] = tree.attribute("name", of: user)
          }
        case "CodeBook":
          for codes in tree.elements(in: section) { read(codes: codes, below: "", tree) }
        case "Notes":
          for note in tree.elements(in: section) {
            let path = tree.attribute("plainTextPath", of: note)
            notes[tree.guid(of: note)] = (tree.content(of: note), path)
          }
        default: break
        }
      }
      var left: [String: Int] = [:]
      for section in tree.elements(in: root) {
        for element in tree.elements(in: section) {
          let name = tree.localName(element)
          if name == "TextSource" { sources.append(source(element, tree, &left)) }
          if let what = Self.unread[name] { left[what, default: 0] += 1 }
        }
      }
      remarks = left.sorted { $0.key < $1.key }.map { "\(counted($0.value, $0.key)) left out" }
    }

    /// Codes below others are named with these: `attitude/positive`.
    private mutating func read(codes node: XMLTree.Node, below path: String, _ tree: XMLTree) {
      for code in tree.elements(in: node) where tree.localName(code) == "Code" {
        let name = path + (tree.attribute("name", of: code) ?? "")
        codes[tree.guid(of: code)] = name
        read(codes: code, below: name + "/", tree)
      }
    }

    private func source(
      _ node: XMLTree.Node, _ tree: XMLTree, _ left: inout [String: Int]
    ) -> Source {
      var source = Source(
        name: tree.attribute("name", of: node) ?? "a text", content: tree.content(of: node),
        path: tree.attribute("plainTextPath", of: node))
      for element in tree.elements(in: node) {
        switch tree.localName(element) {
        case "PlainTextSelection":
          let span = selection(element, in: source.name, tree)
          if let span { source.selections.append(span) } else { left["selection", default: 0] += 1 }
        case "Coding": left["code of a text as a whole", default: 0] += 1
        default: break
        }
      }
      return source
    }

    private func selection(
      _ node: XMLTree.Node, in source: String, _ tree: XMLTree
    ) -> QDPXSelection? {
      guard let start = tree.attribute("startPosition", of: node).flatMap({ Int($0) }),
        let end = tree.attribute("endPosition", of: node).flatMap({ Int($0) }), 0 <= start,
        start <= end, end < Int32.max
      else { return nil }
      var selection = QDPXSelection(start: start, end: end, source: source)
      selection.guid = tree.guid(of: node)
      selection.name = tree.attribute("name", of: node) ?? ""
      for element in tree.elements(in: node) {
        switch tree.localName(element) {
        case "Coding":
          let target = tree.elements(in: element).first { tree.localName($0) == "CodeRef" }
          let code = target.flatMap { codes[tree.guid("targetGUID", of: $0)] }
          if let code, !selection.codes.contains(code) { selection.codes.append(code) }
        case "NoteRef": selection.notes.append(tree.guid("targetGUID", of: element))
        case "Description":
          selection.description = String(decoding: tree.text(of: element), as: UTF8.self)
        default: break
        }
      }
      selection.creator = users[tree.guid("creatingUser", of: node)].map { Creator(name: $0) }
      selection.created = tree.attribute("creationDateTime", of: node).map { Timestamp($0) }
      return selection
    }
  }
}

extension XMLTree {
  /// A GUID in small letters and without braces, as programs write it either way; empty when there is none.
  fileprivate func guid(_ name: String = "guid", of node: Node) -> String {
    (attribute(name, of: node) ?? "").lowercased().filter { $0 != "{" && $0 != "}" }
  }

  /// The text of a source or a note that stands in the project itself.
  fileprivate func content(of node: Node) -> String? {
    elements(in: node).first { localName($0) == "PlainTextContent" }
      .map { String(decoding: text(of: $0), as: UTF8.self) }
  }
}
