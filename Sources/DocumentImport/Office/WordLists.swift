// The numbers of lists in a Word document (ECMA-376, part 1, section 17.9): which level of which list has bullets,
// which has numbers, and how far they have come.

import ArticleModel

/// Counts the items of lists.
struct WordLists {
  typealias Node = XMLTree.Node

  /// What a level of a list has before its items.
  private struct Level {
    var format: String
    var start: Int
  }

  /// Where a paragraph stands: in which list, and how deep.
  struct Place: Hashable {
    var list: String?
    var level: Int?
  }

  private static let deepest = 8
  /// The definition of each list, and the levels of each definition.
  private var definitions: [String: String] = [:]
  private var levels: [String: [Int: Level]] = [:]
  /// Numbers with which a list begins anew, by level, until it has begun.
  private var overrides: [String: [Int: Int]] = [:]
  /// How far the numbers of each definition have come, by level.
  private var counts: [String: [Int: Int]] = [:]

  init(_ tree: XMLTree?) {
    guard let tree else { return }
    func value(_ name: String, of node: Node) -> String? {
      tree.first(name, in: node).flatMap { tree.attribute("val", of: $0) }
    }
    for node in tree.elements(in: 0) {
      if tree.localName(node) == "abstractNum", let id = tree.attribute("abstractNumId", of: node) {
        for level in tree.elements(in: node) where tree.localName(level) == "lvl" {
          guard let depth = tree.attribute("ilvl", of: level).flatMap({ Int($0) }) else { continue }
          levels[id, default: [:]][depth] = Level(
            format: value("numFmt", of: level) ?? "decimal",
            start: value("start", of: level).flatMap { Int($0) } ?? 1)
        }
      } else if tree.localName(node) == "num", let id = tree.attribute("numId", of: node) {
        definitions[id] = value("abstractNumId", of: node)
        for override in tree.elements(in: node) where tree.localName(override) == "lvlOverride" {
          guard let depth = tree.attribute("ilvl", of: override).flatMap({ Int($0) }),
            let start = value("startOverride", of: override).flatMap({ Int($0) })
          else { continue }
          overrides[id, default: [:]][depth] = start
        }
      }
    }
  }

  /// Where the properties of a paragraph or of a style say that it stands.
  static func place(in properties: Node, of tree: XMLTree) -> Place? {
    guard let numbering = tree.first("numPr", in: properties) else { return nil }
    func value(_ name: String) -> String? {
      tree.first(name, in: numbering).flatMap { tree.attribute("val", of: $0) }
    }
    return Place(list: value("numId"), level: value("ilvl").flatMap { Int($0) })
  }

  /// The sign of the next item at a place, and how many lists it lies in; a bullet in a list that nothing
  /// is known of.
  mutating func next(at place: Place) -> (sign: Block.ItemSign, depth: Int) {
    let depth = min(max(place.level ?? 0, 0), Self.deepest)
    guard let list = place.list, let definition = definitions[list],
      let level = levels[definition]?[depth]
    else { return (.bullet, depth) }
    let start = overrides[list]?.removeValue(forKey: depth)
    let before = start.map { $0 &- 1 } ?? counts[definition]?[depth] ?? (level.start &- 1)
    let number = max(before, -1) &+ 1
    counts[definition, default: [:]][depth] = min(number, Int(Int32.max))
    for deeper in depth + 1...Self.deepest + 1 { counts[definition]?[deeper] = nil }
    switch level.format {
    case "bullet": return (.bullet, depth)
    case "none": return (.none, depth)
    default: return (.number(min(number, Int(Int32.max))), depth)
    }
  }
}
