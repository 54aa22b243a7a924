// Whom the labels of a transcript mean: names, initials of names, offices.

import ArticleModel

/// The persons whom the labels of a segment may stand for.
struct KnownSpeakers {
  private let segment: Segment
  private let words: WordTypes
  private let vocabulary: NameVocabulary
  /// The names of persons in the segment, in reading order.
  private let persons: [TokenRange]
  /// The last words of the names that stand outside of labels.
  private var surnames: Set<UInt64> = []
  /// Those of names with a first name.
  private var fullSurnames: Set<UInt64> = []
  /// Those in labels, too.
  private var speakers: Set<UInt64> = []
  /// The fullest name for each pair of initials; nil where two persons share them.
  private var byInitials: [String: TurnVoice?] = [:]
  /// Whether some labels have small letters, so that one in capitals is an acronym.
  private let hasMixedLabels: Bool
  /// The fullest name for each first name; nil where two persons share it.
  private var byFirstName: [UInt64: TurnVoice?] = [:]
  /// The label keys that begin with a title, or name somebody whose name is found as a person's.
  private var surelyNamed: Set<UInt64> = []

  init(of labels: [TurnLabel], in reader: TurnReader) {
    (segment, words) = (reader.segment, reader.words)
    (vocabulary, persons) = (reader.vocabulary, reader.persons)
    hasMixedLabels = labels.contains { $0.kind == .name && !$0.isCapitals }
    for person in persons {
      let surname = hash(person.upperBound - 1)
      if let label = Self.label(over: person, in: labels) {
        surelyNamed.insert(label.key)
      } else {
        surnames.insert(surname)
      }
      noteInitials(of: person)
    }
    for voice in [reader.conversation.guest, reader.conversation.host] {
      if case .person(let words, _)? = voice, let last = words.last { surnames.insert(last) }
    }
    for label in labels where label.kind == .name {
      if hasTitle(label) {
        surelyNamed.insert(label.key)
      } else {
        noteInitials(of: label.name)
      }
    }
    speakers = surnames.intersection(labels.map(\.key)).union(surelyNamed)
    for label in labels where label.kind == .name && label.isCapitals { speakers.insert(label.key) }
  }

  private static func label(over person: TokenRange, in labels: [TurnLabel]) -> TurnLabel? {
    let index = labels.partition { $0.source.upperBound > person.lowerBound }
    return index < labels.count && labels[index].source.overlaps(person) ? labels[index] : nil
  }

  private func hash(_ index: Int) -> UInt64 { words[segment.tokens[index]].lowerHash }

  private func hasTitle(_ label: TurnLabel) -> Bool {
    !label.name.isEmpty && label.name.lowerBound > label.source.lowerBound
      && words[segment.tokens[label.source.lowerBound]].traits.contains(.title)
  }

  // MARK: Initials

  private mutating func noteInitials(of person: TokenRange) {
    let parts = person.filter { segment.tokens[$0].kind == .word }
    guard parts.count > 1, let surname = parts.last else { return }
    fullSurnames.insert(hash(surname))
    let initials = parts.compactMap { segment.text.string(in: segment.tokens[$0].span).first }
    let key = String(initials).uppercased()
    let voice = TurnVoice.person(
      words: parts.map(hash), name: NameInCapitals(person, in: segment, vocabulary).mixedCase)
    note(voice, as: key, in: &byInitials)
    note(voice, as: hash(parts[0]), in: &byFirstName)
  }

  /// Notes whom a key stands for: nobody when two persons share it.
  private func note<Key>(_ voice: TurnVoice, as key: Key, in table: inout [Key: TurnVoice?]) {
    guard let known = table[key], let other = known else {
      if table[key] == nil { table[key] = .some(voice) }
      return
    }
    if !Self.isSame(other, voice) { table[key] = .some(nil) }
  }

  private static func isSame(_ one: TurnVoice, _ other: TurnVoice) -> Bool {
    guard case .person(let first, _) = one, case .person(let second, _) = other else {
      return false
    }
    return first == second
  }

  /// The letters of a label that consists of initials: "M.O.", "MO".
  private func initials(of label: TurnLabel) -> String? {
    guard label.source.count == 1 else { return nil }
    let text = segment.string(of: label.source)
    let letters = text.filter { $0 != "." }
    guard (2...3).contains(letters.count), letters.allSatisfy(\.isUppercase) else { return nil }
    return letters
  }

  /// Whom a label of initials or of a first name alone stands for.
  func voice(of label: TurnLabel) -> TurnVoice? {
    if let initials = initials(of: label) { return byInitials[initials] ?? nil }
    guard label.name.count == 1, !fullSurnames.contains(label.key) else { return nil }
    return byFirstName[label.key] ?? nil
  }

  // MARK: Names

  /// Whether a label is likely to name somebody: a person of the article, a title with a name, an office,
  /// initials, or a rare word in capitals.
  func isName(_ label: TurnLabel) -> Bool {
    guard label.kind == .name else { return false }
    if surnames.contains(label.key) || surelyNamed.contains(label.key) { return true }
    if voice(of: label) != nil { return true }
    if label.name.isEmpty { return isOffice(label) }
    return label.isCapitals && label.name.allSatisfy { isRare($0) }
  }

  private func isOffice(_ label: TurnLabel) -> Bool {
    guard let last = label.source.last else { return false }
    let type = words[segment.tokens[last]]
    return words.language.layout.leaders.contains(type.lowerHash)
      || type.traits.contains(.role) && label.source.count < 4
  }

  /// A word that is neither common nor a place alone.
  private func isRare(_ index: Int) -> Bool {
    let word = vocabulary[segment.tokens[index]]
    if segment.tokens[index].kind != .word { return true }
    let isPlace = word.placeClass != 0 && word.traits.isDisjoint(with: [.surname, .givenName])
    let isWord = word.traits.commonness > 1 && word.traits.isDisjoint(with: .surname)
    return !isWord && word.traits.commonness < 4 && !isPlace
      && words[segment.tokens[index]].traits.isDisjoint(with: [.calendar, .outlet])
  }

  /// The name in a label that is a person's; nil for offices and outlets.
  func personName(of label: TurnLabel) -> TokenRange? {
    guard !label.name.isEmpty, initials(of: label) == nil else { return nil }
    let traits = label.name.reduce(WordTraits()) {
      $0.union(words[segment.tokens[$1]].traits)
    }
    if surnames.contains(label.key) || hasTitle(label) { return label.name }
    let isAcronym = label.isCapitals && label.name.count == 1 && hasMixedLabels
    return isAcronym || !traits.isDisjoint(with: [.outlet, .organisation]) ? nil : label.name
  }

  // MARK: Narration

  /// Whether a paragraph tells what a speaker said or did: "Vogt said …".
  func isNarrative(_ paragraph: TokenRange) -> Bool {
    paragraph.contains { index in
      guard index + 1 < paragraph.upperBound, speakers.contains(hash(index)),
        words[segment.tokens[index]].traits.contains(.capitalised)
      else { return false }
      let next = words[segment.tokens[index + 1]].traits
      return !next.isDisjoint(with: .cueVerb) && !next.isDisjoint(with: [.past, .thirdPerson])
    }
  }
}
