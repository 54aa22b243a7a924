// Words of which one in the other's place makes another statement, and what the difference shows of them.

import ArticleModel
import Testing
import Verification

@Suite struct ExchangeTests {
  private let source = Article(
    "Nobody from the company told us about the crack. The profits of the ferry company rose in the spring. "
      + "The inspector hit the driver in front of the depot. They paid eleven pounds for every single ticket. "
      + "We waited for three years on the island. The new roof costs £4,000 in all. Everybody on the quay saw the smoke."
  )

  @Test(
    "Opposites, persons left open, units and words that changed places are changes of the meaning",
    arguments: [
      ("Somebody from the company told us about the crack.", MeaningChange.Kind.negation),
      ("The profits of the ferry company fell in the spring.", .opposite),
      ("The driver hit the inspector in front of the depot.", .roles),
      ("They paid eleven euros for every single ticket.", .number),
      ("We waited for three months on the island.", .number),
      ("The new roof costs €4,000 in all.", .number),
      ("Somebody on the quay saw the smoke.", .quantity),
    ])
  func changed(quoted: String, kind: MeaningChange.Kind) throws {
    let said = try Said(quoted, in: source)
    #expect(said.outcome == .altered && said.changes == [kind])
  }

  @Test("A word that was replaced at either end stands beside the one that replaces it")
  func edges() throws {
    let first = try Said("Somebody from the company told us about the crack.", in: source)
    #expect(
      first.answer.matches.first?.differenceInWords
        == "{-Nobody-} {+Somebody+} from the company told us about the crack")
    let last = try Said("Nobody from the company told us about the fire.", in: source)
    #expect(
      last.answer.matches.first?.differenceInWords
        == "Nobody from the company told us about the {-crack-} {+fire+}")
  }

  @Test("Words that both have stand in the difference with the capitals of the source")
  func capitals() throws {
    let source = Article("Some of the managers on the top floor knew all about it.")
    let said = try Said("The managers on the top floor knew all about it.", in: source)
    #expect(
      said.answer.matches.first?.differenceInWords
        == "{-Some of-} the managers on the top floor knew all about it")
  }
}
