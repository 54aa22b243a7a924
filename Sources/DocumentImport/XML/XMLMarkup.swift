// Elements of an XML document written out as HTML, for content that lies in it as markup: the XHTML of Atom.

/// Writes HTML of XML.
enum XMLMarkup {
  /// Elements of HTML that have no end tag.
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]

  /// What is in an element, as HTML.
  static func html(in root: XMLTree.Node, of tree: XMLTree) -> [UInt8] {
    var html: [UInt8] = []
    var open: [(name: String, end: XMLTree.Node)] = []
    let range = tree.subtree(root)
    for node in range.dropFirst() {
      close(&open, before: node, &html)
      if tree.isText(node) {
        append(tree.bytes(node), to: &html)
      } else {
        let name = tree.localName(node)
        html += Array("<\(name)".utf8)
        for attribute in tree.attributes(of: node) {
          html += Array(" \(attribute.name.local)=\"".utf8)
          append(Array(attribute.value.utf8), to: &html)
          html.append(UInt8(ascii: "\""))
        }
        html.append(UInt8(ascii: ">"))
        if !void.contains(name) { open.append((name, tree.subtree(node).upperBound)) }
      }
    }
    close(&open, before: range.upperBound, &html)
    return html
  }

  private static func close(
    _ open: inout [(name: String, end: XMLTree.Node)], before node: XMLTree.Node,
    _ html: inout [UInt8]
  ) {
    while let last = open.last, last.end <= node {
      html += Array("</\(last.name)>".utf8)
      open.removeLast()
    }
  }

  /// Adds text with what means something in HTML escaped.
  static func append(_ text: some Sequence<UInt8>, to html: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): html += Array("&amp;".utf8)
      case UInt8(ascii: "<"): html += Array("&lt;".utf8)
      case UInt8(ascii: "\""): html += Array("&quot;".utf8)
      default: html.append(byte)
      }
    }
  }
}
