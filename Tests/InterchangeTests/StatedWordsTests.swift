// Files that state words and offsets which do not agree: the words decide.

import ArticleModel
import Interchange
import Testing

@Suite struct StatedWordsTests {
  private static let text = """
    Ferry levy doubled 🚢

    The port council doubled the levy. The lobby said the levy hurts “the poor”.
    The lobby “won” again, said Zoë Ünal.
    """

  /// What was marked, and whether for sure.
  private func marks(
    _ format: ImportFormat, _ file: String, in text: String = Self.text
  ) throws -> [(words: String?, isPlaced: Bool, start: Int?)] {
    let imported = try format.read(Array(file.utf8), knowing: MarkedCorpus.shelf)
    let article = Article(text, name: "a.txt")
    return imported.groups.flatMap { group in
      ImportPlan(group, into: article, existing: []).entries.filter { $0.outcome == .added }
        .map { entry in
          let passage = entry.annotation.targets.first?.passage
          return (passage?.exact, entry.isPlaced, passage?.position?.start.value)
        }
    }
  }

  /// Where words stand in a text as another program counts it.
  private func lines(
    of words: [String], in text: String, _ count: (Substring) -> Int
  ) -> String {
    words.enumerated().compactMap { index, words in
      guard let range = text.firstRange(of: words) else { return nil }
      let start = count(text[..<range.lowerBound])
      return "T\(index)\tX \(start) \(start + count(text[range]))\t\(words)\n"
    }.joined()
  }

  private static let words = ["council", "levy hurts", "“won”", "Ünal"]

  @Test("Offsets may count UTF-16, bytes, CR LF or a byte-order mark: the words are found there")
  func countings() throws {
    let crlf = Self.text.replacing("\n", with: "\r\n")
    let files = [
      lines(of: Self.words, in: Self.text) { $0.unicodeScalars.count },
      lines(of: Self.words, in: Self.text) { $0.utf16.count },
      lines(of: Self.words, in: Self.text) { $0.utf8.count },
      lines(of: Self.words, in: crlf) { $0.unicodeScalars.count },
      lines(of: Self.words, in: crlf) { $0.utf16.count },
      lines(of: Self.words, in: "\u{FEFF}" + Self.text) { $0.unicodeScalars.count },
    ]
    for file in files {
      let marks = try marks(.brat, file)
      #expect(marks.map(\.words) == Self.words)
      #expect(marks.allSatisfy { $0.isPlaced })
    }
  }

  @Test("The same words in several places are told apart by their offsets, however these count")
  func repeatedWords() throws {
    let second = Self.text.ranges(of: "The lobby")[1]
    let start = Self.text[..<second.lowerBound].utf16.count
    let file = "T1\tX \(start) \(start + 9)\tThe lobby\nT2\tX 28 35\tcouncil\n"
    let expected = Self.text[..<second.lowerBound].unicodeScalars.count
    let marks = try marks(.brat, "T1\tX 25 29\tport\n" + file)
    #expect(marks[1].start == expected && marks[1].isPlaced)
  }

  @Test("In a text with a line before it, words are found as far from each other as they were")
  func shifted() throws {
    let file = lines(of: ["council", "The lobby", "Ünal"], in: Self.text) {
      $0.unicodeScalars.count
    }
    let text = "UPDATED: " + Self.text
    let marks = try marks(.brat, file, in: text)
    #expect(marks.allSatisfy { $0.isPlaced })
    let first = try #require(text.firstRange(of: "The lobby"))
    #expect(marks[1].start == text[..<first.lowerBound].unicodeScalars.count)
  }

  @Test(
    "Words that the text does not have stay an orphan with these words, never a place by offsets")
  func orphans() throws {
    let marks = try marks(.brat, "T1\tX 0 5\tGerda\nT2\tX 6 10\tlevy\n")
    #expect(marks.map(\.words) == ["Gerda", "levy"])
    #expect(marks.map(\.isPlaced) == [false, true])
  }

  @Test("Marks on the same words in places that nothing tells apart all stay")
  func ambiguous() throws {
    let marks = try marks(.brat, "T1\tX 900 909\tThe lobby\nT2\tX 950 959\tThe lobby\n")
    #expect(marks.map(\.words) == ["The lobby", "The lobby"])
    #expect(marks.allSatisfy { !$0.isPlaced })
  }

  @Test("Words that are found only inside of other words are not taken")
  func insideWords() throws {
    let marks = try marks(.brat, "T1\tX 1 4\tobb\n")
    #expect(marks.map(\.words) == ["obb"] && !marks[0].isPlaced)
  }

  @Test("Label Studio: the text under another name, offsets in UTF-16, another text of the article")
  func labelStudio() throws {
    func task(_ member: String, _ start: Int, _ words: String) -> String {
      let text = Self.text.replacing("\n", with: "\\n")
      return """
        [{"id": 1, "data": {"title": "T", "\(member)": "\(text)"}, "annotations": [{"id": 2, "completed_by": 1,
          "result": [{"id": "r", "type": "labels", "from_name": "l", "to_name": "t",
            "value": {"start": \(start), "end": \(start + words.utf16.count), "text": "\(words)",
            "labels": ["X"]}}]}]}]
        """
    }
    let start = Self.text[..<Self.text.ranges(of: "The lobby")[1].lowerBound].utf16.count
    for member in ["text", "body"] {
      let marks = try marks(.labelstudio, task(member, start, "The lobby"), in: "NEW: " + Self.text)
      #expect(marks.map(\.words) == ["The lobby"] && marks[0].isPlaced)
      #expect(marks[0].start == start - 1 + 5)
    }
  }

  @Test("Positions alone get the words of their place; beyond the text they stay as they are")
  func positions() throws {
    func item(_ selector: String) -> String {
      #"{"id": "urn:uuid:1", "type": "Annotation", "target": {"source": "a.txt", "selector": \#(selector)}}"#
    }
    let position = #"{"type": "TextPositionSelector", "start": 26, "end": 33}"#
    let fragment = #"{"type": "FragmentSelector", "value": "char=26,33;length=9"}"#
    for selector in [position, fragment] {
      let marks = try marks(.w3c, item(selector))
      #expect(marks.map(\.words) == ["port co"])
    }
    let address = #"{"id": "urn:uuid:1", "type": "Annotation", "target": "a.txt#char=26,33"}"#
    #expect(try marks(.w3c, address).map(\.words) == ["port co"])
    let beyond = try marks(.w3c, item(position.replacing("33", with: "9999")))
    #expect(beyond.count == 1 && !beyond[0].isPlaced && beyond[0].start == 26)
  }
}
