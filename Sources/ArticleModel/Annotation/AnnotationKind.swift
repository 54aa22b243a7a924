// What a reader may say about a passage, and how the Web Annotation model words it.

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

  /// The motivation that stands for the kind in a sidecar (Web Annotation Vocabulary, section 3).
  public var motivation: String {
    switch self {
    case .bias: "classifying"
    case .verification: "assessing"
    case .question: "questioning"
    case .note: "commenting"
    case .evidence, .link: "linking"
    case .highlight: "highlighting"
    case .tag: "tagging"
    case .correction: "editing"
    case .reply: "replying"
    case .review: "moderating"
    }
  }

  /// The letter that the margin shows for the kind when its term has none of its own.
  public var gutterLetter: Character {
    switch self {
    case .bias: "B"
    case .verification: "V"
    case .question: "Q"
    case .note: "N"
    case .evidence: "E"
    case .highlight: "H"
    case .tag: "T"
    case .correction: "C"
    case .reply: "R"
    case .link: "L"
    case .review: "✓"
    }
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
