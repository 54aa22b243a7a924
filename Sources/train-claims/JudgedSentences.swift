// Reads sentences that people judged, as rows of the table of weights.

import FoundationEssentials
import NewsAnalysis

/// Sentences with judgements, in documents; a set without documents has one for each sentence.
struct JudgedSentences {
  /// The rows of each sentence.
  private(set) var sentences: [ClaimTraining.Sentence] = []
  /// Whether each was found worth checking.
  private(set) var labels: [Bool] = []
  /// The document of each, counted from 0.
  private(set) var documents: [Int] = []

  private struct Line: Decodable {
    var text: String?
    var label: Int?
    var sentences: [Sentence]?
  }

  private struct Sentence: Decodable {
    var text: String
    var label: Int
  }

  /// Reads a file with a sentence or a document a line.
  init(_ path: String, with maker: inout ClaimTraining) throws {
    let decoder = JSONDecoder()
    let lines = try Data(contentsOf: URL(filePath: path)).split(separator: UInt8(ascii: "\n"))
    for (document, line) in lines.enumerated() {
      let line = try decoder.decode(Line.self, from: Data(line))
      if let text = line.text, let label = line.label {
        add(text, label, document, &maker)
      }
      for sentence in line.sentences ?? [] { add(sentence.text, sentence.label, document, &maker) }
    }
  }

  private mutating func add(
    _ text: String, _ label: Int, _ document: Int, _ maker: inout ClaimTraining
  ) {
    sentences.append(maker.sentence(text))
    labels.append(label == 1)
    documents.append(document)
  }

  /// The sentences of the documents of a fold, out of `count`.
  func indices(ofFold fold: Int, of count: Int) -> [Int] {
    labels.indices.filter { documents[$0] % count == fold }
  }
}
