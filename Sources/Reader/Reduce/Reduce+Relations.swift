// What ties annotations to others and to the world: replies, links, evidence.

import ArticleModel
import Interface
import Screen

extension ReaderState {
  /// Makes a reply on the same passages, and opens its note.
  mutating func reply(to annotation: Annotation) -> [Effect] {
    var reply = Annotation(
      id: identifiers.annotationID(), kind: .reply, targets: annotation.targets, creator: author,
      created: clock())
    reply.repliesTo = annotation.id
    reply.answeredMark = AnsweredMark(annotation)
    anchors[reply.id] = anchors[annotation.id]
    let effects = apply(Change("replied to \(named(annotation))", [.insert(reply)]))
    chosenMark = annotation.id
    write(reply, dropsWhenEmpty: true)
    message = Message("write your reply to \(named(annotation)); an empty one is not kept")
    return effects
  }

  /// Waits for the mark that another one is to be linked with.
  mutating func beginLink(_ annotation: Annotation) -> [Effect] {
    focus = .article
    followCaret()
    purpose = .link(annotation.id)
    message = Message("Go to the other mark and press Enter to link the two; Esc cancels")
    return []
  }

  /// Links the mark under the caret with the one that the link began at.
  mutating func finishLink(_ id: AnnotationID) -> [Effect] {
    guard let first = annotations[id] else {
      clearSelection()
      return []
    }
    guard
      let second = index.entries(at: caret).first(where: { $0.id != id }).flatMap({
        annotations[$0.id]
      })
    else {
      message = .warning("There is no other mark here · \(hint(for: .nextAnnotation)) goes to one")
      return []
    }
    clearSelection()
    var link = Annotation(
      id: identifiers.annotationID(), kind: .link,
      targets: Array(first.targets.prefix(1)) + second.targets.prefix(1), creator: author,
      created: clock())
    link.repliesTo = second.id
    anchors[link.id] = [id, second.id].flatMap { anchors[$0]?.prefix(1) ?? [] }
    let titles = "\(title(of: first)) with \(title(of: second))"
    return apply(Change("linked \(titles)", [.insert(link)]))
  }

  /// Shows the evidence of the mark here in the browser, else the page that the words here link to; asks
  /// which when there is more than one.
  mutating func openEvidence() -> [Effect] {
    let annotation = currentAnnotation
    let choices = (annotation?.evidence ?? []).compactMap { AddressChoice($0) } + linksHere
    if let only = choices.first, choices.count == 1 { return [.openAddress(only.address)] }
    if choices.isEmpty, let source = annotation?.evidence.first {
      message = .warning("no address to open: \(source.name)")
      return []
    }
    if choices.isEmpty {
      message = .warning(
        annotation == nil
          ? "There is no mark and no link here · \(hint(for: .mark)) makes a mark"
          : "This mark has no evidence · \(evidenceKeys) adds some")
      return []
    }
    let entries = choices.enumerated().map { number, choice in
      Picker.Entry(
        value: ReaderChoice.address(choice.address), key: Character(String((number + 1) % 10)),
        label: choice.address, group: choice.group, explanation: choice.explanation)
    }
    open(
      Picker(
        on: stage, title: "open an address", purpose: PickerPurpose.openAddress, entries: entries))
    return []
  }

  /// The links in the selection, or under the caret.
  private var linksHere: [AddressChoice] {
    links(at: selectedSpan ?? TextSpan(caret, caret + 1)).map {
      AddressChoice($0, words: article.text.string(in: $0.span))
    }
  }

  /// The keys that add evidence: "ae".
  private var evidenceKeys: String {
    guard let mark = keymap.keys(for: .mark, in: .normal),
      let kind = keymap.keys(for: .markEvidence, in: .mark)
    else { return hint(for: .markEvidence) }
    return Key.hint(for: mark + kind)
  }
}

/// An address that can be opened, and how the list of them shows it.
private struct AddressChoice {
  let address: String
  let group: String
  let explanation: String

  /// Nil for a source without an address.
  init?(_ evidence: Evidence) {
    guard let url = evidence.address else { return nil }
    address = url
    group = evidence.stance?.rawValue ?? "evidence"
    explanation = evidence.passage ?? ""
  }

  init(_ link: ArticleStructure.Link, words: String) {
    address = link.target
    group = "link"
    explanation = words
  }
}
