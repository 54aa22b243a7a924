// Markdown as cmark parses it: a flat walk over its tree, since trees may be deeper than a stack.

import CMarkdown

/// A parsed document.
///
/// A class because it owns memory of C.
final class MarkdownTree {
  private var document: cmarkdown_document

  /// What the walk comes by.
  struct Event {
    var type: cmark_node_type
    /// Whether the node ends here.
    var ends: Bool
    /// Its text, or where it leads.
    var text: UnsafePointer<CChar>?
    /// The level of a heading, or the first number of an ordered list; -1 for a bulleted one.
    var number: Int

    /// The text as a string.
    var string: String { text.map { String(cString: $0) } ?? "" }
  }

  init(parsing bytes: UnsafeBufferPointer<UInt8>) {
    document = bytes.withMemoryRebound(to: CChar.self) {
      cmarkdown_parse($0.baseAddress, $0.count)
    }
  }

  deinit { cmarkdown_free(&document) }

  var count: Int { document.count }

  subscript(index: Int) -> Event {
    let event = document.events[index]
    return Event(
      type: cmark_node_type(UInt32(bitPattern: event.type)), ends: event.ends != 0,
      text: event.text, number: Int(event.number))
  }

  /// Whether there is anything but paragraphs of words.
  var hasMarkup: Bool {
    (0..<count).contains { index in
      let type = self[index].type
      return !Self.plain.contains { $0 == type }
    } || (0..<count).contains { MarkdownTable.isDelimiter(self[$0]) }
  }

  private static let plain = [
    CMARK_NODE_DOCUMENT, CMARK_NODE_PARAGRAPH, CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK,
  ]
}
