// A parsed XML document as one flat array in document order, like MarkupTree for pages.

import CXML

/// The nodes of an XML document.
///
/// A class because it owns the memory of the parser.
package final class XMLTree {
  private var document: cxml_document
  /// The names of elements and attributes, `namespace local` or `local`; nodes refer to them by index.
  let names: [Name]

  /// A node's index; 0 is the root element.
  package typealias Node = Int

  /// The name of an element or attribute.
  struct Name: Hashable {
    /// The address that stands for a vocabulary; empty when there is none.
    let namespace: String
    let local: String

    init(_ local: String, in namespace: String = "") {
      (self.local, self.namespace) = (local, namespace)
    }
  }

  /// Why a document cannot be read.
  enum Failure: Error {
    /// It is not well-formed from this line on.
    case syntax(line: Int)
    case tooComplicated
  }

  /// What a document may come to.
  private static let mostNodes = 3_000_000
  private static let mostText = 64 << 20
  /// The time of the processor that parsing may take.
  private static let milliseconds: Int64 = 2500

  /// The line from which on the document is not well-formed; nil when all of it is.
  let faultyLine: Int?

  /// Parses a document that is in UTF-8.
  /// - Parameter isLenient: whether what stands before a fault is enough.
  init(parsing bytes: UnsafeBufferPointer<UInt8>, isLenient: Bool = false) throws(Failure) {
    document = bytes.withMemoryRebound(to: CChar.self) {
      cxml_parse($0.baseAddress, $0.count, Self.mostNodes, Self.mostText, Self.milliseconds)
    }
    names = (0..<document.name_count).map { [document] index in
      Self.name(document.names[index].map { String(cString: $0) } ?? "")
    }
    let isFaulty = document.failure == CXML_SYNTAX || document.node_count == 0
    faultyLine = isFaulty ? Int(document.line) : nil
    if isFaulty, !isLenient || document.node_count == 0 {
      throw .syntax(line: Int(document.line))
    }
    if document.failure == CXML_SIZE || document.failure == CXML_TIME { throw .tooComplicated }
  }

  deinit { cxml_free(&document) }

  private static func name(_ written: String) -> Name {
    guard let blank = written.lastIndex(of: " ") else { return Name(written) }
    return Name(String(written[blank...].dropFirst()), in: String(written[..<blank]))
  }

  /// How many nodes there are.
  var count: Int { document.node_count }

  /// Whether a node is text.
  func isText(_ node: Node) -> Bool { document.nodes[node].name < 0 }

  /// The index of an element's name in `names`; -1 for text.
  func nameIndex(_ node: Node) -> Int { Int(document.nodes[node].name) }

  /// The name of an element; nil for text.
  func name(_ node: Node) -> Name? {
    let index = nameIndex(node)
    return index < 0 ? nil : names[index]
  }

  /// The name of an element without its namespace; empty for text.
  package func localName(_ node: Node) -> String { name(node)?.local ?? "" }

  /// The indices of a node and all that is below it.
  func subtree(_ node: Node) -> Range<Node> { node..<Int(document.nodes[node].end) }

  /// The node that holds another one; nil for the root.
  func parent(_ node: Node) -> Node? {
    let parent = document.nodes[node].parent
    return parent < 0 ? nil : Int(parent)
  }

  /// The children of a node that are elements, in their order.
  package func elements(in node: Node) -> some Sequence<Node> {
    let range = subtree(node)
    return sequence(state: range.lowerBound + 1) { [self] next -> Node? in
      while next < range.upperBound {
        let node = next
        next = Int(document.nodes[node].end)
        if !isText(node) { return node }
      }
      return nil
    }
  }

  /// The first child with a name.
  func first(_ local: String, in node: Node) -> Node? {
    elements(in: node).first { localName($0) == local }
  }

  /// The first element below a node, or the node itself, with a name.
  package func firstDescendant(_ local: String, of node: Node = 0) -> Node? {
    subtree(node).first { localName($0) == local }
  }

  /// The bytes of a text.
  func bytes(_ node: Node) -> UnsafeBufferPointer<UInt8> {
    let node = document.nodes[node]
    return bytes(from: node.start, count: Int(node.length))
  }

  /// All text below a node, as it is written.
  package func text(of node: Node) -> [UInt8] {
    var text: [UInt8] = []
    for below in subtree(node) where isText(below) { text += bytes(below) }
    return text
  }

  /// All text below a node with its white space collapsed.
  func string(in node: Node) -> String { InlineText.collapsed(text(of: node)) }

  /// The value of an attribute, whatever its namespace; nil when there is none.
  package func attribute(_ local: String, of node: Node) -> String? {
    attributes(of: node).first { $0.name.local == local }.map(\.value)
  }

  /// The attributes of an element.
  func attributes(of node: Node) -> [(name: Name, value: String)] {
    let node = document.nodes[node]
    let range = Int(node.first_attribute)..<Int(node.first_attribute + node.attribute_count)
    return range.map { index in
      let attribute = document.attributes[index]
      let value = bytes(from: attribute.start, count: Int(attribute.length))
      return (names[Int(attribute.name)], String(decoding: value, as: UTF8.self))
    }
  }

  private func bytes(from start: Int, count: Int) -> UnsafeBufferPointer<UInt8> {
    guard let text = document.text, count > 0 else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(start: text + start, count: count)
      .assumingMemoryBound(to: UInt8.self)
  }
}
