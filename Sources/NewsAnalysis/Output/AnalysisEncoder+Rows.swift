// Findings as flat rows: numbers, words and nulls alone, which tables hold. Each row has the members of its
// article, so that nothing has to be joined.

import ArticleModel
import LosslessJSON

extension AnalysisEncoder {
  /// Stands between the rows of an article; no JSON has it as it is.
  static let rowSeparator: UInt8 = 0x1E

  /// The findings of a kind as rows, with `rowSeparator` between them.
  func rows(_ kind: NDJSONForm.Rows, id: [UInt8], kept: KeptMembers) -> [UInt8] {
    var rows: [[UInt8]] = []
    func add(_ body: (inout JSONWriter) -> Void) {
      var json = JSONWriter(capacity: 512)
      json.object { json in
        Self.head(&json, id: id)
        json.key("error")
        json.null()
        json.key("engine")
        optional(&json, analysis.origin?.engine.name)
        json.key("engine_version")
        optional(&json, analysis.origin?.engine.version)
        json.key("language")
        optional(&json, analysis.language)
        body(&json)
        json.kept(kept)
      }
      rows.append(json.bytes)
    }
    switch kind {
    case .quotations:
      for (index, quotation) in analysis.quotations.enumerated() {
        add { row(&$0, quotation, index, depth: 0) }
        for (depth, inner) in quotation.innerAtEveryDepth {
          add { row(&$0, inner, index, depth: depth) }
        }
      }
    case .places:
      for (index, mention) in analysis.locations.enumerated() { add { row(&$0, mention, index) } }
    case .claims:
      for (index, claim) in analysis.claims(claims).enumerated() { add { row(&$0, claim, index) } }
    }
    return Array(rows.joined(separator: [Self.rowSeparator]))
  }

  /// A row that says what is wrong with a line; all that would say what was found is null.
  static func errorRow(
    _ kind: NDJSONForm.Rows, id: [UInt8], error: String, kept: KeptMembers
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      head(&json, id: id)
      json.key("error")
      json.string(error)
      for name in names(of: kind) {
        json.key(name)
        json.null()
      }
      json.kept(kept)
    }
    return json.bytes
  }

  /// The members of a row that say what was found, in their order.
  private static func names(of kind: NDJSONForm.Rows) -> [StaticString] {
    let engine: [StaticString] = ["engine", "engine_version", "language"]
    return switch kind {
    case .quotations:
      engine + [
        "quotation", "depth", "start", "end", "text", "type", "speaker", "speaker_kind", "mention",
        "cue", "via", "addressee", "verbatim_words", "paraphrase_words", "confidence",
      ]
    case .places:
      engine + [
        "location", "start", "end", "text", "place", "country", "lat", "lon", "kind", "metonym",
        "note", "confidence",
      ]
    case .claims: engine + ["claim", "start", "end", "text", "score"]
    }
  }

  /// All members of a row.
  static func names(ofRow kind: NDJSONForm.Rows) -> Set<String> {
    Set(["id", "version", "error"] + names(of: kind).map(\.description))
  }

  // MARK: Rows

  private func row(
    _ json: inout JSONWriter, _ quotation: Quotation, _ index: Int, depth: Int
  ) {
    json.key("quotation")
    json.number(index)
    json.key("depth")
    json.number(depth)
    place(&json, quotation.extent)
    json.key("type")
    json.string(quotation.form.rawValue)
    let speaker = quotation.speaker.flatMap {
      analysis.speakers.indices.contains($0) ? analysis.speakers[$0] : nil
    }
    json.key("speaker")
    optional(&json, speaker?.name)
    json.key("speaker_kind")
    optional(&json, speaker?.kind.rawValue)
    json.key("mention")
    words(&json, quotation.mention)
    json.key("cue")
    words(&json, quotation.cue)
    json.key("via")
    words(&json, quotation.via.first?.mention)
    json.key("addressee")
    words(&json, quotation.addressee)
    json.key("verbatim_words")
    json.number(quotation.verbatimWords)
    json.key("paraphrase_words")
    json.number(quotation.paraphraseWords)
    json.key("confidence")
    json.number(quotation.confidence, places: 3)
  }

  private func row(_ json: inout JSONWriter, _ mention: LocationMention, _ index: Int) {
    let place =
      analysis.places.indices.contains(mention.place) ? analysis.places[mention.place] : nil
    json.key("location")
    json.number(index)
    self.place(&json, mention.span)
    json.key("place")
    optional(&json, place?.name)
    position(&json, place)
    json.key("kind")
    json.string("name")
    json.key("metonym")
    json.boolean(mention.isMetonym)
    json.key("note")
    optional(&json, mention.note ?? place?.note)
    json.key("confidence")
    json.number(mention.confidence, places: 3)
  }

  private func row(_ json: inout JSONWriter, _ claim: Claim, _ index: Int) {
    json.key("claim")
    json.number(index)
    place(&json, claim.span)
    json.key("score")
    json.number(claim.score, places: 4)
  }

  private func place(_ json: inout JSONWriter, _ span: TextSpan) {
    ends(&json, span)
    json.key("text")
    json.string(span, of: article.text)
  }

  private func words(_ json: inout JSONWriter, _ span: TextSpan?) {
    guard let span else { return json.null() }
    json.string(span, of: article.text)
  }
}

extension Quotation {
  /// The quotations within its words, at every depth, each after the one that it is within; those right
  /// within it have depth 1.
  var innerAtEveryDepth: [(depth: Int, quotation: Quotation)] {
    inner.flatMap { [(1, $0)] + $0.innerAtEveryDepth.map { ($0.depth + 1, $0.quotation) } }
  }
}
