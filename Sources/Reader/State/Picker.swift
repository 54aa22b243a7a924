// A list to choose from by letter: terms of a taxonomy, a status, a verdict, a stance.

import ArticleModel
import NewsAnalysis

/// A choice among entries that each have a letter.
public struct Picker: Hashable, Sendable {
  /// What is done with the entry that is chosen.
  public enum Purpose: Hashable, Sendable {
    /// A new mark of that kind is made with it.
    case mark(AnnotationKind, MarkSubject)
    /// It is set on an annotation.
    case set(AnnotationID)
    /// It says which way the evidence speaks.
    case stance(url: String, Prompt.EvidenceSubject)
    /// It is shown in the browser.
    case openAddress
    /// It is the pack to choose a term from.
    case pack(MarkSubject)
    /// It is a sidecar whose marks are taken over.
    case takeOver
    /// It says how a finding of the program should be.
    case correct(FindingReference)
    /// It says what is done with the marks of a review.
    case review
  }

  /// What an entry stands for.
  public enum Value: Hashable, Sendable {
    case term(TermReference)
    /// A mark of the kind without a term yet.
    case noTerm
    case status(AnnotationStatus)
    case stance(Evidence.Stance)
    case pack(String)
    case address(String)
    /// The sidecar at that path.
    case stray(String)
    /// None of the others.
    case nothing
    /// Somebody of this name says the quotation.
    case speaker(String)
    /// Somebody says it whose name is typed.
    case otherSpeaker
    /// The article does not say who.
    case nobody
    /// This place is meant.
    case place(Place)
    /// A place is meant whose name is typed.
    case otherPlace
    /// The finding begins or ends elsewhere.
    case boundaries
    /// Another finding is to be corrected.
    case finding(FindingReference)
    case order(ReviewOrder)
    case grouping(ReviewGrouping)
    /// The mark of a person, by index.
    case version(Int)
    case allVersions, anotherVersion, noVersion
  }

  /// One entry.
  public struct Entry: Hashable, Sendable {
    /// What it stands for.
    public var value: Value
    /// The letter that picks it.
    public var key: Character
    /// Its name.
    public var label: String
    /// The group that it is shown under.
    public var group: String
    /// What it means.
    public var explanation: String
  }

  /// The heading.
  public var title: String
  /// What is done with the entry that is chosen.
  public var purpose: Purpose
  /// All entries, in their fixed order.
  public var entries: [Entry]
  /// Index into `shown`.
  public var cursor = 0
  /// The values that hold now; choosing one of them takes it back.
  public var held: Set<Value> = []
  /// What the entries are filtered by; nil while letters pick.
  public var filter: EditableText?

  /// The entries that pass the filter.
  public var shown: [Entry] {
    guard let filter, !filter.isEmpty else { return entries }
    let words = filter.text.lowercased().split(separator: " ")
    return entries.filter { entry in
      let text = "\(entry.group) \(entry.label) \(entry.explanation)".lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }

  /// The entry under the cursor; nil when the filter lets none through.
  public var current: Entry? {
    let shown = self.shown
    return shown.indices.contains(cursor) ? shown[cursor] : nil
  }
}
