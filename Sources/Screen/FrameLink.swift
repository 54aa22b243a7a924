// Addresses behind cells, for terminals that can open them.

/// An address behind some cells of a row.
public struct FrameLink: Hashable, Sendable {
  /// The first cell.
  public let position: Position
  /// How many cells there are.
  public let columns: Column
  /// The address: http or https, in printable ASCII.
  public let address: String

  /// Puts an address behind cells; nil when it is no address of the web that a terminal can be given.
  public init?(_ address: String, at position: Position, columns: Column) {
    let isWeb = address.hasPrefix("https://") || address.hasPrefix("http://")
    guard isWeb, columns > 0, address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      return nil
    }
    self.position = position
    self.columns = columns
    self.address = address
  }
}
