// Moments and pages of a source, each sort by itself, so that the last one before a place is found by halving.

import ArticleModel

/// Where moments and pages of a source are.
struct SourceLandmarks {
  private let moments: [TextLandmark]
  private let pages: [TextLandmark]

  /// Takes the landmarks of a source, which are in the order of the text.
  init(_ all: [TextLandmark]) {
    moments = all.filter { $0.milliseconds != nil }
    pages = moments.count == all.count ? [] : all.filter { $0.page != nil }
  }

  /// The last moment before a place or at it.
  func moment(before place: ByteOffset) -> (place: ByteOffset, milliseconds: Int)? {
    guard let last = Self.last(of: moments, before: place), let time = last.milliseconds else {
      return nil
    }
    return (last.place, time)
  }

  /// The page that a place is on.
  func page(before place: ByteOffset) -> Int? { Self.last(of: pages, before: place)?.page }

  private static func last(of all: [TextLandmark], before place: ByteOffset) -> TextLandmark? {
    let next = all.partitionPoint { $0.place > place }
    return next > 0 ? all[next - 1] : nil
  }
}
