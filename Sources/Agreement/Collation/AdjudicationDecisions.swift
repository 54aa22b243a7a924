// Decisions as changes of the sidecar that they are kept in.

import ArticleModel

/// What is decided about a case.
package enum AdjudicationChoice: Hashable, Sendable {
  /// The mark of one person is taken.
  case take(Int)
  /// All marks are kept.
  case keepAll
  /// A further mark takes the place of all: with these terms and this note, on the words of a person.
  case replace(with: [TermReference], note: String, wordsOf: Int)
  /// None is taken.
  case leaveOut
}

extension Collation {
  /// What the marks of the result say about a case: the ids of the marks that were decided for it, and
  /// what was decided; nil while nothing is.
  package func decision(on item: Case, in result: [Annotation]) -> AdjudicationRecord? {
    let ids = Set(item.versions.map(\.annotation.id))
    return result.lazy.compactMap(\.adjudication).first { decision in
      decision.sources.contains { ids.contains($0.id) }
    }
  }

  /// The marks of the result that were decided for a case: none, one, or all that were kept.
  package func decided(on item: Case, in result: [Annotation]) -> [Annotation] {
    let ids = Set(item.versions.map(\.annotation.id))
    return result.filter { mark in
      mark.adjudication?.sources.contains { ids.contains($0.id) } ?? false
    }
  }

  /// The person whose mark a decision took; nil when it took none, or not one alone.
  package func annotatorTaken(on item: Case, in result: [Annotation]) -> Int? {
    guard let mark = decided(on: item, in: result).first, mark.adjudication?.choice == .taken
    else { return nil }
    return item.versions.first { $0.annotation.id == mark.id }?.annotator
  }

  /// The change that puts all cases on which everybody agrees into the result, and takes out those on which
  /// somebody has come to differ since; nil when there are none.
  package func agreement(
    missingIn result: [Annotation], titled title: (Annotation) -> String = { $0.kind.rawValue }
  ) -> Change? {
    let open = cases.filter { isAgreed($0) && decision(on: $0, in: result) == nil }
    let edits = open.compactMap { item -> Edit? in
      guard var mark = item.versions.first?.annotation.copied else { return nil }
      mark.adjudication = AdjudicationRecord(
        .agreed, of: sources(of: item, titled: title), by: nil, at: nil)
      return .insert(mark)
    }
    let outdated = cases.filter { !isAgreed($0) }.flatMap { decided(on: $0, in: result) }
      .filter { $0.adjudication?.choice == .agreed }
    if edits.isEmpty, outdated.isEmpty { return nil }
    let parts =
      (edits.isEmpty ? [] : ["took over \(counted(edits.count, "mark")) \(agreedByWhom(open))"])
      + (outdated.isEmpty
        ? [] : ["took out \(counted(outdated.count, "mark")) on which people differ now"])
    return Change(parts.joined(separator: ", "), outdated.map(Edit.remove) + edits)
  }

  /// "that everybody made", or where somebody agrees with what others made "that Ben agrees with".
  private func agreedByWhom(_ cases: [Case]) -> String {
    let shared = cases.count { $0.versions.contains { isAgreement($0) } }
    if shared == 0 { return "that everybody made" }
    if shared < cases.count { return "on which all agree" }
    let agreeing = cases.flatMap { item in
      item.versions.filter { isAgreement($0) }.map { annotators[$0.annotator] }
    }.uniqued()
    return agreeing.count == 1 ? "that \(agreeing[0]) agrees with" : "on which all agree"
  }

  /// The change that decides a case; an earlier decision about it gives way. Where that was somebody else's,
  /// a record of it stays on the new one.
  /// - Parameter title: what a mark says in a few words, for the record of what was compared.
  package func deciding(
    _ item: Case, _ choice: AdjudicationChoice, in result: [Annotation], by creator: Creator?,
    at now: Timestamp, naming id: AnnotationID,
    titled title: (Annotation) -> String = { $0.kind.rawValue }
  ) -> Change {
    let earlier = decided(on: item, in: result)
    let record = AdjudicationRecord(
      choice.recorded, of: sources(of: item, titled: title), by: creator, at: now)
    var marks = self.marks(for: item, choice, record, naming: id)
    let others = earlier.filter { mark in
      mark.adjudication?.by.map { !$0.isSame(as: creator) } ?? false
    }
    for index in marks.indices.prefix(1) {
      marks[index].revisions += others.map { Revision(of: $0, by: creator, at: now) }
    }
    return Change(summary(of: choice), earlier.map(Edit.remove) + marks.map(Edit.insert))
  }

  private func marks(
    for item: Case, _ choice: AdjudicationChoice, _ record: AdjudicationRecord,
    naming id: AnnotationID
  ) -> [Annotation] {
    func decided(_ mark: Annotation) -> Annotation {
      var mark = mark
      mark.adjudication = record
      return mark
    }
    switch choice {
    case .take(let annotator):
      return item.version(of: annotator).map { [decided($0.annotation.copied)] } ?? []
    case .keepAll: return item.versions.map { decided($0.annotation.copied) }
    case .replace(let terms, let note, let annotator):
      guard let model = item.version(of: annotator) ?? item.versions.first else { return [] }
      var mark = Annotation(
        id: id, kind: model.annotation.kind, targets: model.annotation.targets, creator: record.by,
        created: record.at)
      (mark.terms, mark.note) = (terms, note)
      mark.evidence = evidence(for: terms, on: item, after: model.annotation)
      return [decided(mark)]
    case .leaveOut:
      guard let first = item.versions.first?.annotation, let now = record.at else { return [] }
      var review = Annotation(id: id, reviewing: first, .disputes, by: record.by, at: now)
      // The words say what was set aside, also where the mark itself is not.
      review.targets = first.targets
      return [decided(review)]
    }
  }

  /// The evidence under another verdict: that of those who gave the same one, else that of the mark whose
  /// words it takes, without what speaks against it.
  private func evidence(
    for terms: [TermReference], on item: Case, after model: Annotation
  ) -> [Evidence] {
    let same = item.versions.map(\.annotation).filter { !Set($0.terms).isDisjoint(with: terms) }
    let against: Evidence.Stance? =
      switch terms.first(where: { $0.isVerdict && $0.group == "truth" })?.term {
      case "supported": .refutes
      case "refuted": .supports
      default: nil
      }
    let evidence = (same.isEmpty ? [model] : same).flatMap(\.evidence).uniqued()
    return evidence.filter { against == nil || $0.stance != against }
  }

  private func summary(of choice: AdjudicationChoice) -> String {
    switch choice {
    case .take(let annotator): "took the mark of \(annotators[annotator])"
    case .keepAll: "kept all marks"
    case .replace: "wrote another mark"
    case .leaveOut: "took none of them"
    }
  }
}

extension AdjudicationChoice {
  /// What the record of a decision calls it.
  fileprivate var recorded: AdjudicationRecord.Choice {
    switch self {
    case .take: .taken
    case .keepAll: .kept
    case .replace: .replaced
    case .leaveOut: .leftOut
    }
  }
}

extension Annotation {
  /// The same mark for another sidecar.
  fileprivate var copied: Annotation {
    var copy = Annotation(id: id, kind: kind, targets: targets, creator: creator, created: created)
    (copy.terms, copy.note, copy.evidence, copy.tags) = (terms, note, evidence, tags)
    (copy.status, copy.voice, copy.claim, copy.correction) = (status, voice, claim, correction)
    (copy.confidence, copy.isPrivate, copy.modified) = (confidence, isPrivate, modified)
    return copy
  }
}
