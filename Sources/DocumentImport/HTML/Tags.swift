// The tags of HTML and the sets of them that reading a page asks for.

import CHTML

/// The tag of an element.
struct Tag: Hashable {
  /// The parser's number for it.
  let code: Int32

  init(code: Int32) { self.code = code }
  init(_ tag: GumboTag) { code = Int32(bitPattern: tag.rawValue) }

  /// What texts have instead of a tag.
  static let text = Tag(GUMBO_TAG_LAST)
  static let html = Tag(GUMBO_TAG_HTML)
  static let body = Tag(GUMBO_TAG_BODY)
  static let a = Tag(GUMBO_TAG_A)
  static let br = Tag(GUMBO_TAG_BR)
  static let b = Tag(GUMBO_TAG_B)
  static let strong = Tag(GUMBO_TAG_STRONG)
  static let div = Tag(GUMBO_TAG_DIV)
  static let p = Tag(GUMBO_TAG_P)
  static let li = Tag(GUMBO_TAG_LI)
  static let img = Tag(GUMBO_TAG_IMG)
  static let table = Tag(GUMBO_TAG_TABLE)
  static let tr = Tag(GUMBO_TAG_TR)
  static let td = Tag(GUMBO_TAG_TD)
  static let th = Tag(GUMBO_TAG_TH)
  static let blockquote = Tag(GUMBO_TAG_BLOCKQUOTE)
  static let input = Tag(GUMBO_TAG_INPUT)
  static let ol = Tag(GUMBO_TAG_OL)
  static let pre = Tag(GUMBO_TAG_PRE)
  static let form = Tag(GUMBO_TAG_FORM)
  static let section = Tag(GUMBO_TAG_SECTION)
}

/// A set of tags: a bit for each.
struct TagSet {
  private var bits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  init(_ tags: GumboTag...) {
    for tag in tags { insert(Int(tag.rawValue)) }
  }

  init(_ tag: Tag) { insert(Int(tag.code)) }

  func contains(_ tag: Tag) -> Bool {
    let code = Int(tag.code)
    let word =
      switch code >> 6 {
      case 0: bits.0
      case 1: bits.1
      case 2: bits.2
      default: bits.3
      }
    return word & (1 << UInt64(code & 63)) != 0
  }

  private mutating func insert(_ code: Int) {
    let bit: UInt64 = 1 << UInt64(code & 63)
    switch code >> 6 {
    case 0: bits.0 |= bit
    case 1: bits.1 |= bit
    case 2: bits.2 |= bit
    default: bits.3 |= bit
    }
  }
}

extension TagSet {
  /// Elements whose text nobody reads.
  static let unread = TagSet(
    GUMBO_TAG_HEAD, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
    GUMBO_TAG_SVG, GUMBO_TAG_LINK, GUMBO_TAG_META, GUMBO_TAG_TITLE, GUMBO_TAG_NOFRAMES)

  /// The same without what browsers show when they run no scripts.
  static let unreadWithoutScripts = TagSet(
    GUMBO_TAG_HEAD, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEMPLATE, GUMBO_TAG_SVG,
    GUMBO_TAG_LINK, GUMBO_TAG_META, GUMBO_TAG_TITLE)

  static let shownWithoutScripts = TagSet(GUMBO_TAG_NOSCRIPT, GUMBO_TAG_NOFRAMES)

  /// Elements of forms and what is embedded: their text belongs to the page, not to its article.
  static let controls = TagSet(
    GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED, GUMBO_TAG_APPLET, GUMBO_TAG_FOOTER, GUMBO_TAG_ASIDE,
    GUMBO_TAG_IFRAME, GUMBO_TAG_INPUT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_SELECT, GUMBO_TAG_BUTTON,
    GUMBO_TAG_VIDEO, GUMBO_TAG_AUDIO, GUMBO_TAG_CANVAS)

  static let headings = TagSet(
    GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6)
  static let highHeadings = TagSet(GUMBO_TAG_H1, GUMBO_TAG_H2)
  static let mainHeadings = TagSet(GUMBO_TAG_H1)
  static let subheadings = TagSet(GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4)
  static let lists = TagSet(GUMBO_TAG_UL, GUMBO_TAG_OL)
  static let embeds = TagSet(GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED, GUMBO_TAG_IFRAME)
  static let forms = TagSet(GUMBO_TAG_FORM, GUMBO_TAG_FIELDSET)
  static let figures = TagSet(GUMBO_TAG_FIGURE)
  static let articles = TagSet(GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN)
  static let asides = TagSet(GUMBO_TAG_ASIDE)

  /// Elements that are never part of what stands between the headline and the text.
  static let besideArticles = TagSet(
    GUMBO_TAG_NAV, GUMBO_TAG_ASIDE, GUMBO_TAG_FORM, GUMBO_TAG_BUTTON, GUMBO_TAG_FOOTER,
    GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_TABLE, GUMBO_TAG_IFRAME, GUMBO_TAG_VIDEO,
    GUMBO_TAG_AUDIO, GUMBO_TAG_SELECT, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT,
    GUMBO_TAG_TEMPLATE, GUMBO_TAG_SVG)
  static let captions = TagSet(GUMBO_TAG_FIGCAPTION, GUMBO_TAG_CAPTION)
  static let tables = TagSet(GUMBO_TAG_TABLE)
  static let code = TagSet(GUMBO_TAG_CODE)
  static let cells = TagSet(GUMBO_TAG_TD, GUMBO_TAG_TH)

  /// Elements that show a table to be one of data rather than of layout.
  static let tableParts = TagSet(
    GUMBO_TAG_COL, GUMBO_TAG_COLGROUP, GUMBO_TAG_TFOOT, GUMBO_TAG_THEAD, GUMBO_TAG_TH)

  /// Elements whose text counts for the score of what holds them.
  static let scored = TagSet(
    GUMBO_TAG_SECTION, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6,
    GUMBO_TAG_P, GUMBO_TAG_TD, GUMBO_TAG_PRE)

  /// Elements that are dropped when there is nothing in them.
  static let droppedWhenEmpty = TagSet(
    GUMBO_TAG_DIV, GUMBO_TAG_SECTION, GUMBO_TAG_HEADER, GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3,
    GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6)

  /// Elements that make a division one of blocks.
  static let blocksInDivisions = TagSet(
    GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_DL, GUMBO_TAG_DIV, GUMBO_TAG_IMG, GUMBO_TAG_OL, GUMBO_TAG_P,
    GUMBO_TAG_PRE, GUMBO_TAG_TABLE, GUMBO_TAG_UL)

  /// Elements that hold text of an article.
  static let textual = TagSet(
    GUMBO_TAG_SPAN, GUMBO_TAG_LI, GUMBO_TAG_TD, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_DL, GUMBO_TAG_DIV,
    GUMBO_TAG_IMG, GUMBO_TAG_OL, GUMBO_TAG_P, GUMBO_TAG_PRE, GUMBO_TAG_TABLE, GUMBO_TAG_UL)

  /// Phrasing content (HTML standard, 3.2.5.2.5), but for players and pictures that are drawn.
  static let phrasing = TagSet(
    GUMBO_TAG_ABBR, GUMBO_TAG_AUDIO, GUMBO_TAG_B, GUMBO_TAG_BDO, GUMBO_TAG_BR, GUMBO_TAG_BUTTON,
    GUMBO_TAG_CITE, GUMBO_TAG_CODE, GUMBO_TAG_DATA, GUMBO_TAG_DATALIST, GUMBO_TAG_DFN,
    GUMBO_TAG_EM, GUMBO_TAG_EMBED, GUMBO_TAG_FONT, GUMBO_TAG_I, GUMBO_TAG_IMG, GUMBO_TAG_INPUT,
    GUMBO_TAG_KBD, GUMBO_TAG_LABEL, GUMBO_TAG_MARK, GUMBO_TAG_MATH, GUMBO_TAG_METER,
    GUMBO_TAG_NOSCRIPT, GUMBO_TAG_OBJECT, GUMBO_TAG_OUTPUT, GUMBO_TAG_PROGRESS, GUMBO_TAG_Q,
    GUMBO_TAG_RUBY, GUMBO_TAG_SAMP, GUMBO_TAG_SCRIPT, GUMBO_TAG_SELECT, GUMBO_TAG_SMALL,
    GUMBO_TAG_SPAN, GUMBO_TAG_STRONG, GUMBO_TAG_SUB, GUMBO_TAG_SUP, GUMBO_TAG_TEXTAREA,
    GUMBO_TAG_TIME, GUMBO_TAG_VAR, GUMBO_TAG_WBR)

  /// Elements that are phrasing content when all in them is.
  static let transparent = TagSet(GUMBO_TAG_A, GUMBO_TAG_DEL, GUMBO_TAG_INS)

  /// Elements after and before which a new block of text begins.
  static let blocks = TagSet(
    GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BODY,
    GUMBO_TAG_CAPTION, GUMBO_TAG_CENTER, GUMBO_TAG_DD, GUMBO_TAG_DETAILS, GUMBO_TAG_DIV,
    GUMBO_TAG_DL, GUMBO_TAG_DT, GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE,
    GUMBO_TAG_FOOTER, GUMBO_TAG_FORM, GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4,
    GUMBO_TAG_H5, GUMBO_TAG_H6, GUMBO_TAG_HEADER, GUMBO_TAG_HGROUP, GUMBO_TAG_HR, GUMBO_TAG_LI,
    GUMBO_TAG_MAIN, GUMBO_TAG_NAV, GUMBO_TAG_OL, GUMBO_TAG_P, GUMBO_TAG_PRE, GUMBO_TAG_SECTION,
    GUMBO_TAG_SUMMARY, GUMBO_TAG_TABLE, GUMBO_TAG_TBODY, GUMBO_TAG_TD, GUMBO_TAG_TFOOT,
    GUMBO_TAG_TH, GUMBO_TAG_THEAD, GUMBO_TAG_TR, GUMBO_TAG_UL)
}

extension TagSet {
  static let titles = TagSet(GUMBO_TAG_TITLE)
  static let drawings = TagSet(GUMBO_TAG_SVG)
  static let scripts = TagSet(GUMBO_TAG_SCRIPT)
  static let metas = TagSet(GUMBO_TAG_META)
  static let links = TagSet(GUMBO_TAG_LINK)
  static let bases = TagSet(GUMBO_TAG_BASE)
  static let times = TagSet(GUMBO_TAG_TIME)
}
