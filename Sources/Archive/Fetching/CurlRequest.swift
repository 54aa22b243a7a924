// One request by curl: what it is told, and what comes back.

#if canImport(Glibc)
  import Glibc
#endif

/// A request for one page, without redirects.
struct CurlRequest {
  var address: WebAddress
  var route: Route
  var limits: FetchLimits
  var userAgent: String
  var environment: [String: String]
  var deadline: ContinuousClock.Instant
  var isCancelled: @Sendable () -> Bool

  /// What a server answered.
  struct Answer {
    var header: ResponseHeader
    /// The page, decompressed; empty when the status is not 200.
    var body: [UInt8] = []
  }

  /// What articles come as, the likeliest first.
  private static let accepted =
    "text/html,application/xhtml+xml,application/epub+zip;q=0.9,application/pdf;q=0.9,"
    + "application/rss+xml;q=0.9,application/atom+xml;q=0.9,text/*;q=0.8,*/*;q=0.5"

  /// The arguments: no configuration file (-q comes first), no cookies, no .netrc, no redirects, one address.
  /// The header comes on a descriptor of its own, so that nothing in the page can pass for it.
  var arguments: [String] {
    var arguments = [
      "curl", "-q", "--silent", "--show-error", "--globoff", "--path-as-is", "--no-keepalive",
      "--proto", "=http,https", "--max-redirs", "0", "--compressed", "--suppress-connect-headers",
      "--dump-header", "/dev/fd/\(ProgramRun.Stream.extra.rawValue)",
      "--user-agent", userAgent, "--header", "Accept: \(Self.accepted)",
      "--connect-timeout", Self.seconds(limits.connecting),
      "--max-time", Self.seconds(max(deadline - .now, .milliseconds(1))),
      "--speed-limit", "64", "--speed-time", Self.wholeSeconds(limits.silence),
      "--noproxy", route.isProxied ? "" : "*",
    ]
    if case .name(let name) = address.host, !route.pinned.isEmpty {
      let numbers = route.pinned.map { $0.isIPv6 ? "[\($0)]" : "\($0)" }
      let pin = "\(name):\(address.port):\(numbers.joined(separator: ","))"
      arguments += ["--resolve", pin]
    }
    return arguments + ["--url", address.description]
  }

  /// Sends it and takes the answer.
  func answer() throws(FetchError) -> Answer {
    var received = Received(limits: limits)
    let run = ProgramRun(
      arguments: arguments, environment: environment, deadline: deadline + .seconds(2),
      isCancelled: isCancelled)
    let ending = run.run { received.take($0, $1) }
    switch ending {
    case .returned(0): return try received.answer(from: address)
    case .stopped:
      if received.isTooLarge { throw .tooLarge(megabytes: max(limits.size >> 20, 1)) }
      return try received.answer(from: address)
    case .returned(let code): throw failure(code, received)
    case .outOfTime: throw .tooSlow(address)
    case .cancelled: throw .cancelled
    case .notFound: throw .missingProgram("curl", package: "curl")
    case .failed(let reason): throw .other("curl cannot be started (\(reason))")
    case .killed: throw .other("curl was ended by a signal; try again")
    }
  }

  /// What a code of curl means (curl(1), "EXIT CODES").
  private func failure(_ code: Int32, _ received: Received) -> FetchError {
    switch code {
    case 1 where received.header.isEmpty, 8: .noHTTP(address)
    case 6: .unknownHost(address.host.description)
    case 7: .noConnection(address)
    case 28: .tooSlow(address)
    case 35, 51, 53, 54, 58, 59, 60, 66, 77, 80, 82, 83, 90, 91: .insecure(address)
    case 18, 52, 55, 56, 61, 92, 95: .brokenOff(address)
    case 5, 97: .other("the proxy that the environment names does not answer")
    default: .other("\(address.host): \(received.words ?? "curl failed with code \(code)")")
    }
  }

  private static func seconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
    let fraction = "\(milliseconds % 1000)"
    return "\(milliseconds / 1000).\(String(repeating: "0", count: 3 - fraction.count))\(fraction)"
  }

  private static func wholeSeconds(_ duration: Duration) -> String {
    "\(max(1, duration.components.seconds))"
  }
}

/// What has come of an answer.
private struct Received {
  let limits: FetchLimits
  var header: [UInt8] = []
  var isTooLarge = false
  private var body: [UInt8] = []
  private var complaint: [UInt8] = []
  private var parsed: ResponseHeader?

  init(limits: FetchLimits) { self.limits = limits }

  /// Takes what came; false when the rest does not matter.
  mutating func take(_ stream: ProgramRun.Stream, _ bytes: ArraySlice<UInt8>) -> Bool {
    switch stream {
    case .output:
      body += bytes
      isTooLarge = body.count > limits.size
    case .complaints:
      complaint += bytes.prefix(max(0, FetchLimits.complaint - complaint.count))
    case .extra:
      header += bytes
      isTooLarge = header.count > FetchLimits.header
      if parsed == nil { parsed = ResponseHeader(header) }
    }
    // The page of an error, or of a redirect, is not looked at.
    return !isTooLarge && (parsed.map { $0.status == 200 } ?? true)
  }

  func answer(from address: WebAddress) throws(FetchError) -> CurlRequest.Answer {
    guard let parsed else { throw .noHTTP(address) }
    return CurlRequest.Answer(header: parsed, body: parsed.status == 200 ? body : [])
  }

  /// The last line of what curl said, without its name.
  var words: String? {
    let lines = String(decoding: complaint, as: UTF8.self).split(separator: "\n")
    return lines.last.map { String($0.hasPrefix("curl: ") ? $0.dropFirst(6) : $0) }
  }
}
