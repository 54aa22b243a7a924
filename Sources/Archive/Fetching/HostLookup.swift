// Which machines a name means. The C library would load plug-ins of the system for that, which a program that
// is linked statically must not; getent, which comes with the C library, asks in its place.

/// Looks up names of hosts.
struct HostLookup {
  /// Whether addresses that only count in the local network are passed over, where they would be refused.
  var allowsPrivate: Bool
  var environment: [String: String]
  var deadline: ContinuousClock.Instant
  var isCancelled: @Sendable () -> Bool

  /// More addresses are of no use.
  private static let most = 16
  /// What is read of the answer, in bytes.
  private static let longest = 64 << 10
  private static let patience = Duration.seconds(15)

  /// The IP addresses of a name in the order in which they are to be tried.
  func addresses(of name: String) throws(FetchError) -> [IPAddress] {
    let run = ProgramRun(
      arguments: ["getent", "ahosts", "--", name], environment: environment,
      deadline: min(deadline, .now + Self.patience), isCancelled: isCancelled)
    var answer: [UInt8] = []
    let ending = run.run { stream, bytes in
      if stream == .output { answer += bytes }
      return answer.count <= Self.longest
    }
    switch ending {
    case .returned(0), .stopped: break
    case .cancelled: throw .cancelled
    case .notFound: throw .missingProgram("getent", package: "libc-bin")
    case .failed(let reason): throw .other("getent cannot be started (\(reason))")
    default: throw .unknownHost(name)
    }
    let addresses = try Self.addresses(
      in: String(decoding: answer, as: UTF8.self), of: name, skipsZones: allowsPrivate)
    if addresses.isEmpty { throw .unknownHost(name) }
    return addresses
  }

  /// Reads lines of the form `192.0.2.1  STREAM name`. One that cannot be read, such as one with a zone, must
  /// not pass unchecked.
  static func addresses(
    in answer: String, of name: String, skipsZones: Bool
  ) throws(FetchError) -> [IPAddress] {
    var addresses: [IPAddress] = []
    for line in answer.split(separator: "\n") {
      guard let word = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).first else {
        continue
      }
      if skipsZones, word.contains("%") { continue }
      guard let address = IPAddress(word) else {
        throw .other("\(name) has an address that only counts in the local network")
      }
      if !addresses.contains(address), addresses.count < most { addresses.append(address) }
    }
    return addresses
  }
}
