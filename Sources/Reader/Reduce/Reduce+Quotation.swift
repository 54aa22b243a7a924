// One dialog for a quotation: who says it, and where its words begin and end. What is chosen is kept with
// Enter, as one correction; the caret stays where it is.

import ArticleModel
import Corpus
import Interface
import NewsAnalysis

extension ReaderState {
  /// Opens the dialog on a quotation as it was found, or on a draft of it.
  mutating func openQuotation(_ draft: QuotationDraft, after step: QuotationStep? = nil) {
    let words = article.text.string(in: draft.extent).quoted.abridged(to: 48)
    var picker = Picker(
      on: stage, title: "who says \(words)", purpose: PickerPurpose.quotation(draft),
      entries: keeping(draft) + speakerEntries(draft) + wordEntries(draft) + furtherEntries(draft))
    picker = picker.holding { value in
      guard case .quotation(.speaker(let speaker))? = value as? ReaderChoice else { return false }
      return speaker == heldSpeaker(of: draft)
    }
    // Enter keeps; while an end is moved, it moves on.
    picker.cursor = 0
    if let step, case .move = step {
      picker.cursor =
        picker.entries.firstIndex { $0.value as? ReaderChoice == .quotation(step) } ?? 0
    }
    open(picker)
  }

  private func quotation(of draft: QuotationDraft) -> Quotation? {
    analysis?.quotations.first { $0.extent == draft.finding.span }
  }

  private func heldSpeaker(of draft: QuotationDraft) -> Correction.Speaker? {
    if let speaker = draft.speaker { return speaker }
    guard let quotation = quotation(of: draft) else { return nil }
    return quotation.speaker.flatMap { name(ofSpeaker: $0) }.map { .named($0) } ?? .nobody
  }

  // MARK: The entries

  private func keeping(_ draft: QuotationDraft) -> [Picker.Entry] {
    let isNew = draft.isMissed
    return [
      entry(
        .keep, "K", isNew ? "add it: Enter" : "keep this: Enter", "then",
        isNew
          ? "Enter adds the quotation with this speaker and these words."
          : "Enter keeps speaker and words as shown here."),
      entry(
        .keepAndNext, ">", "and on to the next quotation", "then",
        "Keeps it, and opens the next quotation not yet judged."),
    ]
  }

  private func speakerEntries(_ draft: QuotationDraft) -> [Picker.Entry] {
    var names = (findings?.speakerOrder ?? []).compactMap { analysis?.speakers[$0].name }
    if case .named(let name)? = draft.speaker, !names.contains(name) { names.insert(name, at: 0) }
    let keys = Array(Self.freeKeys)
    let known = names.enumerated().map { number, name in
      entry(
        .speaker(.named(name)), number < keys.count ? keys[number] : "·", name, "who",
        analysis?.speakers.first { $0.name == name }?.aliases.joined(separator: " · ") ?? "")
    }
    return known + [
      entry(.otherSpeaker, "o", "someone else …", "who", "Type the name."),
      entry(.speaker(.nobody), "n", "nobody named", "who", "The article does not say who it is."),
    ]
  }

  private func wordEntries(_ draft: QuotationDraft) -> [Picker.Entry] {
    let words = article.text.string(in: draft.extent).onOneLine
    let (first, last) = (words.prefix(28), words.suffix(28))
    return [
      entry(.move(.start, later: false), "(", "begin earlier", "words", "begins: \(first)…"),
      entry(.move(.start, later: true), ")", "begin later", "words", "begins: \(first)…"),
      entry(.move(.end, later: false), "[", "end earlier", "words", "ends: …\(last)"),
      entry(.move(.end, later: true), "]", "end later", "words", "ends: …\(last)"),
      entry(
        .select, "b", "select them in the text …", "words", "Change the selection, then Enter."),
    ]
  }

  private func furtherEntries(_ draft: QuotationDraft) -> [Picker.Entry] {
    var entries: [Picker.Entry] = []
    if !draft.isMissed, let speaker = quotation(of: draft)?.speaker,
      let member = member(ofSpeaker: speaker)
    {
      entries.append(
        Picker.Entry(
          value: ReaderChoice.member(member), key: "w", label: "\(member.name) everywhere …",
          group: "or",
          explanation: "Another name, the same as someone else, not a person: everywhere."))
    }
    if let location = locationAtCaret.flatMap({ analysis?.locations[$0] }) {
      let name = article.text.string(in: location.span)
      entries.append(
        Picker.Entry(
          value: ReaderChoice.finding(FindingReference(kind: .location, span: location.span)),
          key: "p", label: "the place \(name) …", group: "or",
          explanation: "Correct the place instead."))
    }
    return entries
  }

  private func entry(
    _ step: QuotationStep, _ key: Character, _ label: String, _ group: String,
    _ explanation: String
  ) -> Picker.Entry {
    Picker.Entry(
      value: ReaderChoice.quotation(step), key: key, label: label, group: group,
      explanation: explanation)
  }

  // MARK: What was chosen

  /// Does to a draft what was chosen.
  mutating func take(_ step: QuotationStep, for draft: QuotationDraft) -> [Effect] {
    var draft = draft
    switch step {
    case .keep: return keep(draft)
    case .keepAndNext:
      let effects = keep(draft)
      openNext(after: draft)
      return effects
    case .speaker(let speaker): draft.speaker = speaker
    case .otherSpeaker: return ask(.speaker(draft))
    case .move(let end, let later): draft.parts = moved(end, later: later, of: draft)
    case .select:
      focus = .article
      select(draft.extent)
      purpose = .quotation(draft)
      message = Message("Move the ends of the selection, then press Enter; Esc cancels")
      return []
    }
    openQuotation(draft, after: step)
    return []
  }

  /// Takes the name of a speaker that was typed, and keeps it with the words of the draft; without a name, the
  /// dialog goes on.
  mutating func takeSpeaker(_ name: String, for draft: QuotationDraft) -> [Effect] {
    var draft = draft
    let name = name[...].trimmed
    guard !name.isEmpty else {
      openQuotation(draft)
      return []
    }
    draft.speaker = .named(name)
    return keep(draft)
  }

  private mutating func keep(_ draft: QuotationDraft) -> [Effect] {
    guard draft.isMissed || draft.speaker != nil || draft.parts != nil else {
      message = Message(
        "Nothing was changed · \(hint(for: .acceptFinding)) confirms the quotation")
      return []
    }
    return record(
      Correction(.corrected, .quotation, speaker: draft.speaker), of: draft.finding,
      parts: draft.parts ?? [])
  }

  private mutating func openNext(after draft: QuotationDraft) {
    guard let next = nextOpenQuotation(after: draft.finding.span.start) else {
      message = Message("That was the last quotation not yet judged")
      return
    }
    let told = message
    focus = .article
    jump(to: next.extent.start)
    message = told
    openQuotation(
      QuotationDraft(
        finding: FindingReference(kind: .quotation, span: next.extent), isMissed: false))
  }

  // MARK: The words

  /// The parts of a draft with an end moved by a word.
  private func moved(
    _ end: QuotationStep.End, later: Bool, of draft: QuotationDraft
  ) -> [TextSpan] {
    var parts = draft.parts ?? quotation(of: draft)?.spans ?? [draft.finding.span]
    let index = end == .start ? 0 : parts.count - 1
    let part = parts[index]
    let walk = PhraseWalk(text: article.text)
    let moved =
      end == .start
      ? TextSpan(walk.start(from: part.start, later: later), max(part.start, part.end))
      : TextSpan(part.start, walk.end(from: part.end, later: later))
    let isFree = parts.indices.allSatisfy { $0 == index || !parts[$0].overlaps(moved) }
    if moved.start < moved.end, isFree { parts[index] = moved }
    return parts
  }
}

extension QuotationDraft {
  package init(finding: FindingReference, isMissed: Bool, parts: [TextSpan]? = nil) {
    (self.finding, self.isMissed, self.parts) = (finding, isMissed, parts)
  }

  /// From its first word to its last.
  var extent: TextSpan {
    guard let first = parts?.first, let last = parts?.last else { return finding.span }
    return TextSpan(first.start, last.end)
  }
}
