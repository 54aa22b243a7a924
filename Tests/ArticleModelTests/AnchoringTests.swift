// Passages are described well enough to be found again, and found again where they stand.

import ArticleModel
import Sidecars
import Testing

@Suite struct AnchoringTests {
  private func span(of words: String, in article: Article, occurrence: Int = 0) -> TextSpan {
    let bytes = Array(words.utf8)
    let starts = article.text.withBytes { text in
      text.indices.filter { text[$0...].starts(with: bytes) }
    }
    return TextSpan(starts[occurrence]..<starts[occurrence] + bytes.count)
  }

  @Test("A passage carries its words, its sentence, 32 characters around it, and code points")
  func description() throws {
    let article = Article(
      "The café 👩‍👩‍👧 of the harbour was closed on Monday, officials said before the ferries left port."
    )
    let passage = Passage(of: span(of: "closed on Monday", in: article), in: article)
    #expect(passage.exact == "closed on Monday")
    #expect(passage.prefix == "The café 👩‍👩‍👧 of the harbour was ")
    #expect(passage.suffix == ", officials said before the ferries left port.")
    #expect(passage.position == CodePointSpan(CodePointOffset(34), CodePointOffset(50)))
  }

  @Test("The context grows until nothing else in the text has the same")
  func uniqueContext() {
    let line =
      "The minister of trade said on Monday that the talks would go on for as long as it takes.\n"
    let article = Article("Opening words.\n" + line + line + line + "Closing words.")
    let passage = Passage(of: span(of: "talks", in: article, occurrence: 2), in: article)
    let whole = passage.prefix + passage.exact + passage.suffix
    #expect(article.text.string(in: article.text.span).ranges(of: whole).count == 1)
    #expect(passage.suffix.contains("takes.\nClosing"))
  }

  @Test("A span within a character is rounded to the whole of it")
  func rounding() {
    let article = Article("ae\u{301}b 👩‍👩‍👧 שלום 日本")
    let passage = Passage(of: TextSpan(2..<3), in: article)
    #expect(passage.exact == "e\u{301}")
    #expect(passage.position == CodePointSpan(CodePointOffset(1), CodePointOffset(3)))
  }

  @Test("Words that stand where they stood are exact")
  func exact() {
    let article = Article("Ferries sail. The harbour was closed, officials said.")
    for words in ["Ferries", "harbour was closed", "said."] {
      let marked = span(of: words, in: article)
      let anchor = Anchoring.resolve(Passage(of: marked, in: article), in: article)
      #expect(anchor == Anchor(.exact, marked, score: 1))
    }
  }

  @Test("Words that moved are found by their context, or alone when they are rare")
  func moved() {
    let before = Article("The port was closed. The road was closed too.")
    let passage = Passage(of: span(of: "closed", in: before, occurrence: 1), in: before)
    let after = Article(
      "Correction: a date was wrong.\nThe port was closed. The road was closed too.")
    let anchor = Anchoring.resolve(passage, in: after)
    #expect(anchor.state == .moved)
    #expect(anchor.span == span(of: "closed", in: after, occurrence: 1))
  }

  @Test(
    "Words that are gone are an orphan, and words without a place that occur twice are ambiguous")
  func lost() {
    let article = Article("The port was closed. The road was closed too.")
    #expect(Anchoring.resolve(Passage(exact: "reopened"), in: article) == .orphan)
    #expect(Anchoring.resolve(Passage(exact: "closed"), in: article).state == .ambiguous)
    #expect(Anchoring.resolve(Passage(exact: "road"), in: article).state == .moved)
    #expect(
      Anchoring.resolve(Passage(exact: "closed", prefix: "road was "), in: article).span
        == span(of: "closed", in: article, occurrence: 1))
  }

  @Test("A place that a reader confirmed is found again, and the words that were marked stay")
  func confirmed() throws {
    let before = Article("The port was closed on Monday. Ferries sail.")
    let after = Article("The quay remains shut since Monday. Ferries sail.")
    var annotation = Annotation(kind: .note, targets: [])
    let passage = Passage(of: span(of: "closed on Monday", in: before), in: before)
    #expect(Anchoring.resolve(passage, in: after).state == .orphan)
    let place = span(of: "shut since Monday", in: after)
    annotation.targets = [
      AnnotationTarget(source: "a", passage: passage.confirmed(at: place, in: after))
    ]
    var sidecar = Sidecar(about: ArticleDescription(of: after), generated: .now())
    sidecar.annotations = [annotation]
    let read = try Sidecar(parsing: sidecar.serialized()).annotations[0].targets[0].passage
    let kept = try #require(read)
    #expect(kept.exact == "closed on Monday")
    #expect(Anchoring.resolve(kept, in: after) == Anchor(.exact, place, score: 1))
    let later = Article("A notice.\n\nThe quay remains shut since Monday. Ferries sail.")
    #expect(
      Anchoring.resolve(kept, in: later)
        == Anchor(.moved, span(of: "shut since Monday", in: later), score: 1))
  }

  @Test("The whole article is always where it was")
  func wholeArticle() {
    let target = AnnotationTarget(source: "a.txt", passage: nil)
    #expect(Anchoring.resolve(target, in: Article("Anything")) == .wholeArticle)
  }
}
