// Words that stand in the other articles that are read in one go: finding them beside the reading, marking
// them, and taking the marks back with the undo of the marks in the open article.

import ArticleModel
import Corpus
import Ncurses
import Reader
import Synchronization

/// A search for words in other articles.
///
/// A class because a thread of its own hands its result over through it.
final class SearchElsewhere: Sendable {
  private let words: String
  private let found = Mutex<[Occurrence]?>(nil)

  /// So many places of one article are listed.
  private static let most = 500

  /// Starts to look through articles; those that cannot be read are left out.
  init(
    for words: String, in articles: [Int],
    open: @escaping @Sendable (Int) throws -> AnnotatedArticle
  ) {
    self.words = words
    BackgroundThread { [self] in
      let all = articles.flatMap { index in
        (try? open(index)).map { Self.occurrences(of: words, in: $0, index) } ?? []
      }
      found.withLock { $0 = all }
      Terminal.wake()
    }.letGo()
  }

  private static func occurrences(
    of words: String, in annotated: AnnotatedArticle, _ index: Int
  ) -> [Occurrence] {
    guard let article = annotated.article,
      let pattern = try? TextPattern(words: words, isWord: true)
    else { return [] }
    let text = article.text
    let marked = annotated.annotations.filter { $0.kind != .correction }
      .flatMap { annotated.anchors[$0.id]?.compactMap(\.span) ?? [] }
    return pattern.matches(in: text, within: text.span, limit: most).map { span in
      let isMarked = marked.contains { $0.overlaps(span) && $0.count <= 4 * span.count }
      return Occurrence(
        at: span, in: text, sentence: article.block(atOrAfter: span.start)?.span ?? span,
        mark: isMarked ? "a mark" : nil, article: index)
    }
  }

  /// What has been found, once; nil before.
  func result() -> ReaderAnswer? {
    found.withLock { found in
      defer { found = nil }
      return found.map { .occurrences(words: words, $0) }
    }
  }
}

extension ReaderDesk {
  /// Looks for words in all other articles of the queue.
  func find(_ words: String) -> [Reply] {
    guard let open = options.otherArticle else { return [] }
    let others = options.queue.entries.indices.filter { $0 != options.queue.current }
    elsewhere = SearchElsewhere(for: words, in: others, open: open)
    return []
  }

  /// Makes marks like one of the open article at places in others.
  func mark(_ places: [PlaceElsewhere], like model: Annotation) -> [Reply] {
    guard let open = options.otherArticle else { return [] }
    var count = 0
    var replies: [Reply] = []
    for (index, spans) in places.grouped(by: \.article).map({ ($0.key, $0.1.map(\.span)) }) {
      do {
        let annotated = try open(index)
        guard let article = annotated.article else { continue }
        let marks = spans.map { model.copied(to: $0, in: article) }
        let change = try SidecarEditor(annotated, fileSystem: options.files)
          .add(marks, "marked \(counted(marks.count, "place"))")
        if let change {
          marksElsewhere[model.id, default: []].append((index, change.change))
          options.sitting?.note(change.change)
        }
        count += marks.count
      } catch {
        replies.append(.notice("\(error)"))
      }
    }
    let told = "marked \(counted(count, "place")) in other articles too"
    return (count > 0 ? [.told(told)] : []) + replies
  }

  /// Takes back in other articles what a change of the open one takes back, or does it again.
  func followElsewhere(_ change: Change) -> [Reply] {
    guard let open = options.otherArticle else { return [] }
    var replies: [Reply] = []
    for id in change.edits.map(\.id) {
      guard let changes = marksElsewhere[id] else { continue }
      marksElsewhere[id] = changes.map { index, change in
        do {
          let editor = try SidecarEditor(try open(index), fileSystem: options.files)
          let done = try editor.takeBack(change).change
          options.sitting?.note(done)
          return (index, done)
        } catch {
          replies.append(.notice("\(error)"))
          return (index, change)
        }
      }
    }
    return replies
  }
}

extension Annotation {
  /// A mark that says the same of other words, under a name of its own.
  fileprivate func copied(to span: TextSpan, in article: Article) -> Annotation {
    let target = AnnotationTarget(
      source: article.source.name, passage: Passage(of: span, in: article))
    var copy = Annotation(kind: kind, targets: [target], creator: creator, created: created)
    (copy.terms, copy.note, copy.evidence, copy.tags) = (terms, note, evidence, tags)
    return copy
  }
}
