// French as it is spoken: what reporters leave out, and what turns a statement into another one.

extension SpokenWords {
  /// French.
  static let french = SpokenWords(
    sounds: "euh heu hum hein bah ben",
    phrases: """
      vous savez
      tu sais
      """,
    conditions: "si sauf seulement jusqu quand lorsque pourvu sinon sans",
    provisos: "si sauf pourvu",
    provisoPhrases: """
      à condition
      sous réserve
      tant que
      à moins
      mais seulement
      mais pas
      """,
    joints: "et mais ou donc car parce puisque",
    roleWords: """
      m mme mlle monsieur madame le la les l dr maire ministre président présidente question réponse
      journaliste animateur animatrice témoin député députée conseiller conseillère
      """,
    askingWords: "demandé demande demandait interrogé",
    numbers: [
      "zéro": 0, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
      "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13,
      "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "trente": 30, "quarante": 40,
      "cinquante": 50, "soixante": 60, "cent": 100, "mille": 1_000, "million": 1_000_000,
      "millions": 1_000_000,
    ],
    numberJoints: "et", currencies: ["euro": "€", "euros": "€", "dollars": "$"], signs: ["&": "et"],
    pasts: [
      "est": "était", "sont": "étaient", "a": "avait", "ont": "avaient", "peut": "pouvait",
      "doit": "devait", "fait": "faisait", "va": "allait",
    ],
    smallWords: """
      le la les un une des du de d l et ou mais en à au aux dans sur pour par avec est sont était a ont
      je tu il elle on nous vous ils elles ce cette ces que qui ne pas se s plus
      """, fronts: .french, exchanges: .french)
}
