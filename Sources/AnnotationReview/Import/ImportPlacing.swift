// Puts imported marks into an article: offsets become passages, words are looked for.

import ArticleModel

/// Places the marks of a group in an article.
struct ImportPlacing {
  private let article: Article
  /// The text that offsets of the file refer to, when it is not the article's own.
  private let theirs: Article?
  /// The start of each line of their text, in bytes; filled when a mark needs it.
  private var lines: [Range<Int>]?

  init(_ group: ImportedGroup, in article: Article) {
    self.article = article
    let own = article.text
    let isSame = group.text.map { text in
      own.count == text.utf8.count && own.string(in: own.span) == text
    }
    theirs = isSame == false ? group.text.map { Article($0, name: article.source.name) } : nil
  }

  /// The annotation with targets in the article, and whether all of its passages were found for sure.
  mutating func placed(_ mark: ImportedMark) -> (annotation: Annotation, isPlaced: Bool) {
    var annotation = mark.annotation
    if !mark.places.isEmpty {
      annotation.targets = mark.places.map { target(at: $0, among: mark.annotation.targets) }
    }
    var isPlaced = true
    annotation.targets = annotation.targets.map { target in
      var target = target
      target.source = article.source.name
      guard var passage = target.passage else { return target }
      passage = words(of: passage)
      let anchor = Anchoring.resolve(passage, in: article)
      if let span = anchor.span, anchor.state == .exact || anchor.state == .moved {
        passage.position = article.text.codePointSpan(of: span)
        if passage.prefix.isEmpty, passage.suffix.isEmpty,
          passage.exact == article.text.string(in: span)
        {
          passage = Passage(of: span, in: article)
        }
      } else {
        isPlaced = false
      }
      target.passage = passage
      return target
    }
    return (annotation, isPlaced)
  }

  /// A passage that is known by its position alone gets the words there.
  private func words(of passage: Passage) -> Passage {
    guard passage.exact.isEmpty, let position = passage.position else { return passage }
    return Passage(of: article.text.textSpan(of: position), in: article)
  }

  /// The target at a place of their text: the one that was known to be there, or else a new one.
  private mutating func target(
    at place: ImportedPlace, among known: [AnnotationTarget]
  ) -> AnnotationTarget {
    let base = theirs ?? article
    let span: TextSpan
    switch place {
    case .codePoints(let range):
      let codePoints = CodePointSpan(
        CodePointOffset(range.lowerBound), CodePointOffset(range.upperBound))
      if let target = known.first(where: { $0.passage?.position == codePoints }) { return target }
      span = base.text.textSpan(of: codePoints)
    case .words(let line, let words): span = self.span(ofLine: line, words, in: base.text)
    }
    // Offsets beyond the text describe nothing: an empty passage stays an orphan.
    let passage = span.isEmpty ? Passage(exact: "") : Passage(of: span, in: base)
    return AnnotationTarget(source: article.source.name, passage: passage)
  }

  /// Words are what white space separates, as slate counts them.
  private mutating func span(
    ofLine line: Int, _ words: Range<Int>?, in text: ArticleText
  ) -> TextSpan {
    let lines = lines ?? text.lines
    self.lines = lines
    let nowhere = TextSpan(.zero, .zero)
    guard line < lines.count else { return nowhere }
    guard let words else { return text.trimmed(TextSpan(lines[line])) }
    let found = text.words(in: lines[line])
    guard words.upperBound <= found.count, let last = words.last else { return nowhere }
    return TextSpan(found[words.lowerBound].lowerBound..<found[last].upperBound)
  }
}

extension ArticleText {
  /// The lines without their ends, in bytes.
  fileprivate var lines: [Range<Int>] {
    withBytes { bytes in
      var lines: [Range<Int>] = []
      var start = 0
      for (index, byte) in bytes.enumerated() where byte == 0x0A {
        lines.append(start..<index)
        start = index + 1
      }
      return lines + [start..<bytes.count]
    }
  }

  /// What white space separates, in bytes.
  fileprivate func words(in range: Range<Int>) -> [Range<Int>] {
    withBytes { bytes in
      var words: [Range<Int>] = []
      var start = range.lowerBound
      for index in range where bytes[index].isASCIIWhitespace {
        if start < index { words.append(start..<index) }
        start = index + 1
      }
      return start < range.upperBound ? words + [start..<range.upperBound] : words
    }
  }
}
