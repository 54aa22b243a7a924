// What a sitting asks of the store: to save changes and half-typed notes, and to look for those of others.

import ArticleModel
import Ncurses
import Interface
import Reader

extension ReaderSession {
  /// Has a change written; the reader is told when that fails, and keeps working.
  mutating func record(_ change: Change) {
    keepDraft()
    do {
      let receipt = try store.record(change, resulting: state.annotations)
      take(.saved)
      show(receipt)
    } catch {
      take(.saveFailed(error.description))
    }
  }

  /// Opens the sidecar for editing although another program has it open; what both save is merged.
  mutating func editAnyway() {
    do {
      try store.close()
      let opening = try store.open(.regardless)
      if opening.isReadOnly {
        take(.notice(opening.notices.first?.description ?? "the sidecar cannot be written"))
      } else {
        take(.editable(opening.annotations, anchors: opening.anchors))
      }
    } catch {
      take(.notice(error.description))
    }
  }

  /// Gives terminal and sidecar to a review of the articles around, and takes them back after it.
  mutating func review() {
    guard let review = options.review else {
      return take(.notice("a review waits for this article to be closed"))
    }
    keepDraft()
    var problem: String?
    do {
      try store.close()
      terminal.close()
      do { try review() } catch { problem = "\(error)" }
      terminal = try Terminal(keysFrom: options.keys)
      take(.resize(terminal.size))
      let opening = try store.open()
      take(.editable(opening.annotations, anchors: opening.anchors))
      take(problem.map(ReaderEvent.notice) ?? .told("back from the review"))
    } catch {
      take(.notice("\(error)"))
    }
  }

  /// Takes over the marks of an article that was moved or renamed.
  mutating func takeOver(sidecarAt path: String) {
    do {
      let opening = try store.takeOver(sidecarAt: path)
      take(.takenOver(opening.annotations, anchors: opening.anchors))
      opening.notices.forEach { take(.notice($0.description)) }
    } catch {
      take(.notice(error.description))
    }
  }

  /// Keeps in whose name marks are made, or that nobody wants to say.
  mutating func keep(_ author: Creator?) {
    do { try options.keepAuthor?(author) } catch { take(.notice("\(error)")) }
  }

  /// Everything is saved by itself, so this only says so, after what was still waiting.
  mutating func saveNow() {
    keepDraft()
    switch state.saveState {
    case .failed(let reason), .readOnly(let reason): take(.notice(reason))
    case .saved, .untouched: take(.told("everything is saved in \(store.path)"))
    }
  }

  /// Writes the half-typed note to the journal, when it has changed.
  mutating func keepDraft() {
    guard draft.isWaiting else { return }
    draft.settle()
    do {
      try store.keepDraft(draft.latest)
      if draft.latest != nil { take(.draftKept) }
    } catch {
      take(.saveFailed(error.description))
    }
  }

  /// Takes in what somebody else wrote to the sidecar, also while only reading along; costs one look at
  /// the file's status.
  mutating func lookForOutsideChange() {
    if case .failed = state.saveState { return }
    guard let receipt = try? store.checkForOutsideChange(state.annotations) else { return }
    show(receipt)
  }

  private mutating func show(_ receipt: Receipt) {
    let notice = receipt.notices.map(\.description).joined(separator: " · ")
    if let merged = receipt.merged {
      let anchors = Anchoring.resolve(merged.annotations, in: state.article)
      take(.merged(merged, anchors: anchors, notice: notice))
    } else if !notice.isEmpty {
      take(.notice(notice))
    }
  }
}

/// When a half-typed note goes to the journal: a moment after the last key, and at the latest a second
/// after the first one.
struct DraftKeeping {
  /// What the note says now; nil when it was kept or given up.
  private(set) var latest: NoteDraft?
  private var since: ContinuousClock.Instant?

  /// Whether `latest` is not in the journal yet.
  var isWaiting: Bool { since != nil }

  /// Whether it has waited long enough, even if keys keep coming.
  var isDue: Bool { since.map { ContinuousClock.now - $0 > .milliseconds(700) } ?? false }

  /// Remembers what the note says now.
  mutating func note(_ draft: NoteDraft?) {
    latest = draft
    since = since ?? .now
  }

  /// Remembers that `latest` is in the journal.
  mutating func settle() { since = nil }
}
