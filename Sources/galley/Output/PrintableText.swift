// Words of an article or a sidecar, made safe for a terminal.

extension StringProtocol {
  /// The text with pictures in place of control characters. Line ends and tabs stay.
  var printable: String {
    if unicodeScalars.allSatisfy({ !$0.isControl }) { return String(self) }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars { result.append(scalar.isControl ? scalar.picture : scalar) }
    return String(result)
  }

  /// The text on one line: line ends and tabs become spaces.
  var onOneLine: String {
    split { $0.isNewline || $0 == "\t" }.joined(separator: " ").printable
  }
}

extension Unicode.Scalar {
  /// Whether a terminal would act on it: C0 but line feed and tab, DEL, C1, and the controls that turn
  /// the direction of what follows.
  fileprivate var isControl: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0x00..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// What is shown in its place.
  fileprivate var picture: Unicode.Scalar {
    switch value {
    case 0x00..<0x20: Unicode.Scalar(0x2400 + value) ?? "·"
    case 0x7F: "␡"
    case 0x80..<0xA0: "\u{FFFD}"
    default: "·"
    }
  }
}
