// Two texts word by word: the longest common run of words, and between them what was taken out and put in.

/// The words of two texts, laid side by side.
struct WordComparison {
  /// A stretch where they differ, as ranges of their words; one of them may be empty.
  struct Change {
    var old: Range<Int>
    var new: Range<Int>
  }

  private let old: [ComparedWord]
  private let new: [ComparedWord]
  /// Where they differ in more than spelling, in reading order.
  private(set) var changes: [Change] = []

  /// More words than this between the common beginning and end are not compared one by one.
  private static let mostCompared = 4_000

  /// Compares two lists of words.
  init(_ old: [ComparedWord], _ new: [ComparedWord]) {
    self.old = old
    self.new = new
    let stretches = stretches()
    let spellings = stretches.isEmpty ? nil : Spelling(inLanguageOf: old + new)
    changes = stretches.filter { change in spellings.map { !saysTheSame(change, $0) } ?? true }
    changes = (changes + otherwiseWritten(beside: stretches)).sorted {
      ($0.old.lowerBound, $0.new.lowerBound) < ($1.old.lowerBound, $1.new.lowerBound)
    }
  }

  /// How many of the words of a text are left in another one, in their order, from 0 to 1.
  static func share(of old: String, in new: String) -> Double {
    let words = ComparedWord.words(of: old)
    let comparison = WordComparison(words, ComparedWord.words(of: new))
    let gone = comparison.changes.reduce(0) { $0 + $1.old.count }
    return words.isEmpty ? 0 : 1 - Double(gone) / Double(words.count)
  }

  // MARK: Where they differ

  /// The stretches without a common word, the common beginning and end left out.
  private func stretches() -> [Change] {
    let shorter = min(old.count, new.count)
    let head = (0..<shorter).first { old[$0].key != new[$0].key } ?? shorter
    let tail =
      (0..<shorter - head).first {
        old[old.count - 1 - $0].key != new[new.count - 1 - $0].key
      } ?? shorter - head
    let middle = Change(old: head..<old.count - tail, new: head..<new.count - tail)
    if middle.old.isEmpty && middle.new.isEmpty { return [] }
    guard !middle.old.isEmpty, !middle.new.isEmpty,
      max(middle.old.count, middle.new.count) <= Self.mostCompared
    else { return [middle] }
    return stretches(within: middle)
  }

  /// The stretches that the shortest script of edits leaves (Myers 1986, by way of the standard library).
  private func stretches(within area: Change) -> [Change] {
    let difference = new[area.new].map(\.key).difference(from: old[area.old].map(\.key))
    var (gone, come): (Set<Int>, Set<Int>) = ([], [])
    for step in difference {
      switch step {
      case .remove(let offset, _, _): gone.insert(area.old.lowerBound + offset)
      case .insert(let offset, _, _): come.insert(area.new.lowerBound + offset)
      }
    }
    var found: [Change] = []
    var (i, j) = (area.old.lowerBound, area.new.lowerBound)
    while i < area.old.upperBound || j < area.new.upperBound {
      let (start, newStart) = (i, j)
      while i < area.old.upperBound, gone.contains(i) { i += 1 }
      while j < area.new.upperBound, come.contains(j) { j += 1 }
      if i > start || j > newStart { found.append(Change(old: start..<i, new: newStart..<j)) }
      if i < area.old.upperBound { i += 1 }
      if j < area.new.upperBound { j += 1 }
    }
    return found
  }

  /// Whether two stretches are the same words otherwise spelt, hyphenated or run together by mistake.
  private func saysTheSame(_ change: Change, _ spelling: Spelling) -> Bool {
    let (a, b) = (old[change.old], new[change.new])
    if a.isEmpty || b.isEmpty { return false }
    if a.count == b.count, zip(a, b).allSatisfy({ spelling.agrees($0, $1) }) { return true }
    let joined = a.map(\.key).joined()
    guard joined == b.map(\.key).joined() else { return false }
    if Self.writtenApart.contains(joined) { return true }
    if (a + b).contains(where: \.hasDigit) { return Self.isGrouped(a) && Self.isGrouped(b) }
    let joints = (a.dropFirst() + b.dropFirst()).map(\.joint)
    if joints.contains(.brokenLine) { return true }
    if joints.contains(.hyphen) { return !Spelling.isToldByHyphen(joined) }
    return spelling.tolerates && !(a + b).allSatisfy { Spelling.isKnown($0.key) }
  }
  /// Words that custom writes in one or in two.
  private static let writtenApart: Set<String> = ["cannot", "percent"]

  /// Whether words are one number, or the groups of three digits that it is written in.
  private static func isGrouped(_ words: ArraySlice<ComparedWord>) -> Bool {
    words.enumerated().allSatisfy { index, word in
      let digits = word.key.utf8.drop { index == 0 && $0 == 0x2D }
      return digits.allSatisfy { (0x30...0x39).contains($0) }
        && (words.count == 1 || (index == 0 ? (1...3).contains(digits.count) : digits.count == 3))
    }
  }

  /// Words between the stretches that are written alike, but for capitals that make another word of them
  /// or quotation marks that came or went.
  private func otherwiseWritten(beside stretches: [Change]) -> [Change] {
    var found: [Change] = []
    var (i, j) = (0, 0)
    let ignoresCapitals = Self.isHeading(old) || Self.isHeading(new)
    for stretch in stretches + [Change(old: old.count..<old.count, new: new.count..<new.count)] {
      while i < stretch.old.lowerBound, j < stretch.new.lowerBound {
        let isCapital = !ignoresCapitals && Self.isOtherByCapitals(old[i], new[j])
        if isCapital || isOtherwiseQuoted(i, j) {
          found.append(Change(old: i..<i + 1, new: j..<j + 1))
        }
        (i, j) = (i + 1, j + 1)
      }
      (i, j) = (stretch.old.upperBound, stretch.new.upperBound)
    }
    return found
  }

  /// Whether a quotation mark came or went. What stands outside the text is not known, so at its ends only
  /// a mark that went counts.
  private func isOtherwiseQuoted(_ i: Int, _ j: Int) -> Bool {
    let (a, b) = (old[i], new[j])
    if a.closesQuotation != b.closesQuotation { return j < new.count - 1 || a.closesQuotation }
    return a.opensQuotation != b.opensQuotation && (j > 0 || a.opensQuotation)
  }

  private static func isOtherByCapitals(_ old: ComparedWord, _ new: ComparedWord) -> Bool {
    guard old.letters != new.letters, !old.startsSentence, !new.startsSentence,
      MeaningWords.isToldByCapitals(old.key)
    else { return false }
    return old.letters == .small || new.letters == .small
  }

  /// Whether most words have capitals, as those of headings do.
  private static func isHeading(_ words: [ComparedWord]) -> Bool {
    words.count > 1 && words.count(where: \.isCapitalised) * 2 > words.count
  }

  // MARK: What that comes to

  /// What the changes do to a statement, the gravest first.
  var kinds: [WordChange.Kind] {
    var kinds: Set<WordChange.Kind> = []
    for change in changes {
      let (a, b) = (old[change.old], new[change.new])
      if a.count == 1, b.count == 1, let a = a.first, let b = b.first, a.key == b.key {
        kinds.insert(a.letters != b.letters ? .name : .quotation)
        continue
      }
      let known = (a + b).compactMap(MeaningWords.kind)
      kinds.formUnion(known.isEmpty ? [.wording] : known)
      if zip(a, b).contains(where: { MeaningWords.isDenial($0.key, $1.key) }) {
        kinds.insert(.negation)
      }
    }
    return kinds.sorted()
  }

  /// Both texts in one. Signs between words go with the word before them.
  func pieces(_ oldText: String, _ newText: String) -> [WordChange.Piece] {
    var pieces: [WordChange.Piece] = []
    var kept = 0
    func append(_ text: Substring, _ make: (String) -> WordChange.Piece) {
      let words = text.drop(while: \.isWhitespace)
      let count = words.reversed().prefix(while: \.isWhitespace).count
      if !words.isEmpty { pieces.append(make(String(words.dropLast(count)))) }
    }
    for change in changes {
      append(Self.text(kept..<change.new.lowerBound, of: new, in: newText)) { .kept($0) }
      append(Self.text(change.old, of: old, in: oldText)) { .removed($0) }
      append(Self.text(change.new, of: new, in: newText)) { .added($0) }
      kept = change.new.upperBound
    }
    append(Self.text(kept..<new.count, of: new, in: newText)) { .kept($0) }
    return pieces
  }

  /// The text of some words, from the first of them to the one that follows them; from the beginning for
  /// the first word of the text.
  private static func text(
    _ range: Range<Int>, of words: [ComparedWord], in text: String
  ) -> Substring {
    guard !range.isEmpty else { return "" }
    let start =
      range.lowerBound == 0 ? text.startIndex : start(of: words[range.lowerBound], in: text)
    let end =
      range.upperBound == words.count
      ? text.endIndex : Self.start(of: words[range.upperBound], in: text)
    return text[start..<end]
  }

  /// Where a word starts with the quotation mark that opens before it.
  private static func start(of word: ComparedWord, in text: String) -> String.Index {
    var start = word.range.lowerBound
    guard word.opensQuotation else { return start }
    while start > text.startIndex {
      let before = text.index(before: start)
      guard !text[before].isWhitespace else { break }
      start = before
    }
    return start
  }
}
