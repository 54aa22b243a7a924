// A source that the quotations of an article are looked for in, as the sidecar names it.

import ArticleModel
import LosslessJSON

/// A source of quotations.
public enum QuotationSource: Hashable, Sendable {
  /// A file or a folder, as seen from the sidecar's folder.
  case path(String)
  /// A page of the web.
  case address(String)

  /// Its path or its address.
  public var name: String {
    switch self {
    case .path(let name), .address(let name): name
    }
  }

  /// Whether it is a file that lies below the sidecar's folder, so that reading it tells nobody anything and shows
  /// nothing of other places.
  package var isWithinFolder: Bool {
    guard case .path(let path) = self else { return false }
    return !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
  }

  /// Reads an entry of the list; nil when it names neither a path nor an address of the web.
  init?(_ node: JSONNode) {
    if let path = node["galley:path"]?.string, !path.isEmpty, !path.hasPrefix("/") {
      self = .path(path)
    } else if let address = node["source"]?.string,
      ["https://", "http://"].contains(where: address.lowercased().hasPrefix)
    {
      self = .address(address)
    } else {
      return nil
    }
  }

  /// The entry.
  var json: JSONValue {
    switch self {
    case .path(let path): ["galley:path": .string(path)]
    case .address(let address): ["source": .string(IRIReference.address(address))]
    }
  }
}
