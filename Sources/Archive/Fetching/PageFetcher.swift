// From an address to the bytes of its page: redirects are followed here, one by one, so that each step is
// checked like the first.

#if canImport(Glibc)
  import Glibc
#endif

/// A page as a server sent it.
package struct FetchedPage: Sendable {
  /// The bytes, decompressed.
  package var bytes: [UInt8]
  /// The address that was asked for.
  package var asked: WebAddress
  /// The address that answered.
  package var address: WebAddress
  /// The addresses in between, in their order.
  package var redirects: [WebAddress] = []
  /// The field `Content-Type` of the answer.
  package var contentType: String?
  /// The status of the answer, which is 200.
  package var status = 200
}

/// Fetches pages with the program curl.
package struct PageFetcher: Sendable {
  /// Whether machines of the own network may be asked.
  package var allowsPrivate = false
  package var limits = FetchLimits()
  /// The program as servers know it.
  package var userAgent: String
  /// The environment of the programs that are run.
  package var environment: [String: String]
  /// Whether nobody wants the page any longer; asked 20 times a second.
  package var isCancelled: @Sendable () -> Bool = { false }

  /// What came of the wish for a page.
  package enum Outcome: Sendable {
    case page(FetchedPage)
    /// The way led to an address that needs no fetching.
    case known(WebAddress)
  }

  /// A fetcher with the usual limits.
  package init(userAgent: String, environment: [String: String] = Self.ownEnvironment) {
    (self.userAgent, self.environment) = (userAgent, environment)
  }

  /// Fetches a page, or stops where a redirect leads to an address that is known.
  package func fetch(
    _ asked: WebAddress, stoppingAt isKnown: (WebAddress) -> Bool = { _ in false }
  ) throws(FetchError) -> Outcome {
    let deadline = ContinuousClock.now + limits.total
    var passed: [WebAddress] = []
    var address = asked
    while true {
      let answer = try answer(from: address, redirectedFrom: passed.last, before: deadline)
      guard let next = try redirect(of: answer, at: address) else {
        var page = FetchedPage(bytes: answer.body, asked: asked, address: address)
        page.redirects = Array(passed.dropFirst())
        page.contentType = answer.header.value(of: "content-type")
        return .page(page)
      }
      passed.append(address)
      if passed.contains(next) { throw .circle(next) }
      if passed.count > limits.redirects { throw .tooManyRedirects(limits.redirects) }
      if isKnown(next) { return .known(next) }
      address = next
    }
  }

  private func answer(
    from address: WebAddress, redirectedFrom origin: WebAddress?,
    before deadline: ContinuousClock.Instant
  ) throws(FetchError) -> CurlRequest.Answer {
    if deadline < .now { throw .tooSlow(address) }
    let route = try route(to: address, from: origin, before: deadline)
    return try CurlRequest(
      address: address, route: route, limits: limits, userAgent: userAgent,
      environment: environment, deadline: deadline, isCancelled: isCancelled
    ).answer()
  }

  /// Where an answer leads on to; nil when it is the page, and an error when it is neither.
  private func redirect(
    of answer: CurlRequest.Answer, at address: WebAddress
  ) throws(FetchError) -> WebAddress? {
    let status = answer.header.status
    if status == 200 {
      if answer.body.isEmpty { throw .emptyPage(address) }
      return nil
    }
    guard HTTPStatus.isRedirect(status), let location = answer.header.value(of: "location") else {
      throw .status(status, address)
    }
    do throws(AddressError) { return try address.resolving(location) } catch {
      throw .badRedirect(from: address, error)
    }
  }

  /// The environment of this program.
  package static var ownEnvironment: [String: String] {
    var result: [String: String] = [:]
    var next = environ
    while let entry = next.pointee {
      let parts = String(cString: entry).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { result[String(parts[0])] = String(parts[1]) }
      next += 1
    }
    return result
  }
}
