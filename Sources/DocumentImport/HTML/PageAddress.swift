// Addresses of links: made absolute, and refused unless they lead to a page.

import ArticleModel

/// Resolves the references of a page (RFC 3986, section 5.2).
struct PageAddress {
  private let scheme: Substring
  private let authority: Substring
  private let path: Substring

  /// Takes apart the address of a page; nil unless it is absolute and of the web.
  init?(_ address: String) {
    guard Self.isAbsolute(address), let colon = address.firstIndex(of: ":") else { return nil }
    scheme = address[..<colon]
    let rest = address[colon...].dropFirst(3)
    authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    path = rest[authority.endIndex...].prefix { $0 != "?" && $0 != "#" }
  }

  /// Whether an address names a page of the web by itself.
  static func isAbsolute(_ address: String) -> Bool {
    let start = address.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://")
  }

  /// The absolute address that a reference means; nil when it leads to no page, as scripts and mails.
  static func resolve(_ reference: String, against base: PageAddress?) -> String? {
    let reference = String(
      decoding: reference.utf8.filter { $0 > 0x20 && $0 != 0x7F }, as: UTF8.self)
    guard !reference.isEmpty, !reference.hasPrefix("#") else { return nil }
    if isAbsolute(reference) { return withSmallScheme(reference) }
    let beforePath = reference.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !beforePath.contains(":"), let base else { return nil }
    return base.resolve(reference[...])
  }

  /// An absolute address with its scheme in small letters (RFC 3986, section 6.2.2.1), as what opens and
  /// shows addresses expects it.
  private static func withSmallScheme(_ address: String) -> String {
    let scheme = address.prefix { $0 != ":" }
    return scheme.lowercased() + address[scheme.endIndex...]
  }

  private func resolve(_ reference: Substring) -> String {
    let site = "\(scheme)://\(authority)"
    if reference.hasPrefix("//") { return "\(scheme):\(reference)" }
    if reference.hasPrefix("?") { return site + path + reference }
    let end = reference.firstIndex { $0 == "?" || $0 == "#" } ?? reference.endIndex
    let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)] + "/"
    let joined = reference.hasPrefix("/") ? reference[..<end] : folder + reference[..<end]
    return site + Self.withoutDots(joined) + reference[end...]
  }

  /// A path without its segments "." and ".." (RFC 3986, section 5.2.4).
  private static func withoutDots(_ path: Substring) -> String {
    var kept: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      switch segment {
      case ".": if isLast { kept.append("") }
      case "..":
        if !kept.isEmpty { kept.removeLast() }
        if isLast { kept.append("") }
      default: kept.append(segment)
      }
    }
    return "/" + kept.joined(separator: "/")
  }
}
