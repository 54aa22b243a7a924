// What a reference to a term says by itself, without its pack.

extension TermReference {
  /// Whether it answers “was it said?” or “is it true?”
  package var isVerdict: Bool { pack == "verification" && (group == "truth" || group == "said") }

  /// The term without the version of its pack: a new version of a pack does not make another term.
  package var unversioned: TermReference { TermReference(pack: pack, group: group, term: term) }
}
