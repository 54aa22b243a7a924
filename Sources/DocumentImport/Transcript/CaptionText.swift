// The text of captions as it grows: cues joined to paragraphs, one for each turn, and the moment of each cue.

import ArticleModel

/// Writes the words of cues one after another.
struct CaptionText {
  private var bytes: [UInt8] = []
  private var blocks: [TextSpan] = []
  private var turns: [TranscriptTurn] = []
  private var landmarks: [TextLandmark] = []

  private var start: Int?
  private var wordsStart = 0
  private var speaker: String?
  private var moment: Int?
  private var lastEnd: Int?

  /// Where nobody is named, a paragraph ends with a pause of so many milliseconds, or with the first
  /// sentence after so many bytes.
  private static let pause = 3000
  private static let longParagraph = 600

  init(_ cues: [CaptionCue], in source: UnsafeBufferPointer<UInt8>) {
    let isRolling = RollingCaptions.areRolling(cues, in: source)
    var shown: [UInt8] = []
    for cue in cues {
      breakAtPause(before: cue)
      var (voice, isFirst) = (String?.none, true)
      for line in cue.lines {
        let text = CueText(line, in: source, goingOn: voice)
        voice = text.voice
        let words = text.parts.flatMap(\.bytes)
        defer { if !words.isEmpty { shown = words } }
        if isRolling, words == shown { continue }
        for part in text.parts {
          add(part, of: cue, isFirst: isFirst)
          isFirst = false
        }
      }
      lastEnd = cue.end ?? cue.start ?? lastEnd
    }
    endParagraph()
  }

  private mutating func breakAtPause(before cue: CaptionCue) {
    guard start != nil, speaker == nil else { return }
    let isPause = (cue.start ?? 0) - (lastEnd ?? cue.start ?? 0) >= Self.pause
    let endsSentence = bytes.last.map { [0x2E, 0x3F, 0x21].contains($0) } ?? false
    if isPause || endsSentence && bytes.count - wordsStart >= Self.longParagraph { endParagraph() }
  }

  private mutating func add(_ part: CueWords, of cue: CaptionCue, isFirst: Bool) {
    let end = part.bytes.count
    let label = part.bytes.withUnsafeBufferPointer { SpeakerLabel(0..<end, in: $0) }
    let isTurn = label.map { $0.speaker != nil || $0.isChange } ?? false
    if start != nil, part.speaker != speaker || isTurn { endParagraph() }
    if start == nil { beginParagraph(part.speaker, cue.start) } else { bytes.append(0x20) }
    if isFirst || bytes.count == wordsStart {
      landmarks.append(TextLandmark(place: ByteOffset(bytes.count), milliseconds: cue.start))
    }
    append(part.bytes)
  }

  /// Words with single blanks.
  private mutating func append(_ words: [UInt8]) {
    let words = words.split(whereSeparator: \.isASCIIWhitespace)
    bytes += words.joined(separator: [0x20])
  }

  private mutating func beginParagraph(_ voice: String?, _ time: Int?) {
    if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
    (start, speaker, moment) = (bytes.count, voice, time)
    if let voice { bytes += "\(voice): ".utf8 }
    wordsStart = bytes.count
  }

  private mutating func endParagraph() {
    guard let start else { return }
    blocks.append(TextSpan(start..<bytes.count))
    if let speaker {
      let span = TextSpan(wordsStart..<bytes.count)
      turns.append(TranscriptTurn(span: span, speaker: speaker, start: moment))
    }
    (self.start, speaker) = (nil, nil)
  }

  /// What was written, as an article. Where no cue names its voice, labels in the words may.
  func content(_ metadata: ArticleMetadata) -> DocumentContent {
    let text = ArticleText(utf8: bytes)
    let moments = landmarks.filter { $0.milliseconds != nil }
    let all = turns.isEmpty ? timed(TurnScan(text).transcript.turns, moments) : turns
    let kind: Block.Kind = all.isEmpty ? .paragraph : .speakerTurn
    return DocumentContent(
      text: text,
      structure: ArticleStructure(
        blocks: BlockTable(blocks.map { Block(span: $0, kind: kind) }), metadata: metadata,
        turns: all, landmarks: moments))
  }

  /// Turns with the moment of the cue that they begin in.
  private func timed(_ turns: [TranscriptTurn], _ moments: [TextLandmark]) -> [TranscriptTurn] {
    turns.map { turn in
      var turn = turn
      let next = moments.partitionPoint { $0.place > turn.span.start }
      if next > 0 { turn.start = moments[next - 1].milliseconds }
      return turn
    }
  }
}

/// Captions that roll up: each cue shows the last line of the one before once more.
enum RollingCaptions {
  /// Whether at least half of the cues begin with the line that the one before ended with.
  static func areRolling(_ cues: [CaptionCue], in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let lines = cues.lazy.map { cue in
      cue.lines.map { CueText($0, in: bytes, goingOn: nil).parts.flatMap(\.bytes) }
        .filter { !$0.isEmpty }
    }
    var (last, repeated, count) = ([UInt8](), 0, 0)
    for cue in lines where !cue.isEmpty {
      count += 1
      if cue.first == last { repeated += 1 }
      last = cue.last ?? []
    }
    return count >= 4 && repeated * 2 >= count
  }
}
