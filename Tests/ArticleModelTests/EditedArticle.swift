// Articles that change in the ways in which news articles do, with every word's fate known.

import ArticleModel
import TestSupport

/// A word of an article. It keeps its number through every edit; words that were put in have none.
struct TrackedWord {
  let number: Int?
  var text: String
}

/// An article as sentences in paragraphs, with edits.
struct EditedArticle {
  typealias Sentence = [TrackedWord]

  /// What happens to an article between two readings.
  enum Edit: CaseIterable {
    case insertWords, deleteWords, replaceWords, moveSentences, rewriteParagraphs
    case normaliseTypography, correctionNotice, shorter
  }

  var paragraphs: [[Sentence]]
  /// What stands between two words.
  var space = " "

  /// Makes an article of some paragraphs.
  init(paragraphs count: Int, using chance: inout Chance) {
    var number = 0
    paragraphs = (0..<count).map { _ in
      (0..<Int.random(in: 2...5, using: &chance)).map { _ in
        Self.sentence(using: &chance).map { word in
          number += 1
          return TrackedWord(number: number, text: word)
        }
      }
    }
  }

  /// The text, and where each word with a number stands in it, in bytes.
  func rendered() -> (text: String, places: [Int: Range<Int>]) {
    var text = ""
    var places: [Int: Range<Int>] = [:]
    for paragraph in paragraphs where !paragraph.isEmpty {
      for (index, sentence) in paragraph.enumerated() {
        for (place, word) in sentence.enumerated() {
          if index > 0 || place > 0 { text += place == 0 ? " " : space }
          let start = text.utf8.count
          text += word.text
          if let number = word.number { places[number] = start..<text.utf8.count }
        }
      }
      text += "\n\n"
    }
    return (text, places)
  }

  /// Whether words that were neighbours still are, with nothing put between them.
  func areNeighbours(_ numbers: ClosedRange<Int>) -> Bool {
    let sentence = paragraphs.joined().first { $0.contains { $0.number == numbers.lowerBound } }
    guard let sentence, let first = sentence.firstIndex(where: { $0.number == numbers.lowerBound })
    else { return false }
    return sentence[first...].prefix(numbers.count).map(\.number) == numbers.map(Optional.some)
  }

  /// The article after an edit that touches about one sentence in `rarity`.
  mutating func apply(_ edit: Edit, rarity: Int, using chance: inout Chance) {
    switch edit {
    case .insertWords:
      changeSentences(rarity, &chance) { sentence, chance in
        let words = (0..<Int.random(in: 1...3, using: &chance)).map { _ in
          TrackedWord(number: nil, text: chance.pick(Self.fillers))
        }
        sentence.insert(
          contentsOf: words, at: Int.random(in: 0...sentence.count, using: &chance))
      }
    case .deleteWords:
      changeSentences(rarity, &chance) { sentence, chance in
        guard sentence.count > 4 else { return }
        sentence.remove(at: Int.random(in: sentence.indices, using: &chance))
      }
    case .replaceWords:
      changeSentences(rarity, &chance) { sentence, chance in
        let place = Int.random(in: sentence.indices, using: &chance)
        sentence[place] = TrackedWord(number: nil, text: chance.pick(Self.fillers))
      }
    case .moveSentences: moveSentences(&chance)
    case .rewriteParagraphs:
      for index in paragraphs.indices where Int.random(in: 0..<rarity, using: &chance) == 0 {
        paragraphs[index] = paragraphs[index].map { sentence in
          sentence.map { word in
            Bool.random(using: &chance)
              ? TrackedWord(number: nil, text: chance.pick(Self.fillers)) : word
          }
        }
      }
    case .normaliseTypography: normaliseTypography()
    case .correctionNotice:
      let notice = "Correction: an earlier version of this article gave a wrong date."
      paragraphs.insert(
        [notice.split(separator: " ").map { TrackedWord(number: nil, text: String($0)) }], at: 0)
    case .shorter:
      paragraphs = paragraphs.map { $0.filter { _ in Int.random(in: 0..<3, using: &chance) > 0 } }
    }
  }

  private mutating func changeSentences(
    _ rarity: Int, _ chance: inout Chance, _ body: (inout Sentence, inout Chance) -> Void
  ) {
    for paragraph in paragraphs.indices {
      for index in paragraphs[paragraph].indices
      where Int.random(in: 0..<rarity, using: &chance) == 0 {
        body(&paragraphs[paragraph][index], &chance)
      }
    }
  }

  private mutating func moveSentences(_ chance: inout Chance) {
    for _ in 0..<max(1, paragraphs.count / 10) {
      let from = Int.random(in: paragraphs.indices, using: &chance)
      let to = Int.random(in: paragraphs.indices, using: &chance)
      guard let sentence = paragraphs[from].popLast() else { continue }
      paragraphs[to].insert(sentence, at: 0)
    }
  }

  private mutating func normaliseTypography() {
    for paragraph in paragraphs.indices {
      for sentence in paragraphs[paragraph].indices {
        for word in paragraphs[paragraph][sentence].indices {
          let text = paragraphs[paragraph][sentence][word].text
          paragraphs[paragraph][sentence][word].text =
            text.replacing("\"", with: text.hasPrefix("\"") ? "“" : "”")
            .replacing("'", with: "’").replacing("-", with: "–").replacing("...", with: "…")
        }
      }
    }
    space = "\u{A0}"
  }

  // MARK: Sentences

  private static func sentence(using chance: inout Chance) -> [String] {
    func thing() -> String { "the \(chance.pick(qualities)) \(chance.pick(things))" }
    let parts = [
      chance.pick(subjects), chance.pick(verbs), thing(), chance.pick(links), thing(),
      chance.pick(objects), thing(), chance.pick(endings), thing(),
    ]
    let number = String(Int.random(in: 2...980, using: &chance))
    let name = "\(chance.pick(qualities).capitalised) \(chance.pick(things).capitalised)"
    let text = parts.joined(separator: " ").replacing("#", with: number).replacing("@", with: name)
    return (text + ".").split(separator: " ").map(String.init)
  }

  private static let qualities = words(
    """
    eastern northern public private hidden narrow costly modern wooden regional yearly second former
    broken rented crowded distant quiet unpaid foreign joint early hollow local written secret busy
    """)
  private static let things = words(
    """
    harbour bridge ferry pier council auditor tender report budget strike union court mayor market
    lock river dyke quay terminal tenant fleet warehouse crane contract vote petition charter tax
    village tower canal station school clinic archive debt lease permit survey pipeline festival
    """)
  private static let links = words(
    "beside against without behind under before over because-of like")

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// `#` stands for a number, `@` for a name.
  private static let subjects = [
    "The harbour master of @", "A spokeswoman of the ministry", "Residents of @", "The mayor",
    "The @ Company", "An official who asked not to be named", "Auditors at @", "The @ court",
    "Critics of the @ plan", "The opposition", "Engineers at the @ lock", "Mr @", "Ms @",
  ]
  private static let verbs = [
    "said on Monday that", "denied that", "told @ Radio that", "had warned for # months that",
    "insisted that", "rejected \"once and for all\" the claim that", "confirmed that",
    "could not say whether", "repeated that", "saw no sign that",
  ]
  private static let objects = [
    "would cost # million euros at", "- all # of them - were safer than", "didn't add up for",
    "put # jobs at stake near", "was \"a farce\" from the start, said", "had never reached",
    "would be published in full by", "fell by # per cent... and so did", "was rising again along",
    "had been closed for good by", "could wait, unlike", "won't be rebuilt with",
  ]
  private static let endings = [
    "before the elections at", "despite the protests of", "and wait... for", "# days after",
    "as long as the money lasts for", "whatever the @ office says of", "and",
    "for the first time since",
  ]
  private static let fillers = [
    "reportedly", "now", "again", "still", "officials", "later", "initially", "sharply", "both",
    "however", "fully", "early", "partly", "yesterday", "rival", "draft", "plainly", "heavy",
  ]
}

extension String {
  /// The word with a capital letter.
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
