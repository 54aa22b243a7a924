// Changes made from a list: the sidecar is opened for the moment of the change alone, so that whoever
// reads the article meanwhile keeps their lock for as short a time as can be.

import ArticleModel
import Sidecars

/// A change that was made to one sidecar, so that it can be taken back.
package struct SidecarChange: Hashable, Sendable {
  /// The sidecar.
  package let sidecarPath: String
  /// What was changed in it.
  package let change: Change
}

/// Why a change could not be made.
package enum SidecarEditingError: Error, CustomStringConvertible {
  /// The article is missing, and with it the text that marks are about.
  case noArticle(String)
  /// Somebody changed the marks since, so that taking back would undo their work too.
  case changedSince(String)
  /// The store could not read or write it.
  case store(StoreError)

  /// What is wrong and what to try.
  package var description: String {
    switch self {
    case .noArticle(let path): "\(path): its article is not there, so its marks can only be read"
    case .changedSince(let path):
      "\(path): someone has changed these marks since; nothing was undone"
    case .store(let error): error.description
    }
  }
}

/// Makes changes to the sidecar of one article.
package struct SidecarEditor {
  private let article: Article
  private let path: String
  private let files: any FileSystem

  /// How long another writer is waited for.
  private static let patience = 1

  /// For the sidecar of an article whose text is at hand.
  package init(
    _ article: AnnotatedArticle, fileSystem: any FileSystem = PosixFileSystem()
  ) throws(SidecarEditingError) {
    guard let text = article.article else { throw .noArticle(article.sidecarPath) }
    self.article = text
    path = article.sidecarPath
    files = fileSystem
  }

  /// Does an operation to those of the marks that are still there; nil when it changes nothing.
  package func perform(
    _ operation: ReviewOperation, on ids: [AnnotationID], by creator: Creator?, at now: Timestamp,
    identifiers: IdentifierSource = .random
  ) throws(SidecarEditingError) -> SidecarChange? {
    try editing(by: creator) { set in
      let reviews = set.annotations.filter { $0.kind == .review }.keyed(by: \.repliesTo)
      let marks = Dictionary(set.annotations.map { ($0.id, $0) }) { first, _ in first }
      let edits = ids.compactMap { marks[$0] }.flatMap {
        operation.edits(
          on: $0, reviewedBy: reviews[$0.id] ?? [], by: creator, at: now,
          naming: identifiers.annotationID())
      }
      guard !edits.isEmpty else { return nil }
      let change = Change("\(operation.summary) \(ids.count) marks", edits)
      set.apply(change)
      return change
    }
  }

  /// Adds marks.
  package func add(
    _ marks: [Annotation], _ summary: String
  ) throws(SidecarEditingError) -> SidecarChange? {
    try editing(by: marks.first?.creator) { set in
      let change = Change(summary, marks.map(Edit.insert))
      set.apply(change)
      return change
    }
  }

  /// Takes a change back, when the marks still are as it left them.
  package func takeBack(_ change: Change) throws(SidecarEditingError) -> SidecarChange {
    let done = try editing(by: change.author) { set in
      if set.past.last == change { return set.undo() }
      guard change.edits.allSatisfy({ $0.isLast(in: set) }) else { return nil }
      set.apply(change.inverse)
      return change.inverse
    }
    guard let done else { throw .changedSince(path) }
    return done
  }

  private func editing(
    by person: Creator?, _ body: (inout AnnotationSet) -> Change?
  ) throws(SidecarEditingError) -> SidecarChange? {
    let store = SidecarStore(article: article, sidecarPath: path, fileSystem: files)
    do throws(StoreError) {
      let opening = try store.open(.waiting(seconds: Self.patience), by: person)
      var set = opening.annotations
      let change = body(&set)
      if let change { try store.record(change, resulting: set) }
      try store.close()
      return change.map { SidecarChange(sidecarPath: path, change: $0) }
    } catch {
      throw .store(error)
    }
  }
}

extension Edit {
  /// Whether the annotation is as this step left it.
  fileprivate func isLast(in set: AnnotationSet) -> Bool {
    switch self {
    case .insert(let annotation): set[annotation.id] == annotation
    case .remove(let annotation): set[annotation.id] == nil
    case .replace(_, let new): set[new.id] == new
    }
  }
}
