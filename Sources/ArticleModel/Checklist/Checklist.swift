// A checklist that a desk defines: what has to be done for each article, and for each claim in it.

/// A list of things to be ticked.
public struct Checklist: Hashable, Sendable, Identifiable {
  /// The list's id in sidecar files: `news-report`.
  public let id: String
  /// Its name for people.
  public let label: String
  /// Its version, which ticks record.
  public let version: String
  /// Its items, in the order in which they are shown.
  public let items: [Item]

  /// What an item is ticked for.
  public enum Scope: String, CaseIterable, Sendable { case article, claim }

  /// One thing to be done.
  public struct Item: Hashable, Sendable, Identifiable {
    /// The item's id within its list: `right-of-reply`.
    public let id: String
    /// What is to be done, in a few words.
    public let label: String
    /// What that means; empty when nothing is to be said.
    public let explanation: String
    /// Whether it is ticked once for the article, or for each claim.
    public let scope: Scope

    /// Makes an item.
    public init(id: String, label: String, explanation: String = "", scope: Scope = .article) {
      (self.id, self.label, self.explanation, self.scope) = (id, label, explanation, scope)
    }
  }

  /// Makes a list.
  public init(id: String, label: String, version: String, items: [Item]) {
    (self.id, self.label, self.version, self.items) = (id, label, version, items)
  }

  /// The items that are ticked for the article, or for each claim.
  public func items(for scope: Scope) -> [Item] { items.filter { $0.scope == scope } }
}
