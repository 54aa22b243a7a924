// A project of REFI-QDA 1.5 (https://www.qdasoftware.org), which ATLAS.ti, MAXQDA, NVivo, QualCoder and others
// open: project.qde in XML beside the texts, in a ZIP archive.
//
// Labels are codes, marks are coded selections, their notes are notes. Positions count code points.

import ArticleModel
import Bundles
import Corpus
import Sidecars

/// The project of a corpus.
struct QDPXExport {
  /// The archive.
  let bytes: [UInt8]
  private(set) var remarks: [String] = []

  init(_ corpus: [CorpusArticle], _ generated: Timestamp) {
    var project = Project()
    var archive = ZipWriter(at: generated)
    for article in corpus {
      guard let text = article.annotated.article?.text else {
        remarks.append("\(article.name): left out: its article is missing")
        continue
      }
      let guid = Self.guid("source", article.portableName)
      project.add(article, guid)
      archive.add(Array(text.string(in: text.span).utf8), named: "sources/\(guid).txt")
      remarks += article.rows.compactMap { $0.untold(by: "such projects") }
      for row in article.rows where article.places(of: row).isEmpty {
        remarks.append(
          "\(row.articleName): \(row.shortID) left out: it has no place in the text")
      }
    }
    archive.add(Array(project.xml(generated).utf8), named: "project.qde")
    bytes = archive.bytes
  }

  /// A GUID that follows from what it stands for, so that exporting again gives the same one.
  static func guid(_ kind: String, _ name: String) -> String {
    let id = AnnotationID.derived(from: "qdpx \(kind)\n\(name)").description
    return String(id.dropFirst("urn:uuid:".count))
  }

  /// The GUID of a passage: the id of the mark, where that is a UUID and the passage its first one.
  static func guid(of mark: AnnotationID, passage: Int) -> String {
    let id = mark.description
    let isUUID = id.hasPrefix("urn:uuid:") && id.utf8.count == 45
    return passage == 0 && isUUID ? String(id.dropFirst(9)) : guid("selection", "\(id)#\(passage)")
  }

  /// What is in project.qde, section by section.
  private struct Project {
    private var users: [String] = []
    private var codes: [String] = []
    private var sources: [String] = []
    private var notes: [String] = []

    mutating func add(_ article: CorpusArticle, _ guid: String) {
      var selections = ""
      for row in article.rows {
        for (index, place) in article.places(of: row).enumerated() {
          let words = article.annotated.article?.text.words(at: place) ?? ""
          selections += selection(of: row.annotation, index, place, words)
        }
      }
      let name = XMLText.escaped(article.portableName)
      sources.append(
        "<TextSource guid=\"\(guid)\" name=\"\(name)\" plainTextPath=\"internal://\(guid).txt\">\n"
          + selections + "</TextSource>\n")
    }

    private mutating func selection(
      of annotation: Annotation, _ index: Int, _ place: CodePointSpan, _ words: String
    ) -> String {
      let guid = QDPXExport.guid(of: annotation.id, passage: index)
      let made = by(annotation.creator) + moment("creationDateTime", annotation.created)
      let labels =
        [annotation.name] + annotation.terms.dropFirst().map(\.description) + annotation.tags
      let codings = labels.uniqued().map { label in
        "<Coding guid=\"\(QDPXExport.guid("coding", guid + label))\"\(made)>"
          + "<CodeRef targetGUID=\"\(code(label))\"/></Coding>\n"
      }
      return "<PlainTextSelection guid=\"\(guid)\" name=\"\(XMLText.escaped(words))\" "
        + "startPosition=\"\(place.start.value)\" "
        + "endPosition=\"\(place.end.value)\"\(made)\(moment("modifiedDateTime", annotation.modified))>\n"
        + codings.joined() + note(of: annotation, on: guid, isFirst: index == 0)
        + "</PlainTextSelection>\n"
    }

    private mutating func note(of annotation: Annotation, on guid: String, isFirst: Bool) -> String
    {
      if annotation.note.isEmpty || !isFirst { return "" }
      let note = QDPXExport.guid("note", guid)
      notes.append(
        "<Note guid=\"\(note)\" name=\"Note\"\(by(annotation.creator))>"
          + "<PlainTextContent>\(XMLText.escaped(annotation.note))</PlainTextContent></Note>\n")
      return "<NoteRef targetGUID=\"\(note)\"/>\n"
    }

    private mutating func code(_ label: String) -> String {
      let guid = QDPXExport.guid("code", label)
      let code = "<Code guid=\"\(guid)\" name=\"\(XMLText.escaped(label))\" isCodable=\"true\"/>\n"
      if !codes.contains(code) { codes.append(code) }
      return guid
    }

    private mutating func by(_ creator: Creator?) -> String {
      guard let creator else { return "" }
      let guid = QDPXExport.guid("user", creator.name)
      let user = "<User guid=\"\(guid)\" name=\"\(XMLText.escaped(creator.name))\"/>\n"
      if !users.contains(user) { users.append(user) }
      return " creatingUser=\"\(guid)\""
    }

    /// A moment as an attribute, where it can be read.
    private func moment(_ name: String, _ moment: Timestamp?) -> String {
      guard let instant = moment?.instant else { return "" }
      return " \(name)=\"\(Timestamp(instant))\""
    }

    func xml(_ generated: Timestamp) -> String {
      let codes = section("Codes", self.codes)
      return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        + "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"Galley\" "
        + "origin=\"Galley \(Sidecar.softwareVersion)\"\(moment("creationDateTime", generated))>\n"
        + section("Users", users) + section("CodeBook", codes.isEmpty ? [] : [codes])
        + section("Sources", sources) + section("Notes", notes) + "</Project>\n"
    }

    private func section(_ name: String, _ parts: [String]) -> String {
      parts.isEmpty ? "" : "<\(name)>\n\(parts.joined())</\(name)>\n"
    }
  }
}

/// Words made safe for XML 1.0.
enum XMLText {
  /// The text with markup as references, and what no document of XML may hold replaced.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t", "\r": result += "&#\(scalar.value);"
      default:
        let isForbidden = scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
        result.unicodeScalars.append(isForbidden ? "\u{FFFD}" : scalar)
      }
    }
  }
}

extension ArticleText {
  /// The first words at a place, on one line, as programs name a selection.
  fileprivate func words(at place: CodePointSpan) -> String {
    let words = string(in: textSpan(of: place)).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return words.count <= 100 ? words : words.prefix(99) + "…"
  }
}
