// Title, apposition and name are one person; short forms of a name mean the whole one.

import NewsAnalysis
import Testing

@Suite struct OfficeTests {
  private static let names = [
    ("Paul Arden", "Arden"), ("Omar Haddad", "Haddad"), ("Johannes van der Meer", "Van der Meer"),
    ("Ban Soo-jin", "Ban"), ("Amara Okonkwo-Reyes", "Okonkwo-Reyes"),
  ]

  private static let forms = [
    "Its treasurer, NAME, said the money was gone.",
    "The mayor of Lund, NAME, said the money was gone.",
    "The mayor of Bath, England, NAME, said the money was gone.",
    "Her Spanish counterpart, NAME, said the money was gone.",
    "The head of the harbour board, NAME, said the money was gone.",
    "The union’s secretary, NAME, said the money was gone.",
    "One resident, NAME, said the money was gone.",
    "NAME, a 41-year-old baker from Lund, said the money was gone.",
    "NAME (Greens) said the money was gone.",
    "NAME, who runs the shop, said the money was gone.",
    "According to the treasurer, NAME, the money was gone.",
    "“The money is gone,” said NAME to the paper.",
    "“The money is gone,” said the mayor of Lund, NAME.",
    "“The money is gone,” the treasurer, NAME, said.",
    "The director of “Harbour Lights”, NAME, said the money was gone.",
  ]

  @Test("An office and a name are one person")
  func offices() {
    let cases = Self.forms.flatMap { form in
      Self.names.map { name, short in
        (name, form.replacing("NAME", with: name) + " “It is a pity,” \(short) added.")
      }
    }
    for ((name, text), voiced) in zip(cases, Voiced.all(cases.map(\.1))) {
      #expect(voiced.speakers.allSatisfy { $0 == name }, "\(text) \(voiced.speakers)")
      #expect(voiced.speakers.count == 2, "\(text) \(voiced.quotations)")
      #expect(voiced.persons == [name], "\(text)")
    }
  }

  @Test(
    "A later description means the person who has it",
    arguments: [
      ("The grocer Paul Arden", "the grocer"), ("Paul Arden, a baker from Lund,", "the baker"),
      ("The governor of the bank, Paul Arden,", "the governor"), ("Mayor Paul Arden", "the mayor"),
      ("Ines Vogt’s lawyer, Paul Arden,", "the lawyer"), ("Greek sailor Paul Arden", "the Greek"),
      ("Foreign Minister Paul Arden", "the foreign minister"),
    ])
  func descriptions(first: String, later: String) {
    let voiced = Voiced("\(first) said the money was gone. “It is a pity,” \(later) added.")
    #expect(voiced.speakers == ["Paul Arden", "Paul Arden"])
  }

  @Test("A minister is not another minister")
  func otherOffices() {
    let voiced = Voiced(
      """
      Prime Minister Ines Vogt met Foreign Minister Karl Brandt. The prime minister said the talks \
      went well. The foreign minister said that they had failed.
      """)
    #expect(voiced.speakers == ["Ines Vogt", "Karl Brandt"])
  }

  @Test("A name behind whom something is according to is another person's")
  func accordingTo() {
    let voiced = Voiced("According to the mayor, Tom Keller resigned on Monday.")
    #expect(voiced.speakers == ["mayor"])
  }

  @Test(
    "Initials, suffixes and first names mean the person",
    arguments: [
      ("J. Smith", "John Smith", "John Smith"), ("John Smith", "J. Smith", "John Smith"),
      ("Robert Kent Jr.", "Kent", "Robert Kent Jr."), ("Ines Vogt", "Ines", "Ines Vogt"),
      ("Karim al-Masri", "Al-Masri", "Karim al-Masri"),
    ])
  func shortForms(first: String, later: String, name: String) {
    let voiced = Voiced("\(first) said that the port was closed. \(later) said that it was final.")
    #expect(voiced.speakers == [name, name])
  }

  @Test("Two persons of one surname stay two")
  func namesakes() {
    let voiced = Voiced(
      """
      Jane Smith said that the port was closed. John Smith said that it was open. Ms Smith said that \
      he was wrong. Mr Smith said that she was.
      """)
    #expect(voiced.speakers == ["Jane Smith", "John Smith", "Jane Smith", "John Smith"])
  }

  @Test("What a first headline strings together are several names")
  func titleCase() {
    let voiced = Voiced("Tom Keller Apologizes To Anna Weber\n\nAnna Weber said that it was over.")
    #expect(voiced.persons.contains("Anna Weber"))
    #expect(voiced.speakers == ["Anna Weber"])
  }

  @Test("A headline within the text ends its names where its other words begin")
  func titleCaseWithin() {
    let voiced = Voiced(
      "The council met on Monday.\n\nTom Keller Is Over Anna Weber\n\nAnna Weber said that it was over."
    )
    #expect(voiced.speakers == ["Anna Weber"])
    #expect(voiced.persons.allSatisfy { ["Tom Keller", "Anna Weber"].contains($0) })
  }

  @Test("An epithet means the one person named before it, and nobody when there are two")
  func epithets() {
    let one = "Tom Keller spoke for an hour on Monday. The Bavarian senator said that it was over."
    let two = "Tom Keller met Anna Weber on Monday. The Bavarian senator said that it was over."
    #expect(Voiced(one).speakers == ["Tom Keller"])
    #expect(Voiced(two).kinds == [.unnamed])
  }

  @Test("A person named within a quotation is not whoever speaks it")
  func namesWithinQuotations() {
    let voiced = Voiced(
      "Ines Vogt resigned on Monday. “Karl Brandt must go,” she said. “Keller is worse,” she added."
    )
    #expect(voiced.speakers == ["Ines Vogt", "Ines Vogt"])
  }

  @Test("A verb in capitals is no part of a name")
  func capitals() {
    let persons = Voiced("The levy stays, INES VOGT SAID.").persons
    #expect(persons.map { $0.lowercased() } == ["ines vogt"])
  }
}
