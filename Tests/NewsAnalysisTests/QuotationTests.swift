// Quotations in the forms that news uses: c marks contents, s sources; near misses have no marks.

import ArticleModel
import NewsAnalysis
import Testing

@Suite struct QuotationTests {
  /// The pieces and sources found in a marked text, in words.
  private func found(_ sample: MarkedText) -> (pieces: [String], sources: [String]) {
    let analysis = NewsAnalyzer().analyze(sample.article)
    let pieces = analysis.quotations.flatMap(\.spans).sorted().map { sample.string($0) }
    let sources = analysis.quotations.compactMap(\.mention).map { sample.string($0) }
    return (pieces, sources)
  }

  private func expectMarked(_ marked: String) {
    let sample = MarkedText(marked)
    let (pieces, sources) = found(sample)
    #expect(pieces == sample.words("c"))
    #expect(sources == sample.words("s"))
  }

  @Test(
    "Direct quotations are found in every style of marks",
    arguments: [
      "⟦c:“We will open the bridge in May,”⟧ said ⟦s:Anna Weber⟧.",
      "⟦c:\"We will open the bridge in May,\"⟧ ⟦s:Anna Weber⟧ said.",
      "⟦s:Anna Weber⟧ said: ⟦c:„Wir öffnen die Brücke im Mai.“⟧",
      "⟦s:Anna Weber⟧ said: ⟦c:«Nous allons ouvrir le pont en mai.»⟧",
      "⟦c:‘We will open the engineers’ bridge in May,’⟧ said ⟦s:Anna Weber⟧.",
      "⟦c:''We will open the bridge in May,''⟧ ⟦s:Anna Weber⟧ said.",
    ])
  func styles(_ marked: String) { expectMarked(marked) }

  @Test(
    "A quotation split by its attribution is one quotation",
    arguments: [
      "⟦c:“We will open the bridge,”⟧ ⟦s:Weber⟧ said, ⟦c:“when the last cable is tight.”⟧",
      "⟦c:“We will open the bridge in May,”⟧ ⟦s:Weber⟧ said. ⟦c:“The cables are tight now.”⟧",
    ])
  func split(_ marked: String) throws {
    let sample = MarkedText(marked)
    let analysis = NewsAnalyzer().analyze(sample.article)
    try #require(analysis.quotations.count == 1)
    #expect(analysis.quotations[0].spans.map { sample.string($0) } == sample.words("c"))
    #expect(analysis.quotations[0].form == .direct)
  }

  @Test(
    "Reported speech is found without marks",
    arguments: [
      "⟦s:The mayor⟧ said ⟦c:that the bridge would open in May⟧.",
      "⟦c:The bridge will open in May⟧, ⟦s:the mayor⟧ said.",
      "⟦c:The bridge will open in May⟧, according to ⟦s:the city council⟧.",
      "According to ⟦s:the city council⟧, ⟦c:the bridge will open in May⟧.",
    ])
  func indirect(_ marked: String) { expectMarked(marked) }

  @Test(
    "Scare quotes, titles and apostrophes are no speech",
    arguments: [
      "They watched “The Daily Show” before dinner on Monday.",
      "The ministers’ cars and the drivers’ lounge were painted blue.",
      "It was a rock ’n’ roll band from the ’90s.",
      "The inches are written 5\" and 6\" on the plan.",
    ])
  func nearMisses(_ text: String) {
    #expect(NewsAnalyzer().analyze(Article(text)).quotations.isEmpty)
  }

  @Test("A quotation over two paragraphs is opened in each and closed once")
  func paragraphs() throws {
    let sample = MarkedText(
      """
      Anna Weber said: ⟦c:“We will open the bridge in May.⟧

      ⟦c:“Then we will close the ferry for good.”⟧

      The ferry is old.
      """)
    let analysis = NewsAnalyzer().analyze(sample.article)
    #expect(analysis.quotations.flatMap(\.spans).map { sample.string($0) } == sample.words("c"))
    #expect(Set(analysis.quotations.map(\.speaker)).count == 1)
    #expect(analysis.quotations.allSatisfy { $0.form == .direct && $0.speaker != nil })
  }

  @Test("Verbatim parts within reported speech make it mixed")
  func mixed() throws {
    let article = Article(
      "The mayor said that the bridge was “a gift to the whole valley” and cheap.")
    let forms = NewsAnalyzer().analyze(article).quotations.map(\.form)
    #expect(forms == [.mixed])
  }
}
