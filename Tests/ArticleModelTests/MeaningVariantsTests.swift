// Changes of meaning of every kind, within the marked words and beside them in their sentence; and changes
// that are none. Each is tried with the words marked whole and in part, in articles that are made up.

import TestSupport
import Testing

@testable import ArticleModel

@Suite struct MeaningVariantsTests {
  /// A sentence, the marked part between brackets, and what became of the sentence.
  typealias Case = (marked: String, after: String)

  private static func sentences(_ seed: UInt64) -> [String] {
    var chance = Chance(seed: seed &* 6151)
    return EditedArticle(paragraphs: 4, using: &chance).paragraphs.joined().map { sentence in
      sentence.map(\.text).joined(separator: " ")
    }
  }

  /// Marks the part in an article, changes the sentence, and looks for the mark.
  static func anchor(_ marked: String, becoming after: String, seed: UInt64, wrapped: Bool = false)
    -> Anchor
  {
    let plain = marked.replacing("⟦", with: "").replacing("⟧", with: "")
    var around = sentences(seed)
    let place = Int(seed) % (around.count + 1)
    let separator = seed % 3 == 0 ? "\n\n" : " "
    around.insert(marked, at: place)
    let text = around.joined(separator: separator)
    around[place] = plain
    let before = Article(around.joined(separator: separator))
    around[place] = after
    let now = Article(around.joined(separator: separator))
    guard let open = text.firstRange(of: "⟦"), let close = text.firstRange(of: "⟧") else {
      return .orphan
    }
    let start = text[..<open.lowerBound].utf8.count
    let span = TextSpan(start..<start + text[open.upperBound..<close.lowerBound].utf8.count)
    return Anchoring.resolve(Passage(of: span, in: before), in: now)
  }

  private static func expect(asked: Bool, _ cases: [Case]) {
    for (marked, after) in cases {
      for seed: UInt64 in 1...6 {
        let anchor = anchor(marked, becoming: after, seed: seed)
        #expect(anchor.isSure != asked, "seed \(seed): \(marked) → \(after): \(anchor)")
      }
    }
  }

  @Test("Words that changed within the mark are asked about")
  func within() {
    Self.expect(
      asked: true,
      [
        ("⟦The ministry had warned the port.⟧", "The ministry hadn’t warned the port."),
        ("⟦The ministry warned the port.⟧", "The ministry no longer warned the port."),
        ("⟦The ministry had warned the port.⟧", "The ministry had hardly warned the port."),
        ("⟦They sailed with permits.⟧", "They sailed without permits."),
        ("⟦The levy was constitutional.⟧", "The levy was unconstitutional."),
        ("⟦The fleet used lethal force.⟧", "The fleet used non-lethal force."),
        ("⟦The offer was complete and final.⟧", "The offer was incomplete and final."),
        ("⟦Twelve ferries sailed on Monday.⟧", "Twenty ferries sailed on Monday."),
        ("⟦It was the third fire this year.⟧", "It was the second fire this year."),
        ("⟦It was the 3rd fire this year.⟧", "It was the 2nd fire this year."),
        ("⟦The bridge cost $12 million.⟧", "The bridge cost €12 million."),
        ("⟦Rates rose by 5 percent.⟧", "Rates rose by 5 percentage points."),
        ("⟦Rates rose by 5 % in May.⟧", "Rates rose by 5 points in May."),
        ("⟦It opened on 3 May 2024.⟧", "It opened on 8 May 2024."),
        ("⟦The tank holds 40 km of pipe.⟧", "The tank holds 40 m of pipe."),
        ("⟦Ines Vogt signed the deal.⟧", "Karl Vogt signed the deal."),
        ("⟦The minister must resign.⟧", "The minister should resign."),
        ("⟦All ferries were late.⟧", "Some ferries were late."),
        ("⟦The new quay is longer than the old.⟧", "The new quay is shorter than the old."),
        ("⟦The council will sell the pier.⟧", "The council sold the pier."),
        (
          "⟦Russia attacked Ukraine, the report says.⟧", "Ukraine attacked Russia, the report says."
        ),
        ("⟦The dog bit the mayor at noon.⟧", "The mayor bit the dog at noon."),
        ("⟦An expert said the port was safe.⟧", "An “expert” said the port was safe."),
        ("⟦An expert said the port was safe.⟧", "An 'expert' said the port was safe."),
        ("⟦Experts said the port was safe.⟧", "“Experts” said the port was safe."),
        ("⟦The plan helped us more than them.⟧", "The plan helped US more than them."),
        ("⟦They wanted to march on the town.⟧", "They wanted to March on the town."),
        ("⟦They sold polish sausages there.⟧", "They sold Polish sausages there."),
        ("⟦The mayor took the money.⟧", "The mayor allegedly took the money."),
        ("⟦The mayor took the money.⟧", "The mayor may have taken the money."),
        ("⟦The field has 10² plots in it.⟧", "The field has 102 plots in it."),
        ("⟦The dose is 1½ grams a day.⟧", "The dose is 11/2 grams a day."),
        ("⟦It fell by 1.5 points on Monday.⟧", "It fell by 15 points on Monday."),
        ("⟦It fell by 5 points on Monday.⟧", "It fell by −5 points on Monday."),
        ("⟦He agreed to resign on Monday.⟧", "He agreed to re-sign on Monday."),
        ("⟦He suffered from hypoglycemia then.⟧", "He suffered from hyperglycemia then."),
        ("⟦The port is safe.⟧", "The port is safe?"),
        ("⟦“We knew of it,” said Vogt.⟧", "We knew of it, said Vogt."),
      ])
  }

  @Test(
    "Words that change what the marked words say, beside them in their sentence, are asked about")
  func beside() {
    Self.expect(
      asked: true,
      [
        (
          "The ministry said on Monday that the new quay ⟦had been inspected twice⟧.",
          "It is not true that the ministry said on Monday that the new quay had been inspected twice."
        ),
        (
          "⟦The ministry had warned the port.⟧",
          "It is not true that the ministry had warned the port."
        ),
        ("⟦Russia had warned the port.⟧", "Nobody believes that Russia had warned the port."),
        ("⟦The ministry had warned the port⟧.", "The ministry had warned the port, Vogt denied."),
        (
          "⟦The ministry had warned the port⟧.",
          "The ministry had warned the port, which turned out to be false."
        ),
        (
          "The ministry ⟦had warned the port⟧ in March.",
          "The ministry never ⟦had warned the port⟧ in March.".replacing("⟦", with: "").replacing(
            "⟧", with: "")
        ),
        (
          "Team Beta said that the new system ⟦cut latency by half⟧ in all regions.",
          "Team Alpha said that the new system cut latency by half in all regions."
        ),
        (
          "In March 2024 the town ⟦closed the old bridge⟧ for good.",
          "In March 2023 the town closed the old bridge for good."
        ),
        (
          "The court found that the mayor ⟦took the money⟧ from the fund.",
          "The court did not find that the mayor took the money from the fund."
        ),
        (
          "The mayor ⟦took the money⟧ from the fund.",
          "The mayor reportedly took the money from the fund."
        ),
        (
          "Russia's ministry in the old capital ⟦had warned the port⟧.",
          "It is a myth that Russia's ministry in the old capital had warned the port."
        ),
      ])
  }

  @Test(
    "Words that are found inside of other words, or at the edge of another number, are asked about")
  func edges() {
    Self.expect(
      asked: true,
      [
        ("The levy is ⟦lawful⟧ today.", "The levy is unlawful today."),
        ("What he said is ⟦true⟧, Vogt said.", "What he said is untrue, Vogt said."),
        ("He called it a ⟦fair deal⟧ for all.", "He called it an unfair deal for all."),
        ("The ⟦president⟧ resigned on Monday.", "The vice-president resigned on Monday."),
        ("The envoy died ⟦in Niger⟧", "The envoy died in Nigeria"),
        ("It was reported by ⟦Vogt⟧.", "It was reported by Vogtmann."),
        ("The plan was of ⟦use⟧ to them.", "The plan was of useless to them."),
        ("The ministry ⟦paid 500⟧ euros.", "The ministry paid 5000 euros."),
        ("The ministry ⟦paid 500⟧ euros.", "The ministry paid 500,000 euros."),
        ("The ministry ⟦paid 500⟧ euros.", "The ministry paid 500k euros."),
        ("The ministry ⟦paid 500⟧ euros.", "The ministry paid 500 million euros."),
        ("It cost ⟦500 euros⟧ in all.", "It cost 1,500 euros in all."),
        ("It cost ⟦500 euros⟧ in all.", "It cost 2500 euros in all."),
        ("It fell by ⟦12⟧ degrees.", "It fell by 12.5 degrees."),
        ("It fell to ⟦12⟧ degrees.", "It fell to -12 degrees."),
        ("It fell to ⟦12⟧ degrees.", "It fell to over 12 degrees."),
        ("It fell by ⟦12⟧ degrees.", "It fell by 12–20 degrees."),
        ("It lost ⟦12 million⟧ euros.", "It lost 12 million dollars."),
        ("It was a ⟦fair deal⟧ for all.", "It was a so-called fair deal for all."),
      ])
    Self.expect(
      asked: false,
      [
        ("It fell on ⟦Monday⟧ - the last.", "It fell on Monday—the last."),
        ("It fell on ⟦Monday⟧… and rose.", "It fell on Monday … and rose."),
        ("⟦Vogt⟧'s deal was fair.", "Vogt’s deal was fair."),
        ("The mayor (⟦Vogt⟧) resigned.", "The mayor, Vogt, resigned."),
        ("It rose by ⟦12⟧, he said.", "It rose by 12; he said."),
        ("市长⟦承认⟧收到了这笔钱。", "昨天市长承认收到了这笔钱。"),
      ])
  }

  @Test("A mark in a word that is longer than what it remembers of it stands where it stood")
  func longWords() {
    let text = String(repeating: "e\u{301}\u{302}", count: 300)
    for end in ["", " and more of it."] {
      let article = Article(text + end)
      let half = ByteOffset(text.utf8.count / 2 / 5 * 5)
      for span in [TextSpan(half, half + 5), TextSpan(half, ByteOffset(text.utf8.count))] {
        let passage = Passage(of: span, in: article)
        #expect(Anchoring.resolve(passage, in: article).state == .exact)
      }
    }
  }

  @Test("Typography, white space, hyphenation and corrected spelling are never asked about")
  func sameWords() {
    Self.expect(
      asked: false,
      [
        ("⟦“We knew,” said Vogt - twice.⟧", "\"We knew,\" said Vogt — twice."),
        ("⟦The ‘old’ quay didn't close.⟧", "The “old” quay didn’t close."),
        ("⟦The minsiter of finance resigned.⟧", "The minister of finance resigned."),
        ("⟦The goverment recieved the letter.⟧", "The government received the letter."),
        ("⟦The ﬁnal oﬃce was closed on Monday.⟧", "The final office was closed on Monday."),
        ("⟦The inter\u{AD}national port is open.⟧", "The international port is open."),
        ("⟦The port\u{200B} is open to all ships.⟧", "The port is open to all ships."),
        ("⟦The pаrliament voted on Monday.⟧", "The parliament voted on Monday."),
        ("⟦Some １２ ships left on Monday.⟧", "Some 12 ships left on Monday."),
        ("⟦It covers 12 m² of the quay.⟧", "It covers 12 m2 of the quay."),
        ("⟦It took ½ hour to the island.⟧", "It took 1/2 hour to the island."),
        ("⟦Some 12,400 people came to the port.⟧", "Some 12400 people came to the port."),
        ("⟦Some 12,400 people came to the port.⟧", "Some 12\u{A0}400 people came to the port."),
        ("⟦The cafe\u{301} at the quay is open.⟧", "The café at the quay is open."),
        ("⟦The cafe at the quay is open.⟧", "The café at the quay is open."),
        ("⟦The council of Sao Paulo met Erdogan.⟧", "The council of São Paulo met Erdoğan."),
        ("⟦The harbour was closed...⟧", "The harbour was closed…"),
        ("⟦The back-\nground of the case is old.⟧", "The background of the case is old."),
        ("⟦The well-known mayor resigned.⟧", "The well known mayor resigned."),
        ("⟦They co-operate with the police.⟧", "They cooperate with the police."),
        ("⟦THE PORT IS CLOSED TO US.⟧", "The port is closed to us."),
        ("⟦The harbour organisation analysed it.⟧", "The harbor organization analyzed it."),
        ("⟦Rates rose by 5 per cent.⟧", "Rates rose by 5 percent."),
        (
          "⟦The port is closed to all the ships now.⟧", "The port  is closed\nto all the ships now."
        ),
        ("⟦The president of the union spoke.⟧", "The President of the Union spoke."),
        (
          "The minister, Mr. Vogt, ⟦closed the port⟧ on Monday.",
          "The minister, Mr Vogt, closed the port on Monday."
        ),
        (
          "The minister said on Monday that ⟦the port was closed⟧ again.",
          "The minister said on\nMonday that the port was closed\nagain."
        ),
        (
          "The goverment of the island ⟦closed the port⟧ again.",
          "The government of the island closed the port again."
        ),
      ])
  }

  @Test(
    "Other scripts: a negation that was put in is asked about, another shape of the same is not")
  func scripts() {
    Self.expect(
      asked: true,
      [
        ("⟦市长承认收到了这笔钱。⟧", "市长不承认收到了这笔钱。"), ("⟦他们有许可证。⟧", "他们没有许可证。"),
        ("⟦Вчера министр предупредил порт.⟧", "Вчера министр не предупредил порт."),
        ("⟦Der Minister hat den Hafen gewarnt.⟧", "Der Minister hat den Hafen nicht gewarnt."),
        ("Der Minister ⟦hat den Hafen⟧ gewarnt.", "Der Minister hat den Hafen nicht gewarnt."),
        ("⟦حذر الوزير الميناء أمس.⟧", "لم يحذر الوزير الميناء أمس."),
        ("⟦השר הזהיר את הנמל אתמול.⟧", "השר לא הזהיר את הנמל אתמול."),
        ("⟦รัฐมนตรีเตือนท่าเรือเมื่อวานนี้⟧", "รัฐมนตรีไม่เตือนท่าเรือเมื่อวานนี้"),
        ("⟦大臣は港に警告した。⟧", "大臣は港に警告しなかった。"),
        ("⟦Tổng thống đã ký luật.⟧", "Tổng thống chưa ký luật."),
        ("⟦Il fait fort chaud au port.⟧", "Il fait froid chaud au port."),
      ])
    Self.expect(
      asked: false,
      [
        ("⟦“Der Hafen ist zu”, sagte sie.⟧", "„Der Hafen ist zu“, sagte sie."),
        ("⟦حذّر الوزير الميناءَ أمس.⟧", "حذر الوزير الميناء أمس."),
        ("⟦في عام ٢٠٢٤ أغلق الميناء.⟧", "في عام 2024 أغلق الميناء."),
        ("⟦市长说：“我们知道。”⟧", "市长说：「我们知道。」"),
      ])
  }

  @Test("When a passage is cut, its twin does not take the mark, whatever tells them apart")
  func twins() {
    let rows = [
      "Team Alpha: approved", "Team Beta: approved", "Team Gamma: rejected", "Team Delta: approved",
    ]
    for number in [0, 1, 3] {
      expectNoTwin(rows, number, marking: "approved")
    }
    let table = ["| Harbour | 12 % | open |", "| Bridge | 12 % | open |", "| Road | 9 % | open |"]
    for number in 0...2 { expectNoTwin(table, number, marking: "open") }
    let said = [
      "Vogt said: “No comment.”", "Brandt said: “No comment.”", "Ana said: “No comment.”",
    ]
    for number in 0...2 { expectNoTwin(said, number, marking: "“No comment.”") }
    let long = [
      "The company did not respond to a request for comment.", "Its shares fell by 3 percent.",
      "The company did not respond to a request for comment.",
    ]
    for number in [0, 2] { expectNoTwin(long, number, marking: long[0]) }
    let labelled = [
      "Alpha\nThe team declined to say why.", "Beta\nThe team declined to say why.",
      "Gamma\nThe team left.",
    ]
    for number in [0, 1] {
      expectNoTwin(labelled, number, marking: "The team declined to say why.")
    }
    let alike = [
      "Team Alpha reported that the new deployment reduced latency by twelve percent.",
      "Team Beta reported that the new deployment reduced latency by twelve percent.",
    ]
    for number in [0, 1] {
      expectNoTwin(alike, number, marking: alike[number])
      expectNoTwin(alike, number, marking: "reduced latency by twelve percent")
    }
  }

  /// Cuts a row with its mark from a list within an article.
  private func expectNoTwin(_ rows: [String], _ number: Int, marking words: String) {
    for (seed, separator) in [(1, "\n"), (2, "\n\n"), (3, "\n"), (4, "\n\n")] as [(UInt64, String)]
    {
      let around = Self.sentences(seed)
      let head = around[..<3].joined(separator: " ") + "\n\n"
      let tail = "\n\n" + around[3...].joined(separator: " ") + "\n"
      let before = Article(head + rows.joined(separator: separator) + tail)
      var start = head.utf8.count
      for row in rows[..<number] { start += row.utf8.count + separator.utf8.count }
      guard let place = rows[number].firstRange(of: words) else { continue }
      start += rows[number][..<place.lowerBound].utf8.count
      let passage = Passage(of: TextSpan(start..<start + words.utf8.count), in: before)
      var left = rows
      left.remove(at: number)
      let anchor = Anchoring.resolve(
        passage, in: Article(head + left.joined(separator: separator) + tail))
      #expect(!anchor.isSure, "seed \(seed), row \(number), “\(words)”: \(anchor)")
      let kept = Anchoring.resolve(
        passage, in: Article("A notice.\n\n" + head + rows.joined(separator: separator) + tail))
      #expect(kept.isSure, "seed \(seed), row \(number), “\(words)”: \(kept)")
    }
  }

  @Test("A note of correction that quotes the old words does not take the mark")
  func quotedInNote() {
    let old = "The ministry had warned the port of the leak in March."
    let new = "The ministry had not warned the port of the leak in March."
    for seed: UInt64 in 1...4 {
      var sentences = Self.sentences(seed)
      let note =
        "Correction: an earlier version said: “The ministry had warned the port of the leak in March.”"
      sentences.insert(old, at: 4)
      let start = sentences[..<4].reduce(0) { $0 + $1.utf8.count + 1 }
      let before = Article(sentences.joined(separator: " "))
      sentences[4] = new
      let after = Article(sentences.joined(separator: " ") + "\n\n" + note)
      for part in [0..<old.utf8.count, 13..<32] {
        let passage = Passage(
          of: TextSpan(start + part.lowerBound..<start + part.upperBound), in: before)
        let anchor = Anchoring.resolve(passage, in: after)
        #expect(!anchor.isSure, "seed \(seed): \(anchor)")
        if part.count == old.utf8.count { #expect(anchor.change?.kinds == [.negation]) }
      }
    }
  }
}
