// The version of the format that a sidecar says it has: the lowest that has every member in it.

import ArticleModel
import LosslessJSON

extension Sidecar {
  /// The version that has records of confirmations and of evidence, ticks, and an article's language and
  /// extractor.
  static let laterVersion = "1.1"

  /// The header as it should be, with the version raised where a mark has a member that the version of
  /// the file does not have; nil when it is as it was read.
  var raisedHeader: JSONObject? {
    guard gainsDescription || gainsMembers, var header = newHeader ?? header else {
      return newHeader
    }
    let minor = header["galley:formatVersion"]?.string?.split(separator: ".").last
    if let minor = minor.flatMap({ Int($0) }), minor >= 1 { return newHeader }
    header["galley:formatVersion"] = .string(Self.laterVersion)
    return header
  }

  /// Whether the description of the article has members of the later version that it did not have.
  private var gainsDescription: Bool { about.needsLaterVersion && about != originalAbout }

  /// Whether a mark has members of the later version that it did not have in the file.
  private var gainsMembers: Bool {
    let later = annotations.filter { !LaterMembers($0).isEmpty }
    guard !later.isEmpty else { return false }
    let before = Dictionary(
      items.compactMap(\.annotation).map { ($0.id, LaterMembers($0)) }
    ) { first, _ in first }
    return later.contains { LaterMembers($0) != before[$0.id] }
  }
}

/// What a mark says in members that the first version does not have.
private struct LaterMembers: Equatable {
  let confirmations: [Confirmation]
  let assignee: Creator?
  let revisions: [Revision]
  let answeredMark: AnsweredMark?
  let evidence: [Evidence]
  let isTick: Bool
  let foreign: [ForeignRecord]
  /// The marks that were compared, where it is kept what they said.
  let compared: [AdjudicationRecord.Source]

  init(_ annotation: Annotation) {
    confirmations = annotation.confirmations
    assignee = annotation.assignee
    revisions = annotation.revisions
    answeredMark = annotation.answeredMark
    evidence = annotation.evidence.filter(\.needsLaterVersion)
    isTick = annotation.kind == .tick
    foreign = annotation.foreign
    compared = annotation.adjudication?.sources.filter { $0.words != nil || $0.said != nil } ?? []
  }

  var isEmpty: Bool {
    confirmations.isEmpty && assignee == nil && revisions.isEmpty && answeredMark == nil
      && evidence.isEmpty && !isTick && foreign.isEmpty && compared.isEmpty
  }
}
