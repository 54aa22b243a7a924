// The trained models that the engines read with, and what tells one training of them from another.

import ArticleModel
import EmbeddedData

/// A trained model that is part of the program.
public struct TrainedModel: Sendable {
  /// What a model is called: by what it finds, or by what it is.
  public enum Name: String, Sendable {
    case attribution, claims, encoder, names
  }

  /// What it is called.
  public let name: Name
  /// The digest of its bytes. Working it out reads the whole model, up to 24 MB.
  public let digest: Digest

  private init(_ name: Name, _ data: UnsafeRawBufferPointer) {
    self.name = name
    digest = data.withMemoryRebound(to: UInt8.self) { Digest(of: $0) }
  }

  /// Those of both engines, in the order of their names.
  public static var all: [TrainedModel] {
    [
      TrainedModel(.attribution, EmbeddedModels.attribution),
      TrainedModel(.claims, EmbeddedModels.claims),
      TrainedModel(.encoder, EmbeddedModels.encoder), TrainedModel(.names, NameData.model),
    ]
  }
}
