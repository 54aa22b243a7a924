// What a correction says, in words that a reader would use. Lists of corrections print it; what was decided
// comes first, since long quotations are cut at their end.

extension Annotation {
  /// What somebody put right: “Ines Vogt says “40 ships are waiting””; nil when it is no correction.
  package var correctionInWords: String? {
    guard let correction else { return nil }
    let found = Self.words(of: targets.prefix(1))
    let right = Self.words(of: targets.dropFirst())
    if correction.isOfCast { return correction.ofCast }
    if correction.finding == .location { return correction.ofPlace(found: found, right: right) }
    if correction.finding == .quotation {
      return correction.ofQuotation(found: found, right: right)
    }
    let verdict = correction.decision == .rejected ? "not a" : "a"
    return "\(verdict) \(correction.finding.rawValue): \(right.isEmpty ? found : right)"
  }

  /// The same for reports, which have room: what was found comes first, then what it is and is not:
  /// “speaker of “40 ships are waiting”: Ines Vogt, not the harbour office”.
  package var correctionInFull: String? {
    guard let correction else { return nil }
    let found = Self.words(of: targets.prefix(1))
    let right = Self.words(of: targets.dropFirst())
    return correction.inFull(found: found, right: right) ?? correctionInWords
  }

  /// The words of some targets in quotation marks, on one line.
  private static func words(of targets: ArraySlice<AnnotationTarget>) -> String {
    let words = targets.compactMap(\.passage?.exact).joined(separator: " … ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty || words.first == "“" ? words : "“\(words)”"
  }
}

extension Correction {
  /// Nil for what can be said no other way than in short.
  fileprivate func inFull(found: String, right: String) -> String? {
    let other = subject.map { ", not \($0)" } ?? ""
    let words = right.isEmpty ? [] : ["its words: \(right)"]
    switch (finding, decision) {
    case (.quotation, .corrected):
      let who: String
      switch speaker {
      case .named(let name): who = name
      case .nobody: who = "no named person"
      case nil: return nil
      }
      return (["speaker of \(found): \(who)\(other)"] + words).joined(separator: "; ")
    case (.location, .corrected):
      guard let place else { return nil }
      let name = [place.name, place.country].compactMap(\.self).joined(separator: ", ")
      return (["place of \(found): \(name)\(other)"] + words).joined(separator: "; ")
    case (.speaker, .split), (.place, .split):
      return "\(found) here: \(name ?? place?.name ?? "another")\(other)"
    default: return nil
    }
  }

  fileprivate func ofQuotation(found: String, right: String) -> String {
    let words = right.isEmpty ? found : "\(right), not \(found)"
    switch (decision, speaker) {
    case (.accepted, _): return "a quotation, as it was found: \(found)"
    case (.rejected, _): return "not a quotation: \(found)"
    case (.corrected, .named(let name)): return "\(name) says \(words)"
    case (.corrected, .nobody): return "the article does not name who says \(words)"
    default:
      return right.isEmpty ? "a quotation that was missed: \(found)" : "the quotation is \(words)"
    }
  }

  fileprivate func ofPlace(found: String, right: String) -> String {
    switch (decision, place) {
    case (.accepted, _): return "the right place: \(found)"
    case (.rejected, _): return "not a place: \(found)"
    case (.corrected, let place?):
      let name = [place.name, place.country].compactMap(\.self).joined(separator: ", ")
      return "\(right.isEmpty ? found : right) means \(name)"
    default:
      return right.isEmpty
        ? "a place that was missed: \(found)" : "the place is \(right), not \(found)"
    }
  }

  /// What is said of a person or a place as such: "Vogt is Ines Vogt".
  fileprivate var ofCast: String {
    let name = subject ?? ""
    switch decision {
    case .accepted: return "\(name) is right as it was found"
    case .rejected: return "\(name) is not a \(finding.rawValue)"
    case .split: return "not \(name) but \(self.name ?? place?.name ?? "another")"
    case .renamed, .merged: return "\(name) is \(self.name ?? "another")"
    case .corrected:
      let what =
        place.map { [$0.name, $0.country].compactMap(\.self).joined(separator: ", ") }
        ?? (subject == nil ? self.name : speakerKind?.inWords)
      return "\(name.isEmpty ? "missed" : name) is \(what ?? "another")"
    }
  }
}

extension Correction.SpeakerKind {
  /// "a person".
  package var inWords: String {
    switch self {
    case .person: "a person"
    case .organisation: "an organisation"
    case .outlet: "a news outlet"
    case .unnamed: "an unnamed person"
    }
  }
}
