// What is below each element of a page, counted once for all of them and kept true while parts are dropped.

import ArticleModel

/// Counts of what is below an element. Lengths are in code points, with white space collapsed.
struct Tally {
  var text = 0
  /// Text in links, links within the page counting for less.
  var linked = 0.0
  /// Commas of all scripts, and those of Latin script alone.
  var commas = 0
  var latinCommas = 0
  var paragraphs = 0
  var images = 0
  var items = 0
  var inputs = 0
  var embeds = 0
  /// Text in headings, in lists, and in elements that hold text of articles.
  var inHeadings = 0
  var inLists = 0
  var inTextual = 0
  /// Tables that show data.
  var dataTables = 0

  static func += (left: inout Tally, right: Tally) { left.add(right, times: 1) }
  static func -= (left: inout Tally, right: Tally) { left.add(right, times: -1) }

  private mutating func add(_ other: Tally, times sign: Int) {
    text += sign * other.text
    linked += Double(sign) * other.linked
    commas += sign * other.commas
    latinCommas += sign * other.latinCommas
    paragraphs += sign * other.paragraphs
    images += sign * other.images
    items += sign * other.items
    inputs += sign * other.inputs
    embeds += sign * other.embeds
    inHeadings += sign * other.inHeadings
    inLists += sign * other.inLists
    inTextual += sign * other.inTextual
    dataTables += sign * other.dataTables
  }

  /// The share of the text that is in links.
  var linkDensity: Double { text == 0 ? 0 : linked / Double(text) }

  /// The share of the text that is in headings.
  var headingDensity: Double { text == 0 ? 0 : Double(inHeadings) / Double(text) }

  /// Whether most of the text is in lists.
  var isMostlyLists: Bool { text > 0 && Double(inLists) / Double(text) > 0.9 }

  /// Counts a text.
  init(ofText text: UnsafeBufferPointer<UInt8>) {
    var inBlank = false
    var previous: UInt8 = 0
    var third: UInt8 = 0
    for byte in text {
      if InlineText.isBlank(byte) {
        inBlank = true
        continue
      }
      if inBlank { self.text += 1 }
      inBlank = false
      if !byte.isUTF8Continuation { self.text += 1 }
      if byte == 0x2C { latinCommas += 1 }
      commas += Self.endsComma(third, previous, byte) ? 1 : 0
      (third, previous) = (previous, byte)
    }
    if inBlank, self.text > 0 { self.text += 1 }
  }

  init() {}

  /// Whether a byte ends a comma: Latin, Arabic (U+060C), ideographic and its forms (U+3001 is none).
  private static func endsComma(_ third: UInt8, _ second: UInt8, _ byte: UInt8) -> Bool {
    switch byte {
    case 0x2C: true
    case 0x8C: second == 0xD8 || second == 0xBC && third == 0xEF
    case 0x90, 0x91: third == 0xEF && (second == 0xB9 || second == 0xB8)
    default: false
    }
  }

  /// What an element with a tag hands on to the one that holds it, of the text below it alone.
  func handedOn(by tag: Tag, linkShare: Double) -> Tally {
    var handed = self
    if tag == .a { handed.linked = Double(text) * linkShare }
    if TagSet.headings.contains(tag) { handed.inHeadings += text }
    if TagSet.lists.contains(tag) { handed.inLists += text }
    if TagSet.textual.contains(tag) { handed.inTextual += text }
    return handed
  }

  /// What an element counts for by itself.
  static func element(_ tag: Tag) -> Tally {
    var one = Tally()
    if tag == .p { one.paragraphs = 1 }
    if tag == .img { one.images = 1 }
    if tag == .li { one.items = 1 }
    if tag == .input { one.inputs = 1 }
    if TagSet.embeds.contains(tag) { one.embeds = 1 }
    return one
  }
}
