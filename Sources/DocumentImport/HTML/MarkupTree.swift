// A parsed page as one flat array in document order, so that what is below a node is a range of indices.

import CHTML

#if canImport(Glibc)
  import Glibc
#endif

/// The nodes of a page.
///
/// A class because it owns the memory of the parser; `@unchecked Sendable` because nothing writes to that
/// memory after `init`.
final class MarkupTree: @unchecked Sendable {
  private var page: chtml_page
  /// The nodes in document order; the first one is the `html` element.
  let nodes: UnsafeBufferPointer<chtml_node>

  /// A node's index.
  typealias Node = Int

  /// Why a page cannot be read.
  enum Failure: Error {
    case tooLarge
    case tooComplicated
  }

  /// What the tree of a page may take: so many bytes, and so many for each byte of the page.
  private static let memory = (base: 16 << 20, perByte: 64)
  /// The time of the processor that parsing may take.
  private static let milliseconds: Int64 = 2500

  /// Parses a page that is in UTF-8.
  init(parsing bytes: UnsafeBufferPointer<UInt8>) throws(Failure) {
    let limit = Self.memory.base + Self.memory.perByte * bytes.count
    page = bytes.withMemoryRebound(to: CChar.self) {
      chtml_parse($0.baseAddress, $0.count, limit, Self.milliseconds)
    }
    if page.failure == CHTML_MEMORY { throw .tooLarge }
    if page.failure != CHTML_NONE { throw .tooComplicated }
    nodes = UnsafeBufferPointer(start: page.nodes, count: page.node_count)
  }

  deinit { chtml_free(&page) }

  /// The tag of an element; `.text` for text.
  func tag(_ node: Node) -> Tag { Tag(code: nodes[node].tag) }

  /// The indices of a node and all that is below it.
  func subtree(_ node: Node) -> Range<Node> { node..<Int(nodes[node].end) }

  /// The node that holds another one; nil for the root.
  func parent(_ node: Node) -> Node? {
    let parent = nodes[node].parent
    return parent < 0 ? nil : Int(parent)
  }

  /// The bytes of a text; empty for an element.
  func text(_ node: Node) -> UnsafeBufferPointer<UInt8> {
    let node = nodes[node]
    return UnsafeRawBufferPointer(start: node.text, count: node.length)
      .assumingMemoryBound(to: UInt8.self)
  }

  /// The children of a node, in their order.
  func children(_ node: Node) -> some Sequence<Node> {
    let range = subtree(node)
    return sequence(state: range.lowerBound + 1) { [self] next -> Node? in
      guard next < range.upperBound else { return nil }
      defer { next = Int(nodes[next].end) }
      return next
    }
  }

  /// The nodes that hold `node`, from the nearest one.
  func ancestors(of node: Node) -> some Sequence<Node> {
    sequence(state: node) { [self] at -> Node? in
      guard let parent = parent(at) else { return nil }
      at = parent
      return parent
    }
  }

  /// Whether a node lies in an element with a tag, no more than `depth` levels up.
  func lies(_ node: Node, in tags: TagSet, upTo depth: Int = .max) -> Bool {
    for (level, ancestor) in ancestors(of: node).enumerated() {
      if level >= depth { return false }
      if tags.contains(tag(ancestor)) { return true }
    }
    return false
  }

  /// The bytes of an attribute's value; nil when the element has no such attribute.
  func attribute(_ name: StaticString, of node: Node) -> UnsafeBufferPointer<UInt8>? {
    let first = Int(nodes[node].first_attribute)
    for index in first..<first + Int(nodes[node].attribute_count) {
      let attribute = page.attributes[index]
      guard let written = attribute.name, let value = attribute.value else { continue }
      if strcmp(written, name.utf8Start) == 0 {
        return UnsafeRawBufferPointer(start: value, count: strlen(value))
          .assumingMemoryBound(to: UInt8.self)
      }
    }
    return nil
  }

  /// An attribute's value, without white space around it; nil when there is none or nothing in it.
  func value(_ name: StaticString, of node: Node) -> String? {
    guard let bytes = attribute(name, of: node) else { return nil }
    let value = InlineText.collapsed(bytes)
    return value.isEmpty ? nil : value
  }

  /// All text below a node with its white space collapsed; blocks, line breaks and elements side by side
  /// are set off with a blank.
  func string(in node: Node) -> String {
    var text = InlineText()
    var seam = WordSeam()
    var open: [(tag: Tag, end: Node)] = []
    for index in subtree(node) {
      while let last = open.last, last.end <= index {
        if TagSet.blocks.contains(last.tag) { text.separate() }
        if WordSeam.tags.contains(last.tag) { seam.closes = true }
        open.removeLast()
      }
      let tag = tag(index)
      if tag == .text {
        if seam.parts(text.bytes[...], self.text(index)) { text.separate() }
        text.append(self.text(index))
        seam = WordSeam()
      } else {
        if tag == .br || TagSet.blocks.contains(tag) { text.separate() }
        if WordSeam.tags.contains(tag) { seam.opens = true }
        open.append((tag, subtree(index).upperBound))
      }
    }
    return text.string
  }

  /// The elements with a tag, in document order.
  func elements(_ tags: TagSet) -> some Sequence<Node> {
    nodes.indices.lazy.filter { [self] in tags.contains(tag($0)) }
  }
}
