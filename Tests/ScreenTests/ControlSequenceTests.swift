// What terminals send behind Escape is read to its end, and no part of it is taken for keys.

import Screen
import Testing

@Suite struct ControlSequenceTests {
  /// What a sequence comes to, and the characters behind it that are not its own.
  private func read(_ text: String) throws -> (ControlSequence.Meaning?, rest: String) {
    let scalars = Array(text.unicodeScalars)
    var sequence = try #require(ControlSequence(introducer: Character(scalars[0])))
    for (index, scalar) in scalars.enumerated().dropFirst() {
      switch sequence.receive(scalar) {
      case .unfinished: continue
      case .finished(let meaning):
        return (meaning, String(String.UnicodeScalarView(scalars[(index + 1)...])))
      case .broken: return (nil, String(String.UnicodeScalarView(scalars[index...])))
      }
    }
    return (nil, "")
  }

  @Test(
    "Keys of the newer protocols are the keys that they stand for",
    arguments: [
      ("[13;2u", Key.named(.enter)), ("[105;5u", .named(.tab)), ("[117;5u", .control("u")),
      ("[120;1u", .character("x")), ("[97u", .character("a")), ("[97;2u", .character("A")),
      ("[49:33;2u", .character("!")), ("[27u", .named(.escape)), ("[9;2u", .shifted(.tab)),
      ("[120;3u", .alt("x")), ("[27;5;105~", .named(.tab)), ("[27;2;13~", .named(.enter)),
      ("[27;5;119~", .control("w")), ("[127u", .named(.backspace)), ("[97;65u", .character("a")),
      ("[57400u", .character("1")), ("[57414u", .named(.enter)), ("[1;2A", .shifted(.up)),
      ("[6~", .named(.pageDown)), ("[5;2~", .shifted(.pageUp)), ("[Z", .shifted(.tab)),
      ("[233u", .character("é")), ("OM", .named(.enter)), ("Oq", .character("1")),
      ("[97;;113u", .character("a")), ("[99;5:1u", .control("c")), ("OP", .named(.f1)),
    ])
  func keys(sequence: String, key: Key) throws {
    let (meaning, rest) = try read(sequence + "j")
    #expect(meaning == .key(key))
    #expect(rest == "j")
  }

  @Test(
    "What is no key says nothing, and nothing of it is left",
    arguments: [
      "[I", "[O", "[120;9u", "[97;5:3u", "[?62;22c", "[>1;4000;0c", "[12;40R", "[1;5A", "[24;80t",
      "[?1;2$y", "[<0;10;5M", "[57358u", "[0u", "[;;;;u", "[99999999999999999999u", "[27;5~",
      "]11;rgb:2626/2626/2626\u{7}", "]11;rgb:2626/2626/2626\u{1B}\\", "P1$r0m\u{1B}\\",
      "_Gi=1;OK\u{1B}\\", "^private\u{1B}\\", "Xtext\u{1B}\\", "]8;;\u{9C}", "Oz",
      "[\(String(repeating: "1;", count: 500))u",
    ])
  func others(sequence: String) throws {
    let (meaning, rest) = try read(sequence + "j")
    #expect(meaning == .nothing)
    #expect(rest == "j")
  }

  @Test("A terminal that knows kitty's protocol says so")
  func offer() throws {
    #expect(try read("[?0u").0 == .offersKeyboardProtocol)
    #expect(try read("[?31u").0 == .offersKeyboardProtocol)
  }

  @Test("A control character breaks a sequence off and is read for itself")
  func broken() throws {
    let (meaning, rest) = try read("[13;\u{3}j")
    #expect(meaning == nil)
    #expect(rest == "\u{3}j")
  }

  @Test("Other characters behind Escape begin no sequence", arguments: ["a", "q", "(", "\\", "~"])
  func noSequence(character: Character) {
    #expect(ControlSequence(introducer: character) == nil)
  }
}
