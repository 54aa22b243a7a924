// The desk of a review: looks for sidecars and reads them, changes them, counts, and opens their articles.

import ArticleModel
import Corpus
import Interface
import NewsAnalysis
import Review
import Sidecars

/// What a review works with.
package final class ReviewDesk: Desk {
  /// What a review needs of others.
  package struct Services {
    /// Reads the sidecar at a place, one of so many, or says in one line why not. Called from another thread.
    package var open:
      @Sendable (_ place: SidecarLocation, _ count: Int) -> Result<AnnotatedArticle, SidecarFault>
    /// Makes the desk of an article, to be read at a mark.
    package var read: (_ article: AnnotatedArticle, _ mark: AnnotationID) throws -> any Desk
    /// Writes marks in a format to a file, and says so in a line; nil when another file is there that may
    /// not be replaced.
    package var export: (_ export: ReviewExport, _ marks: ChosenMarks) throws -> String?
    /// What marks and their articles come to, as lines of text. Called from another thread.
    package var statistics: @Sendable (_ marks: ChosenMarks) -> [String]
    /// What finds out whose words marks are about.
    package var analyzer: any ArticleAnalyzer

    /// Puts services together.
    package init(
      open: @escaping @Sendable (SidecarLocation, Int) -> Result<AnnotatedArticle, SidecarFault>,
      read: @escaping (AnnotatedArticle, AnnotationID) throws -> any Desk,
      export: @escaping (ReviewExport, ChosenMarks) throws -> String?,
      statistics: @escaping @Sendable (ChosenMarks) -> [String],
      analyzer: any ArticleAnalyzer
    ) {
      self.open = open
      self.read = read
      self.export = export
      self.statistics = statistics
      self.analyzer = analyzer
    }
  }

  private let paths: [String]
  private let setup: ReviewState.Setup
  private let services: Services
  private let walk: SidecarWalk
  private var articles: [String: AnnotatedArticle] = [:]
  private var hasFinished = false
  /// The sidecar of the mark whose article is open in the reader meanwhile.
  private var read: String?
  /// What threads beside this one have worked out.
  private let answers = Mailbox<ReviewAnswer>()

  /// The desk of a review of the sidecars below the paths.
  package init(_ paths: [String], _ setup: ReviewState.Setup, services: Services) {
    self.paths = paths
    self.setup = setup
    self.services = services
    walk = SidecarWalk(services.open)
  }

  package func begin(on stage: Stage) throws -> any Surface {
    let review = ReviewState(setup, on: stage)
    walk.start(at: paths)
    return review
  }

  package func end(_ surface: any Surface) { walk.stop() }

  package func resume(_ surface: any Surface) -> [Reply] {
    guard let sidecar = read else { return [] }
    read = nil
    return reload([sidecar]) + reloadUsual(besides: sidecar)
  }

  /// Reads the usual sidecar of an article again: beside a colleague's file, it takes what the reader has marked.
  private func reloadUsual(besides sidecar: String) -> [Reply] {
    guard let text = articles[sidecar]?.article, let usual = try? AnnotatedArticle(text),
      usual.sidecarPath != sidecar, usual.hasSidecar
    else { return [] }
    return show([usual])
  }

  package func perform(_ request: any DeskRequest, for surface: any Surface) -> [Reply] {
    switch request as? ReviewRequest {
    case .perform(let operation, let marks):
      return perform(operation, on: marks, by: surface.stage.author)
    case .takeBack(let changes, let isRedo): return takeBack(changes, isRedo: isRedo)
    case .open(let mark): return open(mark)
    case .findSpeakers: findSpeakers()
    case .count(let marks): count(marks)
    case .stopLooking: walk.stop()
    case .export(let export): return write(export)
    case nil: break
    }
    return []
  }

  package func look(for surface: any Surface) -> [Reply] {
    let worked = answers.collect().map { Reply.answer($0) }
    guard !hasFinished else { return worked }
    let found = walk.collect()
    var replies = found.articles.isEmpty ? [] : show(found.articles)
    replies.append(.answer(ReviewAnswer.progress(done: found.done, found: found.found)))
    if found.isOver {
      hasFinished = true
      let wasStopped = walk.wasStopped && found.done < found.found
      replies.append(.answer(ReviewAnswer.finished(wasStopped: wasStopped)))
    }
    if let fault = found.faults.last {
      let more = found.faults.count > 1 ? " (and \(found.faults.count - 1) more)" : ""
      replies.append(.notice(fault.message + more))
    }
    return worked + replies
  }

  private func show(_ found: [AnnotatedArticle]) -> [Reply] {
    for article in found { articles[article.sidecarPath] = article }
    return [.answer(ReviewAnswer.articles(found))]
  }

  // MARK: Changes

  private func perform(
    _ operation: ReviewOperation, on marks: [MarkKey], by author: Creator?
  ) -> [Reply] {
    var changes: [SidecarChange] = []
    let groups = marks.grouped(by: \.sidecar).sorted { $0.key < $1.key }
    for (path, marks) in groups {
      guard let article = articles[path] else { continue }
      do throws(SidecarEditingError) {
        let editor = try SidecarEditor(article)
        let change = try editor.perform(operation, on: marks.map(\.id), by: author, at: .now())
        if let change { changes.append(change) }
      } catch {
        return finish(changes, .performed(changes, operation: operation))
          + [.notice(error.description)]
      }
    }
    return finish(changes, .performed(changes, operation: operation))
  }

  private func takeBack(_ changes: [SidecarChange], isRedo: Bool) -> [Reply] {
    var done: [SidecarChange] = []
    for change in changes {
      guard let article = articles[change.sidecarPath] else { continue }
      do throws(SidecarEditingError) {
        done.append(try SidecarEditor(article).takeBack(change.change))
      } catch {
        return finish(done, .tookBack(done, isRedo: isRedo)) + [.notice(error.description)]
      }
    }
    return finish(done, .tookBack(done, isRedo: isRedo))
  }

  /// Reads the changed sidecars again, so that the list shows what is on the disk.
  private func finish(_ changes: [SidecarChange], _ answer: ReviewAnswer) -> [Reply] {
    reload(changes.map(\.sidecarPath)) + [.answer(answer)]
  }

  private func reload(_ sidecars: [String]) -> [Reply] {
    var again: [AnnotatedArticle] = []
    var problems: [Reply] = []
    for path in sidecars {
      do throws(StoreError) {
        if let text = articles[path]?.article {
          again.append(try AnnotatedArticle(text, sidecarPath: path))
        } else {
          again.append(try AnnotatedArticle(orphanedSidecar: path))
        }
      } catch {
        problems.append(.notice(error.description))
      }
    }
    return show(again) + problems
  }

  // MARK: Other requests

  private func open(_ mark: MarkKey) -> [Reply] {
    guard let article = articles[mark.sidecar] else { return [] }
    do {
      let desk = try services.read(article, mark.id)
      read = mark.sidecar
      return [.begin(desk)]
    } catch {
      return [.notice("\(error)")]
    }
  }

  /// Finds the quotation that each mark lies in; that takes an analysis of each article.
  private func findSpeakers() {
    let (articles, answers, analyzer) = (inOrder, answers, services.analyzer)
    BackgroundThread {
      var speakers: [MarkKey: String] = [:]
      for (sidecar, voices) in articles.voicesOfMarks(by: analyzer) {
        for (id, voice) in voices { speakers[MarkKey(sidecar: sidecar, id: id)] = voice }
      }
      answers.put(.speakers(speakers))
    }.letGo()
  }

  /// Counts marks; that takes an analysis of each article too.
  private func count(_ marks: [MarkKey]) {
    let (marks, answers, statistics) = (chosen(marks), answers, services.statistics)
    BackgroundThread {
      answers.put(.page(title: "Statistics of these marks", lines: statistics(marks)))
    }.letGo()
  }

  private func chosen(_ marks: [MarkKey]) -> ChosenMarks {
    let groups = marks.grouped(by: \.sidecar).map { ($0.key, Set($0.members.map(\.id))) }
    return ChosenMarks(Dictionary(uniqueKeysWithValues: groups), in: inOrder)
  }

  /// The articles in the order of their sidecars' paths.
  private var inOrder: [AnnotatedArticle] {
    articles.values.sorted { $0.sidecarPath < $1.sidecarPath }
  }

  private func write(_ export: ReviewExport) -> [Reply] {
    do {
      let told = try services.export(export, chosen(export.marks))
      return [told.map(Reply.told) ?? .answer(ReviewAnswer.fileIsThere(export))]
    } catch {
      return [.notice("\(error)")]
    }
  }
}
