// Control sequences that ncurses does not know: they are read to their end, also when they come in pieces,
// so that no part of them is taken for keys.

import CNcurses
import Screen

extension Terminal {
  /// How long the rest of a sequence is waited for. What follows Escape and nothing more was typed with
  /// Alt, or by hand behind a slow connection.
  private static let patience = Duration.seconds(2)
  private static let patienceForBeginning = Duration.milliseconds(500)

  /// When the sequence that has begun is given up; nil when none has.
  var sequenceDeadline: ContinuousClock.Instant? {
    sequence.map { begun, last in
      last + (begun.hasBegun ? Self.patience : Self.patienceForBeginning)
    }
  }

  /// Forgets a sequence whose rest does not come. What has not gone beyond its introducer was keys.
  func giveSequenceUp() {
    guard let deadline = sequenceDeadline, deadline <= .now, let (begun, _) = sequence else {
      return
    }
    sequence = nil
    if !begun.hasBegun { waiting.append(.key(.alt(begun.introducer))) }
  }

  /// The next character of a sequence; nil when it has not come yet. A key that ncurses knows ends the
  /// sequence.
  func readSequenceCharacter() -> Unicode.Scalar? {
    var value: UInt32 = 0
    switch cncurses_read(&value) {
    case CNCURSES_CHARACTER: return Unicode.Scalar(value) ?? "\u{FFFD}"
    case CNCURSES_KEY:
      sequence = nil
      if let key = Key(code: Int32(bitPattern: value)) { waiting.append(.key(key)) }
      return nil
    default: return nil
    }
  }

  /// Gives the next character to the sequence that has begun.
  func receive(_ scalar: Unicode.Scalar) {
    guard var (begun, _) = sequence else { return }
    switch begun.receive(scalar) {
    case .unfinished: sequence = (begun, lastCharacter: .now)
    case .finished(let meaning):
      sequence = nil
      act(on: meaning)
    case .broken:
      sequence = nil
      let erases = cncurses_erases_with_control_h()
      waiting.append(.key(Key(scalar: scalar, erasesWithControlH: erases)))
    }
  }

  private func act(on meaning: ControlSequence.Meaning) {
    switch meaning {
    case .key(let key): waiting.append(.key(key))
    case .offersKeyboardProtocol: cncurses_use_keyboard_protocol()
    case .offersSynchronizedOutput: synchronize()
    case .nothing: break
    }
  }
}
