// Who speaks, while corrections are applied: persons are renamed, joined, taken apart, and told from bodies.

import ArticleModel

/// The speakers of an analysis while corrections are applied to them. They keep their numbers until the end,
/// because quotations and mentions point at them.
struct CorrectedCast {
  private let text: ArticleText
  private let extent: TextSpan
  private(set) var speakers: [Speaker]
  /// Element i: who speaker i is now; nil when that is nobody.
  private var owners: [Int?]
  /// Element i: the correction that speaker i has gone through.
  private(set) var corrections: [AnnotationID?]
  /// The mentions that were split off, with whom they belong to.
  private(set) var moved: [(span: TextSpan, owner: Int)] = []
  /// Those whose name a reader confirmed.
  private(set) var confirmed: Set<Int> = []
  /// The mentions of those whom the program missed, as persons or bodies.
  private(set) var added: [(span: TextSpan, speaker: Int)] = []
  /// Whose quotations changed hands.
  private(set) var affected: Set<Int> = []

  init(_ found: Analysis, text: ArticleText) {
    self.text = text
    (extent, speakers) = (found.extent, found.speakers)
    owners = found.speakers.indices.map { $0 }
    corrections = Array(repeating: nil, count: speakers.count)
  }

  /// Who a speaker is now; nil when that is nobody.
  func owner(of speaker: Int) -> Int? {
    var current = speaker
    while let next = owners[current], next != current { current = next }
    return owners[current]
  }

  private var living: [Int] { speakers.indices.filter { owners[$0] == $0 } }

  // MARK: Finding a speaker

  /// The speaker of a name, or of an alias that only one has; nil when there is none.
  func known(as name: String) -> Int? {
    let wanted = name.lowercased()
    if let known = living.first(where: { speakers[$0].name.lowercased() == wanted }) {
      return known
    }
    let aliased = living.filter { index in
      speakers[index].aliases.contains { $0.lowercased() == wanted }
    }
    return aliased.count == 1 ? aliased[0] : nil
  }

  /// The speaker of a name; a new one when there is none.
  mutating func speaker(named name: String) -> Int {
    known(as: name) ?? add(Speaker(name: name, kind: .person))
  }

  private mutating func add(_ speaker: Speaker) -> Int {
    speakers.append(speaker)
    owners.append(speakers.count - 1)
    corrections.append(nil)
    return speakers.count - 1
  }

  /// Whom a correction speaks of: whoever is mentioned in its words, else whoever has the name that it gives.
  /// Elsewhere in the desk only a full name tells that somebody is the same.
  private func subject(of says: Correction, at span: TextSpan?) -> Int? {
    let called = says.subject?.lowercased()
    guard let span else {
      return living.first { speakers[$0].name.lowercased() == called }
    }
    let here = living.filter { speakers[$0].mentions.contains(span) }
    return here.first { speakers[$0].name.lowercased() == called } ?? here.first
      ?? says.subject.flatMap { known(as: $0) }
      ?? living.first { speakers[$0].mentions.contains { $0.overlaps(span) } }
  }

  // MARK: What readers say

  /// Applies what a reader says of a person as such.
  /// - Parameter span: a mention of that person; nil for what a desk knows of a name.
  mutating func apply(_ says: Correction, at span: TextSpan?, by id: AnnotationID) {
    guard let index = subject(of: says, at: span) else {
      if let span { addMissed(says, at: span, by: id) }
      return
    }
    corrections[index] = id
    confirmed.insert(index)
    switch says.decision {
    case .accepted: break
    case .rejected: owners[index] = nil
    case .renamed, .merged: if let name = says.name { call(index, name) }
    case .corrected:
      if let kind = says.speakerKind { speakers[index].kind = Speaker.Kind(kind) }
      if let name = says.name { call(index, name) }
    case .split: break
    }
  }

  /// Gives a speaker a name; whoever has it already is the same.
  private mutating func call(_ index: Int, _ name: String) {
    let wanted = name.lowercased()
    let other = living.first { $0 != index && speakers[$0].name.lowercased() == wanted }
    if let other { return join(index, with: other) }
    let former = speakers[index].name
    speakers[index].name = name
    speakers[index].aliases.removeAll { $0 == name }
    if former != name, !speakers[index].aliases.contains(former) {
      speakers[index].aliases.insert(former, at: 0)
    }
    if speakers[index].kind == .unnamed { speakers[index].kind = .person }
    speakers[index].mayBeNamed = false
  }

  private mutating func join(_ index: Int, with other: Int) {
    let lost = speakers[index]
    owners[index] = other
    corrections[other] = corrections[index]
    for alias in [lost.name] + lost.aliases
    where alias != speakers[other].name && !speakers[other].aliases.contains(alias) {
      speakers[other].aliases.append(alias)
    }
    speakers[other].mentions = Array(Set(speakers[other].mentions + lost.mentions)).sorted()
    affected.insert(other)
  }

  /// Takes mentions off whoever has them, and gives them to somebody else.
  mutating func split(_ spans: [TextSpan], to name: String, by id: AnnotationID) -> Int {
    let target = speaker(named: name)
    corrections[target] = id
    for index in living where index != target {
      let taken = speakers[index].mentions.filter { mention in
        spans.contains { $0.overlaps(mention) }
      }
      if taken.isEmpty { continue }
      affected.formUnion([index, target])
      speakers[index].mentions.removeAll { taken.contains($0) }
      dropAliases(of: index, notIn: taken)
      speakers[target].mentions = (speakers[target].mentions + taken).sorted()
      moved += taken.map { ($0, target) }
    }
    return target
  }

  /// Without the words that named somebody in the mentions that are gone, and nowhere else.
  private mutating func dropAliases(of index: Int, notIn taken: [TextSpan]) {
    let rest = Set(speakers[index].mentions.map { text.string(in: $0) })
    let gone = Set(taken.map { text.string(in: $0) }).subtracting(rest)
    speakers[index].aliases.removeAll { gone.contains($0) }
  }

  /// Somebody whom the program missed is found wherever the same words stand.
  private mutating func addMissed(_ says: Correction, at span: TextSpan, by id: AnnotationID) {
    guard says.decision == .corrected, let name = says.name else { return }
    let words = text.string(in: span)
    let pattern = try? TextPattern(words: words, isWord: true)
    let known = living.flatMap { speakers[$0].mentions }
    let places = (pattern?.matches(in: text, within: extent, limit: 1000) ?? [])
      .filter { place in !known.contains { $0.overlaps(place) } }
    let index = speaker(named: name)
    if let kind = says.speakerKind { speakers[index].kind = Speaker.Kind(kind) }
    let mentions = places.isEmpty ? [span] : places
    speakers[index].mentions = (speakers[index].mentions + mentions).sorted()
    if words != name, !speakers[index].aliases.contains(words) {
      speakers[index].aliases.append(words)
    }
    added += mentions.map { ($0, index) }
    corrections[index] = id
    confirmed.insert(index)
  }

}

// MARK: The result

extension CorrectedCast {
  /// Leaves out of an analysis, whose speakers still have the numbers of this cast, whoever is somebody else
  /// or nobody, closes the numbers up, and returns the correction of each speaker that is left.
  func finish(_ analysis: inout Analysis) -> [AnnotationID?] {
    var numbers: [Int?] = []
    var kept: [Int] = []
    for index in analysis.speakers.indices {
      let isKept = owner(of: index) == index && !isEmptied(analysis.speakers[index], index)
      numbers.append(isKept ? kept.count : nil)
      if isKept { kept.append(index) }
    }
    analysis.quotations = analysis.quotations.map { $0.mapped { numbers[$0] } }
    giveMentions(&analysis, numbers)
    analysis.speakers = kept.map { analysis.speakers[$0] }
    return kept.map { corrections[$0] }
  }

  /// Nobody is left who has neither a mention nor words, because a reader took them away.
  private func isEmptied(_ speaker: Speaker, _ index: Int) -> Bool {
    affected.contains(index) && speaker.mentions.isEmpty && speaker.quotations.isEmpty
  }

  /// Persons and bodies by name, each where it belongs now.
  private func giveMentions(_ analysis: inout Analysis, _ numbers: [Int?]) {
    var persons: [PersonMention] = []
    var organisations: [OrganisationMention] = []
    func add(_ span: TextSpan, _ speaker: Int, _ confidence: Double, isPerson: Bool) {
      let holder = moved.last { $0.span.overlaps(span) }?.owner ?? speaker
      guard let owner = owner(of: holder), let number = numbers[owner] else { return }
      let isSure = confirmed.contains(owner)
      let kind = speakers[owner].kind
      let staysPerson = isSure ? kind == .person : isPerson
      if staysPerson {
        persons.append(
          PersonMention(span: span, speaker: number, confidence: isSure ? 1 : confidence))
      } else {
        organisations.append(
          OrganisationMention(span: span, speaker: number, confidence: isSure ? 1 : confidence))
      }
    }
    for person in analysis.persons {
      add(person.span, person.speaker, person.confidence, isPerson: true)
    }
    for body in analysis.organisations {
      add(body.span, body.speaker, body.confidence, isPerson: false)
    }
    for (span, speaker) in added { add(span, speaker, 1, isPerson: true) }
    analysis.persons = persons.sorted { $0.span < $1.span }
    analysis.organisations = organisations.sorted { $0.span < $1.span }
  }
}

extension Quotation {
  /// The quotation with other speakers in the place of its own; nil is nobody, and then no words name one.
  func mapped(_ owner: (Int) -> Int?) -> Quotation {
    // Nearly all stay as they are, and a copy takes longer than a look.
    if others.isEmpty, via.isEmpty, inner.isEmpty, let speaker, owner(speaker) == speaker {
      return self
    }
    var result = self
    result.speaker = speaker.flatMap(owner)
    if speaker != nil, result.speaker == nil { result.mention = nil }
    var others: [Int] = []
    for other in self.others.compactMap(owner) where other != result.speaker {
      if !others.contains(other) { others.append(other) }
    }
    result.others = others
    if result.speaker == nil, let first = others.first {
      (result.speaker, result.others) = (first, Array(others.dropFirst()))
    }
    for index in via.indices { result.via[index].speaker = via[index].speaker.flatMap(owner) }
    result.inner = inner.map { $0.mapped(owner) }
    return result
  }
}

extension Speaker.Kind {
  /// What a reader says that a speaker is.
  package init(_ kind: Correction.SpeakerKind) {
    switch kind {
    case .person: self = .person
    case .organisation: self = .organisation
    case .outlet: self = .outlet
    case .unnamed: self = .unnamed
    }
  }
}
