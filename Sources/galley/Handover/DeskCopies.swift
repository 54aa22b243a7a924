// The copies of pages that public marks point to as evidence: they go along with the marks.

import Archive
import ArticleModel
import Bundles
import Corpus

/// The copies of a desk, and which of them others get.
struct DeskCopies {
  private let desk: DeskFolder
  private let names: [String]
  private let leavesOut: Bool

  /// - Parameter marked: the articles with their public marks.
  init(in desk: DeskFolder, of marked: [AnnotatedArticle], leavesOut: Bool) {
    self.desk = desk
    self.leavesOut = leavesOut
    let pointedAt = Set(
      marked.flatMap { article in
        let folder = desk.name(of: article.sidecarPath)?.folderBefore ?? ""
        return article.annotations.flatMap(\.evidence).compactMap {
          $0.copy.map { folder + $0.path }
        }
      })
    names = desk.copies.filter(pointedAt.contains)
  }

  /// The copies with the records beside them.
  func files() throws(CommandFailure) -> [BundleFile] {
    if leavesOut { return [] }
    return try names.flatMap { [$0, $0 + CopyRecord.suffix] }.map { name throws(CommandFailure) in
      BundleFile(name, .copy, try InputFile.bytes(of: desk.path(of: name)))
    }
  }

  /// What stays out, a line each.
  var remarks: [String] {
    var lines: [String] = []
    if leavesOut, !names.isEmpty {
      lines.append(
        counted(names.count, "copy of evidence stays", plural: "copies of evidence stay")
          + " out (--without-copies)")
    }
    let others = desk.copies.count - names.count
    if others > 0 {
      lines.append(
        counted(others, "kept copy stays", plural: "kept copies stay")
          + " out, for no public mark points to \(others == 1 ? "it" : "them")")
    }
    return lines
  }

  /// “2 copies of evidence (1.4 MB)”; nil when there are none.
  static func told(_ files: [BundleFile]) -> String? {
    let copies = files.filter { $0.role == .copy && !$0.path.hasSuffix(CopyRecord.suffix) }
    guard !copies.isEmpty else { return nil }
    let kilobytes = (copies.reduce(0) { $0 + $1.bytes.count } + 1023) / 1024
    let size =
      kilobytes < 1024
      ? "\(kilobytes) KB" : "\(kilobytes / 1024).\(kilobytes % 1024 * 10 / 1024) MB"
    return counted(copies.count, "copy of evidence", plural: "copies of evidence") + " (\(size))"
  }
}

extension String {
  /// The folder of a path with a slash behind it; empty when it has none.
  fileprivate var folderBefore: String {
    lastIndex(of: "/").map { String(self[...$0]) } ?? ""
  }
}
