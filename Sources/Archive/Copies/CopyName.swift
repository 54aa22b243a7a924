// The names of copies: a folder for the host, and a file that people know again by the words of its address.
// Whatever an address is, no name has a slash, begins with a dot or a hyphen, or is too long.

import ArticleModel

/// Where in the archive the copy of an address belongs.
struct CopyName: Hashable, Sendable {
  /// The folder: `www.example.org`, `localhost_8080`.
  let folder: String
  /// The file without its ending: `port-reopens-after-storm-5f1c22aa91b3`.
  let stem: String

  /// The longest words of a name, in bytes; with digest, ending and what sidecars add, file systems take it.
  private static let longestWords = 60
  private static let longestFolder = 100
  /// So many digits of an address's digest tell it from all others of its host.
  private static let digits = 12

  init(of address: WebAddress) {
    let port = address.port == address.scheme.usualPort ? "" : "_\(address.port)"
    let host = String(address.host.description.map { "[]:".contains($0) ? "_" : $0 })
    folder = String(host.prefix(Self.longestFolder)) + port
    let digest = Array(address.description.utf8).withUnsafeBufferPointer { Digest(of: $0) }
    stem = "\(Self.words(of: address))-\(digest.description.prefix(Self.digits))"
  }

  /// The last words of a path: `port-reopens-after-storm`.
  private static func words(of address: WebAddress) -> String {
    let parts = address.path.split(separator: "/").map(plain)
    let last =
      parts.last { $0.contains(where: \.isLetter) && !generic.contains($0) }
      ?? parts.last { !$0.isEmpty }
    return last.map { String($0.prefix(longestWords)) } ?? "page"
  }

  /// Names of pages that say nothing.
  private static let generic: Set<String> = ["index", "default", "amp", "story", "article"]

  /// Letters and digits in small letters, with hyphens between them; without the ending of a file.
  private static func plain(_ part: Substring) -> String {
    let text = String(decoding: AddressEncoding.decoded(part), as: UTF8.self).lowercased()
    let dot = text.lastIndex(of: ".")
    let ending = dot.map { text[$0...].dropFirst() } ?? ""
    let named = dot.map { (1...5).contains(ending.count) ? text[..<$0] : text[...] } ?? text[...]
    var result = ""
    for character in named {
      let isKept = character.isASCII && (character.isLetter || character.isNumber)
      if isKept {
        result.append(character)
      } else if !result.isEmpty, !result.hasSuffix("-") {
        result.append("-")
      }
    }
    return result.hasSuffix("-") ? String(result.dropLast()) : result
  }
}
