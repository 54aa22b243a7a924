// Spanish as it is spoken: what reporters leave out, and what turns a statement into another one.

extension SpokenWords {
  /// Spanish.
  static let spanish = SpokenWords(
    sounds: "eh em este mmm ehm",
    phrases: """
      o sea
      ya sabes
      """,
    conditions: "si salvo solo sólo hasta cuando siempre excepto sin",
    provisos: "si salvo siempre",
    numbers: [
      "cero": 0, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8,
      "nueve": 9, "diez": 10, "once": 11, "doce": 12, "veinte": 20, "treinta": 30, "cuarenta": 40,
      "cincuenta": 50, "cien": 100, "mil": 1_000, "millón": 1_000_000, "millones": 1_000_000,
    ],
    numberJoints: "y", currencies: ["euro": "€", "euros": "€", "dólares": "$"],
    groupsByPeriod: true, signs: ["&": "y"],
    pasts: [
      "es": "era", "son": "eran", "está": "estaba", "están": "estaban", "ha": "había",
      "han": "habían", "puede": "podía", "debe": "debía", "hace": "hacía", "va": "iba",
    ],
    smallWords: """
      el la los las un una unos unas de del y o pero en a al para por con es son era está están ha han
      yo tú él ella nosotros ellos ellas que no se lo le su sus más como
      """, fronts: .spanish, exchanges: .spanish)
}
