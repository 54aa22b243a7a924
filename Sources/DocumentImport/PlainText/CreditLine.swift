// Lines that say who wrote an article and when: "By Ana Reyes", "Reuters", "3 March 2026, 10:15 GMT".

import ArticleModel

/// Tells bylines and lines with a date from other short lines.
enum CreditLine {
  /// A credit is no longer than this, in bytes.
  static let longest = 160

  /// The names of agencies are shorter, in bytes, and have no more blanks.
  private static let longestAgency = 40
  private static let mostBlanksOfAgency = 4
  /// Words that open a byline are no longer than this, in bytes.
  private static let longestOpening = 16

  /// Whether a line begins like a byline, is as short as the name of an agency, or may be a date. Most lines do
  /// none of this, and need no string.
  static func mayBeOne(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let blanks = line.count { $0 == 0x20 }
    if line.count < longestAgency, blanks <= mostBlanksOfAgency { return true }
    let hasNumber = line.contains { $0 &- 0x30 < 10 }
    if hasNumber, blanks >= DateWords.most { return false }
    let first = line.drop(while: \.isASCIIWhitespace).prefix { $0 > 0x20 }.prefix(longestOpening)
    if first.last == UInt8(ascii: ":") { return true }
    guard let letters = ASCIILetters.hash(of: first) else { return hasNumber }
    return CreditWords.openingHashes.contains(letters) || hasNumber && DateWords.mayBeAll(line)
  }

  /// What a line is; nil when it is no credit.
  static func kind(of line: String) -> Block.Kind? {
    guard line.utf8.count <= longest else { return nil }
    let words = line.split { $0.isWhitespace }
    guard let first = words.first else { return nil }
    if isByline(line, words, first: first.lowercased()) { return .byline }
    if line.utf8.count < longestAgency, isAgency(line) { return .byline }
    return DateWords.mayBeDate(line) && DateWords.areAll(words) ? .dateline : nil
  }

  /// Whether a line begins with "By", and consists of names.
  private static func isByline(_ line: String, _ words: [Substring], first: String) -> Bool {
    let opening = first.hasSuffix(":") ? String(first.dropLast()) : first
    if CreditWords.labels.contains(opening), first.hasSuffix(":") {
      return words.count > 1 && words.count < 12
    }
    let mayLead = CreditWords.leads.contains(first)
    guard mayLead || CreditWords.prepositions.contains(first) else { return false }
    let lead = mayLead && line.lowercased().hasPrefix(first + " by ") ? first : nil
    let rest =
      lead.map { words.dropFirst($0.split(separator: " ").count + 1) }
      ?? (CreditWords.prepositions.contains(first) ? words.dropFirst() : [])
    guard rest.count > 1 || rest.first.map(isAllCapitals) == true, rest.count < 16,
      rest.first?.first?.isUppercase == true, line.last != "?", line.last != "!"
    else { return false }
    let names = rest.prefix { !isAfterNames($0) }
    let common = names.filter { word in
      word.first?.isLowercase == true && !CreditWords.particles.contains(trimmed(word))
    }
    let isSentence = line.last == "." && names.last.map { $0.count > 3 } == true && lead == nil
    let isTitle = CreditWords.articles.contains(trimmed(rest[rest.startIndex])) && rest.count < 3
    return common.isEmpty && !isSentence && !isTitle && !names.isEmpty
  }

  /// Whether what follows is no name any more: the first word after a comma or a bar.
  private static func isAfterNames(_ word: Substring) -> Bool { word == "|" || word == "·" }

  private static func trimmed(_ word: Substring) -> String {
    word.lowercased().filter { $0.isLetter || $0 == "&" }
  }

  private static func isAllCapitals(_ word: Substring) -> Bool {
    word.count > 2 && word.allSatisfy { $0.isUppercase }
  }

  private static func isAgency(_ line: String) -> Bool {
    let letters = ASCIILetters.hash(of: line.utf8)
    if let letters, !CreditWords.agencyHashes.contains(letters) { return false }
    let name = line.filter { !"()[]–—-".contains($0) }.split { $0.isWhitespace }
      .joined(separator: " ").lowercased()
    return CreditWords.agencies.contains(name)
  }
}
