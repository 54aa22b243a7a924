// Father and son, husband and wife: a surname that two bear means nobody before the text says whom.

import NewsAnalysis
import Testing

@Suite struct NamesakeTests {
  private static let kinship = [
    "husband", "wife", "mother", "founder", "supervisor", "lawyer", "coach", "deputy", "daughter",
    "neighbour", "manager", "brother", "predecessor",
  ]

  @Test("A relation, a trade and a name are one person", arguments: kinship)
  func relations(relation: String) {
    let texts = ["Her", "His"].flatMap { owner in
      ["", "the treasurer ", "palaeontologist ", "the former diver "].flatMap { trade in
        let phrase = "\(relation), \(trade)Dele Okafor,"
        return [
          "\(owner) \(phrase) said the boat was lost.",
          "“The boat was lost,” said \(owner.lowercased()) \(phrase.dropLast()).",
          "“The boat was lost,” \(owner.lowercased()) \(phrase) said.",
          "\(owner) \(phrase) said: “The boat was lost.”",
        ]
      }
    }
    for (text, voiced) in zip(texts, Voiced.all(texts.map { "Lena Voss died in May. " + $0 })) {
      #expect(voiced.speakers == ["Dele Okafor"], "\(text)")
    }
  }

  @Test(
    "A surname that two bear means nobody",
    arguments: [
      "Hendrik Bloom built boats. His son, Joost Bloom, sold them. Mr. Bloom said they were lost.",
      "Karl Bloom and his brother Tom Bloom built boats. Bloom said they were lost.",
      "Walter Bloom built boats. His son, Walter Bloom Jr., sold them. Mr. Bloom said they were lost.",
    ])
  func shared(text: String) {
    #expect(Voiced(text).speakers == [nil])
  }

  @Test("A son with his father’s name is another person")
  func generations() {
    let voiced = Voiced(
      "Walter Bloom built boats. “They are lost,” said his son, Walter Bloom Jr. Then he left.")
    #expect(voiced.speakers == ["Walter Bloom Jr."])
    #expect(voiced.persons == ["Walter Bloom", "Walter Bloom Jr."])
  }

  @Test("It means whom the article calls so, or who has just spoken")
  func established() {
    let voiced = Voiced.all([
      "Karl Bloom built boats. Bloom sold two. Tom Bloom left. Bloom was sad. Bloom said it was over.",
      "Karl Bloom built boats. “They are lost,” said his son, Tom Bloom. Bloom said it was over.",
      "Ann Bloom and her husband, Karl Bloom, built boats. Mrs. Bloom said it was over.",
    ])
    #expect(voiced.map(\.speakers) == [["Karl Bloom"], ["Tom Bloom", "Tom Bloom"], ["Ann Bloom"]])
  }

  @Test(
    "Ranks and letters make no second person",
    arguments: [
      ("Ann Bell KC", "Bell"), ("Ann Bell, KC,", "Ms Bell"), ("Tom Reed MP", "Reed"),
      ("Cllr Ann Bell", "Cllr Bell"), ("Councillor Tom Reed", "Coun Reed"),
      ("Tom Reed OBE", "Reed"),
      ("Det Insp Tom Reed", "DI Reed"), ("Ann Bell PhD", "Dr. Bell"), ("Sir Tom Reed", "Sir Tom"),
    ])
  func ranks(full: String, short: String) {
    let voiced = Voiced("\(full) came at nine. \(short) said the boat was lost.")
    #expect(voiced.persons.count == 1, "\(voiced.persons)")
    #expect(
      voiced.speakers.count == 1 && voiced.speakers.allSatisfy { voiced.persons.contains($0 ?? "") }
    )
  }
}
