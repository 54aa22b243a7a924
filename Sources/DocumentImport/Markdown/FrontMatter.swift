// The lines before a Markdown text that say what it is: YAML between lines of three hyphens, or TOML between
// lines of three plus signs. Of both, what front matter consists of is read: keys, strings and lists.

import ArticleModel

/// Front matter.
struct FrontMatter {
  /// What it says.
  let metadata: ArticleMetadata
  /// Where the text after it begins, in bytes.
  let end: Int

  /// Front matter is no longer than this.
  private static let longest = 32_768

  /// Whether a text begins with the line that front matter begins with.
  static func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.starts(with: "---".utf8) || bytes.starts(with: "+++".utf8)
  }

  /// Reads it off the beginning of a text; nil when there is none.
  init?(of bytes: UnsafeBufferPointer<UInt8>) {
    guard Self.mayBegin(bytes) else { return nil }
    let mark = bytes[0]
    var lines: [Substring] = []
    var at = 0
    var isFirst = true
    while at < min(bytes.count, Self.longest) {
      let lineEnd = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
      var line = String(decoding: bytes[at..<lineEnd], as: UTF8.self)[...]
      while line.last?.isWhitespace == true { line = line.dropLast() }
      at = min(lineEnd + 1, bytes.count)
      let isMark = line.count == 3 && line.utf8.allSatisfy { $0 == mark } || line == "..."
      if isFirst, !isMark { return nil }
      if !isFirst, isMark {
        guard let fields = Fields(lines, isTOML: mark == UInt8(ascii: "+")) else { return nil }
        metadata = fields.metadata
        end = at
        return
      }
      if !isFirst { lines.append(line) }
      isFirst = false
    }
    return nil
  }

  /// Keys with one or more values.
  private struct Fields {
    private var values: [String: [String]] = [:]

    /// Reads lines; nil when none of them is a field.
    init?(_ lines: [Substring], isTOML: Bool) {
      let separator: Character = isTOML ? "=" : ":"
      var key: String?
      for line in lines {
        let words = line.drop { $0.isWhitespace }
        let isIndented = words.startIndex != line.startIndex
        if words.isEmpty || words.first == "#" { continue }
        if isTOML, words.first == "[" { break }
        if words.first == "-" || isIndented {
          if let key { add(Self.item(words), to: key) }
        } else if let place = words.firstIndex(of: separator) {
          let name = Self.name(words[..<place])
          key = name
          for value in Self.values(of: words[place...].dropFirst()) { add(value, to: name) }
        }
      }
      if values.isEmpty { return nil }
    }

    private mutating func add(_ value: String, to key: String) {
      if !value.isEmpty { values[key, default: []].append(value) }
    }

    private static func name(_ words: Substring) -> String {
      words.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    }

    /// The value of an item of a list; of an item with fields of its own, its name.
    private static func item(_ words: Substring) -> String {
      var words = words
      if words.first == "-" { words = words.dropFirst().drop { $0.isWhitespace } }
      if let colon = words.firstIndex(of: ":"), words.first != "\"", words.first != "'",
        words[colon...].dropFirst().first.map(\.isWhitespace) ?? true
      {
        let key = words[..<colon].lowercased()
        return key == "name" ? unquoted(words[colon...].dropFirst()) : ""
      }
      return unquoted(words.last == "," ? words.dropLast() : words)
    }

    /// A value, or those of a list in brackets.
    private static func values(of text: Substring) -> [String] {
      let text = trimmed(text)
      guard text.first == "[" else {
        return text.first == "|" || text.first == ">" || text.first == "{" ? [] : [unquoted(text)]
      }
      let inner = text.dropFirst().last == "]" ? text.dropFirst().dropLast() : text.dropFirst()
      var quotation: Character?
      return inner.split { character in
        if let open = quotation {
          if character == open { quotation = nil }
          return false
        }
        if character == "\"" || character == "'" { quotation = character }
        return character == ","
      }
      .map { unquoted($0) }
    }

    /// A value without its quotation marks, or without the comment behind it.
    private static func unquoted(_ text: Substring) -> String {
      let text = trimmed(text)
      if let mark = text.first, mark == "\"" || mark == "'" {
        let inner = text.dropFirst()
        var (result, isEscaped) = ("", false)
        for character in inner {
          if isEscaped {
            result.append(character)
            isEscaped = false
          } else if character == "\\", mark == "\"" {
            isEscaped = true
          } else if character == mark {
            break
          } else {
            result.append(character)
          }
        }
        return result
      }
      let comment = text.firstRange(of: " #")
      return String(trimmed(comment.map { text[..<$0.lowerBound] } ?? text))
    }

    private static func trimmed(_ text: Substring) -> Substring {
      var text = text.drop { $0.isWhitespace }
      while text.last?.isWhitespace == true { text = text.dropLast() }
      return text
    }

    /// What the fields mean that sites and editors use.
    var metadata: ArticleMetadata {
      var metadata = ArticleMetadata()
      metadata.title = first(["title", "headline"])
      metadata.authors = (all(["authors", "author", "by", "byline", "creator"])).flatMap { value in
        let names = Byline(value).names
        return names.isEmpty ? [value] : names
      }
      metadata.outlet = first(
        ["publisher", "outlet", "publication", "site", "site_name", "source", "website"])
      metadata.published = moment(
        ["date", "published", "pubdate", "publishdate", "published_at", "created"])
      metadata.modified = moment(["lastmod", "modified", "updated", "last_modified_at"])
      metadata.language = first(["lang", "language", "locale"]).flatMap(Self.tag)
      metadata.address = address(["url", "link", "source", "permalink", "original_url"])
      metadata.canonicalAddress = address(["canonical", "canonical_url", "canonicalurl"])
      if metadata.outlet == metadata.address { metadata.outlet = nil }
      return metadata
    }

    private func all(_ keys: [String]) -> [String] {
      keys.lazy.compactMap { values[$0] }.first ?? []
    }

    private func first(_ keys: [String]) -> String? { all(keys).first }

    private func moment(_ keys: [String]) -> Timestamp? {
      keys.lazy.compactMap { values[$0]?.first.flatMap(WrittenMoment.timestamp) }.first
    }

    private func address(_ keys: [String]) -> String? {
      keys.lazy.compactMap { values[$0]?.first }.first { PageAddress.isAbsolute($0) }
    }

    /// "en_GB" as a tag of BCP 47.
    private static func tag(_ text: String) -> String? {
      let tag = text.replacing("_", with: "-")
      let isTag = tag.split(separator: "-").allSatisfy { part in
        part.count <= 8 && part.utf8.allSatisfy { $0 < 0x80 } && part.allSatisfy(\.isLetter)
      }
      return isTag && (2...16).contains(tag.count) ? tag : nil
    }
  }
}
