// Where the article is: paragraphs score for the elements that hold them, and the best of these is the
// article. The method is that of Mozilla's Readability (after Arc90's), with its weights.

import CHTML

/// The scores of the elements of a page.
struct ContentScore {
  typealias Node = MarkupTree.Node

  private let page: Page
  private let usesNames: Bool
  private var scores: [Node: Double] = [:]

  /// How many levels up a paragraph scores.
  private static let levels = 5
  /// How many elements compete.
  private static let finalists = 5
  /// So many finalists have to lie in an element that takes the place of the best of them.
  private static let fewestAlternatives = 3

  /// Scores the elements of a page.
  init(of page: Page, texts: [PartsOfPage.ScoringText], usesNames: Bool) {
    self.page = page
    self.usesNames = usesNames
    for text in texts { score(text) }
    scores = Dictionary(
      uniqueKeysWithValues: scores.map { ($0, $1 * (1 - page.tallies[$0].linkDensity)) })
  }

  private mutating func score(_ text: PartsOfPage.ScoringText) {
    let points = 2 + Double(text.commas) + Double(min(text.length / 100, 3))
    var holder = text.holder
    for level in 0..<Self.levels {
      guard let node = holder, page.tree.tag(node) != .html else { return }
      let share: Double = level == 0 ? 1 : level == 1 ? 2 : Double(level * 3)
      scores[node] = (scores[node] ?? firstScore(of: node)) + points / share
      holder = page.holder(of: node)
    }
  }

  private static let good = TagSet(GUMBO_TAG_PRE, GUMBO_TAG_TD, GUMBO_TAG_BLOCKQUOTE)
  private static let poor = TagSet(
    GUMBO_TAG_ADDRESS, GUMBO_TAG_OL, GUMBO_TAG_UL, GUMBO_TAG_DL, GUMBO_TAG_DD, GUMBO_TAG_DT,
    GUMBO_TAG_LI, GUMBO_TAG_FORM)
  private static let worst = TagSet(
    GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6,
    GUMBO_TAG_TH)

  private func firstScore(of node: Node) -> Double {
    let tag = page.tree.tag(node)
    let weight = usesNames ? ElementNames(of: node, in: page.tree).weight : 0
    if page.isParagraph(node) { return weight }
    if tag == .div { return weight + 5 }
    if Self.good.contains(tag) { return weight + 3 }
    if Self.poor.contains(tag) { return weight - 3 }
    return Self.worst.contains(tag) ? weight - 5 : weight
  }

  // MARK: The choice

  /// The elements that make up the article, in document order; nil when nothing scored.
  func article() -> [Node]? {
    let ranked = scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.finalists)
    guard let best = ranked.first else { return nil }
    if page.tree.tag(best.key) == .body { return [best.key] }
    let top = climb(from: alternative(to: best, among: ranked.dropFirst()))
    return withSiblings(top)
  }

  /// An element that holds several finalists which are nearly as good as the best, or the best itself.
  private func alternative(
    to best: (key: Node, value: Double), among others: some Sequence<(key: Node, value: Double)>
  ) -> Node {
    let lines = others.filter { $0.value >= 0.75 * best.value }
      .map { Set(holders(of: $0.key)) }
    guard lines.count >= Self.fewestAlternatives else { return best.key }
    return holders(of: best.key).first { holder in
      page.tree.tag(holder) != .body && page.tree.tag(holder) != .html
        && lines.filter { $0.contains(holder) }.count >= Self.fewestAlternatives
    } ?? best.key
  }

  private func holders(of node: Node) -> some Sequence<Node> {
    sequence(state: node) { at -> Node? in
      guard let holder = page.holder(of: at) else { return nil }
      at = holder
      return holder
    }
  }

  /// Goes up as long as what holds the best element scores better, or holds nothing else.
  private func climb(from best: Node) -> Node {
    var top = best
    var last = scores[best, default: firstScore(of: best)]
    let threshold = last / 3
    for holder in holders(of: best) {
      if page.tree.tag(holder) == .body || page.tree.tag(holder) == .html { break }
      guard let score = scores[holder] else { continue }
      if score < threshold { break }
      if score > last {
        top = holder
        break
      }
      last = score
    }
    while let holder = page.holder(of: top), page.tree.tag(holder) != .body,
      elements(in: holder).dropFirst().isEmpty, page.tree.tag(holder) != .html
    {
      top = holder
    }
    return top
  }

  private func elements(in node: Node) -> [Node] {
    page.children(node).filter { page.tree.tag($0) != .text }
  }

  /// The best element, and those beside it that look like more of the article.
  private func withSiblings(_ top: Node) -> [Node] {
    guard let holder = page.holder(of: top) else { return [top] }
    let score = scores[top, default: firstScore(of: top)]
    let threshold = max(10, score * 0.2)
    let classes = ElementNames(of: top, in: page.tree).classes
    let siblings = elements(in: holder)
    let kept = siblings.indices.filter { index in
      let sibling = siblings[index]
      if page.tree.subtree(sibling).contains(top) { return true }
      let isAlike =
        !classes.isEmpty && ElementNames(of: sibling, in: page.tree).classes == classes
      if isAlike, isText(sibling) { return true }
      if let own = scores[sibling], own + (isAlike ? score * 0.2 : 0) >= threshold { return true }
      return page.isParagraph(sibling) && isProse(sibling)
    }
    guard let first = kept.first, let last = kept.last else { return [top] }
    return (first...last).filter { kept.contains($0) || isBetween(siblings[$0]) }
      .map { siblings[$0] }
  }

  /// Whether an element between two parts of the article is part of it too: a heading, a list, a figure, a
  /// short paragraph, unless it is made of links or has the name of something else.
  private func isBetween(_ node: Node) -> Bool {
    if page.tallies[node].inputs > 0 || TagSet.forms.contains(page.tree.tag(node)) { return false }
    if TagSet.headings.contains(page.tree.tag(node)) { return true }
    return isText(node) && (!usesNames || ElementNames(of: node, in: page.tree).weight >= 0)
  }

  private func isText(_ node: Node) -> Bool {
    page.tallies[node].text > 0 && page.tallies[node].linkDensity < 0.25
  }

  private func isProse(_ node: Node) -> Bool {
    let tally = page.tallies[node]
    if tally.text > 80 { return tally.linkDensity < 0.25 }
    guard tally.text > 0, tally.linked == 0 else { return false }
    let text = page.tree.string(in: node)
    return text.hasSuffix(".") || text.contains(". ")
  }
}
