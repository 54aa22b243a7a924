// Scores every sentence by how likely it is worth checking, and picks the claims among them.

import ArticleModel

/// Ranks the sentences of a segment by how much there is to check in them.
struct ClaimFinder {
  let segment: Segment
  let words: WordTypes
  /// The model of the language; nil where rules have to do.
  private let model: ClaimModel?
  private let threshold: Double
  private let features: ClaimFeatures

  /// Shorter sentences, in tokens, are no claims.
  private static let shortest = 5

  init(segment: Segment, words: WordTypes) {
    (self.segment, self.words) = (segment, words)
    features = ClaimFeatures(segment: segment, words: words)
    model = words.language.claimModel
    threshold = model == nil ? ClaimRules.threshold : ClaimModel.threshold
  }

  /// Adds a score for each sentence of the segment, and the claims among them. Credits, captions and rows
  /// of tables state nothing of the article's own and score 0; headlines have a score, but are no claims.
  func read(besides credits: [Credit], into analysis: inout Analysis) {
    for paragraph in segment.paragraphs {
      for index in paragraph.sentences {
        let tokens = segment.sentences[index].tokens
        let makesStatement =
          paragraph.kind.makesStatements && credits.touching(tokens) == nil
        let score = makesStatement ? score(of: tokens) : 0
        analysis.claimScores.append(score)
        if score >= threshold, isComplete(tokens) {
          analysis.claims.append(Claim(span: segment.span(of: tokens), score: score))
        }
      }
    }
  }

  private func score(of sentence: TokenRange) -> Double {
    guard let model else {
      var evidence = ClaimEvidence()
      for index in sentence { evidence.note(index, in: sentence, of: segment, words) }
      return ClaimRules.score(evidence)
    }
    var sum = ClaimWeightSum(model)
    features.add(sentence, to: &sum)
    return model.score(of: sum)
  }

  /// Whether a sentence is long enough, ends with a mark, and asks nothing.
  private func isComplete(_ sentence: TokenRange) -> Bool {
    guard sentence.count >= Self.shortest, let last = sentence.last else { return false }
    if segment.tokens[last].kind == .quotationMark { return true }
    return words[segment.tokens[last]].mark.map { $0.endsStatement } ?? false
  }
}

extension Mark {
  /// Whether a statement may end with it: neither a question nor part of an address does.
  fileprivate var endsStatement: Bool {
    endsSentence && self != .question || self == .closeParenthesis || self == .closeBracket
  }
}
