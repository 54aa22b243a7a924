// What a reader may say about a passage: a table with one row per kind. Sidecars, menus, the command line,
// exports and reports read it.

/// The kinds of annotation. The order is the one in which they are offered.
public enum AnnotationKind: String, CaseIterable, Sendable {
  case bias, verification, question, note, evidence, highlight, tag
  /// A finding of the program that the reader put right.
  case correction
  /// An answer to another annotation.
  case reply
  /// A tie between two annotations.
  case link
  /// What somebody thinks of another annotation after going through it.
  case review
  /// An item of a checklist that somebody ticked, for the article or for another annotation.
  case tick

  /// The motivation that stands for the kind in a sidecar (Web Annotation Vocabulary, section 3).
  public var motivation: String { row.motivation }

  /// The letter that the margin shows for the kind when its term has none of its own.
  public var gutterLetter: Character { row.letter }
}

extension AnnotationKind {
  /// The table. A new kind is a case above and a row here; one that readers make with a key of its own is
  /// an action `mark-NAME` too.
  package var row: Row {
    switch self {
    case .bias:
      Row("classifying", "B", .mark(asking: .terms), namesVoice: true)
    case .verification:
      Row("assessing", "V", .mark(asking: .terms), answersClaim: true)
    case .question: Row("questioning", "Q", .mark(asking: .words))
    case .note:
      Row(
        "commenting", "N", .mark(asking: .words), alsoReads: ["describing", "moderating"],
        isNothingWithoutWords: true)
    case .evidence: Row("linking", "E", .mark(asking: .evidence))
    case .highlight:
      Row("highlighting", "H", .mark(asking: .nothing), alsoReads: ["bookmarking"])
    case .tag: Row("tagging", "T", .mark(asking: .tags), alsoReads: ["identifying"])
    case .correction: Row("editing", "C", .correction)
    case .reply: Row("replying", "R", .answer)
    case .link: Row("linking", "L", .tie)
    case .review: Row("moderating", "✓", .review)
    case .tick: Row("moderating", "☑", .tick)
    }
  }

  /// The first kind that asks for something.
  package static func asking(_ question: Row.Question) -> AnnotationKind? {
    marks.first { $0.row.use == .mark(asking: question) }
  }

  /// Whether an annotation of the kind is a mark, and not what somebody says of the work on marks.
  package var isMark: Bool { self != .review && self != .tick }

  /// The kinds that lists have entries of: all but ticks, which checklists show.
  package static let listed = allCases.filter { $0 != .tick }

  /// The kinds of marks that readers make.
  package static let marks = allCases.filter { if case .mark = $0.row.use { true } else { false } }

  /// What is known of a kind.
  package struct Row: Sendable {
    /// What annotations of the kind are for.
    package enum Use: Hashable, Sendable {
      /// Readers make them, and are asked for something.
      case mark(asking: Question)
      /// They put a finding of the program right.
      case correction
      /// They answer another annotation.
      case answer
      /// They tie two annotations together.
      case tie
      /// They say what somebody thinks of another annotation.
      case review
      /// They tick an item of a checklist.
      case tick

      /// Whether it points at another annotation.
      package var pointsAtAnnotation: Bool { self == .answer || self == .tie || self == .review }
    }

    /// What a reader who makes a mark is asked for.
    package enum Question: Hashable, Sendable {
      /// A term of the pack that has the name of the kind.
      case terms
      case words, tags, evidence, nothing
    }

    /// Whether a mark of the kind can be made again without asking for anything.
    package var repeatsWithoutAsking: Bool {
      switch use {
      case .mark(asking: .nothing), .mark(asking: .words): !isNothingWithoutWords
      default: false
      }
    }

    package let motivation: String
    package let letter: Character
    package let use: Use
    /// Other motivations that stand for the kind in the sidecars of other programs.
    package let alsoReads: [String]
    /// Whether a mark says in whose words the passage is.
    package let namesVoice: Bool
    /// Whether it answers a claim, with verdicts as its terms.
    package let answersClaim: Bool
    /// Whether a mark that was left without words is taken away.
    package let isNothingWithoutWords: Bool

    fileprivate init(
      _ motivation: String, _ letter: Character, _ use: Use,
      alsoReads: [String] = [], namesVoice: Bool = false, answersClaim: Bool = false,
      isNothingWithoutWords: Bool = false
    ) {
      (self.motivation, self.letter, self.use) = (motivation, letter, use)
      (self.alsoReads, self.namesVoice, self.answersClaim) = (alsoReads, namesVoice, answersClaim)
      self.isNothingWithoutWords = isNothingWithoutWords
    }
  }

  /// The kinds that motivations stand for, apart from and within what points at another annotation.
  private static let byMotivation: [String: (plain: AnnotationKind, pointing: AnnotationKind)] = {
    var kinds: [String: (plain: AnnotationKind, pointing: AnnotationKind)] = [:]
    for kind in allCases {
      for motivation in [kind.row.motivation] + kind.row.alsoReads {
        let known = kinds[motivation] ?? (kind, kind)
        kinds[motivation] = kind.row.use.pointsAtAnnotation ? (known.plain, kind) : known
      }
    }
    return kinds
  }()

  /// The kind that a motivation stands for; nil when none does. Of those that we do not write some have
  /// a nearest kind.
  package init?(motivation: String, pointsAtAnnotation: Bool) {
    guard let kinds = Self.byMotivation[motivation] else { return nil }
    self = pointsAtAnnotation ? kinds.pointing : kinds.plain
  }
}

/// How far the work on an annotation is; one vocabulary for every kind.
public enum AnnotationStatus: String, CaseIterable, Sendable {
  case open
  case inProgress = "in-progress"
  case needsSecondSource = "needs-second-source"
  case done

  /// The status in words.
  public var label: String {
    switch self {
    case .open: "open"
    case .inProgress: "in progress"
    case .needsSecondSource: "needs second source"
    case .done: "done"
    }
  }
}
