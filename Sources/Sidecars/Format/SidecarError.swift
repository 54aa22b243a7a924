// What keeps a sidecar, or an item of one, from being read.

import ArticleModel
import LosslessJSON

/// Why a file is not a sidecar that this version reads. Such a file is never overwritten.
public enum SidecarError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It is not JSON.
  case notJSON(JSONError)
  /// It is JSON, but holds no set of annotations; the text says what is missing.
  case notASidecar(String)

  /// What is wrong, for people.
  public var description: String {
    switch self {
    case .notJSON(let error): "not valid JSON: \(error)"
    case .notASidecar(let what): "not a set of annotations: \(what)"
    }
  }
}

/// An item of a sidecar that this version cannot read; it is kept as it is.
public struct UnreadableItem: Hashable, Sendable, CustomStringConvertible {
  /// Its place in the list, counted from 1.
  public let number: Int
  /// What it calls itself; nil when it does not.
  public let id: String?
  /// What is wrong with it.
  public let reason: Reason

  /// What is wrong with an item.
  public enum Reason: Error, Hashable, Sendable, CustomStringConvertible {
    /// It is not an object.
    case notAnObject
    /// It lacks a member that every annotation has.
    case missing(String)
    /// It has a member twice, and nobody can tell which one counts.
    case repeated(String)
    /// A member has a value that makes no sense.
    case unusable(String)
    /// An earlier item has the same id.
    case sameID

    /// What is wrong, for people.
    public var description: String {
      switch self {
      case .notAnObject: "it is not an object"
      case .missing(let name): "it has no \"\(name)\""
      case .repeated(let name): "it has \"\(name)\" twice"
      case .unusable(let name): "its \"\(name)\" cannot be read"
      case .sameID: "an earlier item has the same id"
      }
    }
  }

  /// Which item, and what is wrong with it.
  public var description: String { "item \(number)\(id.map { " (\($0))" } ?? ""): \(reason)" }
}
