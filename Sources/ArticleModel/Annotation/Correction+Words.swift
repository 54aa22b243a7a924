// What a correction says, in a sentence that a reader would say. Lists of corrections print it.

extension Annotation {
  /// What somebody put right: “Ines Vogt says “40 ships are waiting””; nil when it is no correction.
  package var correctionInWords: String? {
    guard let correction else { return nil }
    let found = Self.words(of: targets.prefix(1))
    let right = Self.words(of: targets.dropFirst())
    if correction.finding == .location { return correction.ofPlace(found: found, right: right) }
    if correction.finding == .quotation {
      return correction.ofQuotation(found: found, right: right)
    }
    let isOne = correction.decision == .rejected ? "is no" : "is a"
    return "\(right.isEmpty ? found : right) \(isOne) \(correction.finding.rawValue)"
  }

  /// The words of some targets in quotation marks, on one line.
  private static func words(of targets: ArraySlice<AnnotationTarget>) -> String {
    let words = targets.compactMap(\.passage?.exact).joined(separator: " … ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty || words.first == "“" ? words : "“\(words)”"
  }
}

extension Correction {
  fileprivate func ofQuotation(found: String, right: String) -> String {
    let words = right.isEmpty ? found : "\(right), not \(found)"
    switch (decision, speaker) {
    case (.accepted, _): return "\(found) is a quotation, as it was found"
    case (.rejected, _): return "\(found) is no quotation"
    case (.corrected, .named(let name)): return "\(name) says \(words)"
    case (.corrected, .nobody): return "the article does not say who says \(words)"
    case (.corrected, nil):
      return right.isEmpty ? "\(found) is a quotation" : "the quotation is \(words)"
    }
  }

  fileprivate func ofPlace(found: String, right: String) -> String {
    switch (decision, place) {
    case (.accepted, _): return "\(found) is the place that was found"
    case (.rejected, _): return "\(found) is no place here"
    case (.corrected, let place?):
      let name = [place.name, place.country].compactMap(\.self).joined(separator: ", ")
      return "\(right.isEmpty ? found : right) means \(name)"
    case (.corrected, nil):
      return right.isEmpty ? "\(found) is a place" : "the place is \(right), not \(found)"
    }
  }
}
