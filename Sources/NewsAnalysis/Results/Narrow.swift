// Whole numbers of findings in four bytes instead of eight: a long article has a million of them.

/// A whole number that is held in four bytes. Texts, and with them all counts and indices of findings, are below 2³¹;
/// a number beyond what four bytes hold is moved to the nearest that they do.
@propertyWrapper
public struct Narrow: Hashable, Sendable {
  private var number: Int32

  /// Holds a number.
  public init(wrappedValue: Int) { number = Int32(clamping: wrappedValue) }

  /// The number.
  public var wrappedValue: Int {
    get { Int(number) }
    set { number = Int32(clamping: newValue) }
  }
}

/// An index that is held in four bytes, or none.
@propertyWrapper
public struct NarrowIndex: Hashable, Sendable {
  /// No index is below zero.
  private static let none: Int32 = -1
  private var number = Self.none

  /// Holds an index, which must not be below zero.
  public init(wrappedValue: Int? = nil) { self.wrappedValue = wrappedValue }

  /// The index.
  public var wrappedValue: Int? {
    get { number == Self.none ? nil : Int(number) }
    set { number = newValue.map { Int32(clamping: $0) } ?? Self.none }
  }
}
