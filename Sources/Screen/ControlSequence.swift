// What terminals send behind Escape, read to its end, so that no part of it is taken for keys: reports of
// keys in the newer protocols, answers to questions, news of the focus. ECMA-48, sections 5.4 and 5.6;
// xterm, ctlseqs; the keyboard protocol of kitty.
//
//   ESC [ 1 3 ; 2 u             a key (CSI u): Shift-Enter
//   ESC [ 27 ; 5 ; 105 ~        a key (modifyOtherKeys): Ctrl-I
//   ESC ] 1 1 ; r g b : … BEL   an answer (OSC)

/// A sequence that has begun with Escape and an introducer.
package struct ControlSequence: Sendable {
  /// How far a sequence has come.
  package enum Progress: Hashable, Sendable {
    /// Further characters belong to it.
    case unfinished
    /// It is complete.
    case finished(Meaning)
    /// The character does not belong to it; the sequence is to be forgotten.
    case broken
  }

  /// What a complete sequence says.
  package enum Meaning: Hashable, Sendable {
    /// A key was pressed.
    case key(Key)
    /// The terminal knows kitty's keyboard protocol.
    case offersKeyboardProtocol
    /// The terminal shows what comes between two marks at once (DEC private mode 2026).
    case offersSynchronizedOutput
    /// Nothing that concerns the reader.
    case nothing
  }

  private enum Form {
    /// CSI: parameters, then a final byte.
    case control
    /// SS3: one character.
    case single
    /// OSC, DCS, APC, PM, SOS: any text up to BEL or Escape and a backslash.
    case text
  }

  private let form: Form
  private var parameters: [UInt8] = []
  private var isEscaped = false

  /// Whether anything has followed the introducer.
  package private(set) var hasBegun = false
  /// The character behind Escape.
  package let introducer: Character

  /// Longer parameters are those of no key.
  private static let longest = 64

  /// Begins a sequence with the character behind Escape; nil for one that begins none.
  package init?(introducer: Character) {
    switch introducer {
    case "[": form = .control
    case "O": form = .single
    case "]", "P", "_", "^", "X": form = .text
    default: return nil
    }
    self.introducer = introducer
  }

  /// Takes the next character in.
  package mutating func receive(_ scalar: Unicode.Scalar) -> Progress {
    hasBegun = true
    switch form {
    case .control: return receiveParameter(scalar)
    case .single: return .finished(KeyReport.meaning(ofSingle: scalar))
    case .text: return receiveText(scalar)
    }
  }

  private mutating func receiveParameter(_ scalar: Unicode.Scalar) -> Progress {
    switch scalar.value {
    case 0x20...0x3F:
      if parameters.count < Self.longest { parameters.append(UInt8(scalar.value)) }
      return .unfinished
    case 0x40...0x7E:
      guard parameters.count < Self.longest else { return .finished(.nothing) }
      return .finished(KeyReport(parameters, final: scalar).meaning)
    default: return .broken
    }
  }

  private mutating func receiveText(_ scalar: Unicode.Scalar) -> Progress {
    if isEscaped { return scalar == "\\" ? .finished(.nothing) : .broken }
    isEscaped = scalar.value == 0x1B
    return scalar.value == 0x07 || scalar.value == 0x9C ? .finished(.nothing) : .unfinished
  }
}
