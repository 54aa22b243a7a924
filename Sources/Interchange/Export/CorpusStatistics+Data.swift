// Statistics for programs: JSON, and a tidy table with one figure a row.

import ArticleModel
import Corpus
import LosslessJSON
import NewsAnalysis

extension CorpusStatistics {
  /// The lists of counts with what they count.
  package var counts: [(name: String, counts: [Count])] {
    [
      ("kind", kinds), ("term", terms), ("verdict", verdicts), ("status", statuses),
      ("article", byArticle), ("outlet", byOutlet), ("speaker", bySpeaker),
      ("annotator", byAnnotator),
    ]
  }

  /// All figures in JSON.
  package var json: JSONValue {
    var object: JSONObject = [
      "articles": .integer(articles), "marks": .integer(marks), "annotators": .integer(annotators),
      "replies": .integer(replies), "reviewed": .integer(reviewed),
    ]
    for (name, counts) in counts {
      object.append(
        "by" + name.prefix(1).uppercased() + name.dropFirst(),
        .array(counts.map { ["name": .string($0.name), "marks": .integer($0.count)] }))
    }
    object.append("voices", .array(voices.map(\.json)))
    object.append("sourcing", sourcing.json)
    object.append("places", .array(places.map(\.json)))
    object.append("openClaims", .array(openClaims.map(\.json)))
    return .object(object)
  }

  /// All figures as a table: what is counted, of whom or what, and the figure.
  package var table: CSVTable {
    var table = CSVTable(columns: ["measure", "name", "value"])
    func add(_ measure: String, _ name: String, _ value: Int) {
      table.rows.append([measure, name, String(value)])
    }
    add("articles", "", articles)
    add("marks", "", marks)
    add("annotators", "", annotators)
    add("replies", "", replies)
    add("reviewed marks", "", reviewed)
    for (name, counts) in counts { counts.forEach { add("marks by \(name)", $0.name, $0.count) } }
    for voice in voices {
      add("quotations", voice.name, voice.quotations)
      add("verbatim words", voice.name, voice.verbatimWords)
      add("paraphrased words", voice.name, voice.paraphraseWords)
      add("articles quoting", voice.name, voice.articles)
    }
    for place in places {
      add("mentions of place", place.label, place.mentions)
      add("articles naming place", place.label, place.articles)
    }
    for claim in openClaims {
      add("open claim in \(claim.article)", claim.text, Int((claim.score * 100).rounded()))
    }
    return table
  }
}

extension CorpusStatistics.NamedPlace {
  /// Its name with its country.
  package var label: String { country.map { "\(name) (\($0))" } ?? name }

  fileprivate var json: JSONValue {
    var object: JSONObject = ["name": .string(name)]
    object.append("country", country.map(JSONValue.string))
    object.append("latitude", coordinate.map { .double($0.latitude) })
    object.append("longitude", coordinate.map { .double($0.longitude) })
    object.append("mentions", .integer(mentions))
    object.append("articles", .integer(articles))
    return .object(object)
  }
}

extension CorpusStatistics.Voice {
  fileprivate var json: JSONValue {
    [
      "name": .string(name), "kind": .string(kind.rawValue), "articles": .integer(articles),
      "quotations": .integer(quotations), "verbatimWords": .integer(verbatimWords),
      "paraphrasedWords": .integer(paraphraseWords),
    ]
  }
}

extension CorpusStatistics.Sourcing {
  fileprivate var json: JSONValue {
    [
      "named": .integer(named), "unnamed": .integer(unnamed), "quotations": .integer(quotations),
      "secondHand": .integer(secondHand), "quotedWords": .integer(words),
      "verbatimWords": .integer(verbatimWords),
    ]
  }
}

extension CorpusStatistics.OpenClaim {
  fileprivate var json: JSONValue {
    [
      "article": .string(article), "start": .integer(span.start.value),
      "end": .integer(span.end.value), "score": .double(score), "text": .string(text),
    ]
  }
}
