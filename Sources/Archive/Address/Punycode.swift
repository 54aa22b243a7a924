// Punycode: Unicode in the letters, digits and hyphens of host names (RFC 3492).

/// The encoding of names of hosts.
enum Punycode {
  // The parameters of RFC 3492, section 5.
  private static let (base, lowest, highest) = (36, 1, 26)
  private static let (skew, damp, firstBias, firstCode) = (38, 700, 72, 0x80)
  /// No longer label has a place in a name.
  private static let longest = 63

  /// Encodes a label; nil when it is too long for any name.
  static func encode(_ scalars: [Unicode.Scalar]) -> String? {
    guard scalars.count <= longest else { return nil }
    let codes = scalars.map { Int($0.value) }
    var result = codes.filter { $0 < firstCode }.map { UInt8($0) }
    let plain = result.count
    var handled = plain
    if plain > 0 { result.append(UInt8(ascii: "-")) }
    var (next, delta, bias) = (firstCode, 0, firstBias)
    while handled < codes.count, let code = codes.filter({ $0 >= next }).min() {
      delta += (code - next) * (handled + 1)
      next = code
      for other in codes {
        if other < next { delta += 1 }
        guard other == next else { continue }
        result += digits(of: delta, bias)
        bias = adapted(delta, handled + 1, isFirst: handled == plain)
        delta = 0
        handled += 1
      }
      delta += 1
      next += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A number of variable length (section 3.3).
  private static func digits(of delta: Int, _ bias: Int) -> [UInt8] {
    var (rest, result) = (delta, [UInt8]())
    var place = base
    while true {
      let threshold = min(max(place - bias, lowest), highest)
      if rest < threshold { return result + [digit(rest)] }
      result.append(digit(threshold + (rest - threshold) % (base - threshold)))
      rest = (rest - threshold) / (base - threshold)
      place += base
    }
  }

  private static func digit(_ value: Int) -> UInt8 {
    UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30)
  }

  /// The bias after a number (section 3.4).
  private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / damp : delta / 2
    delta += delta / count
    var place = 0
    while delta > (base - lowest) * highest / 2 {
      delta /= base - lowest
      place += base
    }
    return place + (base - lowest + 1) * delta / (delta + skew)
  }
}
