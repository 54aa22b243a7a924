// An analysis as JSON: what `galley analyze --format json` and `--ndjson` print.

import ArticleModel
import LosslessJSON

/// Encodes an analysis as one JSON object; offsets are Unicode code points, half-open.
public struct AnalysisEncoder {
  let article: Article
  let analysis: Analysis
  let claims: ClaimListing
  private let offset: CodePointMapping

  /// Prepares to encode what was found in `article`, with those sentences as claims.
  public init(_ analysis: Analysis, of article: Article, claims: ClaimListing = .likely) {
    self.article = article
    self.claims = claims
    self.analysis = analysis
    offset = CodePointMapping(article.text)
  }

  /// The JSON text, without a line end. `id` is the identifier as JSON, written back as it came.
  public func encoded(id: [UInt8]) -> [UInt8] { encoded(id: id, kept: KeptMembers()) }

  /// The same, with members of the line that it answers.
  func encoded(id: [UInt8], kept: KeptMembers) -> [UInt8] {
    var json = JSONWriter(capacity: article.text.count * 4)
    write(id: id, kept: kept, to: &json)
    return json.bytes
  }

  /// The JSON text with a string as its identifier.
  public func encoded(identifier: String) -> [UInt8] { encoded(id: Self.id(identifier)) }

  /// Gives `drain` the JSON text with a string as its identifier, and a line end, piece by piece, so that a long
  /// one is never held as a whole.
  public func write(identifier: String, to drain: @escaping JSONWriter.Drain) {
    var json = JSONWriter(capacity: Self.piece, drain: drain)
    write(id: Self.id(identifier), to: &json)
    json.endLine()
  }

  /// The length of pieces, in bytes.
  private static let piece = 64 << 10

  private static func id(_ identifier: String) -> [UInt8] {
    var id = JSONWriter()
    id.string(identifier)
    return id.bytes
  }

  /// The members of a record, in their order. All are always there but `error`: programs tell a record that reports one
  /// by the member alone.
  static let names: Set<String> = [
    "id", "version", "error", "title", "engine", "language", "quotes", "locations", "places",
    "persons", "organisations", "speakers", "sentences", "claims", "article",
  ]

  /// What every record and every row begins with, before an error.
  static func head(_ json: inout JSONWriter, id: [UInt8]) {
    json.key("id")
    json.verbatim(id)
    json.key("version")
    json.number(NDJSONForm.version)
  }

  private func write(
    id: [UInt8], kept: KeptMembers = KeptMembers(), to json: inout JSONWriter
  ) {
    json.object { json in
      Self.head(&json, id: id)
      json.key("title")
      optional(&json, article.metadata.title)
      json.key("engine")
      engine(&json, analysis.origin?.engine)
      json.key("language")
      optional(&json, analysis.language)
      json.key("quotes")
      json.array(of: analysis.quotations) { quotation(&$0, $1) }
      json.key("locations")
      json.array(of: analysis.locations) { location(&$0, $1) }
      json.key("places")
      json.array(of: analysis.places) { place(&$0, $1) }
      json.key("persons")
      json.array(of: analysis.persons) { person(&$0, $1) }
      json.key("organisations")
      json.array(of: analysis.organisations) { organisation(&$0, $1) }
      json.key("speakers")
      json.array(of: analysis.speakers) { speaker(&$0, $1) }
      json.key("sentences")
      json.array(of: analysis.sentences) { bounds(&$0, $1) }
      json.key("claims")
      json.array(of: analysis.claims(claims)) { claim(&$0, $1) }
      json.key("article")
      json.metadata(article.metadata)
      json.kept(kept)
    }
  }

  /// A record that says what is wrong with a line: it has every member, and nothing was found.
  static func errorRecord(id: [UInt8], error: String, kept: KeptMembers) -> [UInt8] {
    var json = JSONWriter()
    let lists: [StaticString] = [
      "quotes", "locations", "places", "persons", "organisations", "speakers", "sentences",
      "claims",
    ]
    json.object { json in
      head(&json, id: id)
      json.key("error")
      json.string(error)
      for name: StaticString in ["title", "engine", "language"] {
        json.key(name)
        json.null()
      }
      for name in lists {
        json.key(name)
        json.array { _ in }
      }
      json.key("article")
      json.metadata(ArticleMetadata())
      json.kept(kept)
    }
    return json.bytes
  }

  // MARK: Items

  private func engine(_ json: inout JSONWriter, _ engine: Analysis.Engine?) {
    guard let engine else { return json.null() }
    json.object { json in
      json.key("name")
      json.string(engine.name)
      json.key("version")
      json.string(engine.version)
    }
  }

  private func quotation(_ json: inout JSONWriter, _ quotation: Quotation) {
    json.object { json in
      members(&json, of: quotation)
      // Flat, so that a record is as deep as its schema says.
      json.key("nested")
      json.array(of: quotation.innerAtEveryDepth) { json, inner in
        json.object { json in
          members(&json, of: inner.quotation)
          json.key("depth")
          json.number(inner.depth)
        }
      }
    }
  }

  private func members(_ json: inout JSONWriter, of quotation: Quotation) {
    ends(&json, quotation.extent)
    json.key("spans")
    json.array(of: quotation.spans) { bounds(&$0, $1) }
    json.key("type")
    json.string(quotation.form.rawValue)
    json.key("speaker")
    mention(&json, quotation.mention)
    json.key("speaker_entity")
    name(&json, quotation.speaker)
    json.key("speaker_entities")
    json.array(of: quotation.allSpeakers) { name(&$0, $1) }
    json.key("cue")
    mention(&json, quotation.cue)
    json.key("via")
    via(&json, quotation.via)
    json.key("via_chain")
    json.array(of: quotation.via) { json, step in json.object { self.step(&$0, step) } }
    json.key("addressee")
    mention(&json, quotation.addressee)
    json.key("confidence")
    json.number(quotation.confidence, places: 3)
  }

  /// Who passed a quotation on, and in its `via` who passed it on to them; the chain has them all.
  private func via(_ json: inout JSONWriter, _ chain: [Quotation.Via]) {
    guard let first = chain.first else { return json.null() }
    json.object { json in
      step(&json, first)
      json.key("via")
      guard chain.count > 1 else { return json.null() }
      json.object { step(&$0, chain[1]) }
    }
  }

  private func step(_ json: inout JSONWriter, _ step: Quotation.Via) {
    ends(&json, step.mention)
    json.key("text")
    json.string(step.mention, of: article.text)
    json.key("entity")
    name(&json, step.speaker)
  }

  private func location(_ json: inout JSONWriter, _ mention: LocationMention) {
    let place =
      analysis.places.indices.contains(mention.place) ? analysis.places[mention.place] : nil
    json.object { json in
      ends(&json, mention.span)
      json.key("text")
      json.string(mention.span, of: article.text)
      json.key("place")
      json.number(mention.place)
      position(&json, place)
      json.key("note")
      optional(&json, mention.note ?? place?.note)
      json.key("kind")
      json.string("name")
      json.key("metonym")
      json.boolean(mention.isMetonym)
      json.key("confidence")
      json.number(mention.confidence, places: 3)
    }
  }

  private func place(_ json: inout JSONWriter, _ place: Place) {
    json.object { json in
      json.key("name")
      json.string(place.name)
      position(&json, place)
      json.key("note")
      optional(&json, place.note)
      json.key("mentions")
      json.array(of: place.mentions) { $0.number($1) }
    }
  }

  /// Country and coordinates, each null when nobody knows.
  func position(_ json: inout JSONWriter, _ place: Place?) {
    json.key("country")
    optional(&json, place?.country)
    json.key("lat")
    coordinate(&json, place?.coordinate?.latitude)
    json.key("lon")
    coordinate(&json, place?.coordinate?.longitude)
  }

  private func person(_ json: inout JSONWriter, _ person: PersonMention) {
    named(&json, person.span, person.speaker, person.confidence)
  }

  private func organisation(_ json: inout JSONWriter, _ organisation: OrganisationMention) {
    named(&json, organisation.span, organisation.speaker, organisation.confidence)
  }

  /// A mention by name, and the element of `speakers` that it means.
  private func named(
    _ json: inout JSONWriter, _ span: TextSpan, _ entity: Int, _ confidence: Double
  ) {
    json.object { json in
      ends(&json, span)
      json.key("text")
      json.string(span, of: article.text)
      json.key("entity")
      name(&json, entity)
      json.key("confidence")
      json.number(confidence, places: 3)
    }
  }

  private func speaker(_ json: inout JSONWriter, _ speaker: Speaker) {
    json.object { json in
      json.key("name")
      json.string(speaker.name)
      json.key("kind")
      json.string(speaker.kind.rawValue)
      json.key("aliases")
      json.array(of: speaker.aliases) { $0.string($1) }
      json.key("mentions")
      json.array(of: speaker.mentions) { bounds(&$0, $1) }
      json.key("quotations")
      json.array(of: speaker.quotations) { $0.number($1) }
      json.key("verbatim_words")
      json.number(speaker.verbatimWords)
      json.key("paraphrase_words")
      json.number(speaker.paraphraseWords)
    }
  }

  private func claim(_ json: inout JSONWriter, _ claim: Claim) {
    json.object { json in
      ends(&json, claim.span)
      json.key("text")
      json.string(claim.span, of: article.text)
      json.key("score")
      json.number(claim.score, places: 4)
    }
  }

  // MARK: Parts

  func ends(_ json: inout JSONWriter, _ span: TextSpan) {
    json.key("start")
    json.number(offset(span.start))
    json.key("end")
    json.number(offset(span.end))
  }

  private func bounds(_ json: inout JSONWriter, _ span: TextSpan) {
    json.array { json in
      json.number(offset(span.start))
      json.number(offset(span.end))
    }
  }

  private func mention(_ json: inout JSONWriter, _ span: TextSpan?) {
    guard let span else { return json.null() }
    json.object { json in
      ends(&json, span)
      json.key("text")
      json.string(span, of: article.text)
    }
  }

  private func name(_ json: inout JSONWriter, _ speaker: Int?) {
    guard let speaker, analysis.speakers.indices.contains(speaker) else { return json.null() }
    json.string(analysis.speakers[speaker].name)
  }

  func optional(_ json: inout JSONWriter, _ string: String?) {
    if let string { json.string(string) } else { json.null() }
  }

  private func coordinate(_ json: inout JSONWriter, _ degrees: Double?) {
    if let degrees { json.number(degrees, places: 5) } else { json.null() }
  }
}
