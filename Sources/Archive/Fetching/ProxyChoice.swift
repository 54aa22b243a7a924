// Whether a page is fetched through a proxy, as the environment says to curl. Galley decides it and tells curl,
// so that the two never differ: what is fetched directly is looked up, checked and pinned; what goes through a
// proxy that looks names up itself is not looked up here at all.

/// The proxies that an environment names (curl(1), "ENVIRONMENT").
struct ProxyChoice {
  let environment: [String: String]

  /// What fetching an address goes through.
  enum Way: Equatable {
    /// Straight to the machine, or through a proxy that is told its number.
    case ownLookup(isProxied: Bool)
    /// Through a proxy that is told the name.
    case lookupOfProxy
  }

  func way(to address: WebAddress) -> Way {
    guard let proxy = proxy(for: address), !isExempt(address.host) else {
      return .ownLookup(isProxied: false)
    }
    let scheme = proxy.lowercased().split(separator: ":").first ?? ""
    let looksUpHere = scheme == "socks4" || scheme == "socks5"
    return looksUpHere ? .ownLookup(isProxied: true) : .lookupOfProxy
  }

  /// In the order in which curl asks; the name for http counts in small letters alone, since servers set the
  /// other one for their scripts (CVE-2016-5385).
  private func proxy(for address: WebAddress) -> String? {
    let names =
      address.scheme == .http
      ? ["http_proxy", "all_proxy", "ALL_PROXY"]
      : ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
    return names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
  }

  private func isExempt(_ host: WebHost) -> Bool {
    let list = environment["no_proxy"] ?? environment["NO_PROXY"] ?? ""
    return list.split { $0 == "," || $0 == " " }.contains { exempts($0.lowercased(), host) }
  }

  private func exempts(_ entry: String, _ host: WebHost) -> Bool {
    if entry == "*" { return true }
    switch host {
    case .number(let address):
      let block = entry.hasPrefix("[") ? String(entry.dropFirst().dropLast()) : entry
      return AddressBlock(block)?.contains(address) == true
    case .name(let name):
      let domain = entry.drop { $0 == "." }
      return !domain.isEmpty && (name == domain || name.hasSuffix("." + domain))
    }
  }
}
