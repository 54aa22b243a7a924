// Moments and pages of a source, each sort by itself, so that the last one before a place is found by halving, and
// the numbers of its lines.

import ArticleModel

/// Where moments and pages of a source are.
struct SourceLandmarks {
  private let moments: [TextLandmark]
  private let pages: [TextLandmark]
  /// How many line ends there are before each block of bytes.
  private let lineEnds: [Int]

  /// Line ends are counted by blocks of so many bytes.
  private static let block = 1 << 14

  /// Takes the landmarks of a source, which are in the order of the text; of nil there are none.
  init(of article: Article?) {
    let all = article?.structure.landmarks ?? []
    moments = all.filter { $0.milliseconds != nil }
    pages = moments.count == all.count ? [] : all.filter { $0.page != nil }
    lineEnds = article?.text.withBytes { Self.lineEnds(of: $0) } ?? []
  }

  private static func lineEnds(of bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    stride(from: 0, to: bytes.count, by: block).reduce(into: [0]) { counts, start in
      let found = lineEnds(in: start..<min(start + block, bytes.count), of: bytes)
      counts.append((counts.last ?? 0) + found)
    }
  }

  /// The line that a place is in, counted from 1.
  func line(of place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let place = min(max(place, 0), bytes.count)
    let block = place / Self.block
    guard block < lineEnds.count else { return 1 }
    return lineEnds[block] + Self.lineEnds(in: block * Self.block..<place, of: bytes) + 1
  }

  private static func lineEnds(
    in range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    for place in range { count &+= bytes[place] == UInt8(ascii: "\n") ? 1 : 0 }
    return count
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
