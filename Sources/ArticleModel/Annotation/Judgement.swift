// What one reader thinks of another's mark. A review is an annotation of its own, about the mark, so
// that several people can go through the same marks and their sidecars still merge without a conflict.

/// What somebody thinks of a mark after going through it.
public enum Judgement: String, CaseIterable, Sendable {
  case agrees, disputes

  /// The pack of the terms that stand for judgements in a sidecar.
  public static let pack = "review"

  /// The term that stands for it.
  public var term: TermReference {
    TermReference(pack: Self.pack, group: "judgement", term: rawValue)
  }
}

extension Annotation {
  /// Records that somebody went through a mark.
  public init(
    id: AnnotationID = .random(), reviewing mark: Annotation, _ judgement: Judgement,
    by creator: Creator?, at moment: Timestamp
  ) {
    self.init(id: id, kind: .review, targets: [], creator: creator, created: moment)
    repliesTo = mark.id
    terms = [judgement.term]
    status = .done
  }

  /// What a review says of its mark; nil when the annotation is none.
  public var judgement: Judgement? {
    guard kind == .review else { return nil }
    return terms.lazy.filter { $0.pack == Judgement.pack }
      .compactMap { Judgement(rawValue: $0.term) }.first
  }
}

extension AnnotationSet {
  /// The annotations without reviews of them and ticks of checklists, in the order of the sidecar.
  public var marks: [Annotation] { annotations.filter { $0.kind.isMark } }
}
