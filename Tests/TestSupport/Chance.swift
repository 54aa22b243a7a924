// Chance that can be repeated, for tests that try many inputs.

/// A source of chance that gives the same numbers each time (SplitMix64; Steele, Lea, Flood 2014).
public struct Chance: RandomNumberGenerator {
  private var state: UInt64

  /// Starts from a seed; the same seed gives the same numbers.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// One of the elements, which must not be none.
  public mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &self)]
  }
}
