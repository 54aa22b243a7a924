// An analysis as bytes. Its origin and extent are left out: the key says which article and engine it is of.

import ArticleModel
import NewsAnalysis

extension Analysis {
  /// What was found in all of an article, as bytes.
  var packed: [UInt8] {
    var bytes = PackedWriter()
    language.pack(into: &bytes)
    sentences.pack(into: &bytes)
    claimScores.pack(into: &bytes)
    quotations.pack(into: &bytes)
    speakers.pack(into: &bytes)
    places.pack(into: &bytes)
    locations.pack(into: &bytes)
    persons.pack(into: &bytes)
    organisations.pack(into: &bytes)
    claims.pack(into: &bytes)
    return bytes.bytes
  }

  /// Reads what `packed` wrote of an analysis that `engine` made of all of an article.
  init(
    packed: ArraySlice<UInt8>, of article: Article, by engine: Engine
  ) throws(PackingFault) {
    var bytes = PackedReader(packed)
    self.init(extent: article.text.span, origin: Origin(engine: engine, article: article))
    language = try bytes.value()
    sentences = try bytes.value()
    claimScores = try bytes.value()
    quotations = try bytes.value()
    speakers = try bytes.value()
    places = try bytes.value()
    locations = try bytes.value()
    persons = try bytes.value()
    organisations = try bytes.value()
    claims = try bytes.value()
    guard bytes.isAtEnd else { throw PackingFault() }
  }
}

extension TextSpan: Packable {
  init(from bytes: inout PackedReader) throws(PackingFault) {
    let start = ByteOffset(try bytes.value())
    let end = ByteOffset(try bytes.value())
    self.init(start, end)
  }

  func pack(into bytes: inout PackedWriter) {
    start.value.pack(into: &bytes)
    end.value.pack(into: &bytes)
  }
}

/// A kind that is kept by its name.
extension Packable where Self: RawRepresentable<String> {
  init(from bytes: inout PackedReader) throws(PackingFault) {
    guard let value = Self(rawValue: try bytes.value()) else { throw PackingFault() }
    self = value
  }

  func pack(into bytes: inout PackedWriter) { rawValue.pack(into: &bytes) }
}

extension Quotation.Form: Packable {}
extension Speaker.Kind: Packable {}

extension Quotation: Packable {
  init(from bytes: inout PackedReader) throws(PackingFault) {
    self.init(
      spans: try bytes.value(), form: try bytes.value(), mention: try bytes.value(),
      speaker: try bytes.value(), cue: try bytes.value(), confidence: try bytes.value())
    others = try bytes.value()
    via = try bytes.value()
    addressee = try bytes.value()
    inner = try bytes.value()
    verbatimWords = try bytes.value()
    paraphraseWords = try bytes.value()
  }

  func pack(into bytes: inout PackedWriter) {
    spans.pack(into: &bytes)
    form.pack(into: &bytes)
    mention.pack(into: &bytes)
    speaker.pack(into: &bytes)
    cue.pack(into: &bytes)
    confidence.pack(into: &bytes)
    others.pack(into: &bytes)
    via.pack(into: &bytes)
    addressee.pack(into: &bytes)
    inner.pack(into: &bytes)
    verbatimWords.pack(into: &bytes)
    paraphraseWords.pack(into: &bytes)
  }
}

extension Quotation.Via: Packable {
  init(from bytes: inout PackedReader) throws(PackingFault) {
    self.init(mention: try bytes.value(), speaker: try bytes.value())
  }

  func pack(into bytes: inout PackedWriter) {
    mention.pack(into: &bytes)
    speaker.pack(into: &bytes)
  }
}

extension Speaker: Packable {
  init(from bytes: inout PackedReader) throws(PackingFault) {
    self.init(
      name: try bytes.value(), kind: try bytes.value(), aliases: try bytes.value(),
      mentions: try bytes.value())
    quotations = try bytes.value()
    verbatimWords = try bytes.value()
    paraphraseWords = try bytes.value()
    mayBeNamed = try bytes.value()
  }

  func pack(into bytes: inout PackedWriter) {
    name.pack(into: &bytes)
    kind.pack(into: &bytes)
    aliases.pack(into: &bytes)
    mentions.pack(into: &bytes)
    quotations.pack(into: &bytes)
    verbatimWords.pack(into: &bytes)
    paraphraseWords.pack(into: &bytes)
    mayBeNamed.pack(into: &bytes)
  }
}

extension Place: Packable {
  init(from bytes: inout PackedReader) throws(PackingFault) {
    self.init(
      name: try bytes.value(), country: try bytes.value(), coordinate: try bytes.value(),
      note: try bytes.value())
    mentions = try bytes.value()
  }

  func pack(into bytes: inout PackedWriter) {
    name.pack(into: &bytes)
    country.pack(into: &bytes)
    coordinate.pack(into: &bytes)
    note.pack(into: &bytes)
    mentions.pack(into: &bytes)
  }
}

extension Place.Coordinate: Packable {
  init(from bytes: inout PackedReader) throws(PackingFault) {
    self.init(latitude: try bytes.value(), longitude: try bytes.value())
  }

  func pack(into bytes: inout PackedWriter) {
    latitude.pack(into: &bytes)
    longitude.pack(into: &bytes)
  }
}

extension LocationMention: Packable {
  init(from bytes: inout PackedReader) throws(PackingFault) {
    self.init(
      span: try bytes.value(), place: try bytes.value(), isMetonym: try bytes.value(),
      note: try bytes.value(), confidence: try bytes.value())
  }

  func pack(into bytes: inout PackedWriter) {
    span.pack(into: &bytes)
    place.pack(into: &bytes)
    isMetonym.pack(into: &bytes)
    note.pack(into: &bytes)
    confidence.pack(into: &bytes)
  }
}

extension PersonMention: Packable {
  init(from bytes: inout PackedReader) throws(PackingFault) {
    self.init(
      span: try bytes.value(), speaker: try bytes.value(), confidence: try bytes.value())
  }

  func pack(into bytes: inout PackedWriter) {
    span.pack(into: &bytes)
    speaker.pack(into: &bytes)
    confidence.pack(into: &bytes)
  }
}

extension OrganisationMention: Packable {
  init(from bytes: inout PackedReader) throws(PackingFault) {
    self.init(
      span: try bytes.value(), speaker: try bytes.value(), confidence: try bytes.value())
  }

  func pack(into bytes: inout PackedWriter) {
    span.pack(into: &bytes)
    speaker.pack(into: &bytes)
    confidence.pack(into: &bytes)
  }
}

extension Claim: Packable {
  init(from bytes: inout PackedReader) throws(PackingFault) {
    self.init(span: try bytes.value(), score: try bytes.value())
  }

  func pack(into bytes: inout PackedWriter) {
    span.pack(into: &bytes)
    score.pack(into: &bytes)
  }
}
