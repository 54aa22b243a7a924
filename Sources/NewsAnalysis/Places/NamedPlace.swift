// A name of a place as the article uses it, before and after it is known which place it is.

import ArticleModel

/// A distinct name of a place in an article.
struct NamedPlace {
  /// The name, folded and hashed.
  let key: UInt64
  /// The places that it may be; empty when the gazetteer does not know it.
  let candidates: [GazetteerPlace]
  /// What each of them is worth whatever the article says.
  let priors: [Double]
  /// The city that is known all over the world under this name: an index into `candidates`.
  let worldCity: Int?
  /// The size of its biggest city.
  let greatest: Int
  /// How often it is used.
  var count = 1
  /// The place that it is taken for: an index into `candidates`.
  var choice: Int?

  /// A name that has been met once.
  init(key: UInt64, candidates: [GazetteerPlace]) {
    self.key = key
    self.candidates = candidates
    priors = candidates.map { PlaceRenown.prior(of: $0) }
    worldCity = PlaceRenown.worldCity(among: candidates)
    greatest = candidates.reduce(0) { $1.isCity ? max($0, $1.size) : $0 }
  }
}

/// One use of a name.
struct PlaceUse {
  /// The name.
  let span: TextSpan
  /// Index of the `NamedPlace`.
  @Narrow var name: Int
  /// Index of the use that says where it lies: "Texas" in "Paris, Texas".
  @NarrowIndex var container: Int? = nil
  /// Whether the name stands for those who act there.
  let isActing: Bool
  /// The score of the name, from 0 to 1.
  let confidence: Double
}
