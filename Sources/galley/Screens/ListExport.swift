// `:export` from a list of marks or a comparison: writes the file, and says what is in it and what was left out
// and why.

import Adjudication
import ArticleModel
import Corpus
import Interchange
import Review

/// Marks of a screen on their way to a file.
struct ListExport {
  private let name: String
  private let path: String
  private let leftOut: String
  private let isReplacing: Bool
  private let sidecars: [AnnotatedArticle]
  /// The files that marks come from, which no export replaces.
  private let sources: [String]
  private let chosen: [[AnnotationRow]]
  private let shelf: TaxonomyShelf

  /// Marks that were chosen in a list.
  init(_ export: ReviewExport, _ marks: ChosenMarks, _ shelf: TaxonomyShelf) {
    (name, path, leftOut) = (export.format, export.path, export.leftOut)
    (isReplacing, self.shelf) = (export.isReplacing, shelf)
    (sidecars, chosen) = (marks.sidecars, marks.rows(labelledBy: shelf))
    sources = marks.sources.flatMap(\.files)
  }

  /// What came of a comparison, out of the sidecar of its decisions.
  init(_ export: AgreedExport, _ decisions: AnnotatedArticle, _ shelf: TaxonomyShelf) {
    (name, path, leftOut) = (export.format, export.path, export.leftOut)
    (isReplacing, self.shelf) = (export.isReplacing, shelf)
    let marks = decisions.rows(labelledBy: shelf).filter { row in
      guard let choice = row.annotation.adjudication?.choice else { return false }
      return export.extent == .everythingDecided || choice == .agreed
    }
    (sidecars, chosen) = ([decisions], [marks])
    sources = decisions.files
  }

  /// Writes the marks, private ones left out.
  /// - Returns: a line that says so; nil when another file is there that may not be replaced.
  func write() throws(CommandFailure) -> String? {
    let format = try self.format()
    let rows = chosen.map { $0.filter(\.isPublic) }
    let shared = sidecars.map(\.withoutPrivateMarks)
    let corpus = CorpusArticle.corpus(
      shared, rows: rows,
      analyzer:
        format.needsAnalysis ? AnalyzerChoice.reporting(on: shared, complaining: false) : nil)
    let content = Export(format, of: corpus, labelledBy: shelf, generated: .now())
    let policy = OutputFile.Policy(
      sources: sources, replaces: isReplacing, allowsStreams: false)
    for file in content.files {
      let bytes = Array(file.text.utf8)
      if isInTheWay(of: bytes, policy) { return nil }
      try OutputFile(bytes, to: path, policy).write()
    }
    let written = rows.joined().count
    return told(written, held: chosen.joined().count - written, content.remarks)
  }

  /// Whether there is another file, which is not one that the marks come from.
  private func isInTheWay(of bytes: [UInt8], _ policy: OutputFile.Policy) -> Bool {
    guard !policy.replaces, let there = FileIdentity(of: path), there.kind == .file else {
      return false
    }
    let isSource = policy.sources.contains {
      FileIdentity(of: $0)?.isSameFile(as: there) == true
    }
    return !isSource && (try? InputFile.bytes(of: path)) != bytes
  }

  private func format() throws(CommandFailure) -> ExportFormat {
    if let format = ExportFormat(rawValue: name), !format.makesFolder { return format }
    let names = ExportFormat.allCases.filter { !$0.makesFolder }.map(\.rawValue)
    throw CommandFailure(
      "there is no format “\(name)”; there are \(names.joined(separator: ", "))")
  }

  /// "8 marks are in marks.md · left out: 3 private, 4 that the filter leaves out".
  private func told(_ count: Int, held: Int, _ remarks: [String]) -> String {
    let reasons =
      (held > 0 ? ["\(held) private"] : [])
      + (leftOut.isEmpty ? [] : [leftOut])
    let left = reasons.isEmpty ? "" : " · left out: " + reasons.joined(separator: ", ")
    let remark = remarks.first.map { " · \($0)" } ?? ""
    return counted(count, "mark is", plural: "marks are") + " in \(path)\(left)\(remark)"
  }
}
