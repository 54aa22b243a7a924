// The quotations against their sources: naming these, taking answers as verdicts, opening a source.

import ArticleModel
import Corpus
import Interface
import NewsAnalysis
import Sidecars
import Verification

extension ReaderState {
  // MARK: Opening

  /// Opens the list of quotations; asks for sources first where none are named, or where the sidecar names some
  /// of other places.
  mutating func showQuotations() -> [Effect] {
    if isUnaided {
      message = Message(whyHidden)
      return []
    }
    if isDoneReading, analysis?.quotations.isEmpty == true {
      message = Message("No quotations were found in this article")
      return []
    }
    if quotationCheck.sources.isEmpty { return askForSources(opensList: true) }
    guard quotationCheck.mayBeRead else {
      let effects = askForSources(opensList: true)
      message = Message(
        "The sidecar file names sources outside its folder; Enter lets Galley read them")
      return effects
    }
    open(QuotationSheet(on: stage, at: caret))
    return [.desk(.checkQuotations)]
  }

  /// Asks for sources; those that are named already stand there.
  private mutating func askForSources(opensList: Bool) -> [Effect] {
    let named = quotationCheck.sources.map(\.name).joined(separator: ", ")
    return ask(.sources(opensList: opensList), text: named) + [.desk(.listFolder(""))]
  }

  // MARK: Naming sources

  /// Follows the line in which sources are named: asks for the names in the folder that is typed.
  func followSources(_ text: String) -> [Effect] {
    let folder = SourcesLine(text).folder
    return folder == quotationCheck.names.folder ? [] : [.desk(.listFolder(folder))]
  }

  /// The names that the last source of the line may become; nil for what the line says by itself.
  func candidates(for text: String) -> String? {
    let line = SourcesLine(text)
    let candidates = line.candidates(among: quotationCheck.names.names)
    guard line.folder == quotationCheck.names.folder, !candidates.isEmpty else { return nil }
    return candidates.prefix(4).joined(separator: "  ") + (candidates.count > 4 ? "  …" : "")
  }

  package func completion(of prompt: Prompt) -> String? {
    guard case .sources? = prompt.question as? ReaderQuestion else { return nil }
    return SourcesLine(prompt.text.text).completed(among: quotationCheck.names.names)
  }

  /// Has the sources that were typed looked up.
  mutating func nameSources(_ text: String, opensList: Bool) -> [Effect] {
    let names = SourcesLine(text).names
    guard !names.isEmpty else {
      message = Message("No source was named")
      return []
    }
    let known = Dictionary(
      quotationCheck.sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let typed = names.map { name in known[name].map(SourceName.known) ?? .typed(name) }
    return [.desk(.nameSources(typed, line: text, opensList: opensList))]
  }

  /// Takes in what came of the sources that were named.
  mutating func receive(_ answer: SourcesAnswer) -> [Effect] {
    switch answer {
    case .listed(let folder, let names):
      quotationCheck.names = QuotationCheck.FolderNames(folder: folder, names: names)
    case .named(let sources, let opensList):
      (quotationCheck.sources, quotationCheck.isConfirmed) = (sources, true)
      if opensList { open(QuotationSheet(on: stage, at: caret)) }
      return [.desk(.checkQuotations)]
    case .kept(let sources):
      quotationCheck.isConfirmed = quotationCheck.isConfirmed && quotationCheck.sources == sources
      quotationCheck.sources = sources
    case .refused(let reason, let line, let opensList):
      let effects = ask(.sources(opensList: opensList), text: line)
      message = .warning(reason)
      return effects
    case .searching: quotationCheck.isSearching = true
    case .answered(let verification, let faults):
      quotationCheck.isSearching = false
      quotationCheck.verification = verification ?? quotationCheck.verification
      quotationCheck.faults = faults
      if let fault = faults.first { message = .warning(fault) }
    case .changed(let name):
      message = .warning("\(name) has changed since it was searched; Galley searches it again")
      return [.desk(.checkQuotations)]
    }
    return []
  }

  // MARK: Steps

  /// Does what was wanted in the list.
  mutating func perform(_ step: SourceStep) -> [Effect] {
    switch step {
    case .take(let number, let place): return take(number, place, as: nil)
    case .pickVerdict(let number, let place): return pickSaid(number, place)
    case .openSource(let number, let place): return openSource(number, place)
    case .showStory(let number):
      if let quotation = quotationCheck.answer(number)?.quotation {
        show(quotation.extent.start, of: nil)
      }
      return []
    case .nameSources: return askForSources(opensList: false)
    case .lookAgain: return [.desk(.checkQuotations)]
    case .history(let action): return perform(RecordStep.history(action))
    }
  }

  private mutating func openSource(_ number: Int, _ place: Int) -> [Effect] {
    guard let answer = quotationCheck.answer(number), answer.matches.indices.contains(place),
      let source = quotationCheck.source(of: answer.matches[place])
    else {
      message = .warning("No source has these words, so there is nothing to open")
      return []
    }
    let match = answer.matches[place]
    return [.desk(.openSource(source.name, match.span, expecting: match.text))]
  }

  // MARK: Verdicts

  /// Takes an answer as the verdict on “was it said?”, with the source as evidence: a verification of one's own,
  /// or one more answer to that which one has on these words.
  mutating func take(_ number: Int, _ place: Int, as chosen: TermReference?) -> [Effect] {
    if let readOnlyReason {
      message = .warning(readOnlyReason)
      return []
    }
    guard let answer = quotationCheck.answer(number), answer.canBeTaken || chosen != nil else {
      message = .warning("No passage is similar, so there is nothing to take")
      return []
    }
    let verdict = QuotationVerdict(answer: answer, place: place, check: quotationCheck)
    guard let term = chosen ?? verdict.term.flatMap(said) else {
      // A pack of the user's own may lack the term.
      return verdict.term == nil ? keep(verdict, nil) : pickSaid(number, place)
    }
    return keep(verdict, term)
  }

  private mutating func keep(_ verdict: QuotationVerdict, _ term: TermReference?) -> [Effect] {
    let quotation = verdict.answer.quotation
    let evidence = verdict.evidence(readAt: clock())
    let verb = term.map { "\(label(of: $0)):" } ?? "kept a passage for"
    func complete(_ mark: inout Annotation) {
      if let term { mark.set(term, isExclusive: true) }
      mark.evidence.removeAll { old in evidence.contains { $0.isOfSamePlace(as: old) } }
      mark.evidence += evidence
      // What one wrote oneself stays; the same is not said twice.
      let notes = [mark.note, mark.note.contains(verdict.note) ? "" : verdict.note]
      mark.note = notes.filter { !$0.isEmpty }.joined(separator: "\n")
    }
    guard let own = ownVerification(on: quotation.extent) else {
      return insertMark(.passage(quotation.extent), verb, complete)
    }
    var taken = own
    complete(&taken)
    if taken.saysTheSame(as: own) {
      message = Message("taken already")
      return []
    }
    return edit(own.id, verb) { mark, _ in complete(&mark) }
  }

  /// Offers the answers to “was it said?”
  private mutating func pickSaid(_ number: Int, _ place: Int) -> [Effect] {
    guard let pack = taxonomies.first(where: { $0.id == AnnotationKind.verification.rawValue }),
      let answer = quotationCheck.answer(number)
    else {
      message = .warning("There is no pack of verdicts")
      return []
    }
    let entries = Picker.terms(of: pack).filter { entry in
      if case .term(let term)? = entry.value as? MarkChoice { term.group == "said" } else { false }
    }
    let held = verdictMark(on: answer.quotation)?.terms ?? []
    let title = "was it said? \(answer.quotation.text.onOneLine.quoted)".shortened(to: 70)
    let picker = Picker(
      on: stage, title: title, purpose: PickerPurpose.said(number, place: place), entries: entries)
    var picked = picker.holding(held)
    let proposed = QuotationVerdict(answer: answer, place: place, check: quotationCheck).term
    if held.isEmpty, let term = proposed.flatMap(said) {
      picked.cursor = entries.firstIndex { $0.value as? MarkChoice == .term(term) } ?? 0
    }
    open(picked)
    return []
  }

  /// The term of the group “was it said?” of that name; nil when the pack has none.
  private func said(_ id: String) -> TermReference? {
    stage.shelf.reference(named: "\(AnnotationKind.verification.rawValue)/said/\(id)")
  }

  /// What a term of the group is called.
  func labelOfSaid(_ id: String) -> String { said(id).map(label(of:)) ?? id }

  // MARK: Verdicts that stand there

  /// One's own verification of the words of a quotation, with or without the marks around them.
  private func ownVerification(on span: TextSpan) -> Annotation? {
    verifications(on: span).last { isOwn($0) }
  }

  /// The verification that says whether a quotation was said, or keeps a passage beside it: one's own before those
  /// of others; nil when there is none.
  func verdictMark(on quotation: StoryQuotation) -> Annotation? {
    verdictMark(on: quotation.extent)
  }

  /// The same for words.
  func verdictMark(on span: TextSpan) -> Annotation? {
    let marks = verifications(on: span).filter(\.saysWhetherSaid)
    return marks.last { isOwn($0) } ?? marks.last
  }

  /// Verifications whose words are those of a span; quotation marks around them make no difference. Those whose
  /// words have changed are none.
  private func verifications(on span: TextSpan) -> [Annotation] {
    index.entries(in: span).filter { entry in
      let both = entry.span.union(span).count
      return both - min(entry.span.count, span.count) <= Self.marksAround
        && !index.uncertain.contains(entry.id)
    }.compactMap { annotations[$0.id] }.filter { $0.kind == .verification }
  }

  /// A verdict on words that stood here and have changed since; nil when there is none.
  func formerVerdict(on quotation: StoryQuotation) -> String? {
    let mark = index.entries(in: quotation.extent).filter { index.uncertain.contains($0.id) }
      .compactMap { annotations[$0.id] }.last { $0.kind == .verification && $0.saysWhetherSaid }
    guard let mark, let term = mark.terms.first(where: { $0.group == "said" }) else { return nil }
    return
      "\(label(of: term)) · \(mark.creator?.name ?? "someone"), on words that have changed since"
  }

  /// What others say to “was it said?” of the same words: "ben: accurate"; nil when nobody says otherwise.
  private func otherVerdicts(than mark: Annotation, on span: TextSpan) -> String? {
    let term = mark.terms.first { $0.group == "said" }?.unversioned
    let others = verifications(on: span).compactMap { other -> String? in
      guard other.id != mark.id, !other.creator.isSame(as: mark.creator),
        let said = other.terms.first(where: { $0.group == "said" }), said.unversioned != term
      else { return nil }
      return "\(other.creator?.name ?? "someone"): \(label(of: said))"
    }
    return others.isEmpty ? nil : others.joined(separator: ", ")
  }

  /// The marks around a quotation and a comma take so many bytes at most.
  private static let marksAround = 10

  /// "accurate · Ana, 2026-01-02", and what has changed since.
  func told(_ mark: Annotation, of verdict: QuotationVerdict) -> String {
    let term = mark.terms.first { $0.group == "said" }
    let day = (mark.modified ?? mark.created).map { ", \($0.dayText)" } ?? ""
    var parts = [
      term.map(label(of:)) ?? "a passage is kept", (mark.creator?.name ?? "someone") + day,
    ]
    if let change = change(since: mark, verdict) { parts.append(change) }
    if let others = otherVerdicts(than: mark, on: verdict.answer.quotation.extent) {
      parts.append("≠ \(others)")
    }
    return parts.joined(separator: " · ")
  }

  /// What the sources say otherwise now than when a verdict was given; nil when nothing shows that they do.
  private func change(since mark: Annotation, _ verdict: QuotationVerdict) -> String? {
    let outcome = mark.evidence.lazy.compactMap(\.outcome).last
    if let outcome, outcome != verdict.outcome.rawValue, verdict.place == 0 {
      return
        "then \(QuotationOutcome(rawValue: outcome)?.label ?? outcome), now \(verdict.outcome.label)"
    }
    let now = verdict.evidence(readAt: clock())
    let isOther = now.contains { new in
      mark.evidence.contains { $0.url == new.url && $0.digest != nil && $0.digest != new.digest }
    }
    return isOther ? "the source has changed since" : nil
  }

  // MARK: Words

  /// The words in which a filter looks for an answer.
  func searchedText(of answer: QuotationAnswer) -> String {
    let places = answer.matches.prefix(1).map { quotationCheck.place(of: $0) }
    return ([answer.quotation.text, answer.quotation.speaker ?? "", answer.outcome.label] + places)
      .joined(separator: " ")
  }

  /// The keys of an action in the list.
  func quotationHint(for action: Action) -> String { stage.hint(for: action, in: .quotations) }
}

extension Evidence {
  /// Whether it is about the same words of the same source.
  fileprivate func isOfSamePlace(as other: Evidence) -> Bool {
    url == other.url && place?.codePoints == other.place?.codePoints
  }
}

extension Annotation {
  /// Whether it has a verdict on “was it said?”, or keeps a passage that was compared with its words.
  fileprivate var saysWhetherSaid: Bool {
    terms.contains { $0.group == "said" } || evidence.contains { $0.outcome != nil }
  }

  /// Whether verdict, evidence and note are the same, whenever the source was read.
  fileprivate func saysTheSame(as other: Annotation) -> Bool {
    func timeless(_ mark: Annotation) -> [Evidence] {
      mark.evidence.map { evidence in
        var evidence = evidence
        evidence.accessed = nil
        return evidence
      }
    }
    return terms.map(\.unversioned) == other.terms.map(\.unversioned) && note == other.note
      && timeless(self) == timeless(other)
  }
}
