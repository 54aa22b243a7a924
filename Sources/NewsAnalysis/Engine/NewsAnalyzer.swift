// The two analysers: one fast enough to go ahead of the reader, one that takes more care.

import ArticleModel
import CSystem
import EmbeddedData

/// Finds quotations, speakers, places and claims in news with a sequence model and rules, in time linear in the
/// text.
public struct NewsAnalyzer: ArticleAnalyzer {
  /// Makes an analyser.
  public init() {}

  /// Its version changes whenever it may find something else in the same article.
  public let engine = Analysis.Engine(name: "fast", version: "3")

  /// Makes a worker with the words and models of the analyser.
  public func makeWorker() -> any AnalysisWorker {
    AnalysisEngine(
      engine, reading: AttributionModel.embedded.map { AttributionDecoder($0) } ?? BlindReader())
  }
}

/// The same with an encoder, which reads each paragraph as a whole: a hundred times slower, and nearer to what
/// people find.
public struct CarefulNewsAnalyzer: ArticleAnalyzer {
  /// Makes an analyser.
  public init() {}

  /// Its version changes whenever it may find something else in the same article.
  public let engine = Analysis.Engine(name: "careful", version: "2")

  /// Makes a worker with the encoder.
  public func makeWorker() -> any AnalysisWorker {
    AnalysisEngine(engine, reading: EncoderModel.embedded.map(EncoderReader.init) ?? BlindReader())
  }

  /// Gives the weights and tables back, and what the encoder worked in: some 40 MB.
  public func rest() {
    for data in EmbeddedModels.all + NameData.all {
      csystem_give_back(data.baseAddress, data.count)
    }
    csystem_trim()
  }
}
