// A server for tests, on this machine alone, which misbehaves as it is told to.

import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// A server on 127.0.0.1 with a port of its own, which answers each connection once and closes it.
///
/// A class because it owns a socket and a thread; both end with it.
public final class LoopbackServer: Sendable {
  /// What a server does after it has read a request.
  public enum Step: Sendable {
    case send([UInt8])
    /// Sends the same again and again, until the other side closes or a quarter of a gigabyte is out.
    case sendForever([UInt8])
    /// Does nothing until the other side closes, for ten seconds at most.
    case stall
  }

  /// What came and how it is answered.
  private final class Desk: Sendable {
    let answer: @Sendable (String) -> [Step]
    let requests = Mutex<[String]>([])
    let listener: Int32

    init(_ listener: Int32, _ answer: @escaping @Sendable (String) -> [Step]) {
      (self.listener, self.answer) = (listener, answer)
    }
  }

  private let desk: Desk
  /// The port that it listens at.
  public let port: UInt16

  /// What could not be done.
  public struct Failure: Error {}

  /// Starts a server; `answer` gets the header of each request as it came.
  public init(_ answer: @escaping @Sendable (String) -> [Step]) throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, length) == 0 && listen(listener, 64) == 0
          && getsockname(listener, address, &length) == 0
      }
    }
    guard listener >= 0, result else { throw Failure() }
    _ = fcntl(listener, F_SETFD, FD_CLOEXEC)
    port = UInt16(bigEndian: place.sin_port)
    desk = Desk(listener, answer)
    let desk = desk
    OwnThread.run { Self.serve(desk) }
  }

  /// Starts a server that answers each path with what a table has for it, and others with 404.
  public convenience init(pages: [String: [Step]]) throws {
    try self.init { request in pages[Self.path(of: request)] ?? [.send(Self.notFound)] }
  }

  deinit { shutdown(desk.listener, Int32(SHUT_RDWR)) }

  /// The headers of all requests, in the order in which they came.
  public var requests: [String] { desk.requests.withLock { $0 } }

  /// The address of a path.
  public func address(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

  // MARK: Answers

  /// What a request asks for.
  public static func path(of request: String) -> String {
    request.split(separator: " ").dropFirst().first.map(String.init) ?? ""
  }

  /// An answer with a page.
  public static func page(
    _ body: [UInt8], type: String = "text/html; charset=utf-8", status: String = "200 OK",
    _ fields: String...
  ) -> [Step] {
    let fields = ["Content-Type: \(type)", "Content-Length: \(body.count)"] + fields
    return [.send(header(status, fields)), .send(body)]
  }

  /// An answer with a page.
  public static func page(_ body: String) -> [Step] { page(Array(body.utf8)) }

  /// An answer that leads elsewhere.
  public static func redirect(to location: String, _ status: String = "302 Found") -> [Step] {
    [.send(header(status, ["Location: \(location)", "Content-Length: 0"]))]
  }

  /// The header of an answer, with the empty line at its end.
  public static func header(_ status: String, _ fields: [String]) -> [UInt8] {
    Array(
      (["HTTP/1.1 \(status)"] + fields + ["Connection: close", "", ""]).joined(separator: "\r\n")
        .utf8)
  }

  private static let notFound: [UInt8] = Array(
    "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8)

  // MARK: Serving

  private static func serve(_ desk: Desk) {
    while true {
      let connection = accept(desk.listener, nil, nil)
      if connection < 0, errno == EINTR { continue }
      guard connection >= 0 else { break }
      _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
      OwnThread.run { answer(connection, desk) }
    }
    close(desk.listener)
  }

  private static func answer(_ connection: Int32, _ desk: Desk) {
    defer { close(connection) }
    var request: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while request.suffix(4) != [13, 10, 13, 10], request.count < 65_536 {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return }
      request += buffer[..<count]
    }
    let text = String(decoding: request, as: UTF8.self)
    desk.requests.withLock { $0.append(text) }
    for step in desk.answer(text) where !perform(step, connection) { return }
    // Lets what was sent arrive before the connection is closed.
    shutdown(connection, Int32(SHUT_WR))
    while recv(connection, &buffer, buffer.count, 0) > 0 {}
  }

  /// Returns whether the other side still listens.
  private static func perform(_ step: Step, _ connection: Int32) -> Bool {
    switch step {
    case .send(let bytes): return send(bytes, connection)
    case .sendForever(let bytes):
      var sent = 0
      while sent < 1 << 28, send(bytes, connection) { sent += bytes.count }
      return false
    case .stall:
      var wait = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
      poll(&wait, 1, 10_000)
      return false
    }
  }

  private static func send(_ bytes: [UInt8], _ connection: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
