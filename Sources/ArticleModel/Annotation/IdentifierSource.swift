// Where the names of new things come from: given from outside, like the clock, so that tests hold it still.

import Synchronization

/// Makes names for new annotations.
public struct IdentifierSource: Sendable {
  private let bits: @Sendable () -> UInt64

  /// Makes names of the bits that a function gives.
  public init(bits: @escaping @Sendable () -> UInt64) { self.bits = bits }

  /// Names that nobody else has: the random numbers of the system.
  public static let random = IdentifierSource {
    var generator = SystemRandomNumberGenerator()
    return generator.next()
  }

  /// Names that are the same each time, one after the other.
  public static func counting(from first: UInt64 = 1) -> IdentifierSource {
    let counter = Counter(first)
    return IdentifierSource { counter.next() }
  }

  /// A fresh name.
  public func annotationID() -> AnnotationID { AnnotationID(randomBits: bits(), bits()) }

  /// A number that grows; a class, since copies of a source go on counting together.
  private final class Counter: Sendable {
    private let value: Atomic<UInt64>

    init(_ first: UInt64) { value = Atomic(first) }

    func next() -> UInt64 { value.wrappingAdd(1, ordering: .relaxed).oldValue }
  }
}
