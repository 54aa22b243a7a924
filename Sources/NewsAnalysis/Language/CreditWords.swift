// The words of a language by which credits are told: who reported, who took the picture.

/// Words of credits.
struct CreditWords: Sendable {
  /// What somebody did: "reporting", "photograph", "edited".
  let works: WordSet
  /// What joins that to a name: "by".
  let binders: WordSet
  /// How somebody took part: "contributed".
  let contributions: WordSet
  /// What was contributed to: "report", "reporting".
  let contributed: WordSet
  /// Small words between the names of credits: "via", "and", "courtesy".
  let links: WordSet
  /// Names of agencies and archives: "Reuters", "Getty".
  let agencies: WordSet

  /// Takes the lists of a language, none by default: then no credit is found.
  init(
    works: String = "", binders: String = "", contributions: String = "", contributed: String = "",
    links: String = "", agencies: String = ""
  ) {
    self.works = WordSet(works)
    self.binders = WordSet(binders)
    self.contributions = WordSet(contributions)
    self.contributed = WordSet(contributed)
    self.links = WordSet(links)
    self.agencies = WordSet(agencies)
  }
}
