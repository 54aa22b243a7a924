// A key as the newer protocols report it: `CSI code ; modifiers u` and `CSI 27 ; modifiers ; code ~`, and
// the older forms with modifiers, `CSI 1 ; modifiers A` and `CSI number ; modifiers ~`.

/// The parameters and the final byte of a control sequence.
struct KeyReport {
  private let isPrivate: Bool
  private let isQuestion: Bool
  private let knowsSynchronizedOutput: Bool
  /// The parameters, each with its parts.
  private let fields: [[Int?]]
  private let final: Unicode.Scalar

  /// Reads parameters: numbers between semicolons, their parts between colons.
  init(_ parameters: [UInt8], final: Unicode.Scalar) {
    isPrivate = parameters.contains { $0 < 0x30 || $0 > 0x3B }
    fields = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      $0.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map {
        Int(String(decoding: $0, as: UTF8.self))
      }
    }
    self.final = final
    isQuestion = parameters.first == UInt8(ascii: "?")
    // The answer to DECRQM: 1 and 2 stand for a mode that is known, set or not.
    knowsSynchronizedOutput =
      final == "y" && ["?2026;1$", "?2026;2$"].contains { parameters.elementsEqual($0.utf8) }
  }

  /// What the sequence says.
  var meaning: ControlSequence.Meaning {
    if isQuestion, final == "u" { return .offersKeyboardProtocol }
    if knowsSynchronizedOutput { return .offersSynchronizedOutput }
    guard !isPrivate, !isRelease, let key else { return .nothing }
    return .key(key)
  }

  /// What the character of a sequence of one says: keys of the number pad.
  static func meaning(ofSingle scalar: Unicode.Scalar) -> ControlSequence.Meaning {
    switch scalar {
    case "M": .key(.named(.enter))
    case "p"..."y": .key(.character(Character(Unicode.Scalar(UInt8(scalar.value - 0x40)))))
    case "j"..."o": .key(.character(Character(Unicode.Scalar(UInt8(scalar.value - 0x40)))))
    default: named[scalar].map { .key(.named($0)) } ?? .nothing
    }
  }

  // MARK: Fields

  private func number(_ index: Int, _ part: Int = 0) -> Int? {
    guard fields.indices.contains(index), fields[index].indices.contains(part) else { return nil }
    return fields[index][part]
  }

  private var isOfOtherKeys: Bool { final == "~" && number(0) == 27 && fields.count == 3 }

  /// Shift 1, Alt 2, Control 4, then Super, Hyper, Meta; the locks above them do not count.
  private var modifiers: Int { max((number(1) ?? 1) - 1, 0) & 0x3F }

  /// Whether a key was let go.
  private var isRelease: Bool { number(1, 1) == 3 }

  private var key: Key? {
    switch final {
    case "u": return character(number(0), shifted: number(0, 1))
    case "~" where isOfOtherKeys: return character(number(2), shifted: nil)
    case "~": return modified(number(0).flatMap { Self.numbered[$0] })
    case "Z": return .shifted(.tab)
    // An answer about the cursor ends like F3.
    case "R" where number(0) != 1 || (number(1) ?? 1) > 2: return nil
    default: return modified(Self.named[final])
    }
  }

  /// A named key with Shift or alone; with others it is none that the reader knows.
  private func modified(_ name: Key.Name?) -> Key? {
    guard let name, modifiers <= 1 else { return nil }
    return modifiers == 1 ? .shifted(name) : .named(name)
  }

  /// The key of a code point. Those that older protocols cannot tell apart stay the same key, so that
  /// keymaps mean the same on every terminal: Ctrl-I is Tab, Shift-Enter is Enter.
  private func character(_ code: Int?, shifted: Int?) -> Key? {
    guard let code, modifiers < 8 else { return nil }
    let hasShift = modifiers & 1 != 0
    if let name = Self.codes[code] {
      if modifiers & 6 != 0 { return nil }
      return name == .tab && hasShift ? .shifted(.tab) : .named(name)
    }
    let chosen = hasShift ? shifted ?? code : code
    guard !(57_344...63_743).contains(chosen), chosen >= 0x20, chosen != 0x7F,
      let scalar = UInt32(exactly: chosen).flatMap(Unicode.Scalar.init)
    else { return Self.numberPad[code] }
    return typed(Character(scalar), hasShift: hasShift && shifted == nil)
  }

  private func typed(_ character: Character, hasShift: Bool) -> Key? {
    let upper = hasShift ? character.uppercased() : String(character)
    let letter = upper.count == 1 ? Character(upper) : character
    switch modifiers & 6 {
    case 0: return .character(letter)
    case 2: return .alt(letter)
    case 4: return control(character)
    default: return nil
    }
  }

  private func control(_ character: Character) -> Key? {
    switch Character(character.lowercased()) {
    case "i": .named(.tab)
    case "m": .named(.enter)
    case "[": .named(.escape)
    case let letter where letter.isASCII: .control(letter)
    default: nil
    }
  }

  // MARK: Tables

  private static let codes: [Int: Key.Name] = [
    9: .tab, 13: .enter, 27: .escape, 127: .backspace, 57_414: .enter,
  ]

  private static let numbered: [Int: Key.Name] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .f1, 12: .f2, 13: .f3, 14: .f4, 15: .f5, 17: .f6, 18: .f7, 19: .f8, 20: .f9, 21: .f10,
    23: .f11, 24: .f12,
  ]

  private static let named: [Unicode.Scalar: Key.Name] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "P": .f1, "Q": .f2,
    "R": .f3, "S": .f4,
  ]

  /// Keys of the number pad as kitty's protocol numbers them.
  private static let numberPad: [Int: Key] = {
    var keys: [Int: Key] = [
      57_409: .character("."), 57_410: .character("/"), 57_411: .character("*"),
      57_412: .character("-"), 57_413: .character("+"), 57_415: .character("="),
      57_417: .named(.left), 57_418: .named(.right), 57_419: .named(.up), 57_420: .named(.down),
      57_421: .named(.pageUp), 57_422: .named(.pageDown), 57_423: .named(.home),
      57_424: .named(.end), 57_425: .named(.insert), 57_426: .named(.delete),
    ]
    for digit in 0...9 { keys[57_399 + digit] = .character(Character(String(digit))) }
    return keys
  }()
}
