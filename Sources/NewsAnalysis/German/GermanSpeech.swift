// German as it is spoken: what reporters leave out, and what turns a statement into another one.

extension SpokenWords {
  /// German.
  static let german = SpokenWords(
    sounds: "äh ähm öh öhm hm hmm mhm ehm äm",
    phrases: """
      sag ich mal
      sagen wir mal
      """,
    conditions: "wenn falls sofern bis nur ob außer soweit solange vorausgesetzt unter",
    provisos: "wenn falls sofern vorausgesetzt solange",
    numbers: [
      "null": 0, "eins": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7,
      "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "zwanzig": 20, "dreißig": 30,
      "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90,
      "hundert": 100, "tausend": 1_000, "million": 1_000_000, "millionen": 1_000_000,
    ],
    numberJoints: "und", signs: ["%": "prozent", "&": "und"],
    pasts: [
      "ist": "war", "sind": "waren", "hat": "hatte", "haben": "hatten", "wird": "wurde",
      "werden": "wurden", "kann": "konnte", "muss": "musste", "will": "wollte", "geht": "ging",
    ],
    smallWords: """
      der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf für von vom
      zu zum zur mit bei nach aus ist sind war waren hat haben wird werden ich du er sie es wir ihr uns
      nicht dass daß wie als auch so sich noch nur
      """)
}
