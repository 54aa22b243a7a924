// What the program found, under the reader's control: accept, reject or correct it. The caret stays until the
// reader goes on.

import ArticleModel
import Corpus
import Interface
import NewsAnalysis

extension ReaderState {
  /// Performs what judges a finding; nil for other actions.
  mutating func judge(_ action: Action) -> [Effect]? {
    if focus.pane?.description.findingKind.map({ $0 == .speaker || $0 == .place }) == true {
      return judgeMember(action)
    }
    switch action {
    case .acceptFinding:
      if let mark = currentAnnotation,
        index.uncertain.contains(mark.id) || otherVersion(of: mark) != nil
      {
        return readOnlyReason == nil ? confirmPlace(mark) : withFinding { _, _ in [] }
      }
      return withFinding { $0.record(Correction(.accepted, $1.kind), of: $1) }
    case .rejectFinding:
      return withFinding { $0.record(Correction(.rejected, $1.kind), of: $1) }
    case .correctFinding: return correct()
    default: return nil
    }
  }

  mutating func withFinding(
    _ body: (inout ReaderState, FindingReference) -> [Effect]
  ) -> [Effect] {
    if let reason = readOnlyReason {
      message = .warning(reason)
      return []
    }
    guard let finding = currentFinding else {
      message = .warning(
        isUnaided ? "What was found is \(whyHidden)" : "There is no quotation and no place here")
      return []
    }
    return body(&self, finding)
  }

  /// The finding that keys work on: the one selected in a pane, or the one under the caret; where both a
  /// quotation and a place are, the kind that was jumped to last.
  var currentFinding: FindingReference? {
    if let pane = focus.pane?.description, pane.findingKind != nil { return pane.finding(in: self) }
    let quotation = quotationFinding
    return lastJump?.kind == .location ? locationFinding ?? quotation : quotation ?? locationFinding
  }

  private var quotationFinding: FindingReference? {
    quotationAtCaret.flatMap { analysis?.quotations[$0] }.map {
      FindingReference(kind: .quotation, span: $0.extent)
    }
  }

  /// The mention of a place under the caret.
  var locationFinding: FindingReference? {
    locationAtCaret.flatMap { analysis?.locations[$0] }.map {
      FindingReference(kind: .location, span: $0.span)
    }
  }

  // MARK: Recording

  /// Records what the reader says of a finding.
  mutating func record(
    _ correction: Correction, of finding: FindingReference, parts: [TextSpan] = []
  ) -> [Effect] {
    var correction = correction
    correction.subject = nameFound(by: correction, at: finding)
    let verb = self.verb(of: correction)
    let effects: [Effect]
    let earlier = self.correction(of: finding).flatMap { annotations[$0] }
    if let earlier, isOwn(earlier) {
      effects = revise(earlier.id, correction, parts: parts, verb)
    } else if let earlier {
      effects = correct(beside: earlier, correction, parts: parts, verb)
    } else {
      let spans = [finding.span] + parts
      var annotation = Annotation(
        id: identifiers.annotationID(), kind: .correction,
        targets: spans.map { target(of: .passage($0)) }, creator: author, created: clock())
      annotation.correction = correction
      annotation.status = .done
      anchors[annotation.id] = spans.map { anchor(of: .passage($0)) }
      let summary =
        speaker(of: correction).map { "\($0) says \(name(of: finding))" }
        ?? "\(verb) \(name(of: finding))"
      effects = apply(Change(summary, [.insert(annotation)]))
    }
    lastJump = Jump(
      kind: finding.kind == .quotation ? .quotation : .location, isBackward: false)
    return effects
  }

  /// Who was taken for the speaker, or which place for the one that is named, where a correction says that
  /// it is another; nil where nobody was.
  private func nameFound(by correction: Correction, at finding: FindingReference) -> String? {
    let found: String?
    switch finding.kind {
    case .quotation where correction.speaker != nil:
      let quotation = analysis?.quotations.first { $0.extent == finding.span }
      found = quotation?.speaker.flatMap { name(ofSpeaker: $0) }
      if let found, correction.speaker == .named(found) { return nil }
    case .location where correction.place != nil:
      let place = analysis?.locations.first { $0.span == finding.span }
        .flatMap { analysis?.places[$0.place] }
      if place.map(Correction.Place.init) == correction.place { return nil }
      found = place.map { [$0.name, $0.country].compactMap(\.self).joined(separator: ", ") }
    default: return nil
    }
    return found
  }

  /// A finding has one correction: a later word on it takes the place of the earlier one, and what it does
  /// not speak of stays.
  private mutating func revise(
    _ id: AnnotationID, _ correction: Correction, parts: [TextSpan], _ verb: String
  ) -> [Effect] {
    let targets = parts.map { target(of: .passage($0)) }
    let places = parts.map { anchor(of: .passage($0)) }
    return edit(id, verb) { annotation, anchors in
      var new = correction
      if correction.decision == .corrected {
        new.speaker = correction.speaker ?? annotation.correction?.speaker
        new.place = correction.place ?? annotation.correction?.place
      }
      if annotation.correction?.isOtherwise == true { new.subject = annotation.correction?.subject }
      annotation.correction = new
      if !parts.isEmpty {
        annotation.targets = Array(annotation.targets.prefix(1)) + targets
        anchors = Array(anchors.prefix(1)) + places
      }
    }
  }

  /// A colleague's correction stays as it is; the reader's own, which was made later, stands beside it and
  /// counts.
  private mutating func correct(
    beside earlier: Annotation, _ correction: Correction, parts: [TextSpan], _ verb: String
  ) -> [Effect] {
    var own = Annotation(
      id: identifiers.annotationID(), kind: .correction, targets: earlier.targets, creator: author,
      created: clock())
    var places = anchors[earlier.id] ?? []
    own.correction = correction
    if correction.decision == .corrected {
      own.correction?.speaker = correction.speaker ?? earlier.correction?.speaker
      own.correction?.place = correction.place ?? earlier.correction?.place
    }
    if !parts.isEmpty {
      own.targets = Array(own.targets.prefix(1)) + parts.map { target(of: .passage($0)) }
      places = Array(places.prefix(1)) + parts.map { anchor(of: .passage($0)) }
    }
    own.status = .done
    anchors[own.id] = places
    return apply(Change("\(verb), beside \(named(earlier))", [.insert(own)]))
  }

  /// The correction that a finding has gone through; nil when nobody said anything of it.
  func correction(of finding: FindingReference) -> AnnotationID? {
    guard let analysis, let corrected else { return nil }
    switch finding.kind {
    case .quotation:
      let number = analysis.quotations.firstIndex { $0.extent == finding.span }
      return number.flatMap { corrected.quotationCorrections[$0] }
    case .location:
      let number = analysis.locations.firstIndex { $0.span == finding.span }
      let known = number.flatMap { corrected.locationCorrections[$0] }
      // What was said of the place as such is another matter.
      return known.flatMap { annotations[$0]?.correction?.finding == .location ? $0 : nil }
    case .claim, .speaker, .place: return nil
    }
  }

  private func speaker(of correction: Correction) -> String? {
    switch correction.speaker {
    case .named(let name): name
    case .nobody: "nobody named"
    case nil: nil
    }
  }

  private func verb(of correction: Correction) -> String {
    switch correction.decision {
    case .accepted: "accepted"
    case .rejected: "rejected"
    case .corrected, .renamed, .merged, .split: "corrected"
    }
  }

  private func name(of finding: FindingReference) -> String {
    article.text.string(in: finding.span).quoted.shortened(to: 40)
  }

  /// The next quotation behind a place that nobody has judged.
  func nextOpenQuotation(after place: ByteOffset) -> Quotation? {
    guard let analysis else { return nil }
    for (number, quotation) in analysis.quotations.enumerated()
    where quotation.extent.start > place {
      if corrected?.quotationCorrections[number] == nil { return quotation }
    }
    return nil
  }

  // MARK: What holds now

  /// Applies the corrections to what the program found, when either has changed.
  mutating func applyCorrections(isNewlyFound: Bool = false) {
    guard let found else { return }
    if isUnaided {
      (findings, corrected, appliedCorrections) = (found.sentencesAlone, nil, [])
      appliedAuthority = Authority()
      updateRows()
      return
    }
    let corrections = annotations.annotations.filter { $0.correction != nil }
    let known = authority?.without(corrections) ?? Authority()
    if !isNewlyFound, corrections == appliedCorrections, known == appliedAuthority { return }
    (appliedCorrections, appliedAuthority) = (corrections, known)
    guard !corrections.isEmpty || !known.entries.isEmpty else {
      (findings, corrected) = (found, nil)
      updateRows()
      return
    }
    let result = CorrectedAnalysis(
      found.analysis, known, annotations: corrections, anchors: anchors, text: article.text)
    corrected = result
    findings = Findings(result.analysis)
    updateRows()
  }
}

extension Correction {
  /// Whether it says that somebody else speaks, or that another place is meant.
  fileprivate var isOtherwise: Bool { speaker != nil || place != nil }
}
