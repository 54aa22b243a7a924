// The signs of the screen and what they stand for: the one table that help, the footer and the panes read.

import ArticleModel
import Interface
import NewsAnalysis

/// A sign that a part of the screen uses without saying what it means.
enum Sign: CaseIterable {
  case direct, indirect, mark, said, colleague, wholeArticle, unsurePlace, lost, version, metonym
  case unsure, cursor, judged
  case strip, bar, copied, layered, held

  /// What it looks like, in the list and in the margin.
  var looks: String {
    switch self {
    case .direct: "« │"
    case .indirect: "‹ ┊"
    case .mark: "▌B"
    case .said: "▌✓ ▌≠"
    case .colleague: "AB"
    case .wholeArticle: "◆B"
    case .unsurePlace: "?B"
    case .lost: "!B"
    case .version: "≠B"
    case .metonym: "≈"
    case .unsure: "name?"
    case .cursor: "▸"
    case .judged: "✓"
    case .strip: "┤ ┃ ▌"
    case .bar: "█ ░"
    case .copied: "▎ ║"
    case .layered: "2"
    case .held: "•"
    }
  }

  /// What it stands for, in full.
  var meaning: String {
    switch self {
    case .direct: "the speaker’s own words: a direct quotation (« in the list, │ beside the text)"
    case .indirect: "reported speech, in the article’s words (‹ in the list, ┊ beside the text)"
    case .mark:
      "a mark; its letter is its kind: B bias, V verification, Q question, N note, E evidence, "
        + "H highlight, T tag, R reply, L link"
    case .said:
      "was it said? ✓ the mark says yes, ≠ said differently, ? no record was found"
    case .colleague: "a colleague’s mark: the first letter of their name, then its kind"
    case .wholeArticle: "a mark on the article as a whole"
    case .unsurePlace: "a mark whose words were found in another form: it may not belong here"
    case .lost: "a mark whose words are no longer in the text"
    case .version: "one of two versions of a mark"
    case .metonym: "a place that means those who act there: “Berlin” for a government"
    case .unsure: "a speaker that the article does not name, or a guess"
    case .cursor: "the entry that the caret is in; a folded pane"
    case .judged: "you have said whether this is right"
    case .strip: "the article from top to bottom: quotations ┤, marks ▌; heavy where you are"
    case .bar: "how much of each speaker is quoted: verbatim, in the article’s words"
    case .copied: "words of another text; words that the article repeats"
    case .layered: "beside the text: how many other people marked something here"
    case .held: "in a list of choices: what applies now"
    }
  }

  /// What it stands for in a few words, with the sign as it stands where it is met.
  /// - Parameter isListed: whether it is met in a list, not beside the text.
  func legend(isListed: Bool) -> String {
    switch self {
    case .direct: "\(isListed ? "«" : "│") the speaker’s own words"
    case .indirect: "\(isListed ? "‹" : "┊") reported speech"
    case .mark: "▌ a mark; the letter: its kind"
    case .said: "✓ ≠ ? was it said? what the mark says"
    case .colleague: "a colleague’s mark, by initial and kind"
    case .wholeArticle: "◆ a mark on the whole article"
    case .unsurePlace: "? a mark that may not belong here"
    case .lost: "! a mark that lost its words"
    case .version: "≠ one of two versions"
    case .metonym: isListed ? "≈ stands for those who act there" : ""
    case .unsure: isListed ? "? not named, or a guess" : ""
    case .cursor, .judged, .strip, .bar, .copied, .layered, .held: ""
    }
  }

  /// The part of help that explains all of them.
  static let help = HelpSection(
    "Signs on the screen", signs: allCases.map { ($0.looks, $0.meaning) })
}

extension ReaderState {
  /// The line that the footer shows of a sign at the caret, one that was not met before first; nil where
  /// there is none.
  package var legend: Legend? {
    guard selection == nil, purpose == nil else { return nil }
    let legends = legendsHere
    let new = legends.first { !metLegends.contains($0) }
    return (new ?? legends.first).map { Legend(text: $0, isNew: new != nil) }
  }

  /// What there is to say of the signs at the caret.
  var legendsHere: [String] {
    signsHere.map { $0.legend(isListed: focus.pane != nil) }.filter { !$0.isEmpty }
  }

  /// The signs at the caret: that of the entry when a pane has the keys, else those beside the line.
  private var signsHere: [Sign] {
    if let pane = focus.pane {
      return cursor(of: pane).flatMap { pane.description.sign(of: $0, in: self) }.map { [$0] } ?? []
    }
    return markSigns + quotationSigns
  }

  private var markSigns: [Sign] {
    if let mark = currentAnnotation { return [sign(of: mark)] }
    let isTop = caret == firstOffset && index.entries(at: caret).isEmpty
    return isTop && index.onWholeArticle != nil ? [.wholeArticle] : []
  }

  private var quotationSigns: [Sign] {
    guard let analysis, let number = quotationAtCaret else { return [] }
    return [analysis.quotations[number].form == .direct ? .direct : .indirect]
  }

  /// The sign of a mark.
  func sign(of mark: Annotation) -> Sign {
    if index.orphans.contains(mark.id) { return .lost }
    if index.uncertain.contains(mark.id) { return .unsurePlace }
    if index.conflicts.contains(mark.id) { return .version }
    if initial(of: mark) != nil { return .colleague }
    return mark.signOfSaid == nil ? .mark : .said
  }
}

extension Annotation {
  /// Whether it is a mark on the article as a whole. What is said of a finding has words, and is no mark.
  var isOnWholeArticle: Bool {
    // Looked at in their places: most marks are on words, and copying their targets takes longer than looking.
    kind != .correction && !targets.indices.allSatisfy { targets[$0].hasPassage }
  }
}
