// Addresses behind cells, for terminals that can open them.

/// An address behind some cells of a row.
public struct FrameLink: Hashable, Sendable {
  /// The first cell.
  public private(set) var position: Position
  /// How many cells there are.
  public private(set) var columns: Column
  /// The address: http, https or mailto, in printable ASCII.
  public let address: String

  /// Terminals give up on longer addresses (2083 bytes in VTE).
  private static let longest = 2000
  private static let schemes = ["https://", "http://", "mailto:"]

  /// Puts an address behind cells; nil when it is none that a terminal can be given.
  public init?(_ address: String, at position: Position, columns: Column) {
    guard Self.schemes.contains(where: { address.lowercased().hasPrefix($0) }), columns > 0,
      address.utf8.count <= Self.longest,
      address.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return nil }
    self.position = position
    self.columns = columns
    self.address = address
  }

  /// Whether it lies behind a cell.
  func covers(_ cell: Position) -> Bool {
    cell.row == position.row && cell.column >= position.column
      && cell.column < position.column + columns
  }

  /// What is left of it before a column; nil when nothing is.
  func part(before column: Column) -> FrameLink? { part(position.column..<column) }

  /// What is left of it behind a column; nil when nothing is.
  func part(after column: Column) -> FrameLink? { part(column + 1..<position.column + columns) }

  private func part(_ range: Range<Column>) -> FrameLink? {
    if range.isEmpty { return nil }
    var part = self
    part.position.column = range.lowerBound
    part.columns = range.upperBound - range.lowerBound
    return part
  }
}
