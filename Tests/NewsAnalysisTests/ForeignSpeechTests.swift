// Direct speech in German, French and Spanish in generated forms: verbs, subjects, marks and orders.

import ArticleModel
import DocumentImport
import NewsAnalysis
import Testing

@Suite struct ForeignSpeechTests {
  private struct Forms: Sendable {
    var language: String
    var opening: String
    var words: String
    var marks: [(String, String)]
    var subjects: [(words: String, name: String)]
    var tails: [String]
    var leads: [String]
  }

  private static let forms = [
    Forms(
      language: "de", opening: "Der Rat der Stadt hat am Montag über die Mauer beraten.",
      words: "Wir werden die Mauer nicht bauen",
      marks: [("„", "“"), ("»", "«"), ("\"", "\""), ("“", "”"), ("«", "»")],
      subjects: [
        ("Minister Karl Brandt", "Karl Brandt"), ("Karl Brandt", "Karl Brandt"),
        ("die Ministerin Anna Weber", "Anna Weber"), ("Polizeisprecher Jonas Kern", "Jonas Kern"),
        ("der Bürgermeister von Köln, Peter Lang,", "Peter Lang"),
        ("Kanzlerin Ilse von der Heide", "Ilse von der Heide"),
      ],
      tails: [
        ", sagte {}.", ", erklärte {} am Dienstag.", ", so {}.", ", betonte gestern {}.",
        ", hat {} gesagt.", ", kritisierte {} in Bonn.", ", schrieb {} auf Twitter.",
      ],
      leads: ["Am Dienstag sagte {}: ", "Dazu erklärte {}: "]),
    Forms(
      language: "fr", opening: "Le conseil de la ville a parlé de la digue dans la soirée.",
      words: "Nous ne construirons pas la digue",
      marks: [("« ", " »"), ("«", "»"), ("“", "”"), ("\"", "\"")],
      subjects: [
        ("le ministre Karim Petit", "Karim Petit"), ("Claire Morel", "Claire Morel"),
        ("la ministre Claire Morel", "Claire Morel"),
        ("le maire de Lyon, Jean Dupuis,", "Jean Dupuis"),
        ("Jean-Luc de la Tour", "Jean-Luc de la Tour"),
      ],
      tails: [
        ", a déclaré {}.", ", explique {}.", ", a-t-il ajouté. C’est ce que dit {}.",
        ", selon {}.", ", assure {} dans un communiqué.", ", a indiqué mardi {}.",
      ].filter { !$0.contains("il ajouté") },
      leads: ["Mardi, {} a déclaré : ", "Selon {}, "]),
    Forms(
      language: "es", opening: "El consejo de la ciudad habló del muro en la tarde del lunes.",
      words: "No vamos a construir el muro",
      marks: [("«", "»"), ("“", "”"), ("\"", "\"")],
      subjects: [
        ("el ministro Carlos Prieto", "Carlos Prieto"), ("Clara Molina", "Clara Molina"),
        ("la ministra Clara Molina", "Clara Molina"),
        ("el alcalde de Sevilla, Juan Ortega,", "Juan Ortega"),
        ("José Luis de la Torre", "José Luis de la Torre"),
      ],
      tails: [
        ", dijo {}.", ", aseguró {} el martes.", ", según {}.", ", ha explicado {}.",
        ", afirmó ayer {}.", ", escribió {} en Twitter.",
      ],
      leads: ["El martes {} dijo: ", "Según {}, "]),
  ]

  private func speaker(of words: String, in text: String) -> (found: Bool, name: String?) {
    let article = Article(plainText: text)
    let analysis = NewsAnalyzer().analyze(article)
    let quotation = analysis.quotations.first { quotation in
      quotation.spans.contains { article.text.string(in: $0).contains(words) }
    }
    return (quotation != nil, quotation?.speaker.map { analysis.speakers[$0].name } ?? nil)
  }

  @Test("Behind a quotation and before it, in every order and in every mark", arguments: 0..<3)
  func generated(_ number: Int) {
    let forms = Self.forms[number]
    var (count, wrong) = (0, [String]())
    for (open, close) in forms.marks {
      let quoted = open + forms.words + close
      for subject in forms.subjects {
        let bare = subject.words.hasSuffix(",") ? String(subject.words.dropLast()) : subject.words
        let sentences =
          forms.tails.map { tail in
            quoted + tail.replacing("{}", with: tail.hasSuffix("{}.") ? bare : subject.words)
          } + forms.leads.map { $0.replacing("{}", with: bare) + quoted + "." }
        for sentence in sentences {
          let result = speaker(of: forms.words, in: forms.opening + " " + sentence)
          count += 1
          if result.name != subject.name { wrong.append("\(sentence) → \(result.name ?? "–")") }
        }
      }
    }
    #expect(wrong.count * 20 <= count, "\(wrong.prefix(12).joined(separator: "\n"))")
  }

  @Test(
    "The language is told by small words, never by a quotation in another language",
    arguments: [
      (
        "The mayor said: “Wir werden die Mauer nicht bauen, und das ist gut so.” It was late.", "en"
      ),
      (
        "Der Bürgermeister sagte: “We will not build the wall.” Es war spät, und die Stadt schlief.",
        "de"
      ),
      (
        "Le maire a dit « I will not build it ». La ville est dans le noir et les gens dorment.",
        "fr"
      ),
      (
        "El alcalde dijo “No comment”. La ciudad es de los que la cuidan, y no de las empresas.",
        "es"
      ),
      ("Rain.", "en"),
    ])
  func recognition(_ text: String, _ language: String) {
    #expect(NewsAnalyzer().analyze(Article(plainText: text)).language == language)
  }

  @Test(
    "What nobody says stays nobody's",
    arguments: [
      "Der Film „Die letzten Tage der Stadt“ läuft ab Donnerstag in den Kinos der Stadt.",
      "Le film « Les Derniers Jours » sort mercredi dans les salles de la ville.",
      "La película «Los últimos días» se estrena el viernes en los cines de la ciudad.",
      "Die Straße heißt im Volk „Rote Meile“, und das ist nicht nett gemeint.",
    ])
  func titles(_ text: String) {
    #expect(NewsAnalyzer().analyze(Article(plainText: text)).quotations.isEmpty)
  }
}
