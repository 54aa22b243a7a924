// The words of a language by which reports of games are told, in which names of places are those of teams.

/// Words of games.
struct GameWords: Sendable {
  /// What teams do to each other: "beat".
  let verbs: WordSet
  /// What stands between such a verb and a team: "to", "with".
  let particles: WordSet
  /// What only a team has: "goalkeeper".
  let possessions: WordSet
  /// What a team has, and others as well: "supporters", "defence".
  let commonPossessions: WordSet
  /// What shows that a sentence is about a game: "striker", "semi-final".
  let signs: WordSet

  /// Takes the lists of a language, none by default: then no team is found.
  init(
    verbs: String = "", particles: String = "", possessions: String = "",
    commonPossessions: String = "", signs: String = ""
  ) {
    self.verbs = WordSet(verbs)
    self.particles = WordSet(particles)
    self.possessions = WordSet(possessions)
    self.commonPossessions = WordSet(commonPossessions)
    self.signs = WordSet(signs + " " + possessions)
  }
}
