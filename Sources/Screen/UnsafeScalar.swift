// What no terminal may be given, and what is shown in its place. The frame, the output of commands, the
// window's title and the clipboard all ask here.

extension Unicode.Scalar {
  /// What is shown in place of a code point that a terminal would act on, or that makes a text look like
  /// another one; nil for all others.
  ///
  /// These are the control characters (C0 with tab and line ends, DEL, C1), the line and paragraph
  /// separators, the controls of direction (UAX #9), the deprecated format characters, and the tags,
  /// which hide text in text.
  @inlinable
  package var terminalStandIn: Unicode.Scalar? {
    switch value {
    case 0x20..<0x7F: nil
    case 0x00..<0x20: Unicode.Scalar(0x2400 + value)
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0: "\u{FFFD}"
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F, 0xE0000...0xE007F: "·"
    case 0x2028, 0x2029: "¶"
    default: nil
    }
  }
}
