// The way to the machine of an address, checked before anything is sent to it.

/// Where a request goes.
struct Route: Equatable {
  /// The addresses of the machine that were checked, for curl to use and no others; empty where a proxy looks
  /// the name up, and for hosts that are numbers.
  var pinned: [IPAddress] = []
  /// Whether a proxy of the environment is used.
  var isProxied = false

  /// Endings of names that mean nothing outside of the own network (RFC 6762, RFC 8375, RFC 6761, and
  /// ICANN's "internal").
  private static let localEndings = [
    "localhost", "local", "internal", "lan", "home", "corp", "intranet", "home.arpa", "private",
  ]

  /// Whether a name belongs to the own network by its form, which is all that can be told of a name that a
  /// proxy looks up.
  static func isLocal(_ name: String) -> Bool {
    !name.contains(".") || localEndings.contains { name == $0 || name.hasSuffix("." + $0) }
  }
}

extension PageFetcher {
  /// The way to a page; throws when it leads to a machine of the own network and that is not wanted.
  func route(
    to address: WebAddress, from origin: WebAddress?, before deadline: ContinuousClock.Instant
  ) throws(FetchError) -> Route {
    let way = ProxyChoice(environment: environment).way(to: address)
    var route = Route(isProxied: way != .ownLookup(isProxied: false))
    switch address.host {
    case .number(let number): try check([number], address, origin)
    case .name(let name) where way == .lookupOfProxy:
      if !allowsPrivate, Route.isLocal(name) {
        throw .notPublic(
          address, .local("is in a private network by its name"), redirectedFrom: origin)
      }
    case .name(let name):
      let lookup = HostLookup(
        allowsPrivate: allowsPrivate, environment: environment, deadline: deadline,
        isCancelled: isCancelled)
      route.pinned = try lookup.addresses(of: name)
      try check(route.pinned, address, origin)
    }
    return route
  }

  private func check(
    _ numbers: [IPAddress], _ address: WebAddress, _ origin: WebAddress?
  ) throws(FetchError) {
    if allowsPrivate { return }
    for reach in numbers.map({ AddressReach(of: $0) }) where reach != .everywhere {
      throw .notPublic(address, reach, redirectedFrom: origin)
    }
  }
}
