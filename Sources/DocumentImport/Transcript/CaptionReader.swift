// Captions: SubRip (.srt) and WebVTT (.vtt). Their cues become paragraphs, with the turns of those who speak.

import ArticleModel

/// Reads captions.
struct CaptionReader: DocumentReader {
  var extractor: ArticleMetadata.Extractor { .init(name: "captions", version: "1") }
  var nameEndings: [String] { ["srt", "vtt"] }

  func recognises(_ beginning: ByteSample) -> Bool {
    let hasMark = beginning.bytes.starts(with: NormalForm.byteOrderMark)
    let bytes = UnsafeBufferPointer(rebasing: beginning.bytes.dropFirst(hasMark ? 3 : 0))
    return CaptionScan.isWebVTT(bytes) || CaptionScan.isSubRip(bytes)
  }

  func read(_ document: SourceDocument) throws(ImportError) -> DocumentContent {
    let decoded = DecodedText(of: document)
    var metadata = ArticleMetadata()
    metadata.extractor = extractor
    metadata.encoding = decoded.encoding
    let scan = decoded.text.withBytes { CaptionScan($0) }
    guard !scan.cues.isEmpty else {
      return try withoutCues(decoded, isWebVTT: scan.isWebVTT, document.name)
    }
    let text = decoded.text.withBytes { CaptionText(scan.cues, in: $0) }
    return text.content(metadata)
  }

  /// A file that is named like captions may be plain text; one that says it is WebVTT has nothing to read.
  private func withoutCues(
    _ decoded: DecodedText, isWebVTT: Bool, _ name: String
  ) throws(ImportError) -> DocumentContent {
    if isWebVTT { throw .damaged(name, what: "these captions contain no cue with a time code") }
    let plain = PlainTextReader()
    return DocumentContent(
      text: decoded.text, structure: plain.structure(of: decoded.text, in: decoded.encoding))
  }
}
