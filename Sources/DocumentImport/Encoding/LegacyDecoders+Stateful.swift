// The decoders of encodings whose characters have one to four bytes, or that switch between sets of
// characters (Encoding Standard, sections 10.2, 12.1 and 12.2).

extension LegacyDecoders {
  /// GB18030, of which GBK is a part.
  func gb18030(_ bytes: UnsafeBufferPointer<UInt8>) -> UTF8Writer {
    var writer = UTF8Writer(expecting: bytes.count * 3 / 2)
    var reader = ByteReader(bytes)
    while let byte = reader.next() {
      switch byte {
      case 0..<0x80: writer.append(UInt32(byte))
      case 0x80: writer.append(0x20AC)
      case 0x81...0xFE:
        if let second = reader.peek(), (0x30...0x39).contains(second) {
          fourBytes(after: byte, &reader, &writer)
        } else {
          twoBytes(after: byte, &reader, &writer)
        }
      default: writer.appendReplacement()
      }
    }
    return writer
  }

  private func twoBytes(after lead: UInt8, _ reader: inout ByteReader, _ writer: inout UTF8Writer) {
    guard let trail = reader.next() else { return writer.appendReplacement() }
    if (0x40...0x7E).contains(trail) || (0x80...0xFE).contains(trail) {
      let pointer = (Int(lead) - 0x81) * 190 + Int(trail) - (trail < 0x7F ? 0x40 : 0x41)
      if Self.write(tables.gb18030[pointer], to: &writer) { return }
    }
    if trail < 0x80 { reader.at -= 1 }
    writer.appendReplacement()
  }

  private func fourBytes(after lead: UInt8, _ reader: inout ByteReader, _ writer: inout UTF8Writer)
  {
    guard let second = reader.peek(), let third = reader.peek(1), let fourth = reader.peek(2),
      (0x81...0xFE).contains(third), (0x30...0x39).contains(fourth)
    else {
      // What is cut off at the end of the text is one error, whatever of it there is.
      let isCutOff =
        reader.peek(1) == nil
        || reader.peek(2) == nil && reader.peek(1).map { (0x81...0xFE).contains($0) } == true
      if isCutOff { reader.at = reader.bytes.count }
      return writer.appendReplacement()
    }
    let pointer =
      ((Int(lead) - 0x81) * 10 + Int(second) - 0x30) * 1260
      + (Int(third) - 0x81) * 10 + Int(fourth) - 0x30
    if Self.write(tables.gb18030(fourBytes: pointer), to: &writer) {
      reader.at += 3
    } else {
      writer.appendReplacement()
    }
  }

  func eucJP(_ bytes: UnsafeBufferPointer<UInt8>) -> UTF8Writer {
    var writer = UTF8Writer(expecting: bytes.count * 3 / 2)
    var reader = ByteReader(bytes)
    while let byte = reader.next() {
      switch byte {
      case 0..<0x80: writer.append(UInt32(byte))
      case 0x8E, 0x8F, 0xA1...0xFE:
        guard let trail = reader.next() else {
          writer.appendReplacement()
          break
        }
        if byte == 0x8E, (0xA1...0xDF).contains(trail) {
          writer.append(0xFF61 - 0xA1 + UInt32(trail))
        } else if byte == 0x8F, (0xA1...0xFE).contains(trail) {
          kanji(after: trail, in: tables.jis0212, &reader, &writer)
        } else {
          reader.at -= 1
          kanji(after: byte, in: tables.jis0208, &reader, &writer)
        }
      default: writer.appendReplacement()
      }
    }
    return writer
  }

  private func kanji(
    after lead: UInt8, in index: LegacyTables.Index, _ reader: inout ByteReader,
    _ writer: inout UTF8Writer
  ) {
    guard let trail = reader.next() else { return writer.appendReplacement() }
    if (0xA1...0xFE).contains(lead), (0xA1...0xFE).contains(trail),
      Self.write(index[(Int(lead) - 0xA1) * 94 + Int(trail) - 0xA1], to: &writer)
    {
      return
    }
    if trail < 0x80 { reader.at -= 1 }
    writer.appendReplacement()
  }

  /// The sets of characters that ISO-2022-JP switches between.
  private enum JapaneseSet {
    case ascii
    case roman
    case katakana
    case kanji

    /// The set that an escape sequence of three bytes chooses; nil when it is none.
    init?(after first: UInt8?, _ second: UInt8?) {
      switch (first, second) {
      case (0x28, 0x42): self = .ascii
      case (0x28, 0x4A): self = .roman
      case (0x28, 0x49): self = .katakana
      case (0x24, 0x40), (0x24, 0x42): self = .kanji
      default: return nil
      }
    }
  }

  func iso2022JP(_ bytes: UnsafeBufferPointer<UInt8>) -> UTF8Writer {
    var writer = UTF8Writer(expecting: bytes.count * 3 / 2)
    var reader = ByteReader(bytes)
    var set = JapaneseSet.ascii
    // Two escape sequences with nothing between them could hide something, and are an error.
    var hasWritten = true
    while let byte = reader.next() {
      if byte == 0x1B {
        guard let chosen = JapaneseSet(after: reader.peek(), reader.peek(1)) else {
          writer.appendReplacement()
          hasWritten = true
          continue
        }
        reader.at += 2
        set = chosen
        if !hasWritten { writer.appendReplacement() }
        hasWritten = false
        continue
      }
      hasWritten = true
      write(byte, in: set, &reader, &writer)
    }
    return writer
  }

  private func write(
    _ byte: UInt8, in set: JapaneseSet, _ reader: inout ByteReader, _ writer: inout UTF8Writer
  ) {
    switch (set, byte) {
    case (.roman, 0x5C): writer.append(0xA5)
    case (.roman, 0x7E): writer.append(0x203E)
    case (.ascii, 0..<0x80), (.roman, 0..<0x80):
      if byte == 0x0E || byte == 0x0F {
        writer.appendReplacement()
      } else {
        writer.append(UInt32(byte))
      }
    case (.katakana, 0x21...0x5F): writer.append(0xFF61 - 0x21 + UInt32(byte))
    case (.kanji, 0x21...0x7E): japanesePair(byte, &reader, &writer)
    default: writer.appendReplacement()
    }
  }

  private func japanesePair(
    _ lead: UInt8, _ reader: inout ByteReader, _ writer: inout UTF8Writer
  ) {
    guard let trail = reader.peek(), trail != 0x1B else { return writer.appendReplacement() }
    reader.at += 1
    let isPair = (0x21...0x7E).contains(trail)
    if isPair,
      Self.write(tables.jis0208[(Int(lead) - 0x21) * 94 + Int(trail) - 0x21], to: &writer)
    {
      return
    }
    writer.appendReplacement()
  }
}
