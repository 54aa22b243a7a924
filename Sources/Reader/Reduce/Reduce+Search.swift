// Searching: while the pattern is typed, and from match to match.

import ArticleModel
import Interface

extension ReaderState {
  /// Performs an action of searching; false for others.
  mutating func search(_ action: Action, count: Int?) -> Bool {
    switch action {
    case .search: _ = ask(.search(backward: false, from: caret))
    case .searchBackward: _ = ask(.search(backward: true, from: caret))
    case .nextMatch: step(backward: false, times: count ?? 1)
    case .previousMatch: step(backward: true, times: count ?? 1)
    case .searchWord: searchWord()
    default: return false
    }
    return true
  }

  /// So much is searched before the screen is drawn, and again with each idle moment. A megabyte takes
  /// a few milliseconds.
  private static let portion = 1 << 20

  /// Shows the first match of what has been typed so far.
  mutating func searchWhileTyping(_ text: String, _ backward: Bool, from origin: ByteOffset) {
    moveCaret(to: origin)
    guard !text.isEmpty, let pattern = try? TextPattern(text) else {
      search = nil
      return
    }
    begin(SearchState(pattern, isBackward: backward), from: origin, origin: origin, tells: false)
  }

  /// Settles the search when its pattern is complete; an empty pattern repeats the last search.
  mutating func finishSearch(_ text: String, backward: Bool, from origin: ByteOffset) {
    if text.isEmpty {
      step(backward: backward, times: 1)
      return
    }
    do {
      let pattern = try TextPattern(text)
      jumps.leave(origin)
      moveCaret(to: origin)
      begin(SearchState(pattern, isBackward: backward), from: origin, origin: origin, tells: true)
    } catch {
      message = .warning("Not a regular expression: \(error)")
    }
  }

  private mutating func begin(
    _ new: SearchState, from start: ByteOffset, origin: ByteOffset, tells: Bool
  ) {
    search = new
    search?.walk = MatchWalk(
      from: start, origin: origin, isBackward: new.isBackward, remaining: 1, tells: tells)
    goOnSearching()
    countOn()
    if tells, search?.walk == nil { tellMatch() }
  }

  private mutating func step(backward: Bool, times: Int) {
    guard let search else {
      message = .warning("Nothing has been searched for yet")
      return
    }
    let goesBack = backward != search.isBackward
    let start = goesBack ? caret : article.text.graphemeEnd(after: caret)
    self.search?.walk = MatchWalk(
      from: start, origin: caret, isBackward: goesBack, remaining: min(max(times, 1), 10_000),
      tells: true)
    goOnSearching()
    if self.search?.walk == nil { tellMatch() }
  }

  /// Longer words of the article are not searched for, in bytes: their pattern would take seconds to compile.
  static let longestWords = 4096

  private mutating func searchWord() {
    let span = WordWalk(text: article.text).word(at: caret)
    guard span.count <= Self.longestWords else {
      message = .warning("This word is too long to search for")
      return
    }
    let word = article.text.string(in: span)
    guard word.first?.isWordCharacter == true else {
      message = .warning("There is no word here")
      return
    }
    if let pattern = try? TextPattern(words: word, isWord: true) {
      search = SearchState(pattern, label: "*\(word)", isBackward: false)
      countOn()
      step(backward: false, times: 1)
    }
  }

  private mutating func tellMatch() {
    guard let search, message?.isWarning != true else { return }
    let facts = [search.label, search.position(of: caret, in: article.text)]
    message = Message(facts.compactMap { $0 }.joined(separator: "  "))
  }

  // MARK: Bit by bit

  /// Whether there is work for idle moments.
  package var hasWork: Bool { search?.walk != nil || search?.isCounting == true }

  /// Does a portion of what is to be done while no key comes.
  package mutating func work() {
    if let walk = search?.walk {
      goOnSearching()
      if walk.tells, search?.walk == nil { tellMatch() }
    } else if search?.isCounting == true {
      let told = message
      countOn()
      // The line that tells the match grows with the count.
      if let label = search?.label, told?.text.hasPrefix(label) == true { tellMatch() }
    }
  }

  private mutating func countOn() {
    guard let pattern = search?.pattern else { return }
    let text = article.text
    let goesOn = search?.tally.count(pattern, in: text, bytes: Self.portion) ?? false
    search?.isCounting = goesOn
  }

  /// Looks through the next portion of the article, and goes to the match when there is one.
  private mutating func goOnSearching() {
    guard var walk = search?.walk, let pattern = search?.pattern else { return }
    var left = Self.portion
    while left > 0 {
      switch walk.advance(pattern, in: article.text, bytes: left) {
      case .found(let match):
        walk.remaining -= 1
        // Many matches close by cost little; each counts as a page.
        left -= 4096
        moveCaret(to: match.start)
        if walk.remaining <= 0 {
          search?.walk = nil
          return
        }
      case .nowhere:
        search?.walk = nil
        moveCaret(to: walk.origin)
        if walk.tells {
          let source = search?.label.dropFirst() ?? ""
          message = .warning("“\(source)” is not in this article")
        }
        return
      case .goesOn where article.text.count <= Self.portion: continue
      case .goesOn: left = 0
      }
    }
    search?.walk = walk
  }

  /// Gives up a search that is still under way; false when none is.
  mutating func stopSearching() -> Bool {
    guard let walk = search?.walk else { return false }
    search?.walk = nil
    moveCaret(to: walk.origin)
    message = Message("stopped searching")
    return true
  }
}
