// train-names FOLDER [MODEL]: trains the name model on annotated corpora and says how well it does.
//
//   FOLDER       holds <set>.dev.ndjson
//   MODEL        is written when given; without it, a fifth of the documents is held back and scored
//   --hold-back  holds them back although a model is written
//   --errors     lists what was wrong there

import ArticleModel
import FoundationEssentials
import NewsAnalysis

let sets = [
  "eww", "gwn", "trnews", "lgl", "geovirus", "wikigold", "uner_ewt_dev", "uner_ewt_test",
  "uner_pud_news",
]
let bits: UInt64 = 17
let rounds = 6

func train(folder: String, output: String?) throws {
  let holdsBack = output == nil || CommandLine.arguments.contains("--hold-back")
  var lessons: [Lesson] = []
  var heldOut: [(set: String, gold: GoldArticle)] = []
  for set in sets {
    for document in try GoldDocument.read("\(folder)/\(set).dev.ndjson") {
      let gold = GoldArticle(document)
      if holdsBack, document.isHeldOut {
        heldOut.append((set, gold))
      } else {
        lessons += Lesson.lessons(of: gold, bits: bits)
      }
    }
  }
  print("\(lessons.count) runs, \(heldOut.count) documents held back")
  var trainer = Trainer(bits: bits)
  for round in 1...rounds {
    trainer.learn(lessons, round: round)
    if round % 2 == 0 { score(trainer, heldOut, isLast: round == rounds) }
  }
  if let output { try Data(trainer.compiled()).write(to: URL(filePath: output)) }
}

func score(
  _ trainer: Trainer, _ heldOut: [(set: String, gold: GoldArticle)], isLast: Bool
) {
  let listsErrors = isLast && CommandLine.arguments.contains("--errors")
  guard !heldOut.isEmpty else { return }
  trainer.compiled().withUnsafeBytes { bytes in
    let model = NameModel(bytes)
    for set in sets {
      var (places, persons) = (Score(), Score())
      for (_, gold) in heldOut.filter({ $0.set == set }) {
        let names = NameReading.names(in: gold.article, model: model)
        add(gold, names, &places, &persons, errorsOf: listsErrors ? set : nil)
      }
      print(set, "locations", places, "persons", persons)
    }
  }
}

func add(
  _ gold: GoldArticle, _ names: [NameReading.Name], _ places: inout Score,
  _ persons: inout Score, errorsOf set: String?
) {
  let text = gold.article.text
  func report(_ layer: String) -> ((String, TextSpan) -> Void)? {
    set.map { set in
      { kind, span in
        let around = TextSpan(max(span.start - 40, .zero), min(span.end + 30, text.end))
        let context = text.string(in: text.roundedToGraphemes(around)).split(separator: "\n")
        print(
          set, layer, kind, "[\(text.string(in: span))]", context.joined(separator: " "),
          separator: "\t")
      }
    }
  }
  places.add(
    names.filter(\.isPlace).map(\.span),
    gold: gold.locations.filter { !$0.mention.isUnscored }.map(\.span),
    unscored: gold.locations.filter(\.mention.isUnscored).map(\.span) + gold.peoples
      + gold.ignored,
    text: text, report: report("place"))
  guard gold.hasPersons else { return }
  persons.add(
    names.filter { !$0.isPlace }.map(\.span), gold: gold.persons, unscored: gold.ignored,
    text: text, report: report("person"))
}

let arguments = CommandLine.arguments.dropFirst().filter { !$0.hasPrefix("--") }
if let folder = arguments.first {
  try train(folder: folder, output: arguments.dropFirst().first)
} else {
  print("usage: train-names FOLDER [MODEL] [--hold-back] [--errors]")
}
