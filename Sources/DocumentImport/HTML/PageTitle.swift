// What an article is called: the title of its page without the outlet's name, and headings that repeat it.

import ArticleModel

/// The words of a title, to tell whether a heading repeats it.
struct TitleWords {
  private let words: [String]
  private let length: Int

  init(_ title: String?) {
    words = Self.words(of: title ?? "")
    length = Self.length(of: words)
  }

  /// Whether a heading says what the title says: no more than a quarter of its words are others.
  func isRepeated(by heading: String) -> Bool { likeness(to: heading) > 0.75 }

  /// The share of `other`, by length, that is in the title.
  func likeness(to other: String) -> Double {
    let others = Self.words(of: other)
    guard !words.isEmpty, !others.isEmpty else { return 0 }
    let known = Set(words)
    let unknown = others.filter { !known.contains($0) }
    return 1 - Double(Self.length(of: unknown)) / Double(Self.length(of: others))
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
  }

  private static func length(of words: [String]) -> Int {
    words.isEmpty ? 0 : words.reduce(words.count - 1) { $0 + $1.unicodeScalars.count }
  }
}

/// The title that a page has for the tab of a browser.
struct PageTitle {
  /// The title without the name of the outlet; nil when the page has none.
  let title: String?

  init(of tree: MarkupTree) {
    let written = tree.elements(.titles).lazy
      .filter { !tree.lies($0, in: .drawings) }.compactMap { node -> String? in
        let title = tree.string(in: node)
        return title.isEmpty ? nil : title
      }.first { _ in true }
    // Long and short titles give way to the only main heading.
    let headings = tree.elements(.mainHeadings).map { tree.string(in: $0) }
    title = written.map { Self.withoutOutlet($0, headings: headings) }
  }

  /// Takes the outlet's name off, when a separator says where it begins and enough words are left.
  private static func withoutOutlet(_ title: String, headings: [String]) -> String {
    let words = title.split(separator: " ")
    guard let last = words.lastIndex(where: { isSeparator($0) }), last > 0 else {
      return withoutLeadIn(title, headings: headings)
    }
    var shortened = words[..<last]
    if shortened.count < 3, let first = words.firstIndex(where: { isSeparator($0) }) {
      shortened = words[(first + 1)...]
    }
    return judged(
      shortened.joined(separator: " "), from: title,
      hasSteps: words.contains { steps.contains(String($0)) })
  }

  private static let steps: Set<String> = ["\\", "/", ">", "»"]

  private static func isSeparator(_ word: Substring) -> Bool {
    ["|", "-", "–", "—", "\\", "/", ">", "»"].contains(word)
  }

  /// "Opinion: the title": what stands after the colon, unless a heading has it all.
  private static func withoutLeadIn(_ title: String, headings: [String]) -> String {
    if title.contains(": ") {
      if headings.contains(title) { return title }
      let colon = title.lastIndex(of: ":") ?? title.endIndex
      let after = String(title[colon...].dropFirst().drop { $0 == " " })
      if wordCount(after) >= 3 { return judged(after, from: title, hasSteps: false) }
      let first = title.firstIndex(of: ":") ?? title.endIndex
      if wordCount(String(title[..<first])) > 5 { return title }
      return judged(
        String(title[first...].dropFirst().drop { $0 == " " }), from: title, hasSteps: false)
    }
    let length = title.count
    if length > 150 || length < 15, headings.count == 1, let only = headings.first, !only.isEmpty {
      return judged(only, from: title, hasSteps: false)
    }
    return title
  }

  /// The shortened title, unless too little is left of it.
  private static func judged(_ shortened: String, from title: String, hasSteps: Bool) -> String {
    let count = wordCount(shortened)
    if count <= 4, !hasSteps || count != wordCount(title) - 1 { return title }
    return shortened
  }

  private static func wordCount(_ text: String) -> Int { text.split(separator: " ").count }
}
