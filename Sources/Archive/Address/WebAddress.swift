// The address of a page, parsed strictly and written in one way, so that one page has one copy and what is
// checked is what is asked for.

/// An address of the web (RFC 3986) without its fragment, which is never part of what is fetched.
///
/// Scheme and host are in small letters, the usual port and dot segments are gone, and whatever an address
/// may not hold is percent-encoded: the description is ASCII without spaces and control characters.
package struct WebAddress: Hashable, Sendable {
  /// How a server is spoken to.
  package enum Scheme: String, Sendable {
    case http, https

    var usualPort: UInt16 { self == .http ? 80 : 443 }
  }

  /// No longer address is taken, in bytes.
  package static let longest = 8192

  package let scheme: Scheme
  /// The machine.
  package let host: WebHost
  /// The port, also where it is the usual one.
  package let port: UInt16
  /// The path, which begins with a slash.
  package let path: String
  /// What follows the first question mark; nil when there is none.
  package let query: String?

  /// Reads an address; space around it does not count.
  package init(_ text: String) throws(AddressError) {
    let text = try Self.trimmed(text[...])
    guard let (name, rest) = Self.scheme(of: text) else { throw .noScheme(String(text)) }
    guard let scheme = Scheme(rawValue: name) else { throw .otherScheme(name) }
    guard rest.hasPrefix("//") else { throw .noScheme(String(text)) }
    let afterSlashes = rest.dropFirst(2)
    let authority = afterSlashes.prefix { !"/?#".contains($0) }
    let (host, port) = try Self.server(authority)
    try self.init(
      scheme: scheme, host: host, port: port ?? scheme.usualPort,
      reference: afterSlashes[authority.endIndex...])
  }

  private init(
    scheme: Scheme, host: WebHost, port: UInt16, reference: Substring
  ) throws(AddressError) {
    (self.scheme, self.host, self.port) = (scheme, host, port)
    let meant = reference.prefix { $0 != "#" }
    let path = meant.prefix { $0 != "?" }
    self.path = AddressEncoding.path(path)
    query = path.endIndex < meant.endIndex ? AddressEncoding.query(meant[path.endIndex...]) : nil
    // Encoded, it may be three times as long.
    guard description.utf8.count <= Self.longest else { throw .tooLong }
  }

  /// The address that a reference on this page means (RFC 3986, section 5.2).
  package func resolving(_ reference: String) throws(AddressError) -> WebAddress {
    let reference = try Self.trimmed(reference[...])
    if Self.scheme(of: reference) != nil { return try WebAddress(String(reference)) }
    if reference.hasPrefix("//") { return try WebAddress("\(scheme):\(reference)") }
    return try WebAddress(
      scheme: scheme, host: host, port: port, reference: joined(reference)[...])
  }

  private func joined(_ reference: Substring) -> String {
    switch reference.first {
    case "/": return String(reference)
    case "?": return path + reference
    case nil, "#": return path + (query.map { "?" + $0 } ?? "")
    default:
      let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
      return String(folder + reference)
    }
  }

  // MARK: Parts

  private static func trimmed(_ text: Substring) throws(AddressError) -> Substring {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    guard text.utf8.count <= longest else { throw .tooLong }
    let isClean = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard isClean else { throw .controlCharacters }
    return text
  }

  /// The scheme in small letters and what follows its colon; nil when there is none.
  private static func scheme(of text: Substring) -> (name: String, rest: Substring)? {
    let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    let rest = text[name.endIndex...]
    guard name.first?.isLetter == true, rest.first == ":" else { return nil }
    return (name.lowercased(), rest.dropFirst())
  }

  private static func server(
    _ authority: Substring
  ) throws(AddressError) -> (host: WebHost, port: UInt16?) {
    if authority.contains("@") { throw .credentials }
    if authority.isEmpty || authority.hasPrefix(":") { throw .noHost(String(authority)) }
    let end: Substring.Index
    if authority.hasPrefix("[") {
      guard let bracket = authority.firstIndex(of: "]") else { throw .badHost(String(authority)) }
      end = authority.index(after: bracket)
    } else {
      end = authority.firstIndex(of: ":") ?? authority.endIndex
    }
    let rest = authority[end...]
    guard rest.isEmpty || rest.hasPrefix(":") else { throw .badHost(String(authority)) }
    return (try WebHost(authority[..<end]), try port(rest.dropFirst()))
  }

  private static func port(_ text: Substring) throws(AddressError) -> UInt16? {
    if text.isEmpty { return nil }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = UInt16(text), port > 0
    else { throw .badPort(String(text)) }
    return port
  }
}

extension WebAddress: CustomStringConvertible {
  /// The address as it is asked for and shown.
  package var description: String {
    let port = self.port == scheme.usualPort ? "" : ":\(self.port)"
    return "\(scheme)://\(host)\(port)\(path)\(query.map { "?" + $0 } ?? "")"
  }
}
