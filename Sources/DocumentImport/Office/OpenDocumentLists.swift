// The numbers of lists in an OpenDocument file (ODF 1.3, part 3, sections 5.3 and 16.30): which level of which style
// has numbers, and how far they have come.

import ArticleModel

/// Counts the items of lists.
struct OpenDocumentLists {
  typealias Node = XMLTree.Node

  /// The first numbers of the levels that have numbers, by the style of the list; levels with bullets have none.
  private var starts: [String: [Int: Int]] = [:]
  /// The lists around the current place.
  private var open: [List] = []
  /// How far the numbers of a style had come at a level when its last list ended.
  private var ends: [String: [Int: Int]] = [:]

  /// An open list.
  private struct List {
    var style: String?
    /// The number of the next item; nil in a list with bullets.
    var next: Int?
    /// The sign of the next paragraph.
    var sign = Block.ItemSign.none
  }

  /// Whether the current place is in a list.
  var isInside: Bool { !open.isEmpty }
  /// How many lists the current list lies in.
  var depth: Int { max(open.count - 1, 0) }

  /// Learns the styles of lists that a file has.
  mutating func learn(from tree: XMLTree) {
    for style in tree.subtree(0) where tree.localName(style) == "list-style" {
      guard let name = tree.attribute("name", of: style) else { continue }
      for level in tree.elements(in: style)
      where tree.localName(level) == "list-level-style-number" {
        guard let number = tree.attribute("level", of: level).flatMap({ Int($0) }),
          tree.attribute("num-format", of: level) != ""
        else { continue }
        let start = tree.attribute("start-value", of: level).flatMap { Int($0) } ?? 1
        starts[name, default: [:]][number] = start
      }
    }
  }

  /// Enters a list; one without a style has that of the list around it.
  mutating func enter(_ list: Node, of tree: XMLTree) {
    let style = tree.attribute("style-name", of: list) ?? open.last?.style
    let level = open.count + 1
    var next = style.flatMap { starts[$0]?[level] }
    let goesOn =
      tree.attribute("continue-numbering", of: list) == "true"
      || tree.attribute("continue-list", of: list) != nil
    if next != nil, goesOn, let end = style.flatMap({ ends[$0]?[level] }) { next = end }
    open.append(List(style: style, next: next))
  }

  mutating func leave() {
    guard let list = open.popLast(), let style = list.style, let next = list.next else { return }
    ends[style, default: [:]][open.count + 1] = next
  }

  /// Begins the next item of the list.
  mutating func beginItem(_ item: Node, of tree: XMLTree) {
    guard let last = open.indices.last else { return }
    let own = tree.attribute("start-value", of: item).flatMap { Int($0) }
    guard let next = own ?? open[last].next, open[last].next != nil else {
      open[last].sign = .bullet
      return
    }
    let number = min(max(next, 0), Int(Int32.max))
    open[last].sign = .number(number)
    open[last].next = number + 1
  }

  /// The sign of a paragraph; further ones of an item have none.
  mutating func sign() -> Block.ItemSign {
    guard let last = open.indices.last else { return .bullet }
    defer { open[last].sign = .none }
    return open[last].sign
  }
}
