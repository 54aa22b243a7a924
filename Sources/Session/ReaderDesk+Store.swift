// What the reader asks of the store: to save changes and half-typed notes, and to look for those of others.

import ArticleModel
import Interface
import Reader
import Screen
import Sidecars

extension ReaderDesk {
  /// Writes a change; the reader is told when that fails, and keeps working.
  func record(_ change: Change, for reader: ReaderState) -> [Reply] {
    let kept = keepDraft() + followElsewhere(change)
    do {
      let receipt = try store.record(change, resulting: reader.annotations)
      options.sitting?.note(change)
      if let journal = receipt.journal {
        let place = SidecarStore.shortened(journal)
        return kept + [.answer(ReaderAnswer.keptInJournal(place))] + follow(change, of: reader)
          + replies(to: receipt)
      }
      let replies =
        kept + [.answer(ReaderAnswer.saved)] + follow(change, of: reader) + replies(to: receipt)
      guard !hasToldPlace, let place = placeOfMarks else { return replies }
      hasToldPlace = true
      return replies + [.told("\(reader.message?.text ?? change.summary) · kept in \(place)")]
    } catch {
      return kept + [.answer(ReaderAnswer.saveFailed(error.description))]
    }
  }

  /// Opens the sidecar for editing although another program has it open; what both save is merged.
  func editAnyway() -> [Reply] {
    do {
      try store.close()
      let opening = try store.open(.regardless, by: person)
      if opening.isReadOnly {
        return [.notice(opening.readOnlyReason ?? "the sidecar cannot be written")]
      }
      return [.answer(ReaderAnswer.editable(opening.annotations, anchors: opening.anchors))]
    } catch {
      return [.notice(error.description)]
    }
  }

  /// Takes over the marks of an article that was moved or renamed.
  func takeOver(sidecarAt path: String) -> [Reply] {
    do {
      let opening = try store.takeOver(sidecarAt: path)
      return [.answer(ReaderAnswer.takenOver(opening.annotations, anchors: opening.anchors))]
        + opening.notices.map { .notice($0.description) }
    } catch {
      return [.notice(error.description)]
    }
  }

  /// Keeps in whose name marks are made.
  func keep(_ author: Creator) -> [Reply] {
    person = author
    do { try options.keepAuthor?(author) } catch { return [.notice("\(error)")] }
    return []
  }

  /// Everything is saved by itself, so this only says so, after what was still waiting.
  func saveNow(for reader: ReaderState) -> [Reply] {
    let kept = keepDraft()
    switch reader.saveState {
    case .failed(let reason), .readOnly(let reason): return kept + [.notice(reason)]
    case .inJournal(let path):
      return kept + [.notice("the sidecar cannot be written yet; everything is kept in \(path)")]
    case .saved, .untouched: return kept + [.told("everything is saved in \(store.path)")]
    }
  }

  /// Writes down when the marks were handed in.
  func handIn(at moment: Timestamp) -> [Reply] {
    describe({ $0.handedIn = moment }, .handedIn(moment))
  }

  /// Takes handing in back. The moment stays in the sidecar, for the marks of others were open from then on.
  func takeBackHandIn() -> [Reply] {
    describe(
      {
        $0.firstHandedIn = $0.firstHandedIn ?? $0.handedIn
        $0.handedIn = nil
      }, .handInTakenBack)
  }

  /// Changes what the sidecar says of its article.
  func describe(
    _ change: (inout ArticleDescription) -> Void, _ answer: ReaderAnswer? = nil
  ) -> [Reply] {
    let kept = keepDraft()
    do {
      let receipt = try store.describe(change)
      let journal = receipt.journal.map { SidecarStore.shortened($0) }
      let saved = journal.map(ReaderAnswer.keptInJournal) ?? .saved
      return kept + [.answer(saved)] + replies(to: receipt)
        + (answer.map { [.answer($0)] } ?? [])
    } catch {
      return kept + [.answer(ReaderAnswer.saveFailed(error.description))]
    }
  }

  /// What stays closed to who reads unaided, and what opens it; nil when nothing does.
  func whatIsClosed(handedIn: Timestamp?, _ keymap: Keymap) -> String? {
    guard options.isUnaided, handedIn == nil else { return nil }
    let keys = keymap.keys(for: .handIn, in: .normal).map { Key.hint(for: $0) } ?? ":hand-in"
    let closed = options.layers == nil ? "appears" : "and the others’ marks appear"
    return "unaided: what was found \(closed) when you hand in · \(keys)"
  }

  /// Writes the half-typed note to the journal, when it has changed.
  func keepDraft() -> [Reply] {
    guard draft.isWaiting else { return [] }
    draft.settle()
    do {
      try store.keepDraft(draft.latest)
      return draft.latest == nil ? [] : [.answer(ReaderAnswer.draftKept)]
    } catch {
      return [.answer(ReaderAnswer.saveFailed(error.description))]
    }
  }

  /// Takes in what somebody else wrote to the sidecar, also while only reading along; costs one look at
  /// the file's status.
  func lookForOutsideChange(to reader: ReaderState) -> [Reply] {
    if case .failed = reader.saveState { return [] }
    guard let receipt = try? store.checkForOutsideChange(reader.annotations) else { return [] }
    return replies(to: receipt)
  }

  private func replies(to receipt: Receipt) -> [Reply] {
    let notice = receipt.notices.map(\.description).joined(separator: " · ")
    if let merged = receipt.merged {
      let anchors = Anchoring.resolve(merged.annotations, in: article)
      return [.answer(ReaderAnswer.merged(merged, anchors: anchors, notice: notice))]
    }
    return notice.isEmpty ? [] : [.notice(notice)]
  }
}

extension Receipt {
  /// The journal that has the work in place of the sidecar; nil when the sidecar has it.
  fileprivate var journal: String? {
    for case .onlyInJournal(let path, _) in notices { return path }
    return nil
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
