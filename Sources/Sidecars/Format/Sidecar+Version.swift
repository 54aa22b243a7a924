// The version of the format that a sidecar says it has: the lowest that has every member in it.

import ArticleModel
import LosslessJSON

extension Sidecar {
  /// The version that has records of confirmations, and an article's language and extractor.
  static let laterVersion = "1.1"

  /// The header as it should be, with the version raised where a mark has a member that the version of
  /// the file does not have; nil when it is as it was read.
  var raisedHeader: JSONObject? {
    guard gainsDescription || gainsConfirmation, var header = newHeader ?? header else {
      return newHeader
    }
    let minor = header["galley:formatVersion"]?.string?.split(separator: ".").last
    if let minor = minor.flatMap({ Int($0) }), minor >= 1 { return newHeader }
    header["galley:formatVersion"] = .string(Self.laterVersion)
    return header
  }

  /// Whether the description of the article has members of the later version that it did not have.
  private var gainsDescription: Bool { about.needsLaterVersion && about != originalAbout }

  /// Whether a mark has a record of a confirmation that it did not have in the file.
  private var gainsConfirmation: Bool {
    let confirmed = annotations.filter { !$0.confirmations.isEmpty }
    guard !confirmed.isEmpty else { return false }
    let before = Dictionary(
      items.compactMap(\.annotation).map { ($0.id, $0.confirmations) }
    ) { first, _ in first }
    return confirmed.contains { $0.confirmations != before[$0.id] }
  }
}
