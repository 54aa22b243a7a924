// The labels of an export as the programs want to be told of them: a file of labels for doccano, a labelling
// configuration for Label Studio.

import ArticleModel
import Corpus
import LosslessJSON

/// The labels, relations and answers of an export.
struct LabelSettings {
  private var labels: [String] = []
  private var relations: [String] = []
  /// What was answered, by sort and question.
  private var answers: [String: [String: Set<String>]] = [:]

  init(_ corpus: [CorpusArticle]) {
    for article in corpus {
      for row in article.rows where !article.places(of: row).isEmpty {
        labels += row.annotation.names
        relations += row.annotation.relations.map(\.type)
        for sort in LabelStudioAnswers.sorts {
          for answer in row.annotation.answers("labelstudio", sort) {
            let (question, text) = answer.parts
            answers[sort, default: [:]][question, default: []].formUnion(text.map { [$0] } ?? [])
          }
        }
      }
    }
    (labels, relations) = (labels.uniqued().sorted(), relations.uniqued().sorted())
  }

  // MARK: doccano

  /// The files to import as the labels of a project, and as its relations when there are some.
  var forDoccano: [ExportedFile] {
    let spans = ExportedFile(name: ".labels.json", text: Self.doccano(labels))
    let ties = ExportedFile(name: ".relations.json", text: Self.doccano(relations))
    return relations.isEmpty ? [spans] : [spans, ties]
  }

  private static func doccano(_ names: [String]) -> String {
    let types = names.map { name -> JSONValue in
      [
        "text": .string(name), "prefix_key": .null, "suffix_key": .null,
        "background_color": .string(LabelColour.of(name)), "text_color": "#000000",
      ]
    }
    return JSONValue.array(types).prettyPrinted()
  }

  // MARK: Label Studio

  /// The file to paste as the labelling configuration of a project.
  var forLabelStudio: [ExportedFile] {
    var lines = ["<View>"]
    lines.append("  <Labels name=\"\(LabelStudioExport.fromName)\" toName=\"text\">")
    lines += labels.map {
      "    <Label value=\"\($0.inXML)\" background=\"\(LabelColour.of($0))\"/>"
    }
    lines.append("  </Labels>")
    if !relations.isEmpty {
      lines.append("  <Relations>")
      lines += relations.map { "    <Relation value=\"\($0.inXML)\"/>" }
      lines.append("  </Relations>")
    }
    lines += questions
    lines += ["  <Text name=\"\(LabelStudioExport.toName)\" value=\"$text\"/>", "</View>"]
    return [ExportedFile(name: ".config.xml", text: lines.joined(separator: "\n") + "\n")]
  }

  private var questions: [String] {
    LabelStudioAnswers.sorts.flatMap { sort in
      (answers[sort] ?? [:]).sorted { $0.key < $1.key }.flatMap { question, texts in
        let tag = sort.prefix(1).uppercased() + sort.dropFirst()
        let start =
          "  <\(tag) name=\"\(question.inXML)\" toName=\"\(LabelStudioExport.toName)\" perRegion=\"true\""
        guard sort == "choices" || sort == "taxonomy" else { return [start + "/>"] }
        let choices = Self.choices(texts.map { $0.split(separator: "/").map(String.init) }, sort)
        return [start + (sort == "choices" ? " choice=\"multiple\">" : ">")] + choices
          + ["  </\(tag)>"]
      }
    }
  }

  /// The choices, those of a taxonomy within each other.
  private static func choices(_ paths: [[String]], _ sort: String, depth: Int = 2) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    guard sort == "taxonomy" else {
      return paths.map { $0.joined(separator: "/") }.sorted().map {
        "\(indent)<Choice value=\"\($0.inXML)\"/>"
      }
    }
    let groups = Dictionary(grouping: paths.filter { !$0.isEmpty }) { $0[0] }
    return groups.sorted { $0.key < $1.key }.flatMap { name, paths in
      let inner = choices(paths.map { Array($0.dropFirst()) }, sort, depth: depth + 1)
      let start = "\(indent)<Choice value=\"\(name.inXML)\""
      return inner.isEmpty ? [start + "/>"] : [start + ">"] + inner + ["\(indent)</Choice>"]
    }
  }
}

extension String {
  /// The text in an attribute of XML, without what XML cannot hold.
  fileprivate var inXML: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\t", "\n", "\r": text += "&#\(scalar.value);"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
