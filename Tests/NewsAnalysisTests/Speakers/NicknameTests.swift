// Nicknames in marks or parentheses, and signs that nobody sees, are part of a name.

import NewsAnalysis
import Testing

@Suite struct NicknameTests {
  private static let marks = [
    ("“", "”"), ("\"", "\""), ("‘", "’"), ("'", "'"), ("(", ")"), ("«", "»"),
  ]
  private static let persons = [
    ("Lorna", "Red", "Mason"), ("Dale", "Chip", "Wooster"), ("Joe", "The Butcher", "Falcone"),
    ("Tove", "Bear", "Lindqvist"),
  ]

  private static let forms = [
    "NAME said the market would close. LAST added that rents had doubled.",
    "“We cannot pay,” NAME said. “Nobody can.”",
    "“We cannot pay,” said NAME. LAST said that it was sad.",
    "Senator NAME said the market would close.", "According to NAME, the market would close.",
  ]

  @Test("A nickname belongs to its name and is quoted by nobody")
  func nicknames() {
    for (first, nickname, last) in Self.persons {
      for (open, close) in Self.marks {
        let name = "\(first) \(open)\(nickname)\(close) \(last)"
        let texts = Self.forms.map {
          $0.replacing("NAME", with: name).replacing("LAST", with: last)
        }
        for voiced in Voiced.all(texts) {
          #expect(voiced.persons == [name], "\(voiced.text)")
          #expect(!voiced.speakers.isEmpty, "\(voiced.text)")
          #expect(voiced.speakers.allSatisfy { $0 == name }, "\(voiced.text)")
          #expect(voiced.quotations.allSatisfy { !$0.contains(nickname) }, "\(voiced.text)")
        }
      }
    }
  }

  @Test(
    "Words in marks that stand in no name are left alone",
    arguments: [
      "Vogt said the “Red” Army had left.", "The minister called the plan “Mad” on Monday.",
    ])
  func otherMarks(text: String) {
    #expect(Voiced(text).persons.allSatisfy { !$0.contains("“") })
  }

  @Test(
    "Soft hyphens and joiners inside words change nothing",
    arguments: [
      "\u{AD}", "\u{200C}", "\u{200D}", "\u{2060}",
    ])
  func invisibleSigns(sign: String) {
    let text = """
      “The levy stays,” Minister Ines Bergmann said on Monday. Bergmann added that the port was safe.
      """
    let hidden = text.replacing("Min", with: "Min\(sign)").replacing("Berg", with: "Ber\(sign)g")
    let voiced = Voiced(hidden)
    #expect(voiced.speakers == ["Ines Bergmann", "Ines Bergmann"])
    #expect(voiced.quotations[0] == "“The levy stays,”")
  }

  @Test("Accents that stand apart from their letters make no other name")
  func decomposedNames() {
    let voiced = Voiced(
      "Zoe\u{308} Mu\u{308}ller said that it was over. Müller added that nobody had won.")
    #expect(voiced.speakers == ["Zoë Müller", "Zoë Müller"])
  }
}
