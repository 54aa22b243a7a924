// What authors of pages call their parts: classes and identifiers that tell an article from what surrounds
// it. Names of the same kinds serve Mozilla's Readability, whose method this reader follows.

/// Pieces of names that are looked for together, in one pass over a name.
struct NamePatterns {
  private let byFirst: [[[UInt8]]]

  init(_ pieces: String...) {
    var byFirst = [[[UInt8]]](repeating: [], count: 128)
    for piece in pieces {
      let bytes = Array(piece.utf8)
      byFirst[Int(bytes[0])].append(bytes)
    }
    self.byFirst = byFirst
  }

  /// Whether a name, in small letters and with a blank at each end, has one of the pieces in it.
  func match(_ name: [UInt8]) -> Bool {
    for (index, byte) in name.enumerated() where byte < 128 {
      for piece in byFirst[Int(byte)] where name[index...].starts(with: piece) { return true }
    }
    return false
  }

  /// Parts of a page that are seldom part of its article.
  static let unlikely = NamePatterns(
    "-ad-", "ad-break", "agegate", "ai2html", "banner", "breadcrumbs", "combx", "comment",
    "community", "cover-wrap", "disqus", "extra", "footer", "gdpr", "header", "legends", "menu",
    "pager", "pagination", "popup", "related", "remark", "replies", "rss", "shoutbox", "sidebar",
    "skyscraper", "social", "sponsor", "supplemental", "yom-remote")

  /// The same for headings, which may well be called "subheader".
  static let unlikelyHeading = NamePatterns(
    "-ad-", "ad-break", "agegate", "banner", "breadcrumbs", "combx", "comment", "community",
    "disqus",
    "extra", "footer", "gdpr", "legends", "menu", "pager", "pagination", "popup", "related",
    "remark",
    "replies", "rss", "shoutbox", "sidebar", "skyscraper", "sponsor", "supplemental")

  /// Names that speak for an article even beside one of the above.
  static let maybe = NamePatterns(
    "and", "article", "body", "column", "content", "main", "mathjax", "shadow")

  /// Names that make an element likelier to hold an article.
  static let positive = NamePatterns(
    "article", "body", "content", "entry", "main", "page", "pagination", "post", "text", "blog",
    "story")

  /// Names that make it less likely.
  static let negative = NamePatterns(
    "-ad-", "hidden", " hid ", "banner", "combx", "comment", "com-", "contact", "footer", "gdpr",
    "masthead", "media", "meta", "outbrain", "promo", "related", "scroll", "share", "shoutbox",
    "sidebar", "skyscraper", "sponsor", "shopping", "tags", "widget")

  /// Lines that say who wrote the article.
  static let byline = NamePatterns("byline", "author", "dateline", "writtenby", "p-author")

  /// The sentences between a headline and the text.
  static let standfirst = NamePatterns(
    "standfirst", "subtitle", "sub-title", "subhead", "sub-head", "subheadline", "dek", "deck",
    "summary", "intro", "lead", "excerpt", "abstract", "chapo", "bajada", "entradilla",
    "sottotitolo",
    "catenaccio", "linha-fina", "vorspann", "teaser", "description", "tagline")

  /// What stands between a headline and the text and is no part of it.
  static let betweenHeadlineAndText = NamePatterns(
    "byline", "author", "share", "social", "newsletter", "promo", "related", "comment", "-ad-",
    "advert", "banner", "cookie", "consent", "breadcrumb", "timestamp", "toolbar", "popup", "modal",
    "sign-up", "signup", "subscribe", "paywall", "menu", "kicker", "topic", "tags")

  /// Words of the article that are set apart once more.
  static let pullQuotation = NamePatterns(
    "pullquote", "pull-quote", "pull_quote", "pulledquote", "pulled-quote", "pullout-quote")

  /// Boxes in which readers subscribe.
  static let signUp = NamePatterns(
    "signup", "sign-up", "sign_up", "subscribe-box", "subscribe-form", "subscription-box",
    "promo-box", "promobox", "newsletter-box", "newsletter-promo", "newsletter-form",
    "inscription-form", "bloc-inscription", "mailing-list")
  /// Elements of newsletters: boxes that advertise one, unless the names of text say otherwise.
  static let newsletter = NamePatterns("newsletter")
  static let newsletterText = NamePatterns("body", "text", "article", "post")

  /// When the article was changed.
  static let change = NamePatterns("modified", "updated", "update-time")

  /// Who made the picture.
  static let pictureCredit = NamePatterns(
    "credit", "copyright", "media-source", "photographer", "fotograf", "img-source",
    "image-source")
}

/// The class and the identifier of an element, made ready for `NamePatterns`.
struct ElementNames {
  /// In small letters, with a blank at each end; empty when there is none.
  let classes: [UInt8]
  let identifier: [UInt8]

  init(of node: MarkupTree.Node, in tree: MarkupTree) {
    classes = Self.prepared(tree.attribute("class", of: node))
    identifier = Self.prepared(tree.attribute("id", of: node))
  }

  /// Both, one after the other.
  var both: [UInt8] { classes + identifier }

  /// What the outlet's own tests of the page know an element by.
  static func forTests(of node: MarkupTree.Node, in tree: MarkupTree) -> [UInt8] {
    prepared(tree.attribute("data-testid", of: node))
      + prepared(tree.attribute("data-qa", of: node))
  }

  /// How much the names speak for the element (Readability: 25 for each of the two, either way).
  var weight: Double { Self.weight(of: classes) + Self.weight(of: identifier) }

  private static func weight(of name: [UInt8]) -> Double {
    if name.isEmpty { return 0 }
    return (NamePatterns.positive.match(name) ? 25 : 0)
      - (NamePatterns.negative.match(name) ? 25 : 0)
  }

  /// Longer names are cut: nobody reads them, and somebody may have made them to cost time.
  private static let longest = 512

  private static func prepared(_ name: UnsafeBufferPointer<UInt8>?) -> [UInt8] {
    guard let name, !name.isEmpty else { return [] }
    var prepared: [UInt8] = [0x20]
    prepared.reserveCapacity(min(name.count, longest) + 2)
    for byte in name.prefix(longest) {
      prepared.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    prepared.append(0x20)
    return prepared
  }
}
