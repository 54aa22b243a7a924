// A sitting with the marks of many articles: draws the state, waits for events, gives them to the
// reducer and performs the effects that come back.

import ArticleModel
import Corpus
import Ncurses
import NewsAnalysis
import Review
import Screen
import Synchronization

/// A sitting with the marks of many articles.
package struct ReviewSession {
  /// What a sitting needs beside its setup.
  package struct Services {
    /// Reads the sidecar at a place, or says in one line why not. Called from another thread.
    package var open: @Sendable (SidecarLocation) -> Result<AnnotatedArticle, SidecarFault>
    /// Opens an article in the reader, at a mark; returns when the reader is closed.
    package var read: (_ article: AnnotatedArticle, _ mark: AnnotationID) throws -> Void
    /// Writes marks in a format to a file, and returns a line that says so.
    package var export:
      (_ format: String, _ path: String, _ marks: [AnnotatedArticle]) throws -> String

    /// What marks and their articles come to, as lines of text. Called from another thread.
    package var statistics: @Sendable (_ marks: [AnnotatedArticle]) -> [String]

    /// Puts services together.
    package init(
      open: @escaping @Sendable (SidecarLocation) -> Result<AnnotatedArticle, SidecarFault>,
      read: @escaping (AnnotatedArticle, AnnotationID) throws -> Void,
      export: @escaping (String, String, [AnnotatedArticle]) throws -> String,
      statistics: @escaping @Sendable ([AnnotatedArticle]) -> [String]
    ) {
      self.open = open
      self.read = read
      self.export = export
      self.statistics = statistics
    }
  }

  private var terminal: Terminal
  private let services: Services
  private let walk: SidecarWalk
  private var articles: [String: AnnotatedArticle] = [:]
  private var hasFinished = false
  private var isOver = false
  private var state: ReviewState
  private let author: Creator?
  /// What threads beside this one have worked out.
  private let answers = Mailbox<ReviewEvent>()

  /// Opens the terminal and begins to look for sidecars below the paths.
  package init(
    _ paths: [String], _ setup: ReviewState.Setup, services: Services
  ) throws(ReviewError) {
    do throws(FilterError) { state = try ReviewState(setup) } catch { throw .filter(error) }
    do throws(TerminalError) { terminal = try Terminal() } catch { throw .terminal(error) }
    author = setup.author
    self.services = services
    walk = SidecarWalk(services.open)
    walk.start(at: paths)
    _ = reduce(into: &state, .resize(terminal.size))
  }

  /// Runs until the reviewer quits or the terminal goes away.
  package mutating func run() throws(ReviewError) {
    while !isOver {
      terminal.show(draw(state))
      handle(terminal.nextEvent(timeout: .seconds(2)))
      while !isOver, let event = terminal.nextEvent(timeout: .zero) { handle(event) }
      takeFindings()
    }
    walk.stop()
    terminal.close()
  }

  private mutating func handle(_ event: InputEvent?) {
    switch event {
    case .key(let key): take(.key(key))
    case .paste(let text): take(.paste(text))
    case .resize(let size): take(.resize(size))
    case .resumed: take(.resize(terminal.size))
    case .hangup: isOver = true
    case .mouse, nil: break
    }
  }

  private mutating func take(_ event: ReviewEvent) {
    for effect in reduce(into: &state, event) { perform(effect) }
  }

  private mutating func takeFindings() {
    for answer in answers.take() { take(answer) }
    guard !hasFinished else { return }
    let found = walk.take()
    if !found.articles.isEmpty { show(found.articles) }
    take(.progress(done: found.done, found: found.found))
    if found.isOver {
      hasFinished = true
      take(.finished(wasStopped: walk.wasStopped && found.done < found.found))
    }
    if let fault = found.faults.last {
      let more = found.faults.count > 1 ? " (and \(found.faults.count - 1) more)" : ""
      take(.notice(fault.message + more))
    }
  }

  private mutating func show(_ found: [AnnotatedArticle]) {
    for article in found { articles[article.sidecarPath] = article }
    take(.articles(found))
  }

  private mutating func perform(_ effect: ReviewEffect) {
    switch effect {
    case .perform(let operation, let marks): perform(operation, on: marks)
    case .takeBack(let changes, let isRedo): takeBack(changes, isRedo: isRedo)
    case .open(let mark): open(mark)
    case .findSpeakers: findSpeakers()
    case .count(let marks): count(marks)
    case .stopLooking: walk.stop()
    case .export(let format, let path, let marks): export(marks, format, path)
    case .quit: isOver = true
    case .suspend: terminal.suspend()
    case .redraw: terminal.redraw()
    }
  }

  // MARK: Changes

  private mutating func perform(_ operation: ReviewOperation, on marks: [MarkKey]) {
    var changes: [SidecarChange] = []
    let groups = Dictionary(grouping: marks, by: \.sidecar)
    for (path, marks) in groups.sorted(by: { $0.key < $1.key }) {
      guard let article = articles[path] else { continue }
      do throws(SidecarEditingError) {
        let editor = try SidecarEditor(article)
        let change = try editor.perform(operation, on: marks.map(\.id), by: author, at: .now())
        if let change { changes.append(change) }
      } catch {
        finish(changes, .performed(changes, operation: operation))
        return take(.notice(error.description))
      }
    }
    finish(changes, .performed(changes, operation: operation))
  }

  private mutating func takeBack(_ changes: [SidecarChange], isRedo: Bool) {
    var done: [SidecarChange] = []
    for change in changes {
      guard let article = articles[change.sidecarPath] else { continue }
      do throws(SidecarEditingError) {
        done.append(try SidecarEditor(article).takeBack(change.change))
      } catch {
        finish(done, .tookBack(done, isRedo: isRedo))
        return take(.notice(error.description))
      }
    }
    finish(done, .tookBack(done, isRedo: isRedo))
  }

  /// Reads the changed sidecars again, so that the list shows what is on the disk.
  private mutating func finish(_ changes: [SidecarChange], _ event: ReviewEvent) {
    reload(changes.map(\.sidecarPath))
    take(event)
  }

  private mutating func reload(_ sidecars: [String]) {
    let again = sidecars.compactMap { path -> AnnotatedArticle? in
      guard let old = articles[path], let text = old.article else { return nil }
      return try? AnnotatedArticle(text, sidecarPath: path)
    }
    show(again)
  }

  // MARK: Other effects

  /// The terminal goes to the reader and comes back.
  private mutating func open(_ mark: MarkKey) {
    guard let article = articles[mark.sidecar] else { return }
    terminal.close()
    var problem: String?
    do { try services.read(article, mark.id) } catch { problem = "\(error)" }
    do throws(TerminalError) { terminal = try Terminal() } catch {
      isOver = true
      return
    }
    take(.resize(terminal.size))
    reload([mark.sidecar])
    if let problem { take(.notice(problem)) }
  }

  /// Finds the quotation that each mark lies in; that takes an analysis of each article.
  private func findSpeakers() {
    let (articles, answers) = (Array(self.articles.values), answers)
    BackgroundThread {
      var speakers: [MarkKey: String] = [:]
      for article in articles {
        for (id, speaker) in article.speakersOfMarks() {
          speakers[MarkKey(sidecar: article.sidecarPath, id: id)] = speaker
        }
      }
      answers.put(.speakers(speakers))
    }.letGo()
  }

  /// Counts marks; that takes an analysis of each article too.
  private func count(_ marks: [MarkKey]) {
    let (articles, answers, statistics) = (chosen(marks), answers, services.statistics)
    BackgroundThread {
      answers.put(.page(title: "What these marks come to", lines: statistics(articles)))
    }.letGo()
  }

  /// The articles of marks, with these marks alone.
  private func chosen(_ marks: [MarkKey]) -> [AnnotatedArticle] {
    let wanted = Dictionary(grouping: marks, by: \.sidecar).mapValues { Set($0.map(\.id)) }
    return articles.values.sorted { $0.sidecarPath < $1.sidecarPath }.compactMap { article in
      wanted[article.sidecarPath].map { article.keeping($0) }
    }
  }

  private mutating func export(_ marks: [MarkKey], _ format: String, _ path: String) {
    do { take(.told(try services.export(format, path, chosen(marks)))) } catch {
      take(.notice("\(error)"))
    }
  }
}

/// Answers of other threads, waiting to be taken by the one that has the terminal.
///
/// A class because threads share it.
private final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])

  /// Leaves a message, and wakes the loop to take it.
  func put(_ message: Message) {
    messages.withLock { $0.append(message) }
    Terminal.wake()
  }

  /// Takes all messages, the oldest first.
  func take() -> [Message] {
    messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}

/// Why a review could not begin.
package enum ReviewError: Error, CustomStringConvertible {
  /// There is no screen to review on.
  case terminal(TerminalError)
  /// The filter cannot be read.
  case filter(FilterError)

  /// What is wrong and what to try.
  package var description: String {
    switch self {
    case .terminal(let error): error.description
    case .filter(let error): error.description
    }
  }
}
