// Correcting a finding: which one it is, what was missed, and places at one place of the text.

import ArticleModel
import Corpus
import Interface
import NewsAnalysis

extension ReaderState {
  /// Opens the choice of what is wrong with what is here. With words selected, it is what the program missed
  /// in them, or the right words of the quotation that they touch.
  mutating func correct() -> [Effect] {
    if let reason = readOnlyReason {
      message = .warning(reason)
      return []
    }
    if let span = selectedSpan { return correctSelection(span) }
    if let finding = currentFinding {
      if finding.kind == .quotation {
        openQuotation(QuotationDraft(finding: finding, isMissed: false))
      } else {
        openPlaces(of: finding)
      }
    } else if let speaker = speakerAtCaret, let member = member(ofSpeaker: speaker) {
      return openCast(member)
    } else {
      message = .warning(
        isUnaided
          ? "What was found is \(whyHidden)"
          : "Nothing was found here · select words to add what was missed")
    }
    return []
  }

  // MARK: What was missed

  private mutating func correctSelection(_ span: TextSpan) -> [Effect] {
    clearSelection()
    let touched = (findings?.quotations.values(overlapping: span) ?? [])
      .compactMap { analysis?.quotations[$0] }.first
    var entries = [
      Picker.Entry(
        value: ReaderChoice.missed(.quotation), key: "q", label: "a quotation", group: "it is",
        explanation: "Someone’s words that Galley did not find."),
      Picker.Entry(
        value: ReaderChoice.missed(.speaker), key: "p", label: "a person or an organisation",
        group: "it is", explanation: "Found wherever these words occur in the article."),
      Picker.Entry(
        value: ReaderChoice.missed(.location), key: "l", label: "a place", group: "it is",
        explanation: "It joins the map and the list of places."),
    ]
    if let touched {
      let finding = FindingReference(kind: .quotation, span: touched.extent)
      let draft = QuotationDraft(finding: finding, isMissed: false, parts: [span])
      entries.append(
        Picker.Entry(
          value: ReaderChoice.draft(draft), key: "b", label: "all the words of the quotation here",
          group: "or", explanation: "The quotation here begins and ends with the selection."))
    }
    let words = article.text.string(in: span).quoted.shortened(to: 40)
    open(
      Picker(
        on: stage, title: "what is \(words)", purpose: PickerPurpose.missed(span),
        entries: entries))
    return []
  }

  /// Adds a finding that the program missed.
  mutating func addMissed(_ finding: Correction.Finding, at span: TextSpan) -> [Effect] {
    switch finding {
    case .quotation:
      openQuotation(
        QuotationDraft(finding: FindingReference(kind: .quotation, span: span), isMissed: true))
    case .location, .place: openPlaces(of: FindingReference(kind: .location, span: span))
    case .speaker:
      return ask(.missedSpeaker(span), text: article.text.string(in: span).onOneLine)
    case .claim: return addClaim(span)
    }
    return []
  }

  /// Adds somebody whom the program missed; a name that is known joins the words to its bearer.
  mutating func addMissedSpeaker(_ name: String, at span: TextSpan) -> [Effect] {
    let name = name[...].trimmed
    guard !name.isEmpty else { return [] }
    var says = Correction(.corrected, .speaker)
    says.name = name
    let kind = analysis?.speakers.first { $0.name == name }?.kind
    if kind == nil { says.speakerKind = .person }
    return recordCast(says, at: [span], "added \(name)")
  }

  // MARK: Places

  /// Opens the choice of which place some words name.
  mutating func openPlaces(of finding: FindingReference) {
    let name = article.text.string(in: finding.span)
    let here = findings?.locations.shortest(at: finding.span.start)
    let current = here.flatMap { number in
      analysis.map { $0.places[$0.locations[number].place] }
    }
    var entries = placeEntries(name, current: current)
    entries.append(
      Picker.Entry(
        value: ReaderChoice.boundaries, key: "b", label: "begins or ends elsewhere …", group: "or",
        explanation: "Change the selection, then Enter."))
    if let place = here,
      let member = analysis.flatMap({ member(ofPlace: $0.locations[place].place) })
    {
      entries.append(
        Picker.Entry(
          value: ReaderChoice.member(member), key: "w", label: "wherever it is named …",
          group: "or", explanation: "Correct the place everywhere, in later articles, too."))
    }
    open(
      Picker(
        on: stage, title: "which place is \(name.quoted.shortened(to: 40))",
        purpose: PickerPurpose.correct(finding), entries: entries))
  }

  /// The places that a name may mean, and a place that is typed.
  /// - Parameter current: the place that it is taken for now, which is held.
  func placeEntries(_ name: String, current: Place? = nil) -> [Picker.Entry] {
    let choices = PlaceChoice.choices(for: name)
    let labels = PlaceLabels(choices, known: analysis?.places ?? []).all
    let known = zip(Self.freeKeys, zip(choices, labels)).map { key, choice in
      var entry = Picker.Entry(
        value: ReaderChoice.place(choice.0.place), key: key, label: choice.1, group: "may be",
        explanation: choice.0.place.note ?? "")
      entry.isHeld = current.map { choice.0.place.isSamePlace(as: $0) } ?? false
      return entry
    }
    return known + [
      Picker.Entry(
        value: ReaderChoice.otherPlace, key: "o", label: "another place …", group: "or",
        explanation: "Type its name, and its country after a comma: Georgia, GE.")
    ]
  }

  /// Letters and digits without those of the other entries.
  static let freeKeys = "123456789adefgijkluvyz"

  /// Corrects a place as it was chosen in the picker.
  mutating func correct(_ finding: FindingReference, to value: ReaderChoice) -> [Effect] {
    switch value {
    case .place(let place):
      return record(
        Correction(.corrected, .location, place: Correction.Place(place)), of: finding)
    case .otherPlace: return ask(.place(finding))
    case .boundaries:
      focus = .article
      select(finding.span)
      purpose = .correct(finding)
      message = Message("Move the ends of the selection, then press Enter; Esc cancels")
      return []
    default: return []
    }
  }

  /// Takes the name of a place that was typed, "Georgia" or "Georgia, GE"; asks when several have it.
  mutating func correctPlace(_ text: String, of finding: FindingReference) -> [Effect] {
    guard let typed = typedPlace(text) else { return [] }
    if typed.isAmbiguous {
      open(
        Picker(
          on: stage, title: "which \(typed.place.name)", purpose: PickerPurpose.correct(finding),
          entries: placeEntries(typed.place.name)))
      return []
    }
    return correct(finding, to: .place(typed.place))
  }

  /// The place that was typed, and whether several have the name; nil, and a message, when it is none.
  mutating func typedPlace(_ text: String) -> (place: Place, isAmbiguous: Bool)? {
    let parts = text.split(separator: ",", maxSplits: 1).map(\.trimmed)
    guard let name = parts.first, !name.isEmpty else { return nil }
    let country = parts.count > 1 ? parts[1].uppercased() : nil
    guard country.map(Self.isCountry) ?? true else {
      message = .warning("A country has two letters after the comma, such as GE")
      return nil
    }
    let choices = PlaceChoice.choices(for: name).filter {
      country == nil || $0.place.country == country
    }
    return (choices.first?.place ?? Place(name: name, country: country), choices.count > 1)
  }

  /// Whether a text has the form of a country's code.
  static func isCountry(_ code: String) -> Bool {
    code.count == 2 && code.allSatisfy { $0.isASCII && $0.isLetter }
  }
}

extension Place {
  /// Whether it lies where another one does.
  fileprivate func isSamePlace(as other: Place) -> Bool {
    guard country == other.country, let point = coordinate, let there = other.coordinate else {
      return country == other.country && coordinate == other.coordinate
    }
    return abs(point.latitude - there.latitude) < 0.02
      && abs(point.longitude - there.longitude) < 0.02
  }
}

extension Correction.Place {
  init(_ place: Place) {
    self.init(
      name: place.name, country: place.country, latitude: place.coordinate?.latitude,
      longitude: place.coordinate?.longitude)
  }
}
