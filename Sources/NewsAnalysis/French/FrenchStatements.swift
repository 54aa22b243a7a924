// What turns a French statement into another one: what may be cut off before it, and words of which one in the
// other's place says something else.

extension FrontWords {
  /// French.
  static let french = FrontWords(
    restrictions: "quelques certains certaines plusieurs seuls seules seulement presque environ",
    restrictionPhrases: """
      au moins
      au plus
      plus de
      moins de
      la plupart des
      peu de
      beaucoup de
      certains des
      une partie des
      pas tous
      """,
    doubtingAdverbs: "peut-être probablement apparemment",
    doubts: """
      faux mensonge rumeur absurde prétend prétendent prétendu doute espère souhaite crains si possible
      impossible
      """,
    suppositions: "supposons imaginons imaginez supposez",
    reports: "dit disent disait raconte racontent affirme affirment croit croient pense pensent",
    ownVoice: "je j nous", narrators: "il elle", clauseJoints: "que qu", lateConditions: "si",
    noConditionBehind: "même comme sait demande")
}

extension ExchangedWords {
  /// French.
  static let french = ExchangedWords(
    opposites: """
      augmenté augmente augmentent | baissé baisse baissent diminué diminue
      plus | moins
      avant | après
      gagné gagne gagnent | perdu perd perdent
      ouvert ouvre ouvrir | fermé ferme fermer
      toujours | jamais
      avec | sans
      pour | contre
      vrai | faux
      """,
    indefinites: "personne quelqu tous tout rien",
    units: """
      minute minutes
      heure heures
      jour jours
      semaine semaines
      mois
      an ans année années
      mètre mètres
      kilomètre kilomètres
      tonne tonnes
      """)
}
