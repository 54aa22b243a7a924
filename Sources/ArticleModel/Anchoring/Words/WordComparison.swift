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
    changes = stretches().filter { !saysTheSame($0) }
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
  private func saysTheSame(_ change: Change) -> Bool {
    let (a, b) = (old[change.old], new[change.new])
    if a.isEmpty || b.isEmpty { return false }
    if a.count == b.count, zip(a, b).allSatisfy({ Spelling.agrees($0, $1) }) { return true }
    let joined = a.map(\.key).joined()
    guard joined == b.map(\.key).joined(), !(a + b).contains(where: \.hasDigit) else {
      return false
    }
    let isHyphenated = (a.dropFirst() + b.dropFirst()).contains(where: \.followsHyphen)
    return isHyphenated || joined == "cannot" || !(a + b).allSatisfy { Spelling.isKnown($0.key) }
  }

  // MARK: What that comes to

  /// What the changes do to a statement, the gravest first.
  var kinds: [WordChange.Kind] {
    var kinds: Set<WordChange.Kind> = []
    for change in changes {
      let (a, b) = (old[change.old], new[change.new])
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
    let start = range.lowerBound == 0 ? text.startIndex : words[range.lowerBound].range.lowerBound
    let end =
      range.upperBound == words.count ? text.endIndex : words[range.upperBound].range.lowerBound
    return text[start..<end]
  }
}
