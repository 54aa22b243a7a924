// Speakers who share a last name are told apart wherever names are cut; what stands below a list is none of it,
// and private marks say that they are.

import ArticleModel
import NewsAnalysis
import Screen
import Testing

@testable import Reader

@Suite struct NamesakesTests {
  private func analysis(_ names: [String]) -> Analysis {
    var analysis = Analysis.harbourClaims
    for (number, name) in names.enumerated() {
      analysis.speakers[number].name = name
      analysis.speakers[number].kind = .person
    }
    return analysis
  }

  @Test(
    "In the list of quotations, people with the same last name have an initial or their whole name",
    arguments: [80, 140])
  func quotes(columns: Int) {
    func lines(_ names: [String]) -> String {
      var sitting = Sitting(
        analysis: analysis(names), columns: columns, rows: columns == 80 ? 24 : 45)
      sitting.press("g2")
      return sitting.frame.lines.filter { $0.contains("«") || $0.contains("‹") }
        .joined(separator: "\n")
    }
    let different = lines(["Helen Bartholomew-Carver", "David Singh"])
    #expect(!different.contains("H. ") && different.contains("Singh"))
    let shared = lines(["Wilhelmina-Charlotte Carver", "Christopher-Alexander Carver"])
    #expect(shared.contains("W. Carver") && shared.contains("C. Carver"))
    // Initials that are the same tell nobody apart.
    let alike = lines(["Helen Carver", "Harry Carver"])
    #expect(alike.contains("Helen Carv") && alike.contains("Harry Carv"))
  }

  @Test("A name is as full as there is room for, and no shorter than its initial")
  func forms() {
    let namesakes = Namesakes(analysis(["Helen Carver", "David Carver"]))
    #expect(namesakes.distinct("Helen Carver", to: 20) == "Helen Carver")
    #expect(namesakes.distinct("Helen Carver", to: 10) == "H. Carver")
    #expect(!Namesakes(analysis(["Helen Carver", "David Singh"])).isShared("Helen Carver"))
  }

  @Test("The facts below the speakers are no speakers of which there are more")
  func totals() {
    var analysis = Analysis.harbourClaims
    let line = analysis.speakers[1]
    for number in 3...11 {
      var other = line
      (other.name, other.quotations, other.paraphraseWords) = ("Firm \(number)", [], 0)
      analysis.speakers.append(other)
    }
    for rows in 14...40 {
      var sitting = Sitting(analysis: analysis, columns: 140, rows: rows)
      sitting.press("g3gg")
      let lines = sitting.frame.lines.map { $0.dropFirst(70) }
      guard let heading = lines.firstIndex(where: { $0.contains("SPEAKERS 11") }),
        let more = lines[heading...].firstIndex(where: { $0.contains("… ") && $0.contains("more") })
      else { continue }
      let shown = lines[heading..<more].count {
        $0.contains("Firm ") || $0.contains("Ines Vogt") || $0.contains("the shipping line")
      }
      let told = lines[more].contains("… more") ? "… more" : "… \(11 - shown) more"
      #expect(lines[more].contains(told), "\(rows) rows: \(lines[more])")
      #expect(shown < 11 || told == "… more")
    }
  }

  @Test(
    "A private mark says so in its pane, in the status line and on the claims desk",
    arguments: [80, 140])
  func privacy(columns: Int) throws {
    let words = "Divers found the wreck on Monday."
    var mark = try Annotation.verification(of: words, by: "Ana", "refuted")
    mark.isPrivate = true
    var sitting = Sitting.withClaims([mark], columns: columns, rows: columns == 80 ? 24 : 45)
    sitting.press("]a")
    #expect(sitting.frame.lines.suffix(2).joined().contains("refuted · private"))
    sitting.press("g5")
    #expect(sitting.frame.lines.contains { $0.contains("refuted") && $0.contains("private") })
    sitting.press("gC")
    #expect(sitting.screen.contains("refuted · private · Ana"))
  }
}
