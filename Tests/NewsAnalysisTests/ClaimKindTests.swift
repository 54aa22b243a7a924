// Sentences of kinds, generated: those that state facts against those that do not, and a score for each.

import ArticleModel
import NewsAnalysis
import Testing

@Suite struct ClaimKindTests {
  /// A kind of sentence: what its sentences are put together of.
  struct Kind: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var patterns: [String]

    /// A sentence for each pattern and subject; `_` is the subject.
    var sentences: [String] {
      patterns.flatMap { pattern in
        ClaimKindTests.subjects.map { pattern.replacing("_", with: $0) }
      }
    }
  }

  private static let subjects = [
    "The ferry company", "Bosnia", "The orchestra", "Mayor Ida Kern", "The Green Party",
    "Its rival",
  ]

  static let stating: [Kind] = [
    Kind(
      testDescription: "figures",
      patterns: [
        "_ spent 38 million euros on repairs.", "_ lost 4,200 members in three years.",
        "_ received 12 percent of the money.",
      ]),
    Kind(
      testDescription: "comparisons",
      patterns: [
        "_ has spent more on travel than any other.", "_ paid twice as much as the year before.",
        "_ now earns less than in 2010.",
      ]),
    Kind(
      testDescription: "dates",
      patterns: [
        "_ was fined by a court in March 2019.", "_ has received public money since 1998.",
        "_ signed the contract in 2016.",
      ]),
    Kind(
      testDescription: "causes",
      patterns: [
        "_ lost the contract because it had hidden 300 complaints.",
        "_ lost half of the money because of the strike.",
        "_ caused the flood that killed nine people.",
      ]),
  ]

  static let others: [Kind] = [
    Kind(
      testDescription: "opinions",
      patterns: [
        "_ is wonderful, I think.", "I believe that _ should be proud.", "_ seems tired, he feels.",
      ]),
    Kind(
      testDescription: "wishes",
      patterns: [
        "I hope that _ will come back soon.", "_ wants to be loved.",
        "Let us hope for the best for _.",
      ]),
    Kind(
      testDescription: "questions",
      patterns: [
        "Will _ pay 30 million euros by 2030?", "What does _ want from us?",
        "Has _ ever spent less than 5 percent?",
      ]),
    Kind(
      testDescription: "greetings",
      patterns: [
        "Good evening to you all from _.", "Thank you very much, dear friends of _!",
        "Welcome to our talk with _.",
      ]),
  ]

  private static func analysis(_ text: String) -> Analysis { NewsAnalyzer().analyze(Article(text)) }

  @Test("Sentences that state facts are claims", arguments: stating)
  func areClaims(_ kind: Kind) {
    let missed = kind.sentences.filter { Self.analysis($0).claims.count != 1 }
    #expect(missed.isEmpty)
  }

  @Test("Sentences that state none are no claims", arguments: others)
  func areNone(_ kind: Kind) {
    let wrong = kind.sentences.filter { !Self.analysis($0).claims.isEmpty }
    #expect(wrong.isEmpty)
  }

  @Test("Straight and curly apostrophes make no difference")
  func apostrophes() {
    for sentence in [
      "They don't pay a third of what they're owed.", "It's the city's largest debt.",
    ] {
      let curly = sentence.replacing("'", with: "\u{2019}")
      #expect(Self.analysis(sentence).claimScores == Self.analysis(curly).claimScores)
    }
  }

  @Test("Whoever it is about, a claim scores much the same", arguments: stating)
  func whoeverItIsAbout(_ kind: Kind) {
    for pattern in kind.patterns {
      let scores = ["Clinton", "Obama", "Keller", "Okonkwo"].map {
        Self.analysis("In May, " + pattern.replacing("_", with: $0)).claimScores[0]
      }
      #expect(Set(scores).count == 1)
    }
  }
}
