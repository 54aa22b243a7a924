// Putting a person or a place right as such: once for all that it is mentioned in, and for later articles.

import ArticleModel
import Corpus
import Interface
import NewsAnalysis

extension ReaderState {
  // MARK: Who or what it is

  /// A speaker as such; nil when nothing in the article stands for it.
  func member(ofSpeaker number: Int) -> CastMember? {
    guard let analysis, analysis.speakers.indices.contains(number) else { return nil }
    let speaker = analysis.speakers[number]
    let words = speaker.quotations.first.map { analysis.quotations[$0].extent }
    guard let span = speaker.mentions.first ?? words else { return nil }
    // "The mayor" is somebody else in another article.
    return CastMember(
      finding: .speaker, name: speaker.name, span: span, mentions: speaker.mentions,
      isKnownElsewhere: speaker.kind != .unnamed)
  }

  /// A place as such.
  func member(ofPlace number: Int) -> CastMember? {
    guard let analysis, analysis.places.indices.contains(number) else { return nil }
    let place = analysis.places[number]
    let mentions = place.mentions.filter(analysis.locations.indices.contains).map {
      analysis.locations[$0].span
    }
    guard let span = mentions.first else { return nil }
    return CastMember(
      finding: .place, name: place.name, span: span, mentions: mentions, isKnownElsewhere: true)
  }

  /// What the pane that has the keys has selected.
  private var selectedMember: CastMember? {
    guard let pane = focus.pane, let entry = cursor(of: pane) else { return nil }
    return pane.description.member(of: entry, in: self)
  }

  /// Accepts, rejects or corrects the person or place that is selected in its pane.
  mutating func judgeMember(_ action: Action) -> [Effect]? {
    guard [.acceptFinding, .rejectFinding, .correctFinding].contains(action) else { return nil }
    if let reason = readOnlyReason {
      message = .warning(reason)
      return []
    }
    guard let member = selectedMember else {
      message = .warning("Nobody is selected in this pane")
      return []
    }
    switch action {
    case .acceptFinding:
      return say(.accepted, of: member, "accepted \(member.name)")
    case .rejectFinding: return take(.none, for: member)
    default: return openCast(member)
    }
  }

  // MARK: The choice

  /// Opens the choice of what is wrong with a person or a place.
  mutating func openCast(_ member: CastMember) -> [Effect] {
    let (quotations, mentions) = reach(of: member)
    let many = [
      quotations > 0 ? counted(quotations, "quotation") : nil, counted(mentions, "mention"),
    ].compactMap(\.self).joined(separator: ", ")
    let entries = member.finding == .speaker ? speakerSteps(member) : placeSteps(member)
    let scope = scope(of: member)
    var picker = Picker(
      on: stage, title: "\(member.name.shortened(to: 36)) · \(many)",
      purpose: PickerPurpose.cast(member), entries: scope + entries.map { told($0, of: member) })
    picker.cursor = member.isForDesk ? 1 : scope.count
    open(picker)
    return []
  }

  /// A step that says which file it changes besides the marks of the article.
  private func told(_ step: Picker.Entry, of member: CastMember) -> Picker.Entry {
    let splits = step.value as? ReaderChoice == .cast(.split)
    guard member.isForDesk, let authorityPath, !splits else { return step }
    var step = step
    step.explanation += " Also written to \(authorityPath)."
    return step
  }

  private func reach(of member: CastMember) -> (quotations: Int, mentions: Int) {
    let speaker = analysis?.speakers.first { $0.name == member.name }
    let quotations = member.finding == .speaker ? speaker?.quotations.count ?? 0 : 0
    return (quotations, member.mentions.count)
  }

  private func speakerSteps(_ member: CastMember) -> [Picker.Entry] {
    let kind = analysis?.speakers.first { $0.name == member.name }?.kind
    let kinds: [(Correction.SpeakerKind, Character)] = [
      (.person, "p"), (.organisation, "o"), (.outlet, "w"),
    ]
    return [
      step(.rename, "r", "another name …", "it is", "Type the right name."),
      step(.merge, "m", "the same as …", "it is", "Someone else in this list: the two become one."),
    ]
      + kinds.filter { kind != Speaker.Kind($0.0) }.map {
        step(.kind($0.0), $0.1, $0.0.inWords, "it is", "Its name and its quotations stay.")
      } + [
        step(.asPlace, "l", "a place …", "it is", "No speaker; its words name a place."),
        step(.none, "x", "no speaker at all", "it is", "Its quotations stay, without a speaker."),
        step(
          .split, "s", "someone else in one place …", "or", "You choose a mention to split off."),
      ]
  }

  /// The places that have the name of a person or a place, each with the step that it stands for.
  private func knownPlaces(
    _ member: CastMember, current: Place? = nil, _ step: (Correction.Place) -> CastStep
  ) -> [Picker.Entry] {
    placeEntries(member.name, current: current).compactMap { entry in
      guard case .place(let place)? = entry.value as? ReaderChoice else { return nil }
      var entry = entry
      entry.value = ReaderChoice.cast(step(Correction.Place(place)))
      return entry
    }
  }

  private func placeSteps(_ member: CastMember) -> [Picker.Entry] {
    let current = analysis?.places.first { $0.name == member.name }
    return knownPlaces(member, current: current) { .place($0) } + [
      step(.country, "c", "in another country …", "or", "Type the country's two letters."),
      step(.otherPlace, "o", "another place …", "or", "Type its name: Georgia, GE."),
      step(.rename, "r", "another name …", "or", "The place is right, but its name is not."),
      step(.merge, "m", "the same as …", "or", "Another place in this list: the two become one."),
      step(.split, "s", "another place in one place …", "or", "You choose a mention to split off."),
      step(.none, "x", "no place at all", "or", "It leaves the list and the map."),
    ]
  }

  /// Where it counts: the first lines of the choice, so that none of them is out of sight.
  private func scope(of member: CastMember) -> [Picker.Entry] {
    guard authority != nil else { return [] }
    let isHere = step(
      .scope(isForDesk: false), "t", "this article alone", "counts in",
      member.isKnownElsewhere
        ? "Changes only the marks of this article."
        : "In another article, such a description may mean someone else.")
    var choices = [isHere]
    if member.isKnownElsewhere {
      let path = authorityPath ?? "the desk's authority file"
      choices.append(
        step(
          .scope(isForDesk: true), "h", "later articles too", "counts in",
          "Also written to \(path), for all articles of the desk."))
    }
    for index in choices.indices { choices[index].isHeld = (index == 1) == member.isForDesk }
    return choices
  }

  private func step(
    _ step: CastStep, _ key: Character, _ label: String, _ group: String, _ explanation: String
  ) -> Picker.Entry {
    Picker.Entry(
      value: ReaderChoice.cast(step), key: key, label: label, group: group,
      explanation: explanation)
  }

  // MARK: What was chosen

  /// Does what was chosen of a person or a place.
  mutating func take(_ step: CastStep, for member: CastMember) -> [Effect] {
    let name = member.name
    switch step {
    case .rename: return ask(.cast(member, step), text: name)
    case .country, .otherPlace, .splitToOther: return ask(.cast(member, step))
    case .merge: return pickOther(than: member, title: "\(name) is the same as") { .mergeInto($0) }
    case .mergeInto(let other):
      return say(.merged, of: member, name: other, "joined \(name) with \(other)")
    case .split: return pickMention(of: member)
    case .splitOff(let span):
      let words = article.text.string(in: span).quoted
      return pickOther(than: member, title: "\(words) there is", orTyped: .splitToOther(span)) {
        .splitTo(span, $0)
      }
    case .splitTo(let span, let other): return split(span, off: member, to: other)
    case .kind(let kind):
      return say(.corrected, of: member, kind: kind, "\(name) is \(kind.inWords)")
    case .place(let place):
      let country = place.country.map { ", \($0)" } ?? ""
      return say(.corrected, of: member, place: place, "\(name) is \(place.name)\(country)")
    case .asPlace: return pickPlace(insteadOf: member)
    case .isPlace(let place): return take(place, insteadOf: member)
    case .none:
      let what = member.finding == .speaker ? "speaker" : "place"
      return say(.rejected, of: member, "\(name) is not a \(what)")
    case .scope(let isForDesk):
      var other = member
      other.isForDesk = isForDesk
      return openCast(other)
    }
  }

  /// Takes what was typed.
  mutating func take(_ text: String, as step: CastStep, for member: CastMember) -> [Effect] {
    let text = text[...].trimmed
    guard !text.isEmpty else { return [] }
    switch step {
    case .splitToOther(let span): return split(span, off: member, to: text)
    case .country: return moveToCountry(text.uppercased(), member)
    case .otherPlace:
      guard let typed = typedPlace(text) else { return [] }
      return take(.place(Correction.Place(typed.place)), for: member)
    default:
      guard text != member.name else {
        message = Message("That is already its name")
        return []
      }
      return say(.renamed, of: member, name: text, "renamed \(member.name) to \(text)")
    }
  }

  private mutating func moveToCountry(_ code: String, _ member: CastMember) -> [Effect] {
    guard Self.isCountry(code) else {
      message = .warning("A country has two letters, such as GE")
      return []
    }
    let known = PlaceChoice.choices(for: member.name).first { $0.place.country == code }
    let place = known?.place ?? Place(name: member.name, country: code)
    return take(.place(Correction.Place(place)), for: member)
  }

  /// Opens the list of the others of the cast.
  private mutating func pickOther(
    than member: CastMember, title: String, orTyped typed: CastStep? = nil,
    _ step: (String) -> CastStep
  ) -> [Effect] {
    let names =
      member.finding == .speaker
      ? (findings?.speakerOrder ?? []).compactMap { analysis?.speakers[$0].name }
      : (findings?.placeOrder ?? []).compactMap { analysis?.places[$0].name }
    let others = names.filter { $0 != member.name }
    guard !others.isEmpty || typed != nil else {
      message = .warning("Galley found nothing else that it could be")
      return []
    }
    let keys = Array(Self.freeKeys)
    var entries = others.enumerated().map { number, name in
      self.step(step(name), number < keys.count ? keys[number] : "·", name, "found", "")
    }
    if let typed {
      entries.append(self.step(typed, "o", "someone or something else …", "or", "Type the name."))
    }
    open(
      Picker(on: stage, title: title, purpose: PickerPurpose.cast(member), entries: entries))
    return []
  }

  /// Opens the list of the mentions, each with the words around it.
  private mutating func pickMention(of member: CastMember) -> [Effect] {
    guard member.mentions.count > 1 else {
      message = .warning("\(member.name) is mentioned once; give it another name instead")
      return []
    }
    let keys = Array(Self.freeKeys)
    let entries = member.mentions.enumerated().map { number, span in
      step(
        .splitOff(span), number < keys.count ? keys[number] : "·",
        article.text.string(in: span).onOneLine, "mentions", surroundings(of: span))
    }
    var picker = Picker(
      on: stage, title: "who is not \(member.name)", purpose: PickerPurpose.cast(member),
      entries: entries)
    picker.cursor = member.mentions.firstIndex { $0.contains(caret) } ?? 0
    open(picker)
    return []
  }

  /// The sentence of some words, cut to what tells them from others.
  private func surroundings(of span: TextSpan) -> String {
    let sentence = sentence(at: span.start) ?? span
    let before = article.text.string(in: TextSpan(sentence.start, max(sentence.start, span.start)))
    let after = article.text.string(in: TextSpan(span.end, max(span.end, sentence.end)))
    let words = article.text.string(in: span)
    return "…\(before.suffix(40))[\(words)]\(after.prefix(60))".onOneLine
  }

  // MARK: A place that was taken for a speaker

  /// Opens the choice of which place it is; a name that the gazetteer does not know is a place of that name.
  private mutating func pickPlace(insteadOf member: CastMember) -> [Effect] {
    let known = knownPlaces(member) { .isPlace($0) }
    guard !known.isEmpty else {
      return take(Correction.Place(Place(name: member.name)), insteadOf: member)
    }
    let title = "which place is \(member.name.quoted.shortened(to: 40))"
    open(
      Picker(on: stage, title: title, purpose: PickerPurpose.cast(member), entries: known))
    return []
  }

  /// Says that a speaker is none, and that its words name a place, as one step that undo takes back.
  private mutating func take(
    _ place: Correction.Place, insteadOf member: CastMember
  ) -> [Effect] {
    let isNone = Correction(
      .rejected, member.finding, of: member.name, isForDesk: member.isForDesk)
    let isThere = Correction(.corrected, .location, place: place)
    let named = member.mentions.first { article.text.string(in: $0).onOneLine == member.name }
    let edits = [
      Edit.insert(castMark(isNone, at: [member.span])),
      Edit.insert(castMark(isThere, at: [named ?? member.span])),
    ]
    let country = place.country.map { ", \($0)" } ?? ""
    return apply(Change("\(member.name) is a place: \(place.name)\(country)", edits))
  }

  // MARK: Recording

  private mutating func say(
    _ decision: Correction.Decision, of member: CastMember, name: String? = nil,
    kind: Correction.SpeakerKind? = nil, place: Correction.Place? = nil, _ summary: String
  ) -> [Effect] {
    recordCast(
      Correction(
        decision, member.finding, of: member.name, name: name, kind: kind, place: place,
        isForDesk: member.isForDesk), at: [member.span], summary)
  }

  private mutating func split(
    _ span: TextSpan, off member: CastMember, to name: String
  ) -> [Effect] {
    var place: Correction.Place?
    if member.finding == .place {
      let known = analysis?.places.first { $0.name == name }
      guard let found = known ?? typedPlace(name)?.place else { return [] }
      place = Correction.Place(found)
    }
    let says = Correction(
      .split, member.finding, of: member.name, name: place == nil ? name : nil, place: place)
    let words = article.text.string(in: span).quoted
    return recordCast(says, at: [span], "\(words) there is \(place?.name ?? name)")
  }

  /// Records what a reader says of a person or a place as such.
  mutating func recordCast(
    _ says: Correction, at spans: [TextSpan], _ summary: String
  ) -> [Effect] {
    let mark = castMark(says, at: spans)
    let effects = apply(Change(summary, [.insert(mark)]))
    selectMember(says.name ?? says.place?.name ?? says.subject)
    return effects
  }

  private mutating func castMark(_ says: Correction, at spans: [TextSpan]) -> Annotation {
    var mark = Annotation(
      id: identifiers.annotationID(), kind: .correction,
      targets: spans.map { target(of: .passage($0)) }, creator: author, created: clock())
    mark.correction = says
    mark.status = .done
    anchors[mark.id] = spans.map { anchor(of: .passage($0)) }
    return mark
  }

  /// Keeps the pane on whoever was put right, wherever it stands in the list now.
  private mutating func selectMember(_ name: String?) {
    guard let pane = focus.pane, let name else { return }
    let entries = 0..<entryCount(of: pane)
    let same = entries.first { pane.description.member(of: $0, in: self)?.name == name }
    if let same {
      panes.cursors[pane] = same
    } else if let cursor = panes.cursors[pane], cursor >= entries.upperBound {
      panes.cursors[pane] = max(entries.upperBound - 1, 0)
    }
  }
}
