// "By Ana Reis · The Harbour Post · 3 November 2026": what the document says of its article, below the
// headline, as far as the text does not say it there. It is no part of the text.

import ArticleModel
import Interface
import Screen

/// Who wrote an article, where it was published, and when.
struct CreditLine {
  private let article: Article
  private let metadata: ArticleMetadata
  /// What the text itself says below its headline, as it is searched.
  private let said: String

  /// More authors than this are counted.
  private static let mostAuthors = 3
  /// Blocks below the headline that are no longer than this many bytes may be its credits.
  private static let longestCredit = 160
  private static let mostCredits = 4

  init(of article: Article) {
    self.article = article
    metadata = article.metadata
    said = Self.credits(of: article)
  }

  /// The line, broken between its facts where the measure asks for it; none when nothing is known.
  func lines(measure: Column) -> [String] {
    var lines: [String] = []
    for fact in [authors, outlet, date].compactMap({ $0 }) {
      if let last = lines.last, (last + Self.divider + fact).displayWidth <= measure {
        lines[lines.count - 1] = last + Self.divider + fact
      } else {
        lines.append(fact.truncated(to: measure))
      }
    }
    return lines
  }

  private static let divider = " · "

  // MARK: Facts

  private var authors: String? {
    let names = self.names
    if names.isEmpty || names.contains(where: isSaid) { return nil }
    if names.count > Self.mostAuthors {
      let others = names.count - Self.mostAuthors
      return "By \(names.prefix(Self.mostAuthors).joined(separator: ", ")) and "
        + counted(others, "other")
    }
    let last = names.suffix(1)
    let first = names.dropLast().joined(separator: ", ")
    return "By " + (first.isEmpty ? last.joined() : "\(first) and \(last.joined())")
  }

  /// The authors' names, each once; an address is nobody's name, and the outlet stands beside them.
  private var names: [String] {
    var names: [String] = []
    for author in metadata.authors {
      var name = author.onOneLine
      if name.lowercased().hasPrefix("by ") { name = String(name.dropFirst(3)) }
      if name.isEmpty || name.contains("://") || name == metadata.outlet?.onOneLine { continue }
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  private var outlet: String? {
    guard let outlet = metadata.outlet?.onOneLine, !outlet.isEmpty, !isSaid(outlet) else {
      return nil
    }
    return outlet
  }

  private var date: String? {
    if let published = metadata.published { return Self.inWords(published, unlessIn: said) }
    return metadata.modified.flatMap { Self.inWords($0, unlessIn: said) }.map { "changed \($0)" }
  }

  /// "3 November 2026"; nil when the day cannot be read, or stands in the text already.
  private static func inWords(_ moment: Timestamp, unlessIn text: String) -> String? {
    guard let day = moment.writtenDay else { return nil }
    let numbers = Set(text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) })
    if numbers.contains(day.day), numbers.contains(day.year) { return nil }
    return "\(day.day) \(months[day.month - 1]) \(day.year)"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  // MARK: The text

  private func isSaid(_ name: String) -> Bool { said.contains(name.asSearched) }

  /// The short blocks directly below the headline.
  private static func credits(of article: Article) -> String {
    guard let headline = article.headline else { return "" }
    var credits = ""
    var next = article.block(atOrAfter: headline.end)
    for _ in 0..<mostCredits {
      guard let block = next, block.kind.isCredit || block.span.count <= longestCredit else {
        break
      }
      credits += article.text.string(in: block.span).asSearched + "\n"
      next = article.block(after: block)
    }
    return credits
  }
}
