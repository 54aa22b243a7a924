// What one person says in an interview or a transcript until somebody else speaks.

import ArticleModel

/// Somebody whom the layout of a text makes speak, named elsewhere or not at all.
enum TurnVoice: Hashable {
  /// A person by the words of the name, with the name as the text has it.
  case person(words: [UInt64], name: String)
  /// Somebody who is known by what they are.
  case described(name: String, kind: Speaker.Kind)
  /// Somebody of whom nothing is known.
  case nobody
}

/// A turn of a conversation.
struct Turn {
  /// Title and name before it, or "Q" and "A"; nil without a label.
  var source: TokenRange?
  /// The name in the label that is a person's; nil for other labels.
  var name: TokenRange?
  /// Who speaks; nil when the label names them.
  var voice: TurnVoice?
  /// What is said, a range for each paragraph, without stage directions.
  var contents: [TokenRange]
  /// How sure it is, from 0 to 1.
  var confidence = 0.9
}

/// The turns of a segment, in reading order.
struct Turns {
  private(set) var turns: [Turn] = []
  /// For each paragraph, the number of its turn; -1 when it belongs to none.
  private var owners: [Int32] = []
  /// Where the words of paragraphs begin that open with a time.
  private var times: [Int: Int] = [:]

  /// None.
  init() {}

  /// Takes turns with the numbers of the paragraphs that they cover.
  init(_ found: [(turn: Turn, paragraphs: [Int])], paragraphCount: Int) {
    guard !found.isEmpty else { return }
    owners = [Int32](repeating: -1, count: paragraphCount)
    for (turn, paragraphs) in found where !turn.contents.isEmpty {
      for paragraph in paragraphs { owners[paragraph] = Int32(turns.count) }
      turns.append(turn)
    }
  }

  /// Takes the places at which the words of paragraphs begin that open with a time.
  mutating func begin(_ starts: [Int: Int]) { times = starts }

  /// Whether there are none.
  var isEmpty: Bool { turns.isEmpty }

  /// The number of the turn that a paragraph belongs to.
  func turn(ofParagraph index: Int) -> Int? {
    guard index < owners.count, owners[index] >= 0 else { return nil }
    return Int(owners[index])
  }

  /// Where the words of turns and those behind times start, in reading order.
  var starts: [Int] {
    if turns.isEmpty, times.isEmpty { return [] }
    return (turns.flatMap { $0.contents.map(\.lowerBound) } + times.values).sorted()
  }

  /// A paragraph without its label or time.
  func spoken(_ index: Int, of segment: Segment) -> Segment.Paragraph {
    let paragraph = segment.paragraphs[index]
    guard let turn = turn(ofParagraph: index) else {
      return times[index].map { segment.paragraph(index, from: $0) } ?? paragraph
    }
    let own = turns[turn].contents.first { $0.lowerBound >= paragraph.tokens.lowerBound }
    return segment.paragraph(index, from: own?.lowerBound ?? paragraph.tokens.upperBound)
  }

  subscript(index: Int) -> Turn { turns[index] }

  /// The names of persons: those in labels as the labels have them, and no others there.
  func corrected(_ names: [NameMention]) -> [NameMention] {
    let labels = turns.filter { $0.source != nil && ($0.name != nil || $0.voice != nil) }
    if labels.isEmpty { return names }
    let kept = names.filter { mention in
      let index = labels.partition {
        $0.source.map { $0.upperBound > mention.tokens.lowerBound } ?? true
      }
      guard index < labels.count, let source = labels[index].source else { return true }
      return !source.overlaps(mention.tokens)
    }
    let own = labels.compactMap(\.name).map {
      NameMention(tokens: $0, kind: .person, confidence: 0.95)
    }
    return own.isEmpty ? kept : (kept + own).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// The attribution that a turn is.
  func attribution(_ index: Int) -> Attribution {
    let turn = turns[index]
    var attribution = Attribution(
      contents: turn.contents, source: turn.source, confidence: turn.confidence)
    attribution.isTurn = true
    attribution.voice = turn.voice
    return attribution
  }
}
