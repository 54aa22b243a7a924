// Sources without a name stay without one, and so do the pronouns and descriptions that go on from them.

import NewsAnalysis
import Testing

@Suite struct UnnamedSourceTests {
  private static let openings = [
    "Foreign Minister Anna Keller met the delegation in Geneva on Monday.",
    "Tom Brady, the chairman of the ferry company, resigned on Friday.",
    "President Luis Ortega opened the port. Ortega cut the ribbon.",
  ]

  private static let sources = [
    "Two diplomats, who asked not to be named,", "A person familiar with the talks",
    "An official who spoke on condition of anonymity", "Several residents", "One of them",
    "A senior government official", "A source close to the family", "Another resident",
    "People briefed on the matter", "Three people with knowledge of the plan",
    "A European diplomat, speaking on condition of anonymity,", "One aide", "Some villagers",
    "A former employee, who asked not to be identified,", "A neighbour", "An analyst at a bank",
  ]

  private static let sequels = [
    "“It is over,” he said.", "He added that the talks had failed.",
    "“It is over,” the official added.", "They said that nothing would change.",
    "“Nobody knows,” the source said.", "He said: “It is over.”",
    "The person said the plan was dead.",
  ]

  @Test("Whoever is quoted without a name is nobody with one")
  func stayUnnamed() {
    let texts = Self.openings.flatMap { opening in
      Self.sources.flatMap { source in
        Self.sequels.map { "\(opening) \(source) said the deal was dead. \($0)" }
      }
    }
    for voiced in Voiced.all(texts) {
      #expect(!voiced.kinds.isEmpty, "\(voiced.text)")
      #expect(!voiced.kinds.contains(.person), "\(voiced.text) \(voiced.speakers)")
    }
  }

  @Test(
    "He means the one without a name who has just spoken",
    arguments: [
      "An official", "A person", "A senior diplomat", "One resident", "A grocer", "An insider",
    ])
  func pronouns(source: String) throws {
    let voiced = Voiced(
      "Tom Brady resigned on Friday. \(source) said the deal was dead. He said it was over.")
    #expect(voiced.speakers.count == 2)
    #expect(voiced.speakers.first == voiced.speakers.last)
    #expect(voiced.kinds == [.unnamed, .unnamed])
  }

  @Test("He means the person named when that person speaks again")
  func namedAgain() {
    let voiced = Voiced(
      """
      A grocer said the market would close. Tom Brady said it would stay open. He said that the \
      council had voted.
      """)
    #expect(voiced.speakers.dropFirst() == ["Tom Brady", "Tom Brady"])
  }

  @Test("Who means the noun before it, not the last name")
  func relatives() {
    let voiced = Voiced(
      "Anna Keller was away. A docker who said that the pier was safe left at noon.")
    #expect(!voiced.kinds.contains(.person))
  }
}
