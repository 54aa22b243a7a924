// "The company", "it": the one body that was introduced so; of several none.

import NewsAnalysis
import Testing

@Suite struct BodyTests {
  private static let bodies = [
    ("The ferry company Norlund", "company", "Norlund"),
    ("The charity Open Hands", "charity", "Open Hands"),
    ("The rail union Unitrack", "union", "Unitrack"),
    ("Camber District Council", "council", "Camber District Council"),
    ("The Interior Ministry", "ministry", "Interior Ministry"),
  ]

  @Test("A noun means the only body that was introduced by it", arguments: bodies)
  func only(introduction: String, noun: String, name: String) {
    let voiced = Voiced(
      """
      \(introduction) said it was sorry. The \(noun) said the boat was lost. \
      “It is gone,” the \(noun) added. It said it would buy another.
      """)
    #expect(voiced.speakers == [name, name, name, name], "\(voiced.quotations)")
  }

  @Test(
    "Of several bodies that a noun may mean it means none",
    arguments: [
      ("The ferry company Norlund", "The ferry company Seaways", "company"),
      ("The charity Open Hands", "The charity Lifeline", "charity"),
    ])
  func several(first: String, second: String, noun: String) {
    let voiced = Voiced(
      "\(first) said it was sorry. \(second) said it was not. The \(noun) said the boat was lost.")
    #expect(voiced.speakers.count == 3 && voiced.speakers.last == noun, "\(voiced.speakers)")
  }

  @Test("Whoever is called somewhere says nothing")
  func called() {
    #expect(Voiced("Police were called to the bridge at nine.").quotations.isEmpty)
  }
}
