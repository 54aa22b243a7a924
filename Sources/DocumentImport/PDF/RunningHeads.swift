// Running heads and feet and the numbers of pages: what stands at the edges of many pages alike.

/// Finds what is printed on the pages but no part of their text.
struct RunningHeads {
  /// So many lines at either edge may be heads or feet, within so much of the height of the page.
  private static let depth = 3
  private static let edge = 0.13
  /// Lines that are less apart than so many of their heights are of one paragraph.
  private static let closest = 0.6
  /// What stands on so many pages alike is a head.
  private static let fewest = 3
  /// On two pages, so many bytes are no chance.
  private static let shortestPhrase = 8

  private var counts: [Head: Int] = [:]

  /// A line as it comes again: its words without numbers, its height on the page.
  private struct Head: Hashable {
    var words: String
    var place: Int
  }

  init(of pages: [PDFPage]) {
    for page in pages {
      for head in Set(Self.candidates(on: page).flatMap { Self.heads($0) }) {
        counts[head, default: 0] += 1
      }
    }
  }

  /// The lines of a page without heads and feet, and the number that is printed on it.
  func body(of page: PDFPage) -> (lines: [PageLine], number: String?) {
    let candidates = Self.candidates(on: page)
    let edges = Set(candidates.filter { isHead($0) || Self.number(in: $0.text) != nil })
    let number = edges.lazy.compactMap { Self.number(in: $0.text) }.first
    return (page.lines.filter { !edges.contains($0) && !$0.isRotated }, number)
  }

  private func isHead(_ line: PageLine) -> Bool {
    Self.heads(line).contains { head in
      guard let count = counts[head] else { return false }
      return count >= Self.fewest || count == 2 && head.words.utf8.count >= Self.shortestPhrase
    }
  }

  private static func candidates(on page: PDFPage) -> [PageLine] {
    let sorted = page.lines.sorted { $0.box.top < $1.box.top }
    let top = sorted.prefix(depth).filter { $0.box.bottom < page.height * edge }
    let bottom = sorted.suffix(depth).filter { $0.box.top > page.height * (1 - edge) }
    var candidates = top + bottom
    var inner = page.lines.filter { !candidates.contains($0) }
    // What stands close to the text is of the text, and so is what stands close to that.
    for _ in 0..<depth {
      let close = candidates.filter { line in inner.contains { isOneText(line, $0) } }
      if close.isEmpty { break }
      candidates.removeAll { close.contains($0) }
      inner = close
    }
    return candidates
  }

  /// Whether two lines stand as close as those of a paragraph do, in letters of one size.
  private static func isOneText(_ one: PageLine, _ other: PageLine) -> Bool {
    let gap = max(one.box.top, other.box.top) - min(one.box.bottom, other.box.bottom)
    return gap < closest * one.box.height
      && abs(one.box.height - other.box.height) < 0.07 * one.box.height
      && one.box.left < other.box.right && other.box.left < one.box.right
  }

  /// A line as two heads, so that a line on the border between two places is found in one of them.
  private static func heads(_ line: PageLine) -> [Head] {
    var words = ""
    for character in line.text {
      if character.isNumber {
        if words.last != "#" { words.append("#") }
      } else {
        words.append(character)
      }
    }
    let place = Int(line.box.middle / 8)
    let shifted = Int(line.box.middle / 8 + 0.5)
    return [
      Head(words: words, place: place * 2), Head(words: words, place: shifted * 2 + 1),
    ]
  }

  /// The number of a page, where a line is nothing else: "3", "– 3 –", "Page 3 of 10", "xii".
  static func number(in line: String) -> String? {
    let words = line.split { !($0.isLetter || $0.isNumber) }
    guard let first = words.first, words.count <= 4 else { return nil }
    let numbers = words.filter { isNumber($0) }
    switch words.count {
    case 1: return isNumber(first) || isRoman(first) ? String(first) : nil
    case 2 where pageWords.contains(first.lowercased()):
      return isNumber(words[1]) || isRoman(words[1]) ? String(words[1]) : nil
    case 2: return numbers.count == 2 && line.contains("/") ? String(first) : nil
    default: return pageWords.contains(first.lowercased()) ? numbers.first.map { String($0) } : nil
    }
  }

  private static let pageWords: Set<String> = [
    "page", "p", "seite", "s", "página", "pagina", "str",
  ]

  private static func isNumber(_ word: Substring) -> Bool {
    word.count <= 5 && word.allSatisfy { ("0"..."9").contains($0) }
  }

  private static func isRoman(_ word: Substring) -> Bool {
    word.count <= 6 && word.allSatisfy { "ivxl".contains($0) }
  }
}
