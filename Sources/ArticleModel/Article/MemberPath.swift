// The paths of articles that lie with others in one file: `book.epub#chapter-02`.

/// The path of a member of a collection, as far as its form goes: `FILE#MEMBER`. A file of that very name
/// comes first wherever paths are opened.
public struct MemberPath: Hashable, Sendable, CustomStringConvertible {
  /// The path of the file that holds several articles.
  public let file: String
  /// The name of one of them, with no slash and no number sign in it.
  public let member: String

  /// Names a member of a file.
  public init(file: String, member: String) { (self.file, self.member) = (file, member) }

  /// Takes a path apart; nil when it has not the form of one.
  public init?(_ path: String) {
    guard let sign = path.utf8.lastIndex(of: UInt8(ascii: "#")) else { return nil }
    let (file, member) = (path[..<sign], path[sign...].dropFirst())
    guard !file.isEmpty, file.last != "/", !member.isEmpty, !member.contains("/") else {
      return nil
    }
    self.init(file: String(file), member: String(member))
  }

  /// The path as a whole.
  public var description: String { "\(file)#\(member)" }
}
