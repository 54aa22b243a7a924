// Fetching from a server of our own that misbehaves in every way that servers do.

import TestSupport
import Testing

@testable import Archive

/// Whether the programs are there that fetching needs.
let canFetch = ["curl", "getent"].allSatisfy { name in
  let run = ProgramRun(
    arguments: [name, "--version"], environment: PageFetcher.ownEnvironment,
    deadline: .now + .seconds(20), isCancelled: { false })
  return run.run { _, _ in true } == .returned(0)
}

/// A fetcher that may ask this machine and is not patient.
func localFetcher() -> PageFetcher {
  var environment = PageFetcher.ownEnvironment.filter { !$0.key.lowercased().hasSuffix("_proxy") }
  environment["LC_ALL"] = "C"
  var fetcher = PageFetcher(userAgent: "Galley/test", environment: environment)
  fetcher.allowsPrivate = true
  fetcher.limits.silence = .seconds(20)
  fetcher.limits.total = .seconds(60)
  return fetcher
}

@Suite("Fetching pages", .enabled(if: canFetch, "curl or getent is not installed"))
struct FetchingTests {
  private func page(_ address: String, by fetcher: PageFetcher = localFetcher()) throws
    -> FetchedPage
  {
    switch try fetcher.fetch(WebAddress(address)) {
    case .page(let page): return page
    case .known(let address): throw Unexpected(description: "\(address) is known")
    }
  }

  private struct Unexpected: Error, CustomStringConvertible { var description: String }

  /// The failure of fetching an address; records an issue when there is none.
  private func failure(
    _ address: String, by fetcher: PageFetcher = localFetcher()
  ) -> FetchError? {
    do {
      _ = try page(address, by: fetcher)
      Issue.record("\(address) was fetched")
      return nil
    } catch {
      return error as? FetchError
    }
  }

  @Test("A page comes as it was sent, with its type; the request says who asks and nothing more")
  func plain() throws {
    let body = Array("<p>caf\u{E9}</p>".unicodeScalars.map { UInt8($0.value) })
    let server = try LoopbackServer(pages: [
      "/a?b=c": LoopbackServer.page(body, type: "text/html; charset=iso-8859-1", "Set-Cookie: a=b")
    ])
    let page = try page(server.address("/a?b=c#part"))
    #expect(page.bytes == body)
    #expect(page.contentType == "text/html; charset=iso-8859-1")
    let request = try #require(server.requests.first)
    #expect(request.hasPrefix("GET /a?b=c HTTP/1.1\r\n"))
    #expect(request.contains("\r\nUser-Agent: Galley/test\r\n"))
    for field in ["cookie", "authorization", "referer", "from"] {
      #expect(!request.lowercased().contains("\r\n\(field):"))
    }
  }

  @Test("Redirects are followed one by one, and no cookie comes along")
  func redirects() throws {
    let server = try LoopbackServer { request in
      switch LoopbackServer.path(of: request) {
      case "/1":
        [.send(LoopbackServer.header("301 Moved", ["Location: two/../2?x#y", "Set-Cookie: a=b"]))]
      case "/2?x": LoopbackServer.redirect(to: "//127.0.0.1:\(Self.port(of: request))/3", "308 P")
      case "/3": LoopbackServer.page("<p>here</p>")
      default: LoopbackServer.page(Array("no".utf8), status: "500 Oops")
      }
    }
    let page = try page(server.address("/1"))
    #expect(page.address.description == server.address("/3"))
    #expect(page.asked.description == server.address("/1"))
    #expect(page.redirects.map(\.description) == [server.address("/2?x")])
    #expect(!server.requests.contains { $0.lowercased().contains("\r\ncookie:") })
  }

  private static func port(of request: String) -> Substring {
    let host = request.split(separator: "\r\n").first { $0.hasPrefix("Host: ") } ?? ""
    return host.split(separator: ":").last ?? ""
  }

  @Test("A circle is told as one, and a path without an end is left after ten steps")
  func circles() throws {
    let circle = try LoopbackServer(pages: [
      "/a": LoopbackServer.redirect(to: "/b"), "/b": LoopbackServer.redirect(to: "/c#x"),
      "/c": LoopbackServer.redirect(to: "/a"),
    ])
    #expect(failure(circle.address("/a")) == .circle(try WebAddress(circle.address("/a"))))
    #expect(circle.requests.count == 3)
    let endless = try LoopbackServer {
      LoopbackServer.redirect(to: LoopbackServer.path(of: $0) + "x")
    }
    #expect(failure(endless.address("/")) == .tooManyRedirects(10))
    #expect(endless.requests.count == 11)
  }

  @Test("A redirect stops where a page is known already")
  func known() throws {
    let server = try LoopbackServer(pages: ["/a": LoopbackServer.redirect(to: "/b")])
    let target = try WebAddress(server.address("/b"))
    let outcome = try localFetcher().fetch(WebAddress(server.address("/a"))) { $0 == target }
    guard case .known(target) = outcome else {
      Issue.record("fetched what is known")
      return
    }
    #expect(server.requests.count == 1)
  }

  @Test(
    "Redirects to other schemes, to nowhere and with control bytes are refused",
    arguments: [
      "file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "http://", "https:///x",
      "/a\u{1B}]0;x\u{7}", "http://a\u{8}b/", "http://user:pw@127.0.0.1/",
    ])
  func badRedirects(location: String) throws {
    let server = try LoopbackServer(pages: ["/": LoopbackServer.redirect(to: location)])
    let failure = failure(server.address("/"))
    guard case .badRedirect = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(
      failure?.description.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
        == true)
  }

  @Test(
    "An address of this machine or its network is refused, whatever it is called",
    arguments: [
      "127.0.0.1", "127.1", "0x7f.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "localhost",
      "LOCALHOST.", "10.0.0.1", "169.254.169.254", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "0",
    ])
  func privateAddresses(host: String) throws {
    let server = try LoopbackServer { _ in LoopbackServer.page("<p>secret</p>") }
    var fetcher = localFetcher()
    fetcher.allowsPrivate = false
    guard case .notPublic = failure("http://\(host):\(server.port)/", by: fetcher) else {
      Issue.record("asked \(host)")
      return
    }
    #expect(server.requests.isEmpty)
  }

  @Test("A redirect from a public page to this machine is refused, and nothing is asked there")
  func privateRedirect() throws {
    let inside = try LoopbackServer { _ in LoopbackServer.page("<p>secret</p>") }
    // Through a proxy, so that a public name can be had without a network.
    let proxy = try LoopbackServer { _ in LoopbackServer.redirect(to: inside.address("/")) }
    var fetcher = localFetcher()
    fetcher.allowsPrivate = false
    fetcher.environment["http_proxy"] = "http://127.0.0.1:\(proxy.port)"
    let failure = failure("http://public.example/", by: fetcher)
    guard case .notPublic(let address, _, let origin?) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(address.description == inside.address("/"))
    #expect(origin.description == "http://public.example/")
    #expect(inside.requests.isEmpty)
  }

  @Test(
    "A proxy of the environment is used and told the name; names of the own network are refused")
  func proxies() throws {
    let proxy = try LoopbackServer { _ in LoopbackServer.page("<p>from the proxy</p>") }
    var fetcher = localFetcher()
    fetcher.allowsPrivate = false
    fetcher.environment["http_proxy"] = "http://127.0.0.1:\(proxy.port)"
    _ = try page("http://nowhere.example/a", by: fetcher)
    #expect(proxy.requests.first?.hasPrefix("GET http://nowhere.example/a HTTP/1.1") == true)
    for host in ["printer", "db.internal", "router.local", "localhost"] {
      guard case .notPublic = failure("http://\(host)/", by: fetcher) else {
        Issue.record("asked the proxy for \(host)")
        continue
      }
    }
    #expect(proxy.requests.count == 1)
  }

  @Test("What no_proxy exempts is fetched directly, whatever form the exemption has")
  func exemptions() throws {
    func way(_ list: String, _ address: String) throws -> ProxyChoice.Way {
      let choice = ProxyChoice(environment: ["http_proxy": "http://p:1", "no_proxy": list])
      return try choice.way(to: WebAddress(address))
    }
    let direct = ProxyChoice.Way.ownLookup(isProxied: false)
    for (list, address) in [
      ("*", "http://a.example"), ("a.example", "http://a.example"),
      (".example", "http://a.example"),
      ("b, a.example", "http://x.a.example"), ("10.0.0.0/8", "http://10.1.2.3"),
      ("127.0.0.1", "http://127.0.0.1:80"), ("[::1]", "http://[::1]"),
    ] {
      #expect(try way(list, address) == direct, "\(list) \(address)")
    }
    for (list, address) in [
      ("", "http://a.example"), ("ample", "http://a.example"), ("b.example", "http://a.example"),
      ("10.0.0.0/8", "http://11.1.2.3"),
    ] {
      #expect(try way(list, address) == .lookupOfProxy, "\(list) \(address)")
    }
    let socks = ProxyChoice(environment: ["ALL_PROXY": "socks5://p:1"])
    #expect(try socks.way(to: WebAddress("https://a.example")) == .ownLookup(isProxied: true))
    let script = ProxyChoice(environment: ["HTTP_PROXY": "http://p:1"])
    #expect(try script.way(to: WebAddress("http://a.example")) == direct)
  }

  @Test(
    "An answer without a page is an error that names its status",
    arguments: [
      (404, "Not Found"), (304, "Not Modified"), (204, "No Content"), (206, "Partial Content"),
      (500, "Oops"), (300, "Multiple Choices"), (302, "Found"), (999, "Strange"),
    ])
  func statuses(code: Int, name: String) throws {
    let server = try LoopbackServer { _ in
      LoopbackServer.page(Array("<p>a page all the same</p>".utf8), status: "\(code) \(name)")
    }
    let failure = failure(server.address("/"))
    #expect(failure == .status(code, try WebAddress(server.address("/"))))
    #expect(failure?.description.contains("\(code)") == true)
  }

  @Test("What is not HTTP, empty or cut off is an error, not an article")
  func rubbish() throws {
    let header = LoopbackServer.header("200 OK", ["Content-Length: 1000"])
    let chunked = LoopbackServer.header("200 OK", ["Transfer-Encoding: chunked"])
    let zipped = LoopbackServer.header("200 OK", ["Content-Encoding: gzip"])
    let server = try LoopbackServer(pages: [
      "/old": [.send(Array("<p>HTTP/0.9</p>".utf8))], "/none": [],
      "/empty": LoopbackServer.page(""),
      "/noise": [.send([0, 255, 13, 10, 27, 91])], "/short": [.send(header), .send([65, 66])],
      "/chunk": [.send(chunked + Array("5\r\nab".utf8))],
      "/head": [.send(Array("HTTP/1.1 20".utf8))],
      "/zip": [.send(zipped + Array("this is not gzip".utf8))],
      "/cut": [.send(zipped + CompressedRuns.zeroes(runs: 9, isWhole: false))],
    ])
    for path in ["/old", "/noise"] {
      guard case .noHTTP = failure(server.address(path)) else {
        Issue.record("\(path)")
        continue
      }
    }
    for path in ["/none", "/short", "/chunk", "/head", "/zip"] {
      #expect(failure(server.address(path)) != nil, "\(path)")
    }
    #expect(
      failure(server.address("/empty")) == .emptyPage(try WebAddress(server.address("/empty"))))
  }

  @Test("A body that is longer than the header says ends where that says it does")
  func tooMuch() throws {
    let server = try LoopbackServer { _ in
      [.send(LoopbackServer.header("200 OK", ["Content-Length: 4"]) + Array("pageEXTRA".utf8))]
    }
    #expect(try page(server.address("/")).bytes == Array("page".utf8))
  }

  @Test(
    "Trailers after a page are not taken for its end, and provisional answers not for the answer")
  func blocks() throws {
    let provisional = Array("HTTP/1.1 103 Early Hints\r\nLocation: /x\r\n\r\n".utf8)
    let header = LoopbackServer.header(
      "200 OK", ["Transfer-Encoding: chunked", "Trailer: Location"])
    let body = Array("4\r\npage\r\n0\r\nLocation: /y\r\nHTTP/1.1 302: x\r\n\r\n".utf8)
    let server = try LoopbackServer { _ in [.send(provisional + header + body)] }
    #expect(try page(server.address("/")).bytes == Array("page".utf8))
  }

  @Test("A page without an end is given up at the limit, and so is one that unpacks without an end")
  func endless() throws {
    let block = [UInt8](repeating: 65, count: 1 << 16)
    let server = try LoopbackServer(pages: [
      "/body": [.send(LoopbackServer.header("200 OK", [])), .sendForever(block)],
      "/bomb": [
        .send(LoopbackServer.header("200 OK", ["Content-Encoding: gzip"])),
        .send(CompressedRuns.zeroes(runs: 60_000, isWhole: true)),
      ],
      "/header": [
        .send(Array("HTTP/1.1 200 OK\r\n".utf8)),
        .sendForever(Array("X-Field: \(String(repeating: "x", count: 4096))\r\n".utf8)),
      ],
      "/error": [.send(LoopbackServer.header("404 No", [])), .sendForever(block)],
    ])
    var fetcher = localFetcher()
    fetcher.limits.size = 1 << 20
    let start = ContinuousClock.now
    #expect(failure(server.address("/body"), by: fetcher) == .tooLarge(megabytes: 1))
    #expect(failure(server.address("/bomb"), by: fetcher) == .tooLarge(megabytes: 1))
    #expect(failure(server.address("/header"), by: fetcher) != nil)
    guard case .status(404, _) = failure(server.address("/error"), by: fetcher) else {
      Issue.record("waited for the page of an error")
      return
    }
    #expect(ContinuousClock.now - start < .seconds(15))
  }

  @Test("A packed page whose checksum is wrong is refused")
  func packed() throws {
    let server = try LoopbackServer { request in
      [
        .send(LoopbackServer.header("200 OK", ["Content-Encoding: gzip"])),
        .send(CompressedRuns.zeroes(runs: 10, isWhole: true) + [0, 0, 0, 0, 0, 0, 0, 0]),
      ]
    }
    #expect(failure(server.address("/")) != nil)
    #expect(server.requests.first?.lowercased().contains("accept-encoding: ") == true)
  }

  @Test("Whatever stands in a header, it is read without a crash, and its values have no line ends")
  func headers() {
    var chance = Chance(seed: 9)
    let parts = [
      "HTTP/1.1 200 OK", "HTTP/2 302", "HTTP/1.1 103", "Location: /a", "location:", ":", " ",
      "\r\n",
      "\n", "\r", "\u{0}", "\u{FF}", "HTTP/", "200", "Content-Type: text/html", "\u{1B}", "  x",
    ]
    var read = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...14, using: &chance)
      let text = (0..<count).map { _ in chance.pick(parts) }.joined()
      let start = Bool.random(using: &chance) ? "HTTP/1.1 200 OK\r\n" : ""
      guard let header = ResponseHeader(Array((start + text).utf8)) else { continue }
      read += 1
      #expect(!(100..<200).contains(header.status))
      for name in ["location", "content-type"] {
        #expect(header.value(of: name)?.contains("\n") != true)
      }
    }
    #expect(read > 1000)
  }

  @Test("A server that stalls is given up, before its header and within its page")
  func stalls() throws {
    let server = try LoopbackServer(pages: [
      "/a": [.stall],
      "/b": [.send(LoopbackServer.header("200 OK", ["Content-Length: 99"])), .send([65]), .stall],
    ])
    var fetcher = localFetcher()
    fetcher.limits.silence = .seconds(1)
    for path in ["/a", "/b"] {
      let start = ContinuousClock.now
      #expect(
        failure(server.address(path), by: fetcher) == .tooSlow(try WebAddress(server.address(path)))
      )
      #expect(ContinuousClock.now - start < .seconds(8))
    }
  }

  @Test("Whoever no longer wants a page does not wait for it")
  func cancelling() throws {
    let server = try LoopbackServer(pages: ["/": [.stall]])
    var fetcher = localFetcher()
    let start = ContinuousClock.now
    fetcher.isCancelled = { ContinuousClock.now - start > .milliseconds(300) }
    #expect(failure(server.address("/"), by: fetcher) == .cancelled)
    #expect(ContinuousClock.now - start < .seconds(8))
  }

  @Test("A port where nobody listens, and a host that there is not, are told apart")
  func unreachable() throws {
    let server = try LoopbackServer { _ in [] }
    guard case .noConnection = failure("http://127.0.0.1:1/") else {
      Issue.record("port 1 answers")
      return
    }
    #expect(failure("http://no-such-host.invalid/") == .unknownHost("no-such-host.invalid"))
    _ = server
  }
}
