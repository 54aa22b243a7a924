// Why a page could not be fetched, in one line that says what to try.

/// What keeps a page from being fetched.
package enum FetchError: Error, Hashable, Sendable {
  /// A program that is needed is not there; with the package that has it.
  case missingProgram(String, package: String)
  case unknownHost(String)
  /// An address that leads to this machine or its own network.
  case notPublic(WebAddress, AddressReach, redirectedFrom: WebAddress?)
  /// A redirect to what is no address of the web.
  case badRedirect(from: WebAddress, AddressError)
  case circle(WebAddress)
  case tooManyRedirects(Int)
  /// An answer without a page.
  case status(Int, WebAddress)
  case emptyPage(WebAddress)
  case tooLarge(megabytes: Int)
  case tooSlow(WebAddress)
  case noConnection(WebAddress)
  case insecure(WebAddress)
  case brokenOff(WebAddress)
  /// What came is no HTTP.
  case noHTTP(WebAddress)
  case cancelled
  /// Any other failure, in the words of the program that met it.
  case other(String)
}

extension FetchError: CustomStringConvertible {
  /// One line: what failed, and what to try.
  package var description: String {
    switch self {
    case .missingProgram(let name, let package):
      "pages are fetched with the program \(name), which is not installed; install the package \(package)"
    case .unknownHost(let host):
      "there is no host \(host), or no network; check the spelling and your connection"
    case .notPublic(let address, let reach, let origin):
      Self.refusal(of: address, reach, redirectedFrom: origin)
    case .badRedirect(let from, let fault):
      "\(from) redirects to something that is not a page: \(fault)"
    case .circle(let address):
      "redirects lead back to \(address); a site that does so wants cookies – open it in a "
        + "browser, save the page, and open that file"
    case .tooManyRedirects(let count): "more than \(count) redirects, one after the other"
    case .status(let code, let address): Self.answer(code, from: address)
    case .emptyPage: "the server sent an empty page"
    case .tooLarge(let megabytes):
      "the server sent more than \(megabytes) MB; that is not an article"
    case .tooSlow(let address): "\(address.host) did not answer in time; try again later"
    case .noConnection(let address): "\(address.host) cannot be reached; try again later"
    case .insecure(let address):
      "no secure connection to \(address.host): its certificate or its encryption cannot be trusted"
    case .brokenOff(let address):
      "\(address.host) closed the connection before the page was complete; try again"
    case .noHTTP(let address):
      "what \(address.host) sent is not HTTP; check the port in the address"
    case .cancelled: "stopped before the page was complete"
    case .other(let words): words
    }
  }

  private static func refusal(
    of address: WebAddress, _ reach: AddressReach, redirectedFrom origin: WebAddress?
  ) -> String {
    let place = if case .local(let words) = reach { words } else { "is not public" }
    let what = origin.map { "\($0) redirects to \(address), and \(address.host)" }
    return "\(what ?? "\(address.host)") \(place); --allow-private fetches it anyway"
  }

  private static func answer(_ code: Int, from address: WebAddress) -> String {
    let named = HTTPStatus.name(of: code).map { "\(code) \($0)" } ?? "\(code)"
    return "\(address.host) answered \(named)\(HTTPStatus.advice(on: code).map { "; \($0)" } ?? "")"
  }
}
