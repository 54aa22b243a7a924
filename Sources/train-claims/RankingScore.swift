// How well scores put what people found worth checking first.

/// Average precision: the mean over the right sentences of the precision down to each.
enum RankingScore {
  /// Over all sentences; sentences of one score count in the order given. Nil without right ones.
  static func averagePrecision(_ scores: [Double], _ labels: [Bool]) -> Double? {
    var (seen, right, sum) = (0, 0, 0.0)
    for index in scores.indices.sorted(by: { (scores[$1], $0) < (scores[$0], $1) }) {
      seen += 1
      guard labels[index] else { continue }
      right += 1
      sum += Double(right) / Double(seen)
    }
    return right == 0 ? nil : sum / Double(right)
  }

  /// The mean over documents with right sentences.
  static func mean(_ scores: [Double], _ set: JudgedSentences) -> Double {
    var documents: [Int: [Int]] = [:]
    for (index, document) in set.documents.enumerated() {
      documents[document, default: []].append(index)
    }
    let precisions = documents.values.compactMap { indices in
      averagePrecision(indices.map { scores[$0] }, indices.map { set.labels[$0] })
    }
    return precisions.reduce(0, +) / Double(max(precisions.count, 1))
  }
}
