// The door for the trainer: the features of every run of an article, and the names that a model finds.

import ArticleModel

/// An article as the name model reads it.
package struct NameReading {
  /// A run of words, with the features of each.
  package struct Run {
    /// The words.
    package var spans: [TextSpan] = []
    /// Their features.
    package var features: [[UInt64]] = []
  }

  /// A name that was found.
  package struct Name {
    /// The words.
    package var span: TextSpan
    /// A place, not a person.
    package var isPlace: Bool
  }

  private struct FeatureList: FeatureSink {
    var features: [UInt64] = []
    mutating func add(_ feature: UInt64) { features.append(feature) }
  }

  /// The runs of an article.
  package static func runs(of article: Article) -> [Run] {
    var types = WordTypes()
    var finder = NameFinder()
    var reader = SegmentReader(article, extent: article.text.span)
    var runs: [Run] = []
    while let segment = reader.next(words: &types) {
      finder.prepare(segment, types).forEach { features in
        runs.append(run(features, types))
      }
    }
    return runs
  }

  private static func run(_ features: RunFeatures, _ types: WordTypes) -> Run {
    var run = Run()
    for index in features.run {
      var list = FeatureList()
      features.add(index, to: &list)
      for position in WordFeatures.window {
        let at = index + position
        if features.sentence.contains(at) {
          let token = features.tokens[at]
          let spelling = types.spelling(token)
          WordFeatures.add(features.words[token], spelling, at: position, to: &list)
        } else {
          WordFeatures.addEdge(at: position, to: &list)
        }
      }
      run.spans.append(features.tokens[index].span)
      run.features.append(list.features)
    }
    return run
  }

  /// The names that a model finds in an article.
  package static func names(in article: Article, model: NameModel) -> [Name] {
    var types = WordTypes()
    var finder = NameFinder(model: model)
    var reader = SegmentReader(article, extent: article.text.span)
    var names: [Name] = []
    while let segment = reader.next(words: &types) {
      for name in finder.names(in: segment, types) {
        names.append(Name(span: segment.span(of: name.tokens), isPlace: name.kind == .location))
      }
    }
    return names
  }
}
