// Words on a command line that were meant as addresses, told from names of files.

/// What a word that names no file may have been meant to be.
package enum AddressGuess {
  /// Endings that names of hosts have and names of articles do not.
  private static let domains: Set<Substring> = [
    "com", "org", "net", "edu", "gov", "int", "info", "news", "eu", "uk", "de", "fr", "es", "it",
    "nl", "be", "ch", "at", "se", "no", "dk", "fi", "ie", "pt", "cz", "ua", "ru", "us", "ca", "au",
    "nz", "jp", "cn", "in", "br", "za", "io", "tv", "gr", "tr", "il", "kr", "mx", "ar",
  ]

  /// Whether a word is an address, or was to be one: something with a scheme.
  package static func isAddress(_ word: String) -> Bool {
    let scheme = word.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    let rest = word[scheme.endIndex...]
    guard scheme.first?.isLetter == true, rest.first == ":" else { return false }
    return rest.hasPrefix("://") || ["http", "https"].contains(scheme.lowercased())
  }

  /// The address that somebody means by a word without a scheme, such as `www.example.org/page`; nil when
  /// it is more likely the name of a file.
  package static func address(for word: String) -> WebAddress? {
    let host = word.prefix { !"/?#:".contains($0) }
    let labels = host.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, !labels.contains(""), let last = labels.last,
      labels[0] == "www" || domains.contains(last)
    else { return nil }
    return try? WebAddress("https://" + word)
  }
}
