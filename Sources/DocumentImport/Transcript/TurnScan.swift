// The turns of a transcript in plain text, found by the labels and time codes at the beginnings of its lines.

import ArticleModel

/// Finds turns and moments in a text that may be a transcript.
struct TurnScan {
  /// What was found; empty when the text is no transcript.
  private(set) var transcript = Transcript()

  /// A line with a label.
  private struct Mark {
    var label: SpeakerLabel
    var line: Range<Int>
    var followsBlank: Bool
  }

  private var marks: [Mark] = []
  private var counts: [String: Int] = [:]
  private var lineCount = 0

  /// A time code of the day begins later than a recording, in milliseconds.
  private static let earlyMoment = 10 * 60 * 1000
  /// Minutes from here on are none of a day.
  private static let noHour = 24 * 60 * 1000

  init(_ text: ArticleText) {
    text.withBytes { bytes in
      readLines(bytes)
      dropTimesOfDay()
      dropDoubtfulNames()
      guard isTranscript else { return }
      makeTurns(upTo: bytes.count, in: text)
    }
  }

  private mutating func readLines(_ bytes: UnsafeBufferPointer<UInt8>) {
    var (at, followsBlank) = (0, true)
    while at < bytes.count {
      let line = at..<bytes.line(at: at).endIndex
      at = bytes.lineAfter(at)
      let isBlank = bytes[line].allSatisfy(\.isASCIIWhitespace)
      defer { followsBlank = isBlank }
      guard !isBlank else { continue }
      lineCount += 1
      guard let label = SpeakerLabel(line, in: bytes) else { continue }
      if let speaker = label.speaker { counts[speaker, default: 0] += 1 }
      marks.append(Mark(label: label, line: line, followsBlank: followsBlank))
    }
  }

  // MARK: What is a label

  /// The entries of a live blog begin with the time of day; a recording begins early or goes on past 24.
  private mutating func dropTimesOfDay() {
    let times = marks.filter(\.label.mayBeTimeOfDay).compactMap(\.label.start)
    guard let first = times.first, first >= Self.earlyMoment,
      !times.contains(where: { $0 >= Self.noHour })
    else { return }
    marks.removeAll { $0.label.mayBeTimeOfDay && $0.label.speaker == nil }
    for index in marks.indices where marks[index].label.mayBeTimeOfDay {
      marks[index].label = marks[index].label.untimed
    }
  }

  /// Labels that name nobody, and names that come once only, unless they begin a paragraph between turns.
  private mutating func dropDoubtfulNames() {
    let begin = marks.firstIndex { isSure($0) } ?? marks.count
    let haveBlanks = marks.contains { isSure($0) && $0.followsBlank }
    marks = marks.enumerated().compactMap { index, mark in
      guard let speaker = mark.label.speaker else { return mark }
      if HeaderLabels.all.contains(speaker.lowercased()) { return nil }
      if isSure(mark) { return mark }
      let mayBeName = isAlone && !mark.label.mayBeTimeOfDay && (!haveBlanks || mark.followsBlank)
      return index > begin || mayBeName ? mark : nil
    }
  }

  /// Whether no name comes twice, as when each of a few people speaks once.
  private var isAlone: Bool { counts.values.allSatisfy { $0 == 1 } }

  private func isSure(_ mark: Mark) -> Bool {
    guard let speaker = mark.label.speaker else { return false }
    guard !HeaderLabels.all.contains(speaker.lowercased()) else { return false }
    let isTimed = mark.label.start != nil && !mark.label.mayBeTimeOfDay
    return counts[speaker, default: 0] > 1 || isTimed || mark.label.isChange
  }

  /// Two people who take turns, or labels and time codes on a good part of the lines.
  private var isTranscript: Bool {
    let named = marks.filter { $0.label.speaker != nil }
    let sure = named.filter(isSure)
    if sure.count >= 4, Set(sure.compactMap(\.label.speaker)).count >= 2 { return true }
    let timed = marks.filter { mark in
      (mark.label.start != nil || mark.label.isChange)
        && (mark.label.speaker == nil || isSure(mark))
    }
    return named.count >= 2 && named.count * 2 >= lineCount
      || sure.count >= 2 && sure.count * 4 >= lineCount
      || timed.count >= 2 && timed.count * 8 >= lineCount
  }

  // MARK: Turns

  /// A time code alone begins a turn of the same speaker; a name alone on its line takes the moment of the
  /// line before.
  private mutating func makeTurns(upTo end: Int, in text: ArticleText) {
    var (speaker, moment) = (String?.none, Int?.none)
    var (turns, landmarks) = ([TranscriptTurn](), [TextLandmark]())
    for (index, mark) in marks.enumerated() {
      if mark.label.speaker != nil || mark.label.isChange { speaker = mark.label.speaker }
      moment = mark.label.start ?? moment
      let next = index + 1 < marks.count ? marks[index + 1].line.lowerBound : end
      let span = text.trimmed(TextSpan(min(mark.label.wordsStart, next)..<next))
      if let time = mark.label.start {
        landmarks.append(
          TextLandmark(place: ByteOffset(mark.line.lowerBound), milliseconds: time))
      }
      guard !span.isEmpty else { continue }
      turns.append(TranscriptTurn(span: span, speaker: speaker, start: moment))
      moment = nil
    }
    let hasSpeakers =
      turns.contains { $0.speaker != nil } || marks.contains(where: \.label.isChange)
    transcript = Transcript(turns: hasSpeakers ? turns : [], landmarks: landmarks)
  }
}

extension DocumentContent {
  /// The same, with the turns that its labels show and the pages as landmarks. Nothing is read before
  /// somebody asks.
  var findingTurns: DocumentContent {
    let (text, structure) = (text, structure)
    return DocumentContent(
      text: text,
      structure: structure.readingTranscript {
        let known = Transcript(turns: structure.turns, landmarks: structure.landmarks)
        guard known == Transcript() else { return known }
        let found = TurnScan(text).transcript
        let pages = structure.pages.compactMap { page in
          Int(page.number).map { TextLandmark(place: page.start, page: $0) }
        }
        return Transcript(turns: found.turns, landmarks: found.landmarks + pages)
      })
  }
}
