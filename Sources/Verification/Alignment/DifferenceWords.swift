// Whether words that differ are the same words otherwise written, and what speakers say twice.

import ArticleModel
import NewsAnalysis

/// Judges differences by their words.
struct DifferenceWords {
  let lexicon: SpeechLexicon
  /// The text of the story and that of the source.
  let story: ArticleText
  let source: ArticleText

  /// A difference with what it comes to.
  func judged(
    _ difference: Difference, _ quoted: [QuotedWord], _ words: [SourceWord]
  ) -> Difference {
    var difference = difference
    let own = difference.quoted.filter { !quoted[$0].isWriters }
    if own.isEmpty {
      let isFree =
        difference.source.isEmpty || isSaidAgain(difference.source, words)
        || narration.isBetweenMarks(words[difference.source])
        || !difference.quoted.isEmpty && difference.source.count <= Self.bracketed
      difference.kind = isFree ? .none : .leftOut
    } else if isSame(own.map { quoted[$0] }, saidOnce(difference.source, words)) {
      difference.kind = .none
    } else {
      difference.kind = .altered
    }
    return difference
  }

  /// So many words may stand where the writer put some in brackets; more of them were left out.
  private static let bracketed = 6

  /// A difference at either end of the quotation with the words of the source beside it, when these say the
  /// same: “25” and “twenty-five” have no word in common by which they could stand side by side.
  func widened(
    _ difference: Difference, _ quoted: [QuotedWord], _ words: [SourceWord]
  ) -> Difference {
    guard difference.source.isEmpty, !difference.quoted.isEmpty else { return difference }
    let own = Written(
      difference.quoted.map { letters(quoted[$0]) }, quoted[difference.quoted].first?.start)
    let place = difference.source.lowerBound
    let (isFirst, isLast) = (
      difference.quoted.lowerBound == 0, difference.quoted.upperBound == quoted.count
    )
    let before = isFirst ? words[..<place].suffix(Self.longestNumber).map(letters) : []
    let after = isLast ? words[place...].prefix(Self.longestNumber).map(letters) : []
    for count in 1...Self.longestNumber {
      var wider = difference
      if count <= before.count {
        wider.source = place - count..<place
        let said = Written(Array(before.suffix(count)), words[place - count].start)
        if isSame(own, said) { return wider }
      } else if count <= after.count {
        wider.source = place..<place + count
        if isSame(own, Written(Array(after.prefix(count)), words[place].start)) { return wider }
      }
    }
    return replacing(difference, isFirst: isFirst, isLast: isLast, words)
  }

  /// A difference of few words at either end with as many words of the source's sentence, which they replace:
  /// “Somebody” where the source says “Nobody”.
  private func replacing(
    _ difference: Difference, isFirst: Bool, isLast: Bool, _ words: [SourceWord]
  ) -> Difference {
    let (count, place) = (difference.quoted.count, difference.source.lowerBound)
    guard count <= Self.longestReplacement, isFirst != isLast else { return difference }
    var (start, end) = (place, place)
    while isFirst, start > 0, place - start < count, start < words.count,
      words[start - 1].turn == words[start].turn, !source.startsSentence(words[start].start)
    { start -= 1 }
    while isLast, end > 0, end < words.count, end - place < count,
      words[end].turn == words[end - 1].turn, !source.startsSentence(words[end].start)
    { end += 1 }
    var wider = difference
    wider.source = start..<end
    return wider
  }

  private static let longestReplacement = 4

  /// Numbers in words are rarely longer.
  private static let longestNumber = 8

  // MARK: Otherwise written

  /// Words in small letters, and where the first one starts.
  private struct Written {
    let words: [String]
    let start: Int
    let byteCount: Int

    init(_ words: [String], _ start: Int?) {
      (self.words, self.start) = (words, start ?? 0)
      byteCount = words.reduce(0) { $0 + $1.utf8.count }
    }
  }

  private func isSame(_ quoted: [QuotedWord], _ said: [SourceWord]) -> Bool {
    isSame(
      Written(quoted.map(letters), quoted.first?.start),
      Written(said.map(letters), said.first?.start))
  }

  private func isSame(_ quoted: Written, _ said: Written) -> Bool {
    let (a, b) = (quoted.words, said.words)
    guard let first = a.first, let other = b.first else { return false }
    if quoted.byteCount == said.byteCount, a.joined() == b.joined() { return true }
    if a.count == b.count, zip(a, b).allSatisfy({ $0 == $1 || WordMeaning.isOneWord($0, $1) }) {
      return true
    }
    let spoken = lexicon.spoken
    if Self.hasSign(a, spoken) || Self.hasSign(b, spoken),
      Self.signsRead(a, spoken) == Self.signsRead(b, spoken)
    {
      return true
    }
    guard NumberReading.isNumber(first, spoken), NumberReading.isNumber(other, spoken) else {
      return false
    }
    if let value = NumberReading.value(of: a, spoken), value == NumberReading.value(of: b, spoken) {
      return true
    }
    return isSameAmount(a, before: quoted.start, b, before: said.start)
  }

  private static func hasSign(_ words: [String], _ spoken: SpokenWords) -> Bool {
    words.contains { word in
      word.utf8.first.map { WordFolding.folded($0) == 0 } ?? false && spoken.signs[word] != nil
    }
  }

  /// Whether both are one sum of money, with a sign before it or a word behind it: “£8,000”, “eight thousand
  /// pounds”.
  private func isSameAmount(
    _ a: [String], before place: Int, _ b: [String], before said: Int
  ) -> Bool {
    guard let a = amount(a, story, place), let b = amount(b, source, said) else { return false }
    return a == b
  }

  private struct Amount: Equatable {
    let sign: Character
    let value: Double
  }

  private func amount(_ words: [String], _ text: ArticleText, _ place: Int) -> Amount? {
    let spoken = lexicon.spoken
    let behind = words.last.flatMap { spoken.currencies[$0] }
    let before = text.string(in: TextSpan(max(place - 3, 0)..<place)).last
    guard let sign = behind ?? before, spoken.currencies.values.contains(sign),
      let value = NumberReading.value(of: behind == nil ? words : words.dropLast(), spoken)
    else { return nil }
    return Amount(sign: sign, value: value)
  }

  /// The words run together, with signs as they are read.
  private static func signsRead(_ words: [String], _ spoken: SpokenWords) -> String {
    words.map { spoken.signs[$0] ?? $0 }.joined()
  }

  /// Whether both are the same words, one in short forms: no change of meaning, though one of form.
  func isShortForm(_ difference: Difference, _ quoted: [QuotedWord], _ words: [SourceWord]) -> Bool
  {
    let a = difference.quoted.map { letters(quoted[$0]) }
    let b = words[difference.source].map(letters)
    return expanded(a) == expanded(b)
  }

  private func expanded(_ words: [String]) -> String {
    words.map { lexicon.spoken.shortForms[$0] ?? $0 }.joined(separator: " ")
      .split(separator: " ").joined()
  }

  /// A word of the quotation in small letters, without brackets.
  func letters(_ word: QuotedWord) -> String {
    Self.plain(story.string(in: TextSpan(word.start..<word.end)))
  }

  /// A word of the source in small letters.
  func letters(_ word: SourceWord) -> String {
    Self.plain(source.string(in: TextSpan(word.start..<word.end)))
  }

  private static func plain(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { WordFolding.folded($0) == $0 && $0 != 0 }
    if isPlain { return word }
    return String(
      String.UnicodeScalarView(
        word.lowercased().unicodeScalars.compactMap { scalar in
          switch scalar {
          case "[", "]", ",", "\u{AD}", "\u{200B}", "\u{2060}": nil
          case "’", "‘", "ʼ": "'"
          default: scalar
          }
        }))
  }

  // MARK: Said again

  /// Whether words that were left out are only what a speaker begins and says again: “we, we need”, “I wan-
  /// I want”, “we should have – we must”.
  private func isSaidAgain(_ range: Range<Int>, _ words: [SourceWord]) -> Bool {
    let count = range.count
    guard count <= Self.longestRestart, range.upperBound < words.count else { return false }
    let left = words[range].map(\.hash)
    let after = words[range.upperBound...].prefix(count).map(\.hash)
    if left == after { return true }
    let before = words[..<range.lowerBound].suffix(count).map(\.hash)
    if left == before, count <= 2 { return true }
    if isRepetition(range, words) { return true }
    guard isCutOff(words[range.upperBound - 1]) else { return false }
    return count == 1 || left.first == after.first
      || isBegun(words[range.upperBound - 1], by: words[range.upperBound])
  }

  /// Whether nothing is lost when words that are said twice in a row are said once: “the, the first, first day”.
  private func isRepetition(_ range: Range<Int>, _ words: [SourceWord]) -> Bool {
    let before = words[..<range.lowerBound].suffix(Self.longestRestart).map(\.hash)
    let after = words[range.upperBound...].prefix(Self.longestRestart).map(\.hash)
    let all = Self.saidOnce(before + words[range].map(\.hash) + after)
    return all == Self.saidOnce(before + after)
  }

  /// Words of the source without those at either end that the word beside them says again.
  private func saidOnce(_ range: Range<Int>, _ words: [SourceWord]) -> [SourceWord] {
    var said = words[range]
    if said.count > 1, range.upperBound < words.count,
      said.last?.hash == words[range.upperBound].hash
    {
      said.removeLast()
    }
    if said.count > 1, range.lowerBound > 0, said.first?.hash == words[range.lowerBound - 1].hash {
      said.removeFirst()
    }
    return Array(said)
  }

  /// Words without those that repeat the one to three before them.
  private static func saidOnce(_ words: [UInt64]) -> [UInt64] {
    words.reduce(into: []) { kept, word in
      kept.append(word)
      for count in 1...3 where kept.count >= 2 * count {
        let last = kept.suffix(count)
        if last.elementsEqual(kept.dropLast(count).suffix(count)) { kept.removeLast(count) }
      }
    }
  }

  private var narration: SourceNarration { SourceNarration(source) }

  private static let longestRestart = 6

  /// Whether a dash breaks off behind a word.
  private func isCutOff(_ word: SourceWord) -> Bool {
    let behind = source.string(in: TextSpan(word.end..<word.end + 4))
    let sign = behind.drop { $0 == " " }.first
    guard let sign, "-–—…".contains(sign) else { return false }
    // A hyphen within a compound breaks nothing off.
    let next = behind.drop { $0 == " " || $0 == sign }.first
    return sign != "-" || behind.first == " " || next == nil
      || behind.dropFirst().first?.isWhitespace == true || behind.dropFirst().first == "-"
  }

  /// Whether a word that was broken off is the beginning of the next one.
  private func isBegun(_ word: SourceWord, by next: SourceWord) -> Bool {
    letters(next).hasPrefix(letters(word))
  }
}

/// Numbers as they are said.
enum NumberReading {
  /// The value of a number in words or digits, such as “two hundred and fifty” or “1.5 million”; nil for what
  /// is none.
  static func value(of words: [String], _ spoken: SpokenWords) -> Double? {
    var (total, part): (Double, Double?) = (0, nil)
    guard !words.isEmpty else { return nil }
    for (index, word) in words.enumerated() {
      if let digits = value(ofDigits: word, spoken) {
        guard part == nil || (part ?? 0) >= 100 else { return nil }
        part = (part ?? 0) + digits
      } else if let value = spoken.numbers[word] {
        guard add(Double(value), to: &part, &total) else { return nil }
      } else if !spoken.numberJoints.contains(word) || index == 0 || index == words.count - 1 {
        return nil
      }
    }
    return total + (part ?? 0)
  }

  /// Whether a word may begin a number.
  static func isNumber(_ word: String, _ spoken: SpokenWords) -> Bool {
    startsWithDigit(word) || spoken.numbers[word] != nil
  }

  private static func startsWithDigit(_ word: String) -> Bool {
    word.utf8.first.map { $0 &- UInt8(ascii: "0") < 10 } ?? false
  }

  /// The value of digits, whose thousands a period parts in some languages.
  private static func value(ofDigits word: String, _ spoken: SpokenWords) -> Double? {
    guard startsWithDigit(word) else { return nil }
    let groups = word.split(separator: ".", omittingEmptySubsequences: false)
    let isGrouped =
      spoken.groupsByPeriod && groups.count > 1 && (1...3).contains(groups[0].count)
      && groups.dropFirst().allSatisfy { $0.count == 3 }
    return Double(isGrouped ? groups.joined() : word)
  }

  /// Adds a word's value: small ones to the part at hand, a hundred multiplies it, more than that ends it.
  private static func add(_ value: Double, to part: inout Double?, _ total: inout Double) -> Bool {
    if value >= 1_000 {
      total += (part ?? 1) * value
      part = nil
    } else if value == 100 {
      part = (part ?? 1) * 100
    } else if let known = part {
      let isBehindTens =
        value < 10 && known.truncatingRemainder(dividingBy: 100) >= 20
        && known.truncatingRemainder(dividingBy: 10) == 0
      let isYear = (11...20).contains(known) && value >= 10
      guard
        isYear || known >= 100 && known.truncatingRemainder(dividingBy: 100) == 0 || isBehindTens
      else { return false }
      part = isYear ? known * 100 + value : known + value
    } else {
      part = value
    }
    return true
  }
}
