// HTML that stands in Markdown: its words stay, its tags go.

/// Cleans blocks of HTML.
enum MarkupInMarkdown {
  private static let unread = ["script", "style", "template", "iframe", "svg", "noscript", "form"]
  private static let blocks: Set<String> = [
    "p", "div", "br", "li", "tr", "blockquote", "figure", "figcaption", "h1", "h2", "h3", "h4",
    "h5",
    "h6", "table", "ul", "ol", "section", "article", "details", "summary", "pre", "dt", "dd",
  ]

  /// The paragraphs that are left.
  static func paragraphs(of html: String) -> [String] {
    var (paragraphs, words) = ([String](), "")
    var rest = html[...]
    while let open = rest.firstIndex(of: "<") {
      words += rest[..<open]
      rest = rest[open...]
      if rest.hasPrefix("<!--") {
        rest = rest.firstRange(of: "-->").map { rest[$0.upperBound...] } ?? ""
        continue
      }
      guard let close = rest.firstIndex(of: ">") else { break }
      let tag = rest[..<close].dropFirst()
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
      rest = rest[close...].dropFirst()
      if unread.contains(name), tag.first != "/" {
        rest = end(of: name, in: rest)
      } else if blocks.contains(name) {
        paragraphs.append(words)
        words = ""
      }
    }
    paragraphs.append(words + (rest.first == "<" ? "" : rest))
    return paragraphs.map { CharacterReferences.decoded($0.onOneBlankLine) }
      .filter { !$0.isEmpty }
  }

  /// What follows the end tag of an element.
  private static func end(of name: String, in rest: Substring) -> Substring {
    guard let end = rest.lowercased().firstRange(of: "</\(name)") else { return "" }
    let distance = rest.lowercased().distance(
      from: rest.lowercased().startIndex, to: end.lowerBound)
    return rest.dropFirst(distance)
  }
}

extension String {
  fileprivate var onOneBlankLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
