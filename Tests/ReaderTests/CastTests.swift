// Persons and places put right as such, from their panes, on wide and narrow screens.

import ArticleModel
import Interface
import NewsAnalysis
import Reader
import Testing

@Suite struct CastTests {
  /// A sitting on a desk that keeps what is said for good.
  private func sitting(columns: Int = 140, rows: Int = 45, hasDesk: Bool = true) -> Sitting {
    Sitting(columns: columns, rows: rows) { setup in
      if hasDesk {
        (setup.authority, setup.authorityPath) = (Authority(), "desk/galley-authority.toml")
      }
    }
  }

  private func speakers(_ sitting: Sitting) -> [String] {
    sitting.state.analysis?.speakers.map(\.name) ?? []
  }

  @Test(
    "gc in the pane of speakers says who is meant and what can be wrong",
    arguments: [(140, 45), (80, 24)])
  func choice(columns: Int, rows: Int) {
    var sitting = sitting(columns: columns, rows: rows)
    sitting.press("g3")
    #expect(sitting.screen.contains("gc correct"))
    sitting.press("gc")
    #expect(sitting.screen.contains("Ines Vogt · 2 quotations, 3 mentions"))
    for words in [
      "r another name …", "m the same as …", "o an organisation", "x no speaker at all",
      "s someone else in one place …",
      "t•this article alone", "h later articles too",
    ] {
      #expect(sitting.screen.contains(words), "\(words)")
    }
    #expect(!sitting.screen.contains("p a person"))
  }

  @Test(
    "Another name counts for all quotations, is told, and one undo takes it back",
    arguments: [(140, 45), (80, 24)])
  func rename(columns: Int, rows: Int) {
    var sitting = sitting(columns: columns, rows: rows)
    sitting.press("g3gcr")
    #expect(sitting.screen.contains("right name of Ines Vogt: Ines Vogt"))
    sitting.press("<C-u>")
    sitting.type("Inés Vogt-Lang")
    sitting.press("<Enter>")
    #expect(speakers(sitting) == ["Inés Vogt-Lang", "the shipping line"])
    #expect(sitting.screen.contains("renamed Ines Vogt to Inés Vogt-Lang · u undoes"))
    #expect(sitting.state.focus == .pane(.speakers))
    #expect(sitting.screen.contains("Ines Vogt · Vogt · she"))
    let says = sitting.annotations.first?.correction
    #expect(says?.isForDesk == false)
    sitting.press("u")
    #expect(speakers(sitting) == ["Ines Vogt", "the shipping line"])
    #expect(sitting.annotations.isEmpty)
    sitting.press("<C-r>")
    #expect(speakers(sitting).first == "Inés Vogt-Lang")
  }

  @Test("Two are joined by a letter, and the pane stays on whoever is left")
  func merge() {
    var sitting = sitting()
    sitting.press("g3jgcm")
    #expect(sitting.screen.contains("the shipping line is the same as"))
    sitting.press("1")
    #expect(speakers(sitting) == ["Ines Vogt"])
    #expect(sitting.state.analysis?.speakers[0].quotations == [0, 1, 2])
    #expect(sitting.state.cursor(of: .speakers) == 0)
    sitting.press("u")
    #expect(speakers(sitting).count == 2)
  }

  @Test("A person is an organisation, or no speaker at all")
  func kinds() {
    var sitting = sitting()
    sitting.press("g3gco")
    #expect(sitting.state.analysis?.speakers[0].kind == .organisation)
    #expect(sitting.screen.contains("Ines Vogt is an organisation"))
    sitting.press("gcx")
    #expect(speakers(sitting) == ["the shipping line"])
    #expect(sitting.state.analysis?.quotations[0].speaker == nil)
    sitting.press("uu")
    #expect(sitting.state.analysis?.speakers[0].kind == .person)
  }

  @Test("gx and ga in the pane reject and accept the person as such")
  func shortcuts() {
    var sitting = sitting()
    sitting.press("g3gx")
    #expect(speakers(sitting) == ["the shipping line"])
    sitting.press("uga")
    #expect(sitting.state.analysis?.persons.map(\.confidence) == [1, 1])
    #expect(sitting.screen.contains("accepted Ines Vogt"))
  }

  @Test("A mention is split off with its words around it, and belongs to a name that is typed")
  func split() {
    var sitting = sitting()
    sitting.press("g3gcs")
    #expect(sitting.screen.contains("who is not Ines Vogt"))
    sitting.press("<Down>")
    #expect(sitting.screen.contains("[she] told reporters"))
    sitting.press("<Enter>")
    #expect(sitting.screen.contains("“she” there is"))
    sitting.press("o")
    sitting.type("Mia Lund")
    sitting.press("<Enter>")
    let analysis = sitting.state.analysis
    #expect(analysis?.speakers.first { $0.name == "Mia Lund" }?.quotations == [1])
    #expect(analysis?.speakers[0].quotations == [0])
    #expect(sitting.annotations.first?.correction?.isForDesk == false)
  }

  @Test(
    "What is said counts in this article, or with h in later ones, and the file is named before",
    arguments: [(140, 45), (80, 24)])
  func scope(columns: Int, rows: Int) {
    var sitting = sitting(columns: columns, rows: rows)
    sitting.press("g3gcx")
    #expect(sitting.annotations.first?.correction?.isForDesk == false)
    sitting.press("ugch")
    #expect(sitting.screen.contains("t this article alone"))
    #expect(sitting.screen.contains("h•later articles too"))
    #expect(sitting.screen.contains("Also written to desk/galley-authority.toml, for all"))
    sitting.press("<Down>")
    #expect(sitting.screen.contains("Also written to desk/galley-authority.toml."))
    sitting.press("t")
    #expect(sitting.screen.contains("t•this article alone"))
    #expect(!sitting.screen.contains("galley-authority.toml"))
    sitting.press("ho")
    #expect(sitting.annotations.first?.correction?.isForDesk == true)
  }

  @Test("A description counts in its article, and where there is no desk nothing is asked")
  func withoutDesk() {
    var sitting = sitting()
    sitting.press("g3jgc")
    #expect(sitting.screen.contains("the shipping line ·"))
    let isKnown = sitting.state.analysis?.speakers[1].kind != .unnamed
    #expect(sitting.screen.contains("later articles too") == isKnown)
    var without = self.sitting(hasDesk: false)
    without.press("g3gc")
    #expect(!without.screen.contains("later articles"))
  }

  @Test(
    "A place has another country wherever it is named", arguments: [(140, 45), (80, 24)])
  func country(columns: Int, rows: Int) {
    var sitting = sitting(columns: columns, rows: rows)
    sitting.press("g4gc")
    #expect(sitting.screen.contains("Lübeck · 2 mentions"))
    sitting.press("c")
    sitting.type("zz9")
    sitting.press("<Enter>")
    #expect(sitting.screen.contains("A country has two letters"))
    sitting.press("gcc")
    sitting.type("us")
    sitting.press("<Enter>")
    let places = sitting.state.analysis?.places ?? []
    #expect(places.first { $0.name == "Lübeck" }?.country == "US")
    #expect(places.first { $0.name == "Lübeck" }?.mentions.count == 2)
    #expect(sitting.screen.contains("Lübeck is Lübeck, US"))
    sitting.press("u")
    #expect(sitting.state.analysis?.places[0].country == "DE")
  }

  @Test("What the desk knows is applied, and a change of it at once")
  func desk() {
    let says = Correction(.renamed, .speaker, of: "Ines Vogt", name: "Inés Vogt", isForDesk: true)
    let authority = Authority([Authority.Entry(id: .random(), says: says)])
    var sitting = Sitting { $0.authority = authority }
    #expect(speakers(sitting).first == "Inés Vogt")
    sitting.take(.authority(Authority()))
    #expect(speakers(sitting).first == "Ines Vogt")
  }

  // MARK: What was missed

  @Test(
    "With words selected the footer and gc offer to add what was missed",
    arguments: [(140, 45), (80, 24)])
  func missed(columns: Int, rows: Int) {
    var sitting = sitting(columns: columns, rows: rows)
    sitting.press("/Divers<Enter>viw")
    #expect(sitting.screen.contains("gc add a finding"))
    sitting.press("gc")
    #expect(sitting.screen.contains("what is “Divers”"))
    #expect(sitting.screen.contains("p a person or an organisation"))
    sitting.press("p")
    sitting.press("<Enter>")
    #expect(speakers(sitting).contains("Divers"))
    #expect(sitting.screen.contains("added Divers"))
    sitting.press("u")
    #expect(!speakers(sitting).contains("Divers"))
  }

  @Test("A missed place is named, and joins the list")
  func missedPlace() {
    var sitting = sitting()
    sitting.press("/quay<Enter>viwgclo")
    sitting.type("Old Quay, DE")
    sitting.press("<Enter>")
    #expect(sitting.state.analysis?.places.map(\.name).contains("Old Quay") == true)
    #expect(sitting.state.analysis?.locations.count == 4)
  }
}
