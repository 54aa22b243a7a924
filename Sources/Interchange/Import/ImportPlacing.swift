// Puts imported marks into an article: offsets become passages, words are looked for.

import ArticleModel

/// A mark in the article that it was imported for.
struct PlacedMark {
  var annotation: Annotation
  /// Whether all of its passages were found for sure.
  var isPlaced: Bool

  /// Whether nothing is known of the place of one of its passages: then another mark on the same words may be one
  /// on another place.
  var isSomewhere: Bool {
    !isPlaced && annotation.targets.contains { $0.passage.map { $0.position == nil } ?? false }
  }
}

/// Places the marks of a group in an article.
struct ImportPlacing {
  private let article: Article
  /// The text that offsets of the file refer to, when it is not the article's own.
  private let theirs: Article?
  /// The words of their text, for marks that count these; filled when a mark needs it.
  private var tokens: TokenizedLines?
  /// What has no place that could be shown, a line each.
  private(set) var remarks: [String] = []

  init(_ group: ImportedGroup, in article: Article) {
    self.article = article
    let own = article.text
    let isSame = group.text.map { text in
      own.count == text.utf8.count && own.string(in: own.span) == text
    }
    theirs = isSame == false ? group.text.map { Article($0, name: article.source.name) } : nil
  }

  /// The annotations with their targets in the article. All are looked for at once, which is much cheaper than
  /// one by one. Marks that have neither words nor a place in the text are left out, with a remark.
  mutating func placed(_ marks: [ImportedMark]) -> [PlacedMark] {
    let described = targets(of: marks)
    // Under names of their own, for a file may hold an id twice.
    let looked = zip(marks, described).enumerated().map { index, pair in
      var annotation = pair.0.annotation
      annotation.id = AnnotationID(String(index))
      annotation.targets = pair.1 ?? []
      return annotation
    }
    let anchors = Anchoring.resolve(looked, in: article)
    var placed: [PlacedMark] = []
    for ((mark, looked), targets) in zip(zip(marks, looked), described) {
      guard targets != nil else {
        remarks.append("\(mark.called) was left out: its place is not in the text")
        continue
      }
      var annotation = mark.annotation
      let found = anchors[looked.id] ?? []
      annotation.targets = zip(looked.targets, found).map(anchored)
      placed.append(PlacedMark(annotation: annotation, isPlaced: found.allSatisfy(\.isSure)))
    }
    return placed
  }

  /// A target with the place where its words were found; one without context gets that of the place.
  private func anchored(_ target: AnnotationTarget, _ anchor: Anchor) -> AnnotationTarget {
    guard let passage = target.passage, let span = anchor.span, anchor.isSure else { return target }
    var target = target
    target.passage?.position = article.text.codePointSpan(of: span)
    if passage.prefix.isEmpty, passage.suffix.isEmpty,
      passage.exact == article.text.string(in: span)
    {
      target.passage = Passage(of: span, in: article)
    }
    return target
  }

  // MARK: Places

  /// What each mark is about, as far as that can be told before its words are looked for; nil for one that
  /// says neither its words nor a place in the text.
  private mutating func targets(of marks: [ImportedMark]) -> [[AnnotationTarget]?] {
    let base = theirs ?? article
    let byOffsets = marks.map(\.statedByOffsets)
    let inTheirs = StatedPlaces(byOffsets.compactMap(\.self), in: base.text).spans
    var spans = inTheirs.makeIterator()
    var passages = statedPassages(of: marks).makeIterator()
    return marks.indices.map { index in
      let mark = marks[index]
      if let stated = byOffsets[index] {
        return targets(of: mark, stated, at: spans.next() ?? nil, in: base)
      }
      if !mark.places.isEmpty { return tokenTargets(of: mark, in: base) }
      return mark.annotation.targets.map { target in
        let passage = target.passage.map { passages.next() ?? $0 }
        return AnnotationTarget(source: article.source.name, passage: passage)
      }
    }
  }

  /// The targets of a mark that is known by offsets, and perhaps by its words.
  private func targets(
    of mark: ImportedMark, _ stated: StatedPlace, at spans: [TextSpan]?, in base: Article
  ) -> [AnnotationTarget]? {
    let known = mark.annotation.targets
    if let spans {
      return zip(stated.ranges, spans).map { range, span in
        let position = CodePointSpan(
          CodePointOffset(range.lowerBound), CodePointOffset(range.upperBound))
        return known.first { $0.passage?.position == position }
          .map { AnnotationTarget(source: article.source.name, passage: $0.passage) }
          ?? AnnotationTarget(source: article.source.name, passage: Passage(of: span, in: base))
      }
    }
    guard let words = stated.words, !words.isEmpty else { return nil }
    return stated.pieces(of: words).map {
      AnnotationTarget(source: article.source.name, passage: Passage(exact: $0))
    }
  }

  /// The passages of all targets that came with the marks. Those with words alone or without any are looked up
  /// by their positions; what has a context is found by that.
  private func statedPassages(of marks: [ImportedMark]) -> [Passage] {
    let passages = marks.filter(\.places.isEmpty).flatMap(\.annotation.targets)
      .compactMap(\.passage)
    let bare = passages.map { passage -> StatedPlace? in
      guard passage.prefix.isEmpty, passage.suffix.isEmpty, passage.confirmation == nil,
        let position = passage.position,
        case .offsets(let range)? = ImportedPlace(
          from: position.start.value, to: position.end.value)
      else { return nil }
      return StatedPlace(ranges: [range], words: passage.exact.isEmpty ? nil : passage.exact)
    }
    var spans = StatedPlaces(bare.compactMap(\.self), in: article.text).spans.makeIterator()
    return zip(passages, bare).map { passage, stated in
      guard stated != nil else { return passage }
      var found = passage
      if let span = (spans.next() ?? nil)?.first {
        if passage.exact.isEmpty { return Passage(of: span, in: article) }
        found.position = article.text.codePointSpan(of: span)
      } else if !passage.exact.isEmpty {
        found.position = nil
      }
      return found
    }
  }

  // MARK: Words

  /// The targets of a mark that counts lines and words.
  private mutating func tokenTargets(of mark: ImportedMark, in base: Article) -> [AnnotationTarget]?
  {
    let lines = tokens ?? TokenizedLines(base.text)
    tokens = lines
    var targets: [AnnotationTarget] = []
    for case .tokens(let range) in mark.places {
      guard let range else {
        targets.append(AnnotationTarget(source: article.source.name, passage: nil))
        continue
      }
      guard let span = lines.span(range) else { return nil }
      if lines.isBeyondWord(range) {
        remarks.append(
          "\(mark.called) counts characters that its words do not have: they are marked whole")
      }
      targets.append(
        AnnotationTarget(source: article.source.name, passage: Passage(of: span, in: base)))
    }
    return targets
  }
}

extension ImportedMark {
  /// The places and the words, of a mark that is known by offsets.
  fileprivate var statedByOffsets: StatedPlace? {
    let ranges = places.compactMap { if case .offsets(let range) = $0 { range } else { nil } }
    return ranges.isEmpty ? nil : StatedPlace(ranges: ranges, words: words)
  }
}

extension StatedPlace {
  /// The words of each piece, as far as their lengths tell them apart; else all of them together.
  fileprivate func pieces(of words: String) -> [String] {
    let scalars = Array(words.unicodeScalars)
    let lengths = ranges.map(\.count)
    guard lengths.reduce(lengths.count - 1, +) == scalars.count else { return [words] }
    var at = 0
    return lengths.map { length in
      defer { at += length + 1 }
      var piece = String.UnicodeScalarView()
      piece.append(contentsOf: scalars[at..<at + length])
      return String(piece)
    }
  }
}
