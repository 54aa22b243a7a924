// What sources say to the quotations of the article, as far as it is known.

import ArticleModel
import Sidecars
import Verification

/// The sources of an article's quotations, and what they say.
package struct QuotationCheck: Sendable {
  /// The sources, as the sidecar names them.
  package internal(set) var sources: [QuotationSource] = []
  /// Whether the reader has named them in this sitting, or seen those of other places and let them be read.
  var isConfirmed = false
  /// Whether they are being searched.
  package internal(set) var isSearching = false
  /// What they said last; nil before they were searched.
  package internal(set) var verification: Verification?
  /// What could not be read, a line each.
  package internal(set) var faults: [String] = []
  /// Names that may follow what is typed, as the desk found them.
  var names = FolderNames()

  /// The names in a folder, for a line in which sources are named.
  struct FolderNames: Sendable {
    /// The folder as it was typed, with its slash; empty for the one that one is in.
    var folder = ""
    /// The names; those of folders end with a slash.
    var names: [String] = []
  }

  /// Sources that a sidecar names.
  init(_ sources: [QuotationSource] = []) { self.sources = sources }

  /// The answers, in the order of the quotations.
  var answers: [QuotationAnswer] { verification?.answers.first ?? [] }

  /// The answer of a number; nil when there is none.
  func answer(_ number: Int) -> QuotationAnswer? {
    answers.indices.contains(number) ? answers[number] : nil
  }

  /// Whether sources may be read without asking: who opens an article does not know yet what its sidecar names.
  var mayBeRead: Bool { isConfirmed || sources.allSatisfy(\.isWithinFolder) }

  /// Whether what the sources say has been asked for.
  var isWanted: Bool { isSearching || verification != nil }

  /// The source of a match; nil when there is none of that number.
  func source(of match: SourceMatch) -> VerificationSource? {
    guard let sources = verification?.sources, sources.indices.contains(match.source) else {
      return nil
    }
    return sources[match.source]
  }

  /// "council.vtt, line 7, 00:01:17, Ilse Brandt".
  func place(of match: SourceMatch) -> String {
    var parts = [source(of: match)?.name ?? "", "line \(match.line)"]
    if let page = match.page { parts.append("page \(page)") }
    if let time = match.timeCode { parts.append(String(time.prefix(8))) }
    if let speaker = match.speaker { parts.append(speaker) }
    return parts.joined(separator: ", ").onOneLine
  }
}
