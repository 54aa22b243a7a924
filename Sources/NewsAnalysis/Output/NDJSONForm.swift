// What a filter is asked for: where the text of a line is, and what is written of it.

import ArticleModel
import LosslessJSON

/// How lines of the filter are read and answered.
public struct NDJSONForm: Sendable {
  /// What can be written in place of nested records: a line for each of them.
  public enum Rows: String, CaseIterable, Sendable {
    /// Quotations, those within others included.
    case quotations
    /// Mentions of places.
    case places
    /// Claims.
    case claims
  }

  /// The version of the records. It grows when a member is added, changes its type or goes.
  public static let version = 2

  /// The member that has the text.
  public var textField = "text"
  /// Whether the other members of a line come back with its answer.
  public var keepsMembers = false
  /// Which sentences are claims.
  public var claims = ClaimListing.likely
  /// What is written a line each; nil for a record for each article.
  public var rows: Rows?

  /// `id` and `text` in, a record out.
  public init() {}

  /// The members that every answer has, so that none of a line may be called so.
  var names: Set<String> { rows.map(AnalysisEncoder.names(ofRow:)) ?? AnalysisEncoder.names }
}

/// What the members of a line that are not Galley's become in its answer.
struct KeptMembers: Equatable {
  /// The members as JSON writes them, each with its name.
  private(set) var members: [[UInt8]] = []
  private var taken: Set<String>

  /// None yet, beside the members of an answer.
  init(beside names: Set<String> = []) { taken = names }

  /// Adds a member; its name gets `kept_` in front when the answer has a member of that name.
  mutating func add(_ name: String, _ value: some Collection<UInt8>) {
    var free = name
    while taken.contains(free) { free = "kept_" + free }
    taken.insert(free)
    var member: [UInt8] = []
    JSONString.write(free, to: &member)
    member.append(UInt8(ascii: ":"))
    members.append(member + value)
  }
}

extension JSONWriter {
  /// Writes the members that were kept.
  mutating func kept(_ kept: KeptMembers) {
    for member in kept.members { verbatim(member) }
  }
}
