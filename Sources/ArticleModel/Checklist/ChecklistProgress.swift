// How far a checklist is for an article: which items are ticked, by whom, and how many are left.

/// The ticks of one checklist in one sidecar.
public struct ChecklistProgress: Sendable {
  /// The list.
  public let list: Checklist
  /// The claims, each once.
  public let claims: [ChecklistClaim]
  /// Whether the claims are all those of the article, and not those alone that somebody marked.
  private let hasAllClaims: Bool
  private let ticks: [AnnotationID?: [Annotation]]

  /// Takes stock of a list among the annotations of an article.
  /// - Parameter claims: the claims of the article; nil for those that somebody marked.
  public init(
    of list: Checklist, in annotations: [Annotation], claims: [ChecklistClaim]? = nil
  ) {
    self.list = list
    self.claims = claims ?? ChecklistClaim.marked(in: annotations)
    hasAllClaims = claims != nil
    let own = annotations.filter { $0.kind == .tick && $0.terms.contains { $0.pack == list.id } }
    ticks = Dictionary(grouping: own, by: \.repliesTo)
  }

  /// The ticks of an item, for a claim or with nil for the article, the earliest first.
  public func ticks(of item: Checklist.Item, for claim: AnnotationID?) -> [Annotation] {
    (ticks[claim] ?? []).filter { $0.ticks(item, of: list) }
      .sorted { $0.created.placeInTime < $1.created.placeInTime }
  }

  /// The ticks of an item for a claim, whichever of its marks they hang on, the earliest first.
  public func ticks(of item: Checklist.Item, for claim: ChecklistClaim) -> [Annotation] {
    claim.marks.flatMap { ticks(of: item, for: $0) }
      .sorted { $0.created.placeInTime < $1.created.placeInTime }
  }

  /// Whether anything is ticked.
  public var isBegun: Bool { !ticks.isEmpty }

  /// How many ticks there are.
  public var tickCount: Int { ticks.values.reduce(0) { $0 + $1.count } }

  /// How many items are ticked of those there are, for a claim or with nil for the article.
  public func count(for claim: ChecklistClaim?) -> (done: Int, all: Int) {
    let items = list.items(for: claim == nil ? .article : .claim)
    let done = items.count { item in
      !(claim.map { ticks(of: item, for: $0) } ?? ticks(of: item, for: nil)).isEmpty
    }
    return (done, items.count)
  }

  /// How many claims have all their items ticked.
  public var claimsDone: Int {
    claims.count { claim in
      if claim.isLost { return false }
      let count = count(for: claim)
      return count.done == count.all
    }
  }

  /// In words: "checklist news report: 5 of 8 ticked, 2 of 3 claims complete"; of the claims that somebody
  /// marked, "2 of 3 marked claims complete".
  public var summary: String {
    var parts: [String] = []
    let article = count(for: nil)
    if article.all > 0 { parts.append("\(article.done) of \(article.all) ticked") }
    let claimCount = claims.count { !$0.isLost }
    if !list.items(for: .claim).isEmpty, claimCount > 0 {
      let claims = counted(claimCount, hasAllClaims ? "claim" : "marked claim")
      parts.append("\(claimsDone) of \(claims) complete")
    }
    return "checklist \(list.label): " + parts.joined(separator: ", ")
  }
}

extension [Checklist] {
  /// How far the lists are of which something is ticked in an article.
  public func begun(in annotations: [Annotation]) -> [ChecklistProgress] {
    guard annotations.contains(where: { $0.kind == .tick }) else { return [] }
    return map { ChecklistProgress(of: $0, in: annotations) }.filter(\.isBegun)
  }
}

extension Annotation {
  /// Who ticked, and when: "Ana, 2026-01-02".
  public var tickedBy: String {
    [creator?.name, created?.dayText].compactMap(\.self).joined(separator: ", ")
  }
}
