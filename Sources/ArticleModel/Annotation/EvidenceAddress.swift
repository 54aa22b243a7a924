// Whether what somebody typed can be where evidence is found: an address of the web or of another scheme, or
// a file beside the article.

/// The address of evidence, as it is kept.
package struct EvidenceAddress: Hashable, Sendable {
  /// The address, without white space around it.
  package let text: String
  /// Whether `https://` was put before what was typed.
  package let isCompleted: Bool

  /// Why a text is no address, in words that say what to type.
  package enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
    case empty
    case hasSpaces
    /// Nothing says how the source is reached.
    case noScheme(String)
    /// A scheme that is not known to lead to anything.
    case otherScheme(String)
    /// No host, or none that there can be.
    case badHost(String)

    /// One line.
    package var description: String {
      switch self {
      case .empty: "an address begins with https://"
      case .hasSpaces: "an address has no spaces; the words of the source go into “passage”"
      case .noScheme(let text):
        "“\(text.prefix(24))” is not an address (https://…, ./file); a source without one takes several words"
      case .otherScheme(let name):
        "“\(name.prefix(20)):” leads nowhere; \(EvidenceAddress.schemes.joined(separator: ", ")) do"
      case .badHost(let host):
        host.isEmpty
          ? "an address names a host: https://www.example.org"
          : "“\(host.prefix(40))” is not a host"
      }
    }
  }

  /// The schemes that sources have.
  fileprivate static let schemes = ["https", "http", "ftp", "mailto", "doi", "urn", "tel"]

  /// Reads what was typed; an address of the web may leave out `https://`.
  package init(_ typed: String) throws(Fault) {
    var text = typed[...].trimmed
    if text.isEmpty { throw .empty }
    let isClean = text.unicodeScalars.allSatisfy {
      !$0.properties.isWhitespace && $0.properties.generalCategory != .control
    }
    guard isClean else { throw .hasSpaces }
    isCompleted = text.hasPrefix("www.") || Self.beginsWithHost(text)
    if isCompleted { text = "https://" + text }
    if text.hasPrefix("./"), text.count > 2 {
      self.text = text
      return
    }
    guard let colon = text.firstIndex(of: ":"), Self.isScheme(text[..<colon]) else {
      throw .noScheme(text)
    }
    let scheme = text[..<colon].lowercased()
    let rest = text[colon...].dropFirst()
    guard Self.schemes.contains(scheme) else { throw .otherScheme(scheme) }
    try Self.check(rest, after: scheme)
    self.text = text
  }

  /// What the names of files end with that are not the names of hosts.
  private static let fileExtensions: Set<String> = [
    "csv", "doc", "docx", "eml", "epub", "gif", "htm", "html", "jpeg", "jpg", "json", "odt", "pdf",
    "png", "ppt", "pptx", "rtf", "tif", "txt", "xls", "xlsx", "xml", "zip",
  ]

  /// Whether the text begins with a host as people write it: `example.org/page`, `example.org:8080`.
  private static func beginsWithHost(_ text: String) -> Bool {
    var host = text.prefix { !"/?#".contains($0) }
    if let colon = host.firstIndex(of: ":") {
      guard UInt16(host[colon...].dropFirst()) ?? 0 > 0 else { return false }
      host = host[..<colon]
    }
    guard !host.contains("@"), (try? checkHost(host)) != nil else { return false }
    let labels = host.split(separator: ".")
    guard labels.count > 1, let last = labels.last, last.count > 1 else { return false }
    return last.allSatisfy(\.isLetter) && !fileExtensions.contains(last.lowercased())
  }

  private static func isScheme(_ text: Substring) -> Bool {
    text.first?.isLetter == true
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0)
      }
  }

  private static func check(_ rest: Substring, after scheme: String) throws(Fault) {
    switch scheme {
    case "https", "http", "ftp":
      guard rest.hasPrefix("//") else { throw .badHost("") }
      try checkHost(rest.dropFirst(2).prefix { !"/?#".contains($0) })
    case "mailto": guard rest.contains("@") else { throw .badHost(String(rest)) }
    default: if rest.isEmpty { throw .badHost("") }
    }
  }

  /// A name of labels between dots, or a number; a port may follow.
  private static func checkHost(_ authority: Substring) throws(Fault) {
    var host = authority[
      (authority.lastIndex(of: "@").map(authority.index(after:)) ?? authority.startIndex)...]
    if host.hasPrefix("["), host.contains("]") { return }
    if let colon = host.lastIndex(of: ":") {
      let port = host[colon...].dropFirst()
      guard port.isEmpty || UInt16(port) ?? 0 > 0 else { throw .badHost(String(authority)) }
      host = host[..<colon]
    }
    if host.hasSuffix(".") { host.removeLast() }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    let isName = labels.allSatisfy { label in
      !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || "-_%".contains($0) }
    }
    guard isName else { throw .badHost(String(host)) }
  }
}

extension Substring {
  /// The text without white space at its ends.
  fileprivate var trimmed: String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
