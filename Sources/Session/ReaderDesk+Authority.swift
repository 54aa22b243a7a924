// What is said of persons and places for good goes to the authority file of the desk, and comes back from it.

import ArticleModel
import Corpus
import Interface
import Reader
import Screen

/// How the authority file of a desk is read and changed.
package struct AuthorityAccess {
  /// Where the file is, as people write it.
  package let path: String
  /// What it says, and what is wrong in it.
  package let read: () -> (authority: Authority, problem: String?)
  /// Changes it, and returns what it says afterwards.
  package let record: ([Authority.Edit]) throws -> Authority

  /// Gives access to a file.
  package init(
    path: String, read: @escaping () -> (authority: Authority, problem: String?),
    record: @escaping ([Authority.Edit]) throws -> Authority
  ) {
    (self.path, self.read, self.record) = (path, read, record)
  }
}

extension AuthorityAccess {
  /// Takes out of the file what stands in it of corrections that were taken away.
  /// - Returns: what was done, in words; nil when the file has nothing of them.
  package func follow(removalsIn change: Change) throws -> String? {
    let known = Set(read().authority.entries.map(\.id))
    let edits = Authority.edits(of: change).filter { edit in
      if case .drop(let id) = edit { known.contains(id) } else { false }
    }
    guard !edits.isEmpty else { return nil }
    _ = try record(edits)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return "also removed from \(name), so it no longer applies to later articles"
  }
}

extension ReaderDesk {
  /// Has the authority file follow a change of the marks. When it cannot be written, the correction still
  /// counts in the article, and the reader is told so.
  func follow(_ change: Change, of reader: ReaderState) -> [Reply] {
    let edits = Authority.edits(of: change)
    guard !edits.isEmpty, let access = options.authority else { return [] }
    do {
      let authority = try access.record(edits)
      let name = access.path.split(separator: "/").last.map(String.init) ?? access.path
      let isTaken = edits.allSatisfy { if case .drop = $0 { true } else { false } }
      let tail =
        isTaken
        ? " · removed from \(name)"
        : " · also in \(name) · \(reader.stage.hint(for: .undo, in: .normal)) undoes"
      let summary = (isTaken ? "undone: " : "") + change.summary
      // Where it was written is not to be cut off for the sake of what was.
      let room = max(reader.stage.size.columns.value - 2 - tail.count, 20)
      return [
        .answer(ReaderAnswer.authority(authority)), .told(summary.shortened(to: room) + tail),
      ]
    } catch {
      return [.notice("in this article alone – \(error)")]
    }
  }
}
