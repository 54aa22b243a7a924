// The decoders of single-byte encodings and of those with two bytes for a character (Encoding Standard,
// sections 9, 11, 12.3 and 13). An error becomes one U+FFFD; an ASCII byte that follows a lead byte and
// makes no character with it is text again.

/// Decodes legacy encodings.
struct LegacyDecoders {
  let tables = LegacyTables.embedded

  func singleByte(_ bytes: UnsafeBufferPointer<UInt8>, encoding: Int) -> UTF8Writer {
    var writer = UTF8Writer(expecting: bytes.count + bytes.count / 8)
    let upperHalf = tables.upperHalf(ofSingleByte: encoding)
    for byte in bytes {
      if byte < 0x80 {
        writer.append(UInt32(byte))
      } else {
        let point = upperHalf[Int(byte) - 0x80]
        if point == 0 { writer.appendReplacement() } else { writer.append(UInt32(point)) }
      }
    }
    return writer
  }

  /// - Parameters:
  ///   - single: what a byte means that stands alone; nil for a lead byte.
  ///   - pair: writes what two bytes mean; false when they mean nothing.
  private func pairs(
    _ bytes: UnsafeBufferPointer<UInt8>, single: (UInt8) -> Single,
    pair: (_ lead: Int, _ trail: Int, inout UTF8Writer) -> Bool
  ) -> UTF8Writer {
    var writer = UTF8Writer(expecting: bytes.count * 3 / 2)
    var reader = ByteReader(bytes)
    while let byte = reader.next() {
      if byte < 0x80 {
        writer.append(UInt32(byte))
        continue
      }
      switch single(byte) {
      case .point(let point): writer.append(point)
      case .error: writer.appendReplacement()
      case .lead:
        guard let trail = reader.next() else {
          writer.appendReplacement()
          break
        }
        if !pair(Int(byte), Int(trail), &writer) {
          if trail < 0x80 { reader.at -= 1 }
          writer.appendReplacement()
        }
      }
    }
    return writer
  }

  /// What a byte from 0x80 on is.
  private enum Single {
    case point(UInt32)
    case lead
    case error
  }

  func big5(_ bytes: UnsafeBufferPointer<UInt8>) -> UTF8Writer {
    // Four pointers mean a letter with a combining mark.
    let composed: [Int: [UInt32]] = [
      1133: [0xCA, 0x304], 1135: [0xCA, 0x30C], 1164: [0xEA, 0x304], 1166: [0xEA, 0x30C],
    ]
    return pairs(bytes) {
      (0x81...0xFE).contains($0) ? .lead : .error
    } pair: { lead, trail, writer in
      guard (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) else { return false }
      let pointer = (lead - 0x81) * 157 + trail - (trail < 0x7F ? 0x40 : 0x62)
      if let points = composed[pointer] {
        for point in points { writer.append(point) }
        return true
      }
      return Self.write(tables.big5(pointer), to: &writer)
    }
  }

  func eucKR(_ bytes: UnsafeBufferPointer<UInt8>) -> UTF8Writer {
    pairs(bytes) {
      (0x81...0xFE).contains($0) ? .lead : .error
    } pair: { lead, trail, writer in
      guard (0x41...0xFE).contains(trail) else { return false }
      return Self.write(tables.eucKR[(lead - 0x81) * 190 + trail - 0x41], to: &writer)
    }
  }

  func shiftJIS(_ bytes: UnsafeBufferPointer<UInt8>) -> UTF8Writer {
    pairs(bytes) { byte in
      switch byte {
      case 0x80: .point(0x80)
      case 0xA1...0xDF: .point(0xFF61 - 0xA1 + UInt32(byte))
      case 0x81...0x9F, 0xE0...0xFC: .lead
      default: .error
      }
    } pair: { lead, trail, writer in
      guard (0x40...0x7E).contains(trail) || (0x80...0xFC).contains(trail) else { return false }
      let pointer =
        (lead - (lead < 0xA0 ? 0x81 : 0xC1)) * 188 + trail - (trail < 0x7F ? 0x40 : 0x41)
      if (8836...10715).contains(pointer) {
        writer.append(0xE000 + UInt32(pointer - 8836))
        return true
      }
      return Self.write(tables.jis0208[pointer], to: &writer)
    }
  }

  /// Writes a code point, if there is one.
  static func write(_ point: UInt32?, to writer: inout UTF8Writer) -> Bool {
    guard let point else { return false }
    writer.append(point)
    return true
  }
}
