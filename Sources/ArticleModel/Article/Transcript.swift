// What a transcript says beside its words: who speaks from where to where, and at which moment of a recording.

/// What a transcript says beside its words.
public struct Transcript: Hashable, Sendable {
  /// The turns, in the order of the text.
  public var turns: [TranscriptTurn]
  /// Moments and pages, in the order of the text.
  public var landmarks: [TextLandmark]

  /// Makes a transcript of turns and landmarks in any order.
  public init(turns: [TranscriptTurn] = [], landmarks: [TextLandmark] = []) {
    self.turns = turns.sorted { $0.span < $1.span }
    self.landmarks = landmarks.sorted { $0.place < $1.place }
  }
}

/// A turn of a transcript: what one person says until the next one does.
public struct TranscriptTurn: Hashable, Sendable {
  /// The words, without the label and time code.
  public var span: TextSpan
  /// The speaker, as the transcript names them; nil when it does not.
  public var speaker: String?
  /// When it begins, in milliseconds from the beginning of the recording.
  public var start: Int?

  /// Makes a turn.
  public init(span: TextSpan, speaker: String? = nil, start: Int? = nil) {
    self.span = span
    self.speaker = speaker
    self.start = start
  }
}

/// A moment of a recording or a page of a document, by its place in the text.
public struct TextLandmark: Hashable, Sendable {
  /// Where it stands in the text.
  public var place: ByteOffset
  /// The moment, in milliseconds from the beginning of the recording.
  public var milliseconds: Int?
  /// The page.
  public var page: Int?

  /// Makes a landmark.
  public init(place: ByteOffset, milliseconds: Int? = nil, page: Int? = nil) {
    self.place = place
    self.milliseconds = milliseconds
    self.page = page
  }
}
