// Transcripts: captions as SubRip and WebVTT, and plain text in which labels and time codes begin the turns.

import ArticleModel
import Testing

@testable import DocumentImport

@Suite struct TranscriptTests {
  private func article(_ text: String, named name: String = "a.txt") throws -> Article {
    try ArticleLoader.article(of: Array(text.utf8), named: name)
  }

  /// Each turn as "speaker@milliseconds: words".
  private func turns(_ article: Article) -> [String] {
    article.structure.turns.map { turn in
      let time = turn.start.map { "@\($0)" } ?? ""
      let words = article.text.string(in: turn.span).split(separator: "\n").joined(separator: "/")
      return "\(turn.speaker ?? "-")\(time): \(words)"
    }
  }

  private func text(_ article: Article) -> String { article.text.string(in: article.text.span) }

  // MARK: Captions

  @Test("The voices of WebVTT are turns, without tags, settings, notes, styles and names of cues")
  func voices() throws {
    let found = try article(
      """
      WEBVTT - meeting

      NOTE Ana: not said by anybody

      STYLE
      ::cue { color: red }

      first
      00:01.000 --> 00:03.000 align:start position:10%
      <v.loud Ana Reyes>Good <i>evening</i>, everybody.

      00:00:03.000 --> 00:00:05.500
      <v Ana Reyes>We begin &amp; we end
      at <00:00:04.000>nine.

      00:00:06.000 --> 00:00:08.000
      <v Ben>Why?</v> <v Ana Reyes>Because.</v>
      """)
    #expect(
      turns(found) == [
        "Ana Reyes@1000: Good evening, everybody. We begin & we end at nine.", "Ben@6000: Why?",
        "Ana Reyes@6000: Because.",
      ])
    #expect(text(found).hasPrefix("Ana Reyes: Good evening"))
    let moments = found.structure.landmarks.compactMap(\.milliseconds)
    #expect(moments.prefix(3) == [1000, 3000, 6000])
    #expect(found.blocks.allSatisfy { $0.kind == .speakerTurn })
  }

  @Test("SubRip loses its numbers and styles, keeps numbers that are said, and reads labels")
  func subRip() throws {
    let found = try article(
      """
      1
      00:00:01,000 --> 00:00:02,500
      {\\an8}ANA: How many <font color="red">were</font> there?

      2
      00:00:03,000 --> 00:00:04,000
      BEN: Wait.

      400

      3
      00:00:05,000 --> 00:00:06,000
      At least.

      4
      00:00:07,000 --> 00:00:08,000
      ANA: And BEN?

      5
      00:00:09,000 --> 00:00:10,000
      BEN: Yes.
      """)
    #expect(
      turns(found) == [
        "ANA@1000: How many were there?", "BEN@3000: Wait. 400 At least.", "ANA@7000: And BEN?",
        "BEN@9000: Yes.",
      ])
  }

  @Test("Captions that roll up say every line once; a word that is said twice stays")
  func rolling() throws {
    let rolled = try article(
      """
      WEBVTT

      00:00:01.000 --> 00:00:03.000
      one two

      00:00:03.000 --> 00:00:03.010
      one two

      00:00:03.010 --> 00:00:05.000
      one two
      three<00:00:04.000><c> four</c>

      00:00:05.000 --> 00:00:05.010
      three four

      00:00:05.010 --> 00:00:07.000
      three four
      five
      """)
    #expect(text(rolled) == "one two three four five")
    let twice = try article(
      """
      WEBVTT

      00:01.000 --> 00:02.000
      No.

      00:02.000 --> 00:03.000
      No.

      00:03.000 --> 00:04.000
      Never.
      """)
    #expect(text(twice) == "No. No. Never.")
  }

  @Test("Broken time codes lose no words")
  func brokenTimes() throws {
    let found = try article(
      """
      WEBVTT

      00:00:01.000 --> 00:00:xx
      One.

      99:99:99.000 --> 00:00:70.000
      Two.

      00:00:01.000 --> 00:00:00.000
      Three.
      """)
    #expect(text(found) == "One. Two. Three.")
    #expect(found.structure.landmarks.compactMap(\.milliseconds) == [1000, 1000])
  }

  @Test("Captions without words, and WebVTT without cues, are refused with a reason")
  func nothingSaid() {
    #expect(throws: ImportError.empty("a.srt")) {
      try article("1\n00:00:01,000 --> 00:00:02,000\n\n", named: "a.srt")
    }
    #expect(throws: ImportError.self) { try article("WEBVTT\n\nNOTE nothing\n", named: "a.vtt") }
  }

  @Test("A file that is called .srt and is plain text is read as plain text")
  func plainTextBehindTheName() throws {
    #expect(text(try article("Only words.\n", named: "a.srt")) == "Only words.\n")
  }

  // MARK: Plain text

  @Test(
    "The usual layouts of transcripts have turns",
    arguments: [
      "ANA REYES: Good morning.\nMR. LEE: And to you.\nANA REYES: Thanks.\nMR. LEE: Well.",
      "[00:00:05] ANA REYES: Good morning.\n[00:00:07] MR. LEE: And to you.\n\n[00:00:09] ANA REYES: Thanks.\n[00:00:12] MR. LEE: Well.",
      "00:05 - ANA REYES: Good morning.\n00:07 - MR. LEE: And to you.\n00:09 - ANA REYES: Thanks.\n00:12 - MR. LEE: Well.",
      "ANA REYES  0:05\nGood morning.\n\nMR. LEE  0:07\nAnd to you.\n\nANA REYES  0:09\nThanks.\n\nMR. LEE  0:12\nWell.",
      "ANA REYES (00:05):\nGood morning.\n\nMR. LEE (00:07):\nAnd to you.\n\nANA REYES (00:09):\nThanks.\n\nMR. LEE (00:12):\nWell.",
      "**ANA REYES:** Good morning.\n\n**MR. LEE:** And to you.\n\n**ANA REYES:** Thanks.\n\n**MR. LEE:** Well.",
      ">> ANA REYES: Good morning.\n>> MR. LEE: And to you.\n>> ANA REYES: Thanks.\n>> MR. LEE: Well.",
      "[00:00:05]\nANA REYES:\nGood morning.\n[00:00:07]\nMR. LEE:\nAnd to you.\n[00:00:09]\nANA REYES:\nThanks.\n[00:00:12]\nMR. LEE:\nWell.",
    ])
  func layouts(_ layout: String) throws {
    let found = turns(try article(layout))
    let bare = found.map { $0.replacing(/@\d+/, with: "") }
    #expect(
      bare == [
        "ANA REYES: Good morning.", "MR. LEE: And to you.", "ANA REYES: Thanks.", "MR. LEE: Well.",
      ])
    let times = try article(layout).structure.landmarks.compactMap(\.milliseconds)
    #expect(times == [] || times == [5000, 7000, 9000, 12000])
    if !times.isEmpty { #expect(found.first == "ANA REYES@5000: Good morning.") }
  }

  @Test("Questions and answers of a hearing are turns")
  func questions() throws {
    let found = try article(
      "Q.  Did you see it?\nA.  I did.\nQ.  When?\nA.  On Monday.\n")
    #expect(turns(found) == ["Q: Did you see it?", "A: I did.", "Q: When?", "A: On Monday."])
  }

  @Test("A turn goes over its paragraphs; a header has no speakers; a guest may speak once")
  func paragraphs() throws {
    let found = try article(
      """
      Press briefing

      Date: 12 November
      Location: Town hall

      ANA: Good morning.

      I have two things to say: it rains. And it is late.

      BEN: Is it?

      ANA: It is.

      Zoe Miller: I agree.

      BEN: Fine.
      """)
    #expect(
      turns(found) == [
        "ANA: Good morning./I have two things to say: it rains. And it is late.", "BEN: Is it?",
        "ANA: It is.", "Zoe Miller: I agree.", "BEN: Fine.",
      ])
  }

  @Test(
    "An article with colons, a live blog with times of day and a list are no transcripts",
    arguments: [
      "Port closes\n\nUpdate: The port closed on Monday.\n\nThe director said: “We had to.”\n\nRead more: The quay.\nRead more: The basin.\n\nIt stays so for three weeks. Fishermen protested.",
      "Port closes\n\nBerlin 09:15\nHamburg 10:30\n\nThe port closed.",
      "14:05 – The wind turns.\n\nBoats come in.\n\n14:20 – The harbour closes.\n\n15:10 – It rains.",
      "Monday: fish\nThe price: 4 euros\n\nNothing else is known of the menu, which changes.\n\nIt did so last year.\n\nAnd the year before.",
    ])
  func noTranscripts(_ text: String) throws {
    let structure = try article(text).structure
    #expect(structure.turns.isEmpty)
    #expect(structure.landmarks.isEmpty)
  }

  @Test("A chat with times of day has turns and no moments of a recording")
  func chat() throws {
    let found = try article(
      "Ana 14:05\nHello.\n\nBen 14:07\nYes?\n\nAna 14:09\nCome.\n\nBen 14:10\nNo.")
    #expect(turns(found) == ["Ana: Hello.", "Ben: Yes?", "Ana: Come.", "Ben: No."])
    #expect(found.structure.landmarks.isEmpty)
  }

  @Test(
    "The transcripts among the examples have a turn for each speaker in a row",
    arguments: [("flood-barrier-council.vtt", 14), ("flood-barrier-briefing.txt", 17)])
  func examples(name: String, count: Int) throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let found = try ArticleLoader.load("/\(root)/Examples/\(name)")
    #expect(found.structure.turns.count == count)
    #expect(found.structure.turns.allSatisfy { $0.speaker != nil && $0.start != nil })
  }

  @Test("Web pages and Markdown with labels have turns too")
  func otherFormats() throws {
    let lines = ["ANA: Good morning.", "BEN: And to you.", "ANA: Thanks.", "BEN: Well."]
    let page = lines.map { "<p>\($0)</p>" }.joined()
    let html = try article("<!doctype html><title>Talk</title><body>\(page)", named: "a.html")
    #expect(turns(html).suffix(4) == lines[...])
    let markdown = lines.map { $0.replacing(/^(\w+:)/) { "**\($0.1)**" } }
    let marked = try article(markdown.joined(separator: "\n\n"), named: "a.md")
    #expect(turns(marked) == lines)
  }

  @Test(
    "10,000 turns, one line of megabytes and a line of arrows are read in time in their length")
  func hostile() throws {
    let many = String(repeating: "ANA: Yes.\nBEN: No.\n", count: 5_000)
    #expect(try article(many).structure.turns.count == 10_000)
    let line = "ANA: " + String(repeating: "word: ", count: 100_000)
    #expect(try article(line).structure.turns.isEmpty)
    let arrows = "1\n00:00:01,000 --> 00:00:02,000\n" + String(repeating: "-->", count: 100_000)
    #expect(try article(arrows, named: "a.srt").structure.landmarks.count == 1)
  }
}
