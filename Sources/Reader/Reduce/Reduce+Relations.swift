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
    anchors[reply.id] = anchors[annotation.id]
    let effects = apply(Change("replied to \(title(of: annotation))", [.insert(reply)]))
    chosenMark = reply.id
    write(reply, dropsWhenEmpty: true)
    return effects
  }

  /// Waits for the mark that another one is to be linked with.
  mutating func beginLink(_ annotation: Annotation) -> [Effect] {
    focus = .article
    followCaret()
    purpose = .link(annotation.id)
    message = Message("Go to the other mark, then Enter links the two; Esc leaves it")
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

  /// Shows the evidence of the mark here in the browser; asks which when there is more than one.
  mutating func openEvidence() -> [Effect] {
    guard let annotation = currentAnnotation else {
      message = .warning("There is no mark here · \(hint(for: .mark)) makes one")
      return []
    }
    let addresses = annotation.evidence.map(\.url)
    if addresses.isEmpty {
      message = .warning("This mark has no evidence · \(evidenceKeys) adds some")
      return []
    }
    if addresses.count == 1 { return [.openAddress(addresses[0])] }
    let entries = annotation.evidence.enumerated().map { number, evidence in
      Picker.Entry(
        value: ReaderChoice.address(evidence.url), key: Character(String((number + 1) % 10)),
        label: evidence.url, group: evidence.stance?.rawValue ?? "",
        explanation: evidence.passage ?? "")
    }
    open(
      Picker(
        on: stage, title: "open evidence", purpose: PickerPurpose.openAddress, entries: entries))
    return []
  }

  /// The keys that add evidence: "ae".
  private var evidenceKeys: String {
    let kind = keymap.keys(for: .markEvidence, in: .mark).map { Key.hint(for: $0) } ?? ""
    return hint(for: .mark) + kind
  }
}
