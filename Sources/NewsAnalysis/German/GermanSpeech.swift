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
    provisos: "wenn falls sofern vorausgesetzt solange außer",
    provisoPhrases: """
      unter der bedingung
      unter dem vorbehalt
      vorbehaltlich
      aber nur
      aber nicht
      aber erst
      es sei denn
      """,
    joints: "und aber oder denn weil da sondern", capitalizesNouns: true,
    roleWords: """
      frau herr der die das dr prof bürgermeister bürgermeisterin minister ministerin präsident
      präsidentin frage antwort moderator moderatorin sprecher sprecherin zeuge zeugin vorsitzender
      vorsitzende abgeordneter abgeordnete stadtrat stadträtin kanzler kanzlerin
      """,
    askingWords: "fragte fragt fragten gefragt",
    numbers: numbers,
    numberJoints: "und", currencies: ["euro": "€", "dollar": "$", "pfund": "£"],
    groupsByPeriod: true, signs: ["%": "prozent", "&": "und"],
    pasts: [
      "ist": "war", "sind": "waren", "hat": "hatte", "haben": "hatten", "wird": "wurde",
      "werden": "wurden", "kann": "konnte", "muss": "musste", "will": "wollte", "geht": "ging",
    ],
    smallWords: """
      der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf für von vom
      zu zum zur mit bei nach aus ist sind war waren hat haben wird werden ich du er sie es wir ihr uns
      nicht dass daß wie als auch so sich noch nur
      """, fronts: .german, exchanges: .german)

  /// Up to a hundred, and full hundreds and thousands: German writes them as one word.
  private static let numbers: [String: Int] = {
    let units = ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
    let tens = [
      "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig",
    ]
    var numbers: [String: Int] = [
      "null": 0, "eins": 1, "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14,
      "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
      "hundert": 100, "tausend": 1_000, "million": 1_000_000, "millionen": 1_000_000,
      "milliarde": 1_000_000_000, "milliarden": 1_000_000_000,
    ]
    for (unit, word) in units.enumerated() {
      if unit > 0 { numbers[word] = unit + 1 }
      numbers[word + "hundert"] = (unit + 1) * 100
      numbers[word + "tausend"] = (unit + 1) * 1_000
      for (ten, name) in tens.enumerated() {
        numbers[word + "und" + name] = (ten + 2) * 10 + unit + 1
      }
    }
    for (ten, name) in tens.enumerated() { numbers[name] = (ten + 2) * 10 }
    return numbers
  }()
}
