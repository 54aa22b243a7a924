// What is typed at the foot of the screen: searches, filters, tags, names, addresses of evidence.

import ArticleModel
import Interface

extension ReaderState {
  /// Asks for a line.
  mutating func ask(_ question: ReaderQuestion, text: String = "") -> [Effect] {
    var completes = false
    if case .sources = question { completes = true }
    open(
      Prompt(
        question, on: stage, label: question.label, hint: question.hint, text: text,
        completes: completes))
    return []
  }

  /// Follows a line while it is typed.
  mutating func follow(_ text: String, _ question: ReaderQuestion) -> [Effect] {
    switch question {
    case .search(let backward, let origin): searchWhileTyping(text, backward, from: origin)
    case .paneFilter(let pane, _): rearrange(pane) { $0.filter = text }
    case .sources: return followSources(text)
    default: break
    }
    return []
  }

  mutating func giveUp(_ question: ReaderQuestion) -> [Effect] {
    switch question {
    case .search(_, let origin):
      search = nil
      moveCaret(to: origin)
    case .paneFilter(let pane, let before): rearrange(pane) { $0.filter = before }
    case .note(let id, let drops):
      return finishNote(of: id, annotations[id]?.note ?? "", dropsWhenEmpty: drops)
    default: break
    }
    return []
  }

  mutating func finish(_ question: ReaderQuestion, with text: String) -> [Effect] {
    switch question {
    case .search(let backward, let origin):
      finishSearch(text, backward: backward, from: origin)
      return []
    case .tags(let subject): return addTags(text, subject)
    case .sharedNote(let kind, let subject): return addShared(kind, subject, note: text)
    case .paneFilter: return []
    case .speaker(let draft): return takeSpeaker(text, for: draft)
    case .cast(let member, let step): return take(text, as: step, for: member)
    case .missedSpeaker(let span): return addMissedSpeaker(text, at: span)
    case .place(let finding): return correctPlace(text, of: finding)
    case .evidence(let subject): return pickStance(text, subject)
    case .sources(let opensList): return nameSources(text, opensList: opensList)
    case .author: return takeAuthor(text)
    case .assignee(let id): return assign(id, toName: text)
    case .note(let id, let drops):
      return finishNote(of: id, text[...].trimmed, dropsWhenEmpty: drops)
    case .noteBeforeRecord(let id):
      return finishNote(of: id, text[...].trimmed, dropsWhenEmpty: false) + editRecord(id)
    }
  }

  /// How many matches a search that is typed has so far, or which sources may be meant.
  package func remark(on prompt: Prompt) -> String? {
    if case .sources? = prompt.question as? ReaderQuestion {
      return candidates(for: prompt.text.text)
    }
    guard case .search? = prompt.question as? ReaderQuestion, !prompt.text.isEmpty else {
      return nil
    }
    guard let search else { return "not yet a regular expression" }
    return search.position(of: caret, in: article.text) ?? "no match"
  }

  private mutating func addTags(_ text: String, _ subject: MarkSubject) -> [Effect] {
    let tags = text.split { $0 == "," || $0 == "#" }.map { $0.trimmed }.filter { !$0.isEmpty }
    guard !tags.isEmpty else { return [] }
    return addMark(.tag, subject, thenNote: false) { $0.tags = tags }
  }

  private mutating func pickStance(_ typed: String, _ subject: EvidenceSubject) -> [Effect] {
    if typed.allSatisfy(\.isWhitespace) { return [] }
    let source: TypedSource
    do throws(EvidenceAddress.Fault) { source = try TypedSource(typed) } catch {
      // What was typed stays, to be put right.
      message = .warning(error.description)
      return ask(.evidence(subject), text: typed)
    }
    let keys: [Evidence.Stance: Character] = [.supports: "s", .refutes: "r", .discusses: "d"]
    let entries = Evidence.Stance.allCases.map { stance in
      Picker.Entry(
        value: ReaderChoice.stance(stance), key: keys[stance] ?? "?", label: stance.rawValue,
        group: "the source", explanation: source.remark ?? source.evidence.url)
    }
    open(
      Picker(
        on: stage, title: "evidence", purpose: PickerPurpose.stance(source.evidence, subject),
        entries: entries))
    return []
  }

  mutating func addEvidence(_ evidence: Evidence, to subject: EvidenceSubject) -> [Effect] {
    switch subject {
    case .newMark(let subject):
      return addMark(.evidence, subject, thenNote: false) { $0.evidence = [evidence] }
    case .claim(let subject):
      let effects = insertMark(subject, "added evidence to") { $0.evidence = [evidence] }
      tellProgress()
      return effects
    case .annotation(let id):
      let effects = edit(id, "added evidence to") { annotation, _ in
        annotation.evidence.append(evidence)
      }
      tellProgress()
      return effects
    }
  }

  // MARK: What the command line leads to

  mutating func show(_ id: AnnotationID) {
    if annotations[id]?.kind == .correction, let place = anchors[id]?.first?.span?.start {
      return show(place, of: nil)
    }
    guard let place = index.entries.first(where: { $0.id == id })?.span.start else {
      setFocus(.pane(.annotations))
      panes.cursors[.annotations] = annotationEntries.firstIndex(of: id)
      return
    }
    show(place, of: id)
  }

  /// Goes to a place in the text.
  mutating func show(_ place: ByteOffset, of annotation: AnnotationID?) {
    focus = .article
    jump(to: place)
    chosenMark = annotation
    syncPanes()
  }
}
