// The quotations against their sources in the reader: the list, what is taken, and how it shows.

import ArticleModel
import DocumentImport
import Interface
import NewsAnalysis
import Screen
import Sidecars
import Testing
import Verification

@testable import Reader

@Suite struct SourcesTests {
  private static let story = Article(
    """
    The barrier is paid for

    “We will not close the swimming pool before the end of May,” Anna Keller said.

    “The repairs cost two hundred and sixty thousand euros,” she added.

    “I could support this paper,” Ilse Brandt said.

    “Nobody likes a wet cellar in November,” Tom Reed said.

    """, name: "story.txt")
  private static let speech = Article(
    plainText: """
      Anna Keller: We will not close the swimming pool before the end of May, and I mean that. The repairs \
      cost two hundred and fifty thousand euros.

      Ilse Brandt: I could support this paper, if the government pays half of it.

      Anna Keller: It will not, and you know that.

      Ilse Brandt: Then I shall vote against.

      """, name: "speech.txt")

  /// What the speech says to the quotations of the story, which are found by their words.
  private static var verification: Verification {
    let quotations = [
      ("We will not close the swimming pool before the end of May,", "Anna Keller"),
      ("The repairs cost two hundred and sixty thousand euros,", "Anna Keller"),
      ("I could support this paper,", "Ilse Brandt"),
      ("Nobody likes a wet cellar in November,", "Tom Reed"),
    ].compactMap { words, name in
      story.text.places(of: words).first.map {
        StoryQuotation(parts: [$0], text: words, speakerNames: [name])
      }
    }
    let index = QuotationIndex([VerifiableStory(story, quotations: quotations, language: "en")])
    return verification(of: index, in: speech)
  }

  /// An analysis that found one of them: that is enough for the list to open.
  private static var analysis: Analysis {
    var analysis = Analysis(extent: story.text.span)
    analysis.quotations = story.text.places(of: "I could support this paper,").map {
      Quotation(
        spans: [$0], form: .direct, mention: nil, speaker: nil, cue: nil, confidence: 0.9)
    }
    return analysis
  }

  private static func verification(of index: QuotationIndex, in source: Article) -> Verification {
    let described = VerificationSource(
      name: source.source.name, digest: Digest(of: source.text),
      length: source.text.codePointCount)
    return Verification(
      index, sources: [described], findings: [index.findings(in: source, number: 0)])
  }

  private func sitting(
    columns: Int = 120, rows: Int = 30, sources: [QuotationSource] = [.path("speech.txt")],
    readOnly: String? = nil
  ) -> Sitting {
    var sitting = Sitting(
      Self.story, analysis: Self.analysis, columns: columns, rows: rows
    ) {
      $0.quotationSources = sources
      $0.readOnlyReason = readOnly
    }
    sitting.take(.terms(TaxonomyShelf([.bias, .saidAndTrue])))
    return sitting
  }

  private func opened(columns: Int = 120, rows: Int = 30) -> Sitting {
    var sitting = sitting(columns: columns, rows: rows)
    sitting.press("gq")
    sitting.take(.sources(.answered(Self.verification, faults: [])))
    return sitting
  }

  private func requests(_ sitting: Sitting) -> [ReaderRequest] {
    sitting.effects.compactMap { effect in
      if case .ask(let request) = effect { request as? ReaderRequest } else { nil }
    }
  }

  @Test("The list says what became of each quotation", arguments: [(140, 45), (80, 24), (50, 12)])
  func screens(columns: Int, rows: Int) {
    expectScreen(opened(columns: columns, rows: rows).frame, matches: "quotations-\(columns)")
  }

  @Test(
    "The preview marks the differences between story and source, and tells a changed number first")
  func preview() {
    var sitting = opened(rows: 45)
    sitting.press("j")
    let screen = sitting.screen
    #expect(screen.contains("! a number was changed"))
    #expect(screen.contains("{-fifty-} {+sixty+}"))
    #expect(screen.contains("speech.txt, line 1, Anna Keller"))
  }

  @Test("The hint beside the line for sources makes way for what is typed")
  func promptRoom() {
    var sitting = sitting(columns: 100, sources: [])
    sitting.press("gq")
    #expect(sitting.screen.contains("Tab completes"))
    let path = "recordings/council-november.vtt"
    sitting.press(path)
    #expect(sitting.screen.contains("sources of the quotations: \(path)"))
    #expect(!sitting.screen.contains("Tab completes"))
  }

  @Test("A condition that was cut off stands in the source once, as a difference")
  func cutCondition() {
    var sitting = opened(rows: 45)
    sitting.press("jj")
    let screen = sitting.screen
    #expect(screen.contains("{-if the government pays half of it-}"))
    #expect(screen.split(separator: "if the government pays half").count == 3)
  }

  @Test(
    "Taking an answer makes a verification with the source as evidence, and goes on to the next")
  func taking() throws {
    var sitting = opened()
    sitting.press("ttt")
    #expect(
      sitting.annotations.map { $0.terms.first?.description } == [
        "verification/said/accurate", "verification/said/altered", "verification/said/truncated",
      ])
    let marks = sitting.annotations
    #expect(marks.allSatisfy { $0.kind == .verification && $0.creator?.name == "Ana" })
    let evidence = try #require(marks.dropFirst().first?.evidence.first)
    #expect(evidence.url == "./speech.txt" && evidence.stance == .refutes)
    #expect(evidence.outcome == "altered" && evidence.speaker == "Anna Keller")
    #expect(evidence.digest == Digest(of: Self.speech.text) && evidence.place?.codePoints != nil)
    #expect(marks[1].note.contains("{-fifty-} {+sixty+}"))
    #expect(marks[2].note.contains("a condition was cut off"))
    #expect(sitting.screen.contains("3 of 4 taken"))
    sitting.press("t")
    #expect(sitting.annotations.last?.terms.first?.term == "unconfirmed")
    #expect(sitting.annotations.last?.evidence == [])
    #expect(sitting.annotations.last?.note == "Looked for in speech.txt.")
  }

  @Test("Taking twice changes nothing, undo takes one back, and the margin shows what was taken")
  func takenAndUndone() throws {
    var sitting = opened()
    sitting.press("tkt")
    #expect(sitting.annotations.count == 1)
    #expect(sitting.state.message?.text == "taken already")
    sitting.press("q")
    #expect(sitting.isPlain && sitting.screen.contains("▌✓"))
    sitting.press("gqu")
    #expect(sitting.annotations.isEmpty)
  }

  @Test("A verdict of one's own keeps the source as evidence")
  func ownVerdict() throws {
    var sitting = opened()
    sitting.press("jsd")
    let mark = try #require(sitting.annotations.first)
    #expect(mark.terms.first?.term == "reworded" && mark.evidence.first?.outcome == "altered")
    sitting.press("sl")
    let terms = sitting.annotations.map { $0.terms.map(\.term) }
    #expect(terms == [["altered"]] && sitting.annotations.first?.evidence.count == 1)
  }

  @Test("A verdict that the source no longer bears out is told, and not changed by itself")
  func sourceChanged() throws {
    var sitting = opened(rows: 45)
    sitting.press("tk")
    let other = Article("We may close the swimming pool before the end of May.", name: "speech.txt")
    let index = QuotationIndex(Self.verification.stories)
    sitting.take(.sources(.answered(Self.verification(of: index, in: other), faults: [])))
    #expect(sitting.screen.contains("then verbatim, now altered"))
    #expect(sitting.annotations.first?.terms.first?.term == "accurate")
  }

  @Test("Only those to look at, only those not taken, and a filter")
  func narrowing() {
    var sitting = opened()
    func isListed(_ words: String) -> Bool {
      sitting.frame.lines.dropFirst().prefix(4).contains { $0.contains(words) }
    }
    sitting.press("f")
    #expect(sitting.screen.contains("only to look at") && !isListed("“We will not"))
    sitting.press("fggt")
    #expect(sitting.screen.contains("only not taken yet"))
    #expect(sitting.annotations.first?.terms.first?.term == "accurate")
    #expect(!isListed("“We will not") && isListed("“The repairs"))
    sitting.press("f/brandt<Enter>t")
    #expect(sitting.annotations.last?.terms.first?.term == "truncated")
  }

  @Test("Enter opens the source at the words, and the key of the article leads to the quotation")
  func opening() throws {
    var sitting = opened()
    sitting.press("<Enter>")
    guard case .openSource(let name, let span, let words)? = requests(sitting).last else {
      Issue.record("nothing was opened")
      return
    }
    #expect(name == "speech.txt" && Self.speech.text.string(in: span) == words)
    #expect(words == "We will not close the swimming pool before the end of May")
    sitting.press("jjg1")
    #expect(sitting.isPlain && sitting.wordAtCaret == "I")
  }

  @Test(
    "Without sources, a line asks for them; what was typed comes back when there is no such file")
  func naming() throws {
    var sitting = sitting(sources: [])
    sitting.press("gq")
    sitting.take(.sources(.listed(folder: "", names: ["speech.txt", "spokes.txt"])))
    sitting.type("x.vtt, sp")
    sitting.press("<Tab>")
    #expect(sitting.screen.contains("speech.txt  spokes.txt"))
    sitting.type("e")
    sitting.press("<Tab><Enter>")
    let line = "x.vtt, speech.txt"
    #expect(
      requests(sitting).last
        == .nameSources([.typed("x.vtt"), .typed("speech.txt")], line: line, opensList: true))
    sitting.take(.sources(.refused(reason: "there is no x.vtt", line: line, opensList: true)))
    #expect(sitting.screen.contains(line) && sitting.screen.contains("there is no x.vtt"))
    sitting.take(.sources(.named([.path("speech.txt")], opensList: true)))
    #expect(requests(sitting).last == .checkQuotations)
  }

  @Test(
    "Sources of other places are read only when the reader lets them",
    arguments: [QuotationSource.path("../../etc/passwd"), .address("https://a.example/m")])
  func otherPlaces(source: QuotationSource) {
    var sitting = sitting(sources: [source])
    sitting.press("gq")
    #expect(!requests(sitting).contains(.checkQuotations))
    #expect(sitting.screen.contains(source.name))
    sitting.press("<Enter>")
    #expect(
      requests(sitting).last == .nameSources([.known(source)], line: source.name, opensList: true))
  }

  @Test("Of a sidecar that cannot be written, answers are shown and none is taken")
  func readOnly() {
    var sitting = sitting(readOnly: "the marks are read-only")
    sitting.press("gq")
    sitting.take(.sources(.answered(Self.verification, faults: [])))
    sitting.press("t")
    #expect(sitting.annotations.isEmpty)
    #expect(sitting.state.message?.text == "the marks are read-only")
  }

  @Test("The list begins at the quotation under the caret, and stays there while it is narrowed")
  func beginning() {
    var sitting = sitting()
    sitting.press("/could<Enter>gq")
    sitting.take(.sources(.answered(Self.verification, faults: [])))
    func selected() -> String? { sitting.frame.lines.first { $0.hasPrefix("▸") } }
    #expect(selected()?.contains("“I could support") == true)
    sitting.press("f")
    #expect(selected()?.contains("“I could support") == true)
    sitting.press("k")
    #expect(selected()?.contains("“The repairs") == true)
  }

  @Test("What others say otherwise stands beside one's own verdict, and nobody's is hidden")
  func disagreement() throws {
    let span = try #require(Self.story.text.places(of: "I could support this paper,").first)
    var mark = Annotation(
      kind: .verification,
      targets: [AnnotationTarget(source: "story.txt", passage: Passage(of: span, in: Self.story))],
      creator: Creator(name: "Ben"))
    mark.terms = [TermReference(pack: "verification", group: "said", term: "accurate")]
    var sitting = Sitting(
      Self.story, analysis: Self.analysis, columns: 120, rows: 45, annotations: [mark]
    ) { $0.quotationSources = [.path("speech.txt")] }
    sitting.take(.terms(TaxonomyShelf([.bias, .saidAndTrue])))
    sitting.press("gq")
    sitting.take(.sources(.answered(Self.verification, faults: [])))
    sitting.press("jj")
    #expect(sitting.screen.contains("accurate · Ben"))
    sitting.press("tgg")
    sitting.press("jj")
    #expect(sitting.screen.contains("truncated · Ana, 2026-01-02 · ≠ Ben: accurate"))
  }

  @Test("An article without quotations has nothing to look for")
  func noQuotations() {
    var sitting = Sitting(Self.story, analysis: Analysis(extent: Self.story.text.span))
    sitting.press("gq")
    #expect(sitting.isPlain && sitting.screen.contains("No quotations were found in this article"))
  }

  @Test("A source that has changed is searched again, and sources that a colleague named are known")
  func freshSources() {
    var sitting = opened()
    sitting.take(.sources(.changed("speech.txt")))
    #expect(requests(sitting).last == .checkQuotations)
    sitting.take(.sources(.kept([.path("speech.txt"), .path("more.vtt")])))
    #expect(sitting.state.quotationCheck.sources.count == 2)
  }

  @Test("Each key that help lists in the list of quotations does something there")
  func help() throws {
    var sitting = opened()
    sitting.press("j")
    try pressAll(sitting.application, "the quotations")
    sitting.press("/a")
    try pressAll(sitting.application, "the filtered quotations")
  }
}

extension Taxonomy {
  /// The pack of verifications with the answers to “was it said?”
  fileprivate static let saidAndTrue: Taxonomy = {
    let answers: [(String, Character)] = [
      ("accurate", "a"), ("altered", "l"), ("reworded", "d"), ("truncated", "t"),
      ("stitched", "j"), ("misattributed", "m"), ("unconfirmed", "u"),
    ]
    let said = Group(
      id: "said", label: "was it said?", isExclusive: true,
      terms: answers.map { id, key in
        Term(id: id, label: id, definition: "", key: key, gutterLetter: key)
      })
    return Taxonomy(
      id: "verification", label: "verification", version: "1", kind: .verification,
      groups: Taxonomy.verification.groups + [said])
  }()
}
