// A page while its article is looked for: which parts were dropped, and what is left below each element.

import CHTML

/// A page of which parts are dropped.
struct Page {
  typealias Node = MarkupTree.Node

  /// What an element passes for.
  enum Standing: UInt8 {
    /// For itself.
    case itself
    /// For a paragraph: a division with nothing but running text in it.
    case paragraph
    /// For nothing: a division around a single paragraph.
    case wrapper
  }

  let tree: MarkupTree
  /// Whether a node was dropped, and with it all that is below.
  private(set) var isDropped: [Bool]
  /// What is below each node.
  private(set) var tallies: [Tally]
  var standings: [Standing]
  /// The stretches of running text that lie in a division beside other elements, each like a paragraph.
  var looseParagraphs: [Int]

  /// - Parameter unread: the elements whose text nobody reads.
  init(_ tree: MarkupTree, unread: TagSet = .unread) {
    self.tree = tree
    isDropped = [Bool](repeating: false, count: tree.nodes.count)
    tallies = [Tally](repeating: Tally(), count: tree.nodes.count)
    standings = [Standing](repeating: .itself, count: tree.nodes.count)
    looseParagraphs = [Int](repeating: 0, count: tree.nodes.count)
    for node in tree.elements(unread) { isDropped[node] = true }
    countAnew()
  }

  /// Drops a node, and takes what is below it off all that hold it.
  mutating func drop(_ node: Node) {
    guard !isDropped[node] else { return }
    isDropped[node] = true
    var loss = contribution(of: node)
    for ancestor in tree.ancestors(of: node) {
      tallies[ancestor] -= loss
      loss = loss.handedOn(by: tree.tag(ancestor), linkShare: linkShare(of: ancestor))
    }
  }

  /// Counts from below, after changes to what elements stand for.
  mutating func countAnew() {
    for node in tree.nodes.indices.reversed() {
      if tree.tag(node) == .text { tallies[node] = Tally(ofText: tree.text(node)) }
      guard let parent = tree.parent(node), !isDropped[node] else { continue }
      tallies[parent] += contribution(of: node)
    }
  }

  /// Forgets all counts.
  mutating func forgetCounts() {
    for node in tallies.indices { tallies[node] = Tally() }
  }

  /// Calls `body` with each node below `root` that is left, `root` among them, in document order. Nodes
  /// that `body` drops are not entered.
  mutating func visit(_ root: Node, _ body: (inout Page, Node) -> Void) {
    let range = tree.subtree(root)
    var node = range.lowerBound
    while node < range.upperBound {
      if !isDropped[node] { body(&self, node) }
      node = isDropped[node] ? tree.subtree(node).upperBound : node + 1
    }
  }

  /// The children of a node that are left.
  func children(_ node: Node) -> some Sequence<Node> {
    tree.children(node).lazy.filter { [isDropped] in !isDropped[$0] }
  }

  /// The element that holds a node, wrappers passed over.
  func holder(of node: Node) -> Node? {
    tree.ancestors(of: node).first { standings[$0] != .wrapper }
  }

  /// Whether a node counts as a paragraph.
  func isParagraph(_ node: Node) -> Bool {
    tree.tag(node) == .p || standings[node] == .paragraph
  }

  private func contribution(of node: Node) -> Tally {
    let tag = tree.tag(node)
    var contribution = tallies[node].handedOn(by: tag, linkShare: linkShare(of: node))
    contribution += Tally.element(tag)
    contribution.paragraphs += looseParagraphs[node]
    return contribution
  }

  /// How much a link's text counts as such: little when it leads to a place on the same page.
  private func linkShare(of node: Node) -> Double {
    guard tree.tag(node) == .a else { return 0 }
    return tree.attribute("href", of: node)?.first == UInt8(ascii: "#") ? 0.3 : 1
  }
}
