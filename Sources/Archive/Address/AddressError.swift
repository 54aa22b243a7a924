// Why something cannot be the address of a page, in one line that says what to type.

/// What is wrong with an address.
package enum AddressError: Error, Hashable, Sendable {
  /// A scheme other than http and https.
  case otherScheme(String)
  /// `http:` or `https:` without the two slashes, or no scheme at all.
  case noScheme(String)
  case noHost(String)
  /// A host that is neither a name nor the number of a machine.
  case badHost(String)
  case badPort(String)
  /// A user's name or password before the host.
  case credentials
  /// Control characters, which no address has.
  case controlCharacters
  /// Longer than any server reads.
  case tooLong
}

extension AddressError: CustomStringConvertible {
  /// One line: what is wrong, and what to type.
  package var description: String {
    switch self {
    case .otherScheme("file"):
      "Galley opens files by their names; leave out file://"
    case .otherScheme(let scheme):
      "Galley fetches http and https addresses, not \(scheme.prefix(20)):"
    case .noScheme: "an address begins with https:// or http://"
    case .noHost: "an address names a host after https://, as in https://www.example.org/page"
    case .badHost(let host): "“\(host.prefix(80))” cannot be the name of a host; check the spelling"
    case .badPort(let port): "“\(port.prefix(20))” is not a port; ports are numbers up to 65535"
    case .credentials:
      "an address with a name or password before an @ is not fetched; leave that part out"
    case .controlCharacters: "there are control characters in it; copy the address again"
    case .tooLong: "it has more than \(WebAddress.longest) characters"
    }
  }
}
