// Sentences come from the analysis; where it has not been yet, a block counts as one.

import ArticleModel
import NewsAnalysis

extension ReaderState {
  /// The sentence at `offset`; nil between sentences.
  func sentence(at offset: ByteOffset) -> TextSpan? {
    guard let analysis, analysis.extent.contains(offset) else { return blockSpan(at: offset) }
    let index = analysis.sentences.partitionPoint { $0.end > offset }
    guard index < analysis.sentences.count, analysis.sentences[index].contains(offset) else {
      return blockSpan(at: offset)
    }
    return analysis.sentences[index]
  }

  /// The first sentence that starts after `offset`.
  func sentence(after offset: ByteOffset) -> TextSpan? {
    if let analysis, analysis.extent.contains(offset) {
      let index = analysis.sentences.partitionPoint { $0.start > offset }
      if index < analysis.sentences.count { return analysis.sentences[index] }
    }
    guard let block = article.block(atOrAfter: offset) else { return nil }
    return article.block(after: block).map(\.span)
  }

  /// The last sentence that starts before `offset`.
  func sentence(before offset: ByteOffset) -> TextSpan? {
    if let analysis, analysis.extent.contains(offset) {
      let index = analysis.sentences.partitionPoint { $0.start >= offset }
      if index > 0 { return analysis.sentences[index - 1] }
    }
    guard let block = article.block(atOrAfter: offset) else { return nil }
    return article.block(before: block).map(\.span)
  }

  private func blockSpan(at offset: ByteOffset) -> TextSpan? {
    guard let block = article.block(atOrAfter: offset), block.span.contains(offset) else {
      return nil
    }
    return block.span
  }
}
