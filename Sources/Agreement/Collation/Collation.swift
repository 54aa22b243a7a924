// Several people marked the same article: what they agree on, and where one has to be decided for.

import ArticleModel

/// The marks of several people on one article, case by case.
package struct Collation: Sendable {
  /// One person's mark in a case.
  package struct Version: Sendable {
    /// Whose it is: an index into `annotators`.
    package let annotator: Int
    /// The mark.
    package let annotation: Annotation
    /// Where its first words stand; nil for the whole article, and for words that are gone.
    package let span: TextSpan?
    /// What there is to doubt about its places; nil when they are sure.
    package let doubt: String?
  }

  /// Marks that are about the same thing: one of each person at most.
  package struct Case: Sendable {
    /// The marks, in the order of the annotators.
    package internal(set) var versions: [Version]

    /// From the first word that somebody marked to the last one; nil for the whole article.
    package var extent: TextSpan? {
      let spans = versions.compactMap(\.span)
      guard let first = spans.first else { return nil }
      return spans.reduce(first) { $0.union($1) }
    }

    /// The version of a person; nil when that person did not mark this.
    package func version(of annotator: Int) -> Version? {
      versions.first { $0.annotator == annotator }
    }
  }

  /// What tells the versions of a case apart.
  package enum Difference: Hashable, Sendable {
    /// Some did not mark it: their indices.
    case missing([Int])
    /// The marked words are not the same, or those of one have changed since.
    case words
    /// The terms or tags are not the same, or what was put right is put right otherwise.
    case terms
  }

  /// The article.
  package let article: Article
  /// The names of the people.
  package let annotators: [String]
  /// The sidecars' file names, in the order of the people.
  package let sidecars: [String]
  /// The people of whom it is known that they said what their share holds, also of marks that others made.
  private let people: [String?]
  /// The reviews that disagree with marks, by mark, each with whose it is.
  private let disputes: [AnnotationID: [(annotator: Int, review: Annotation)]]
  /// The replies to marks.
  private let replies: [AnnotationID: [(annotator: Int, reply: Annotation)]]
  /// The marks that stand in each person's sidecar, whoever made them.
  private let held: [Set<AnnotationID>]
  /// All cases, in the order of the text; those of the whole article first.
  package let cases: [Case]

  /// Why sidecars cannot be compared.
  package enum Problem: Error, Hashable, Sendable, CustomStringConvertible {
    case fewerThanTwo
    case articleMissing(String)
    case differentArticles(String, String)

    /// What is wrong, and what to do.
    package var description: String {
      switch self {
      case .fewerThanTwo: "a comparison needs two sidecars of one article"
      case .articleMissing(let path): "\(path): its article is not there"
      case .differentArticles(let one, let other):
        "\(one) and \(other) are two articles; compare sidecars of one"
      }
    }
  }

  /// Lays sidecars of one article side by side.
  package init(_ sidecars: [SidecarMarks]) throws(Problem) {
    guard let first = sidecars.first, sidecars.count > 1 else { throw .fewerThanTwo }
    for sidecar in sidecars {
      guard let text = sidecar.article else { throw .articleMissing(sidecar.sidecarPath) }
      let digest = first.article.map { Digest(of: $0.text) }
      if sidecar.articleName != first.articleName, Digest(of: text.text) != digest {
        throw .differentArticles(first.articleName, sidecar.articleName)
      }
    }
    guard let article = first.article else { throw .articleMissing(first.sidecarPath) }
    self.article = article
    annotators = SidecarMarks.annotators(of: sidecars)
    people = sidecars.map(\.person)
    self.sidecars = sidecars.map {
      $0.sidecarPath.split(separator: "/").last.map(String.init) ?? ""
    }
    held = sidecars.map(\.held)
    var disputes: [AnnotationID: [(annotator: Int, review: Annotation)]] = [:]
    var replies: [AnnotationID: [(annotator: Int, reply: Annotation)]] = [:]
    for (annotator, sidecar) in sidecars.enumerated() {
      for review in Judgements.latest(in: sidecar.reviews) where review.judgement == .disputes {
        if let mark = review.repliesTo { disputes[mark, default: []].append((annotator, review)) }
      }
      for reply in sidecar.marks where reply.kind == .reply {
        if let mark = reply.repliesTo { replies[mark, default: []].append((annotator, reply)) }
      }
    }
    (self.disputes, self.replies) = (disputes, replies)
    cases = CaseMatching(sidecars).cases
  }

  /// What tells the versions of a case apart; empty when everybody agrees.
  package func differences(in item: Case) -> [Difference] {
    var differences: [Difference] = []
    let missing = annotators.indices.filter { item.version(of: $0) == nil }
    if !missing.isEmpty { differences.append(.missing(missing)) }
    let isInDoubt = item.versions.contains { $0.doubt != nil }
    // What is said of somebody as such may stand on any mention.
    let isOfCast = item.versions.allSatisfy { $0.annotation.correction?.isOfCast ?? false }
    let areOtherWords = !isOfCast && Set(item.versions.map(\.span)).count > 1
    if isInDoubt || areOtherWords { differences.append(.words) }
    if Set(item.versions.map { $0.annotation.statements }).count > 1 { differences.append(.terms) }
    return differences
  }

  /// Whether a person says in a review that a mark of the case is wrong.
  package func isDisputed(_ item: Case, by annotator: Int) -> Bool {
    item.versions.contains { version in
      disputes[version.annotation.id]?.contains { $0.annotator == annotator } ?? false
    }
  }

  /// Whether a mark of the case stands in a person's sidecar, as in one that went to them and came back.
  package func isHeld(_ item: Case, by annotator: Int) -> Bool {
    item.versions.contains { held[annotator].contains($0.annotation.id) }
  }

  /// What a person replied to the marks of a case.
  package func replies(to item: Case, by annotator: Int) -> [Annotation] {
    item.versions.map(\.annotation.id).uniqued().flatMap { replies[$0] ?? [] }
      .filter { $0.annotator == annotator }.map(\.reply)
  }

  /// Whether everybody marked the same words with the same terms, and nobody disagrees in a review.
  package func isAgreed(_ item: Case) -> Bool {
    differences(in: item).isEmpty && !annotators.indices.contains { isDisputed(item, by: $0) }
  }

  /// Whether a version is the mark of somebody else, with which its person agrees in a review.
  package func isAgreement(_ version: Version) -> Bool {
    guard let person = people[version.annotator], let maker = version.annotation.creator else {
      return false
    }
    return person != maker.name
  }

  /// The marks of a case as the sources of a decision.
  func sources(
    of item: Case, titled title: (Annotation) -> String
  ) -> [AdjudicationRecord.Source] {
    let marks = item.versions.map { version in
      let maker = version.annotation.creator
      let person = people[version.annotator]
      let isMaker = person == nil || person == maker?.name
      return AdjudicationRecord.Source(
        id: version.annotation.id, sidecar: sidecars[version.annotator],
        creator: isMaker ? maker : person.map { Creator(name: $0) },
        words: version.annotation.targets.first?.passage?.exact,
        said: title(version.annotation))
    }
    return marks + objections(to: item)
  }

  /// The reviews that disagree with marks of a case, as sources of a decision.
  private func objections(to item: Case) -> [AdjudicationRecord.Source] {
    item.versions.map(\.annotation.id).uniqued().flatMap { disputes[$0] ?? [] }.map { dispute in
      let note = dispute.review.note.isEmpty ? "" : ": \(dispute.review.note)"
      return AdjudicationRecord.Source(
        id: dispute.review.id, sidecar: sidecars[dispute.annotator],
        creator: dispute.review.creator, said: "disagrees\(note)")
    }
  }
}

extension Annotation {
  /// What it says apart from words and notes: terms and tags, or how a finding is put right.
  var statements: Set<String> {
    Set(terms.map(\.description) + tags + (correction.map { $0.statements(targets) } ?? []))
  }
}

extension Correction {
  /// What it decides, in a form that can be compared.
  fileprivate func statements(_ targets: [AnnotationTarget]) -> [String] {
    let speaker =
      switch speaker {
      case .named(let name): "speaker \(name.lowercased())"
      case .nobody: "no speaker"
      case nil: "the speaker stands"
      }
    let place = place.map { "place \($0.name.lowercased()) \($0.country ?? "")" } ?? "no place"
    let words = isOfCast ? [] : targets.dropFirst().compactMap { $0.passage?.exact }
    return [
      decision.rawValue, speaker, place, "name \(name?.lowercased() ?? "")",
      speakerKind?.rawValue ?? "any kind",
    ] + words.map { "words \($0)" }
  }
}
