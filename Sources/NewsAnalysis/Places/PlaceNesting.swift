// Whether one of two names in a row says where the other lies: "Paris, Texas", "the Texas town of Paris".

/// How two names of places in a row belong together.
struct PlaceNesting {
  /// Which of them holds the other.
  enum Order {
    /// The second holds the first: "Paris, Texas".
    case outward
    /// The first holds the second: "the Texas town of Paris".
    case inward
  }

  /// Nil when neither says anything of the other.
  private(set) var order: Order?

  /// Looks at what stands between and around two names; `mayBeListed` tells whether the second
  /// is a country or city, which a list may end with.
  init(
    _ first: TokenRange, _ second: TokenRange, mayBeListed: Bool, _ segment: Segment,
    _ types: WordTypes
  ) {
    func type(_ index: Int) -> WordType? {
      segment.tokens.indices.contains(index) ? types[segment.tokens[index]] : nil
    }
    let between = TokenRange(from: first.upperBound, to: second.lowerBound)
    // Most names of places are far from each other.
    guard between.count < 3 else { return }
    let marks = between.map { types[segment.tokens[$0]] }
    let next = type(second.upperBound)
    switch marks.count {
    case 1 where marks[0].mark == .comma:
      // "Paris, Canada and Japan" is a list.
      let isListed = mayBeListed && next?.roles.contains(.coordinator) == true
      order = isListed ? nil : .outward
    case 1 where marks[0].mark == .openParenthesis && next?.mark == .closeParenthesis:
      order = .outward
    case 1, 2:
      guard let last = marks.last else { return }
      let isOpen = marks.count == 1 || marks[0].mark == .comma
      if isOpen, last.roles.contains(.inside) { order = .outward }
      let isNoun = marks.count == 2 && segment.tokens[between.lowerBound].kind == .word
      if isNoun, last.roles.contains(.genitive), !marks[0].roles.contains(.possessive) {
        order = .inward
      }
    default: return
    }
  }
}
