// What the index keeps of the marks of an article: where they stand, and nothing of what they say. The sidecar is read
// each time.

import ArticleModel
import Sidecars

/// The places of the marks of an article, with the length of its text.
struct RememberedMarks: Hashable, Sendable {
  /// Of each annotation, in the order of the sidecar, where its targets stand; nil where nobody looked.
  private let anchors: [[Anchor]?]
  private let length: Int
  private let places: [TextSpan: PrintedPlace]

  /// Nil where there is more to know about the marks than their places, such as a remark or a change of the text; where
  /// the sidecar does not say all that is known of its article; and where the text depends on more than the bytes of
  /// the file: on an encoding that another file may name, on where it was fetched, or on another program.
  init?(of article: AnnotatedArticle, _ sidecar: Sidecar) {
    guard let text = article.article, article.hasSidecar, article.notices.isEmpty,
      article.decisions.isEmpty, sidecar.annotations == article.annotations,
      sidecar.about == article.about, sidecar.unreadable.isEmpty,
      text.metadata.encoding == nil, text.metadata.retrieved == nil,
      !text.isReadByAnotherProgram
    else { return nil }
    anchors = article.annotations.map { article.anchors[$0.id] }
    length = text.text.count
    let all = anchors.lazy.compactMap(\.self).joined()
    guard all.allSatisfy({ $0.change == nil }),
      article.anchors.count == anchors.count(where: { $0 != nil })
    else { return nil }
    let spans = anchors.compactMap { $0?.first?.span }
    places = Dictionary(spans.map { ($0, PrintedPlace(of: $0, in: text)) }) { first, _ in first }
  }

  /// The marks of an article as they were when they were remembered; nil when they are those of another
  /// sidecar.
  /// - Parameter read: reads the article; returns nil when it is no longer the one that was remembered.
  func marks(
    at path: String, _ sidecar: Sidecar, sidecarPath: String,
    read: @escaping @Sendable () -> Article?
  ) -> AnnotatedArticle? {
    guard sidecar.annotations.count == anchors.count, sidecar.unreadable.isEmpty else { return nil }
    let found = zip(sidecar.annotations, anchors).compactMap { annotation, anchors in
      anchors.map { (annotation.id, $0) }
    }
    return AnnotatedArticle(
      RememberedArticle(length: length, places: places, read: read), at: path, sidecar,
      sidecarPath: sidecarPath, anchors: Dictionary(found) { first, _ in first })
  }
}

extension Article {
  /// Whether its text was taken out of the file by a program that may be another one next time.
  fileprivate var isReadByAnotherProgram: Bool { metadata.extractor?.name == "PDF" }
}

extension RememberedMarks: Packable {
  /// Reads what `pack` wrote; nil for anything else.
  init?(packed: ArraySlice<UInt8>) {
    var bytes = PackedReader(packed)
    guard let known = try? bytes.value(RememberedMarks.self), bytes.isAtEnd else { return nil }
    self = known
  }

  init(from bytes: inout PackedReader) throws(PackingFault) {
    length = try bytes.value()
    anchors = try bytes.value()
    let places: [PlaceOfSpan] = try bytes.value()
    self.places = Dictionary(places.map { ($0.span, $0.place) }) { first, _ in first }
  }

  func pack(into bytes: inout PackedWriter) {
    length.pack(into: &bytes)
    anchors.pack(into: &bytes)
    places.sorted { $0.key.start < $1.key.start }.map { PlaceOfSpan(span: $0.key, place: $0.value) }
      .pack(into: &bytes)
  }
}

/// A span and its place.
private struct PlaceOfSpan: Packable {
  let span: TextSpan
  let place: PrintedPlace

  init(span: TextSpan, place: PrintedPlace) { (self.span, self.place) = (span, place) }

  init(from bytes: inout PackedReader) throws(PackingFault) {
    span = try bytes.value()
    let (start, end) = (try bytes.value(Int.self), try bytes.value(Int.self))
    guard start <= end else { throw PackingFault() }
    place = PrintedPlace(
      codePoints: CodePointSpan(CodePointOffset(start), CodePointOffset(end)),
      page: try bytes.value())
  }

  func pack(into bytes: inout PackedWriter) {
    span.pack(into: &bytes)
    place.codePoints.start.value.pack(into: &bytes)
    place.codePoints.end.value.pack(into: &bytes)
    place.page.pack(into: &bytes)
  }
}

extension Anchor: Packable {
  init(from bytes: inout PackedReader) throws(PackingFault) {
    let state = try bytes.value(Int.self)
    guard State.allCases.indices.contains(state) else { throw PackingFault() }
    self.init(State.allCases[state], try bytes.value(), score: try bytes.value())
  }

  func pack(into bytes: inout PackedWriter) {
    (State.allCases.firstIndex(of: state) ?? 0).pack(into: &bytes)
    span.pack(into: &bytes)
    score.pack(into: &bytes)
  }
}
