// Days in files, which people and other programs write: the text stays, the day is read off it.

/// A day as a file writes it: a date, or a moment of which the date counts. What cannot be read is kept and
/// shown as it is.
public struct DateAsWritten: Hashable, Sendable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  /// The day as it stands in the file.
  public let description: String

  /// Takes a day as it stands in a file, whatever its form.
  public init(_ text: String) { description = text }

  /// A day as the literal has it.
  public init(stringLiteral text: String) { self.init(text) }

  /// Writes a day.
  public init(_ day: CalendarDate) { description = day.description }

  /// The day; nil when it cannot be read.
  public var day: CalendarDate? { Timestamp(description).writtenDay }
}
