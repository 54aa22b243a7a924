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

  /// The annotations with their targets in the article, and whether all passages of each were found for
  /// sure. All are looked for at once, which is much cheaper than one by one.
  mutating func placed(_ marks: [ImportedMark]) -> [(annotation: Annotation, isPlaced: Bool)] {
    // Under names of their own, for a file may hold an id twice.
    let looked = marks.enumerated().map { index, mark in
      var annotation = mark.annotation
      annotation.id = AnnotationID(String(index))
      annotation.targets = targets(of: mark)
      return annotation
    }
    let anchors = Anchoring.resolve(looked, in: article)
    return zip(marks, looked).map { mark, looked in
      var annotation = mark.annotation
      let found = anchors[looked.id] ?? []
      annotation.targets = zip(looked.targets, found).map(anchored)
      let isPlaced = found.allSatisfy { $0.state == .exact || $0.state == .moved }
      return (annotation, isPlaced)
    }
  }

  /// What a mark is about, as far as that can be told before its words are looked for.
  private mutating func targets(of mark: ImportedMark) -> [AnnotationTarget] {
    let known = mark.annotation.targets
    let targets = mark.places.isEmpty ? known : mark.places.map { target(at: $0, among: known) }
    return targets.map { target in
      AnnotationTarget(source: article.source.name, passage: target.passage.map(words))
    }
  }

  /// A target with the place where its words were found; one without context gets that of the place.
  private func anchored(_ target: AnnotationTarget, _ anchor: Anchor) -> AnnotationTarget {
    guard let passage = target.passage, let span = anchor.span,
      anchor.state == .exact || anchor.state == .moved
    else { return target }
    var target = target
    target.passage?.position = article.text.codePointSpan(of: span)
    if passage.prefix.isEmpty, passage.suffix.isEmpty,
      passage.exact == article.text.string(in: span)
    {
      target.passage = Passage(of: span, in: article)
    }
    return target
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
