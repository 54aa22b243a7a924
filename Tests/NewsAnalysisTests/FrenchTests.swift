// French news: whose the direct quotations are, and where it happens. The first six passages were written before the
// rules.

import Testing

@Suite struct FrenchTests {
  @Test("Direct quotations of French passages have their speakers and places", arguments: samples)
  func passages(_ passage: ForeignPassage) {
    passage.check(as: "fr")
  }

  private static let samples = [
    ForeignPassage(
      """
      La ministre des Transports, Claire Morel, a annoncé lundi à Lyon la réouverture de douze \
      lignes. « Nous allons rouvrir les gares l’une après l’autre », a déclaré Mme Morel. \
      Selon le maire de Lyon, Jean Dupuis, « c’est une journée historique pour la ville ».
      """,
      quotations: [
        ("Claire Morel", "« Nous allons rouvrir les gares l’une après l’autre »"),
        ("Jean Dupuis", "« c’est une journée historique pour la ville »"),
      ],
      places: [("Lyon", "FR")]),
    ForeignPassage(
      """
      « Personne ne sera licencié cette année », assure Paul Girard, le directeur de l’usine. \
      « Je m’y engage », ajoute-t-il.
      """,
      quotations: [
        ("Paul Girard", "« Personne ne sera licencié cette année »"),
        ("Paul Girard", "« Je m’y engage »"),
      ],
      places: []),
    ForeignPassage(
      """
      Le président Henri Blanc a répondu : « La Belgique signera le traité. » « C’est aussi \
      vrai pour la Suisse », a-t-il précisé.
      """,
      quotations: [
        ("Henri Blanc", "« La Belgique signera le traité. »"),
        ("Henri Blanc", "« C’est aussi vrai pour la Suisse »"),
      ],
      places: [("Belgique", "BE"), ("Suisse", "CH")]),
    ForeignPassage(
      """
      “Nous avons tout essayé”, explique l’entraîneuse Lucie Roux, “mais l’adversaire était \
      plus fort”. Le film « Les Derniers Jours » sort mercredi.
      """,
      quotations: [("Lucie Roux", "“Nous avons tout essayé” “mais l’adversaire était plus fort”")],
      places: []),
    ForeignPassage(
      """
      — Il faut agir maintenant, a déclaré le maire Marc Petit. Sinon, la digue cédera.

      À Marseille, les habitants attendent la décision du préfet depuis des semaines.
      """,
      quotations: [("Marc Petit", "Il faut agir maintenant Sinon, la digue cédera.")],
      places: [("Marseille", "FR")]),
    ForeignPassage(
      """
      « Le conducteur a perdu le contrôle », a indiqué la préfecture dans un communiqué. Le \
      camion venait d’Allemagne et allait vers l’Espagne.
      """,
      quotations: [("préfecture", "« Le conducteur a perdu le contrôle »")],
      places: [("Allemagne", "DE"), ("Espagne", "ES")]),
    ForeignPassage(
      """
      Emmanuel Lefort s’est rendu à Berlin mardi. « L’Allemagne est notre premier partenaire \
      », avait-il expliqué avant son départ. Le chancelier a salué « un ami fidèle de notre \
      pays et de l’Europe ».
      """,
      quotations: [
        ("Emmanuel Lefort", "« L’Allemagne est notre premier partenaire »"),
        ("chancelier", "« un ami fidèle de notre pays et de l’Europe »"),
      ],
      places: [("Berlin", "DE"), ("Allemagne", "DE")]),
    ForeignPassage(
      """
      « Pourquoi personne n’a-t-il averti les habitants ? », demande la députée Sophie Martin. \
      « Nous avons averti tout le monde », répond le préfet, Alain Faure.
      """,
      quotations: [
        ("Sophie Martin", "« Pourquoi personne n’a-t-il averti les habitants ? »"),
        ("Alain Faure", "« Nous avons averti tout le monde »"),
      ],
      places: []),
    ForeignPassage(
      """
      L’écrivain Jean-Luc de la Tour est mort. « C’était un ami des petites gens », a écrit \
      son éditrice, Camille Renard, sur Twitter.
      """,
      quotations: [("Camille Renard", "« C’était un ami des petites gens »")],
      places: []),
    ForeignPassage(
      """
      Des milliers de personnes ont manifesté à Toulouse. « On ne se laissera pas faire ! », a \
      lancé un manifestant. D’après la maire, Nadia Benali, le cortège était « calme et dans \
      l’ensemble très impressionnant ».
      """,
      quotations: [
        ("manifestant", "« On ne se laissera pas faire ! »"),
        ("Nadia Benali", "« calme et dans l’ensemble très impressionnant »"),
      ],
      places: [("Toulouse", "FR")]),
    ForeignPassage(
      """
      "Ce jugement est un scandale", dénonce l’avocat Pierre Vidal. "Nous ferons appel." Le \
      tribunal de Nantes n’a pas souhaité réagir.
      """,
      quotations: [("Pierre Vidal", "\"Ce jugement est un scandale\" \"Nous ferons appel.\"")],
      places: [("Nantes", "FR")]),
    ForeignPassage(
      """
      La ministre a souligné que le pont était « sûr et contrôlé tous les deux ans par des \
      experts ». M. Durand, lui, déplore « un manque de transparence qui dure depuis dix ans \
      ».
      """,
      quotations: [
        ("ministre", "« sûr et contrôlé tous les deux ans par des experts »"),
        ("Durand", "« un manque de transparence qui dure depuis dix ans »"),
      ],
      places: []),
  ]
}
