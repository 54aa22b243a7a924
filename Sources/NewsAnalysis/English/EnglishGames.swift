// Words of reports of games.

extension GameWords {
  /// Those of English.
  static let english = GameWords(
    verbs: """
      beat beats defeat defeated defeats edged edges routed routs topped tops downed downs trounced
      thrashed crushed outlasted outscored blanked upset stunned swept led trailed hosted lost drew won
      host win wins lose loses draw face faces faced signed sign signs scored score scores play
      plays played meet meets visit visits relegated promoted equalised equalized clinched
      """,
    particles: "to with past by over against for from v vs v. vs.",
    possessions: """
      midfielder midfielders striker strikers goalkeeper goalkeepers winger wingers defender defenders
      quarterback quarterbacks linebacker linebackers shortstop outfielder infielder
      fullback halfback full-back half-back centre-back centre-forward point-guard backline bullpen
      """,
    commonPossessions: "fans supporters coach players defence defense captain squad",
    signs: """
      semi-final semi-finals semifinal semifinals quarter-final quarter-finals quarterfinal quarterfinals
      playoff playoffs play-off play-offs half-time halftime goal goals touchdown touchdowns innings
      inning premiership league penalty overtime scored touchline dugout substitute hat-trick rebounds
      kick-off kickoff equaliser equalizer offside shutout knockout
      """)
}
