// German news: whose the direct quotations are, and where it happens. The first six passages were written before the
// rules.

import Testing

@Suite struct GermanTests {
  @Test("Direct quotations of German passages have their speakers and places", arguments: samples)
  func passages(_ passage: ForeignPassage) {
    passage.check(as: "de")
  }

  private static let samples = [
    ForeignPassage(
      """
      Bundesverkehrsministerin Anna Weber hat den Ausbau der Nachtzüge angekündigt. „Wir \
      werden bis 2030 zwölf neue Strecken eröffnen“, sagte Weber am Montag in Berlin. Der \
      Bahnsprecher Jonas Kern erklärte: „Die Wagen sind bestellt.“
      """,
      quotations: [
        ("Anna Weber", "„Wir werden bis 2030 zwölf neue Strecken eröffnen“"),
        ("Jonas Kern", "„Die Wagen sind bestellt.“"),
      ],
      places: [("Berlin", "DE")]),
    ForeignPassage(
      """
      „Das ist ein guter Tag für Hamburg“, so Bürgermeister Peter Brandt. „Die Mauer hält.“

      Kritik kam von der Opposition. „Der Senat hat zehn Jahre geschlafen“, kritisierte die \
      Abgeordnete Elif Yılmaz.
      """,
      quotations: [
        ("Peter Brandt", "„Das ist ein guter Tag für Hamburg“ „Die Mauer hält.“"),
        ("Elif Yılmaz", "„Der Senat hat zehn Jahre geschlafen“"),
      ],
      places: [("Hamburg", "DE")]),
    ForeignPassage(
      """
      »Niemand wird in diesem Jahr entlassen«, versicherte der Vorstandsvorsitzende Martin \
      Sorge in Wien. »Dafür stehe ich persönlich ein«, fügte er hinzu.
      """,
      quotations: [
        ("Martin Sorge", "»Niemand wird in diesem Jahr entlassen«"),
        ("Martin Sorge", "»Dafür stehe ich persönlich ein«"),
      ],
      places: [("Wien", "AT")]),
    ForeignPassage(
      """
      Ministerpräsident Lars Holm sagte am 3. März in Stockholm: „Schweden wird den Vertrag \
      unterzeichnen.“ Auf Nachfrage fügte er hinzu: „Das gilt auch für Norwegen.“
      """,
      quotations: [
        ("Lars Holm", "„Schweden wird den Vertrag unterzeichnen.“"),
        ("Lars Holm", "„Das gilt auch für Norwegen.“"),
      ],
      places: [("Stockholm", "SE"), ("Schweden", "SE"), ("Norwegen", "NO")]),
    ForeignPassage(
      """
      „Wir haben alles versucht“, sagte Trainerin Mia Roth nach dem Spiel, „aber der Gegner \
      war stärker.“ Der Film „Die letzten Tage“ läuft ab Donnerstag in Zürich.
      """,
      quotations: [("Mia Roth", "„Wir haben alles versucht“ „aber der Gegner war stärker.“")],
      places: [("Zürich", "CH")]),
    ForeignPassage(
      """
      Laut Umweltministerin Petra Lang ist der Rhein „in einem viel besseren Zustand als noch \
      vor zehn Jahren“. Die Deutsche Umwelthilfe erklärte: „Die Grenzwerte werden weiter \
      überschritten.“
      """,
      quotations: [
        ("Petra Lang", "„in einem viel besseren Zustand als noch vor zehn Jahren“"),
        ("Deutsche Umwelthilfe", "„Die Grenzwerte werden weiter überschritten.“"),
      ],
      places: []),
    ForeignPassage(
      """
      Die Polizei sucht Zeugen. „Der Fahrer hat die Kontrolle über den Wagen verloren“, sagte \
      eine Sprecherin der Polizei. Der Lastwagen war auf der Strecke von Prag nach Dresden \
      unterwegs.
      """,
      quotations: [
        ("Sprecherin der Polizei", "„Der Fahrer hat die Kontrolle über den Wagen verloren“")
      ],
      places: [("Prag", "CZ"), ("Dresden", "DE")]),
    ForeignPassage(
      """
      Außenminister Karl Reimann ist nach Paris gereist. Dort habe er „sehr offene und lange \
      Gespräche“ geführt, hieß es. „Frankreich ist unser engster Partner“, hat Reimann vor der \
      Reise erklärt.
      """,
      quotations: [("Karl Reimann", "„Frankreich ist unser engster Partner“")],
      places: [("Paris", "FR"), ("Frankreich", "FR")]),
    ForeignPassage(
      """
      „Warum hat niemand gewarnt?“, fragte der Grünen-Politiker Tom Vogel im Bundestag. \
      Bundeskanzlerin Ilse Hartmann antwortete: „Wir haben gewarnt, aber niemand hat \
      zugehört.“
      """,
      quotations: [
        ("Tom Vogel", "„Warum hat niemand gewarnt?“"),
        ("Ilse Hartmann", "„Wir haben gewarnt, aber niemand hat zugehört.“"),
      ],
      places: []),
    ForeignPassage(
      """
      Der Schriftsteller Jürgen von der Heide ist tot. „Er war ein Freund der kleinen Leute“, \
      schrieb seine Verlegerin, Clara Moll, am Dienstag auf Twitter.
      """,
      quotations: [("Clara Moll", "„Er war ein Freund der kleinen Leute“")],
      places: []),
    ForeignPassage(
      """
      In München haben Tausende gegen die Reform protestiert. Ein Demonstrant rief: „Wir \
      lassen uns das nicht gefallen!“ Nach Ansicht von Oberbürgermeisterin Sabine Krug war der \
      Protest „friedlich und im Ganzen sehr eindrucksvoll“.
      """,
      quotations: [
        ("Demonstrant", "„Wir lassen uns das nicht gefallen!“"),
        ("Sabine Krug", "„friedlich und im Ganzen sehr eindrucksvoll“"),
      ],
      places: [("München", "DE")]),
    ForeignPassage(
      """
      "Das Urteil ist ein Skandal", meinte Rechtsanwalt Paul Neumann. "Wir gehen in Berufung." \
      Das Gericht in Leipzig wollte sich nicht äußern.
      """,
      quotations: [("Paul Neumann", "\"Das Urteil ist ein Skandal\" \"Wir gehen in Berufung.\"")],
      places: [("Leipzig", "DE")]),
  ]
}
