// Correcting a finding: another speaker, another place, other boundaries – or one that was missed.

import ArticleModel
import Corpus
import Interface
import NewsAnalysis

extension ReaderState {
  /// Opens the choice of what is wrong. With words selected, these are the right boundaries of the
  /// quotation that they touch, or a quotation that the program missed.
  mutating func correct() -> [Effect] {
    if let reason = readOnlyReason {
      message = .warning(reason)
      return []
    }
    if let span = selectedSpan { return correctSelection(span) }
    guard let finding = currentFinding else {
      message = .warning("There is no quotation and no place here · select the words of one first")
      return []
    }
    openCorrections(of: finding)
    return []
  }

  private mutating func correctSelection(_ span: TextSpan) -> [Effect] {
    clearSelection()
    let touched = (findings?.quotations.values(overlapping: span) ?? [])
      .compactMap { analysis?.quotations[$0] }.first
    if let touched {
      let finding = FindingReference(kind: .quotation, span: touched.extent)
      return record(Correction(.corrected, .quotation), of: finding, parts: [span])
    }
    openCorrections(of: FindingReference(kind: .quotation, span: span))
    return []
  }

  private mutating func openCorrections(of finding: FindingReference) {
    let words = article.text.string(in: finding.span).quoted.shortened(to: 40)
    let (title, entries) =
      finding.kind == .quotation
      ? ("who says \(words)", speakerEntries(finding))
      : (
        "which place is \(words)",
        placeEntries(finding, name: article.text.string(in: finding.span))
      )
    open(Picker(on: stage, title: title, purpose: PickerPurpose.correct(finding), entries: entries))
  }

  // MARK: Speakers

  private func speakerEntries(_ finding: FindingReference) -> [Picker.Entry] {
    let speakers = (findings?.speakerOrder ?? []).compactMap { analysis?.speakers[$0] }
    let known = zip(Self.freeKeys, speakers).map { key, speaker in
      Picker.Entry(
        value: ReaderChoice.speaker(speaker.name), key: key, label: speaker.name, group: "found",
        explanation: speaker.aliases.joined(separator: " · "))
    }
    var others = [
      Picker.Entry(
        value: ReaderChoice.otherSpeaker, key: "o", label: "somebody else …", group: "or",
        explanation: "Type the name."),
      Picker.Entry(
        value: ReaderChoice.nobody, key: "n", label: "nobody named", group: "or",
        explanation: "The article does not say who."),
      Self.boundaries,
    ]
    if let location = locationAtCaret.flatMap({ analysis?.locations[$0] }) {
      let name = article.text.string(in: location.span)
      others.append(
        Picker.Entry(
          value: ReaderChoice.finding(FindingReference(kind: .location, span: location.span)),
          key: "p",
          label: "the place \(name) …", group: "or", explanation: "Correct the place instead."))
    }
    return known + others
  }

  /// Letters and digits without those of the other entries.
  private static let freeKeys = "123456789acdefghijklmqrstuvwxyz"

  private static let boundaries = Picker.Entry(
    value: ReaderChoice.boundaries, key: "b", label: "begins or ends elsewhere …", group: "or",
    explanation: "Change the selection, then Enter.")

  // MARK: Places

  private func placeEntries(_ finding: FindingReference, name: String) -> [Picker.Entry] {
    let choices = PlaceChoice.choices(for: name)
    let known = zip(Self.freeKeys, choices).map { key, choice in
      Picker.Entry(
        value: ReaderChoice.place(choice.place), key: key, label: label(of: choice),
        group: "may be",
        explanation: choice.place.note ?? "")
    }
    return known + [
      Picker.Entry(
        value: ReaderChoice.otherPlace, key: "o", label: "another place …", group: "or",
        explanation: "Type its name, and its country after a comma: Georgia, GE."),
      Self.boundaries,
    ]
  }

  private func label(of choice: PlaceChoice) -> String {
    let country = choice.place.country ?? "no country"
    guard let point = choice.place.coordinate else { return "\(choice.kind) · \(country)" }
    func degrees(_ value: Double, _ positive: String, _ negative: String) -> String {
      "\(abs(Int(value.rounded())))° \(value < 0 ? negative : positive)"
    }
    let place = degrees(point.latitude, "N", "S") + " " + degrees(point.longitude, "E", "W")
    return "\(choice.kind) · \(country) · \(place)"
  }

  // MARK: What was chosen

  /// Corrects a finding as it was chosen in the picker.
  mutating func correct(_ finding: FindingReference, to value: ReaderChoice) -> [Effect] {
    switch value {
    case .speaker(let name):
      return record(Correction(.corrected, .quotation, speaker: .named(name)), of: finding)
    case .nobody:
      return record(Correction(.corrected, .quotation, speaker: .nobody), of: finding)
    case .otherSpeaker: return ask(.speaker(finding))
    case .place(let place):
      return record(
        Correction(.corrected, .location, place: Correction.Place(place)), of: finding)
    case .otherPlace: return ask(.place(finding))
    case .finding(let other):
      openCorrections(of: other)
      return []
    case .boundaries:
      focus = .article
      select(finding.span)
      purpose = .correct(finding)
      message = Message("Move the ends of the selection, then Enter; Esc leaves it as it was")
      return []
    default: return []
    }
  }

  /// Takes the name of a speaker that was typed.
  mutating func correctSpeaker(_ name: String, of finding: FindingReference) -> [Effect] {
    let name = name[...].trimmed
    if name.isEmpty { return [] }
    return record(Correction(.corrected, .quotation, speaker: .named(name)), of: finding)
  }

  /// Takes the name of a place that was typed, "Georgia" or "Georgia, GE"; asks when several have it.
  mutating func correctPlace(_ text: String, of finding: FindingReference) -> [Effect] {
    let parts = text.split(separator: ",", maxSplits: 1).map(\.trimmed)
    guard let name = parts.first, !name.isEmpty else { return [] }
    let country = parts.count > 1 ? parts[1].uppercased() : nil
    guard country?.count ?? 2 == 2, country?.allSatisfy({ $0.isASCII && $0.isLetter }) ?? true
    else {
      message = .warning("A country has two letters after the comma, such as GE")
      return []
    }
    let choices = PlaceChoice.choices(for: name).filter {
      country == nil || $0.place.country == country
    }
    if choices.count > 1 {
      open(
        Picker(
          on: stage, title: "which \(name)", purpose: PickerPurpose.correct(finding),
          entries: placeEntries(finding, name: name)))
      return []
    }
    let place = choices.first?.place ?? Place(name: name, country: country)
    return correct(finding, to: .place(place))
  }
}

extension Correction.Place {
  fileprivate init(_ place: Place) {
    self.init(
      name: place.name, country: place.country, latitude: place.coordinate?.latitude,
      longitude: place.coordinate?.longitude)
  }
}
