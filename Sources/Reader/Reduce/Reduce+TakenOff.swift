// Claims that are none: taken off the list, and put back.

import ArticleModel
import Corpus
import Interface
import NewsAnalysis

extension ReaderState {
  /// Takes a claim off the list: one's own verification with all that it says, and the sentence that the
  /// analysis found, in one step. What others verified stays on the list.
  mutating func takeOff(_ claim: CheckableClaim) -> [Effect] {
    let own = claim.marks.map(\.annotation).filter {
      $0.creator.isSame(as: author) && annotations[$0.id] != nil
    }
    let others = claim.marks.filter { mark in !own.contains { $0.id == mark.annotation.id } }
      .map { $0.name ?? "someone" }.uniqued()
    guard others.isEmpty || !own.isEmpty else {
      let names = others.joined(separator: " and ")
      message = .warning(
        "\(names) verified this claim, so it stays · \(hint(for: .setStatus)) gives your own verdict"
      )
      return []
    }
    let sentences = others.isEmpty ? sentences(of: claim) : []
    var edits = own.map(Edit.remove)
    for sentence in sentences { edits.append(.insert(correction(.rejected, of: sentence))) }
    let entry = panes.cursors[.claims]
    let effects = apply(
      Change("removed from the claims: \(claim.words.quoted.shortened(to: 40))", edits))
    if let entry { panes.cursors[.claims] = min(entry, max(claims.list.claims.count - 1, 0)) }
    keepClaimShown()
    message = Message(whatStays(others, own, isSentenceOff: !sentences.isEmpty))
    return effects
  }

  private func whatStays(_ others: [String], _ own: [Annotation], isSentenceOff: Bool) -> String {
    let undo = hint(for: .undo)
    if !others.isEmpty {
      let names = others.joined(separator: " and ")
      return "your verification is removed; the claim stays with that of \(names) · \(undo) undoes"
    }
    if own.contains(where: { !$0.note.isEmpty || !$0.evidence.isEmpty || !$0.terms.isEmpty }) {
      return "removed from the list, with what you recorded · \(undo) undoes"
    }
    let narrow = isSentenceOff ? ", \(claimHint(for: .narrow)) lists what is off" : ""
    return "off the list · \(undo) restores it\(narrow)"
  }

  /// The sentences that the analysis found and that would be listed without a claim's marks: itself, when
  /// it has none, else those that no other mark keeps from being listed.
  private func sentences(of claim: CheckableClaim) -> [TextSpan] {
    guard let span = claim.span else { return [] }
    if claim.marks.isEmpty { return [span] }
    let found = findings?.foundClaims.spans(overlapping: span) ?? []
    return found.filter { sentence in
      claims.places.indices(overlapping: sentence).allSatisfy { claims.claim($0)?.span == span }
    }
  }

  private mutating func correction(_ decision: Correction.Decision, of sentence: TextSpan)
    -> Annotation
  {
    var annotation = Annotation(
      id: identifiers.annotationID(), kind: .correction,
      targets: [target(of: .passage(sentence))], creator: author, created: clock())
    annotation.correction = Correction(decision, .claim)
    annotation.status = .done
    anchors[annotation.id] = [anchor(of: .passage(sentence))]
    return annotation
  }

  // MARK: Putting back

  /// The sentences that somebody took off the list, in the order of the text.
  var takenOff: [TextSpan] {
    let found = isUnaided ? [] : self.found?.analysis.claims ?? []
    let listed = Set((analysis?.claims ?? []).map(\.span))
    return found.map(\.span).filter { !listed.contains($0) }
  }

  /// Offers the sentences that are off the list.
  mutating func pickTakenOff() -> [Effect] {
    let keys = "123456789abcdefghijklmnopqrstuvwxyz"
    let entries = zip(keys, takenOff).map { key, span in
      Picker.Entry(
        value: ReaderChoice.takenOff(span), key: key,
        label: article.text.string(in: span).onOneLine.shortened(to: 60), group: "off the list",
        explanation: "\(whoTookOff(span)) took it off; choose it to restore it.")
    }
    open(
      Picker(
        on: stage, title: "restored a claim", purpose: PickerPurpose.narrow(.claims),
        entries: entries))
    return []
  }

  private func whoTookOff(_ sentence: TextSpan) -> String {
    rejections(of: sentence).last?.creator?.name ?? "Someone"
  }

  private func rejections(of sentence: TextSpan) -> [Annotation] {
    annotations.annotations.filter { annotation in
      annotation.correction?.finding == .claim && annotation.correction?.decision == .rejected
        && anchors[annotation.id]?.first?.span?.overlaps(sentence) == true
    }
  }

  /// Puts a sentence back on the list: one's own rejections go, those of others are answered.
  mutating func putBack(_ sentence: TextSpan) -> [Effect] {
    let rejections = rejections(of: sentence)
    let own = rejections.filter { $0.creator.isSame(as: author) }
    var edits = own.map(Edit.remove)
    if own.count < rejections.count { edits.append(.insert(correction(.accepted, of: sentence))) }
    let words = article.text.string(in: sentence).quoted.shortened(to: 40)
    let effects = apply(Change("restored to the list of claims: \(words)", edits))
    if let entry = claims.places.indices(overlapping: sentence).first {
      let told = message
      select(entry: entry, of: .claims)
      message = told
    }
    return effects
  }
}
