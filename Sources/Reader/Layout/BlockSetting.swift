// How blocks are told apart on the screen: how far in they stand, and what is set before them.
//
//     Heading                 headings and credits at the edge
//       Paragraph             paragraphs two columns in
//        • item  12. item     items by what the list has before them, wherever the next line begins
//       ▎ theirs  ║ again     words of another text, and words of the article that it shows once more
//         caption             captions and rows of tables further in

import ArticleModel
import Screen

/// What is set before the lines of a block without being text.
package struct BlockLead: Hashable, Sendable {
  /// The sign.
  package var sign: String
  /// Whether it stands before each line, or before the first alone.
  package var isOnEveryLine: Bool
}

/// How a block stands on the screen.
struct BlockSetting {
  /// The empty columns before its lines, those of the lead included.
  let indent: Column
  /// What stands in the last of these columns, before a blank.
  let lead: BlockLead?

  /// Lists further in than this look like the last one that is shown.
  private static let deepest = 4

  /// The setting of a block. On narrow screens only leads take room.
  init(of block: Block, in text: ArticleText, isNarrow: Bool) {
    lead = Self.lead(of: block, in: text)
    let step = Column(isNarrow ? 0 : ArticleLayout.paragraphIndent.value)
    let leadWidth = lead.map { $0.sign.displayWidth + 1 } ?? 0
    switch block.kind {
    case .headline, .subheading, .byline, .dateline: indent = 0
    case .paragraph, .speakerTurn, .fragment: indent = step
    case .caption, .tableRow: indent = step + step
    case .blockQuotation, .pullQuotation: indent = step + leadWidth
    case .listItem:
      let depth = Column(min(max(block.depth, 0), Self.deepest))
      // Room for a number of two digits, so that the items of a list begin below each other.
      let sign: Column = isNarrow ? max(leadWidth, 2) : max(leadWidth - step, 3)
      indent = step + sign + Column(depth.value * (isNarrow ? 1 : 3))
    }
  }

  private static func lead(of block: Block, in text: ArticleText) -> BlockLead? {
    switch block.kind {
    case .blockQuotation: BlockLead(sign: "▎", isOnEveryLine: true)
    case .pullQuotation: BlockLead(sign: "║", isOnEveryLine: true)
    case .listItem: itemSign(of: block, in: text).map { BlockLead(sign: $0, isOnEveryLine: false) }
    default: nil
    }
  }

  private static func itemSign(of block: Block, in text: ArticleText) -> String? {
    switch block.sign {
    case .none: nil
    case .number(let number): beginsWithSign(block.span, in: text) ? nil : "\(number)."
    case .bullet: beginsWithSign(block.span, in: text) ? nil : "•"
    }
  }

  /// Whether the text has a bullet or a number of its own: "– item", "3) item".
  private static func beginsWithSign(_ span: TextSpan, in text: ArticleText) -> Bool {
    let head = text.string(in: TextSpan(span.start, min(span.start + 8, span.end)))
    let sign = head.prefix { $0 != " " && $0 != "\t" }
    if sign.count == head.count { return false }
    if let only = sign.first, sign.count == 1 { return "•◦▪‣·–—-*+".contains(only) }
    guard let last = sign.last, last == "." || last == ")" else { return false }
    return sign.dropLast().allSatisfy(\.isNumber)
  }
}
