// What differs between two sets of annotations, in words.

import ArticleModel

/// The differences between two sidecars of one article.
public struct SidecarDifference: Sendable {
  /// One annotation that is not the same in both.
  public enum Entry: Hashable, Sendable {
    /// The second one alone has it.
    case added(Annotation)
    /// The first one alone has it.
    case removed(Annotation)
    /// Both have it, with these differences.
    case changed(Annotation, [Detail])

    /// The annotation, as the second one has it where it does.
    public var annotation: Annotation {
      switch self {
      case .added(let annotation), .removed(let annotation), .changed(let annotation, _): annotation
      }
    }
  }

  /// One respect in which two versions differ.
  public struct Detail: Hashable, Sendable, CustomStringConvertible {
    /// In what: `status`, `note`.
    public let name: String
    /// What the first one says; empty for nothing.
    public let old: String
    /// What the second one says.
    public let new: String

    /// `status: open → done`.
    public var description: String {
      "\(name): \(old.isEmpty ? "nothing" : old) → \(new.isEmpty ? "nothing" : new)"
    }
  }

  /// What differs, in the order of the second sidecar; what it lacks comes last.
  public let entries: [Entry]

  /// Compares two lists of annotations.
  public init(from old: [Annotation], to new: [Annotation]) {
    let before = Dictionary(old.map { ($0.id, $0) }) { first, _ in first }
    let after = Set(new.map(\.id))
    let present = new.compactMap { annotation -> Entry? in
      guard let earlier = before[annotation.id] else { return .added(annotation) }
      let details = Self.details(earlier, annotation)
      return details.isEmpty ? nil : .changed(annotation, details)
    }
    entries = present + old.filter { !after.contains($0.id) }.map(Entry.removed)
  }

  private static func details(_ old: Annotation, _ new: Annotation) -> [Detail] {
    var details: [Detail] = []
    func compare(_ name: String, _ value: (Annotation) -> String) {
      let (old, new) = (value(old), value(new))
      if old != new { details.append(Detail(name: name, old: old, new: new)) }
    }
    compare("kind") { $0.kind.rawValue }
    compare("terms") { $0.terms.map(\.term).joined(separator: ", ") }
    compare("status") { $0.status.label }
    compare("note") { $0.note }
    compare("tags") { $0.tags.joined(separator: ", ") }
    compare("evidence") { $0.evidence.map(\.summary).joined(separator: ", ") }
    compare("voice") { $0.voice ?? "" }
    compare("claim") { $0.claim.restated ?? "" }
    compare("claimant") { $0.claim.claimant ?? "" }
    compare("as of") { $0.claim.asOf?.description ?? "" }
    compare("confidence") { $0.confidence.map { "\($0)" } ?? "" }
    compare("words") {
      $0.targets.map { $0.passage?.exact ?? "the article" }.joined(separator: " · ")
    }
    compare("confirmed words") {
      $0.targets.compactMap { $0.passage?.confirmed }.joined(separator: " · ")
    }
    compare("place") { $0.targets.map { $0.passage?.place ?? "" }.joined(separator: ", ") }
    compare("private") { $0.isPrivate ? "yes" : "no" }
    compare("assigned to") { $0.assignee?.name ?? "" }
    compare("edited by") { $0.revisions.map { $0.by?.name ?? "someone" }.joined(separator: ", ") }
    return details
  }
}

extension Evidence {
  fileprivate var summary: String { addressOrName + (stance.map { " (\($0.rawValue))" } ?? "") }
}

extension Passage {
  fileprivate var place: String {
    position.map { "\($0.start.value)–\($0.end.value)" } ?? ""
  }
}
