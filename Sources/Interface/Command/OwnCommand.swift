// Programs that a user has bound to keys in config.toml. They are run as a list of arguments, without a
// shell, and what an article says can become an argument of theirs but never an option.

import Screen

/// A program of the user's own.
package struct OwnCommand: Hashable, Sendable {
  /// What is put in the place of a name in braces.
  package enum Value: String, CaseIterable, Sendable {
    /// The path of the article, from the root.
    case file
    /// Where the words begin and end, in code points of the article's text.
    case start, end
    /// The words.
    case quote
    /// Who says them.
    case speaker
    /// The address of the article.
    case url
  }

  /// What is done with what the program prints.
  package enum Output: String, CaseIterable, Sendable {
    /// It is shown.
    case show
    /// It becomes evidence of the mark here, or a new one.
    case evidence
    /// It becomes a note.
    case note
  }

  /// Why a command cannot be run with the values at hand.
  package enum Fault: Error, Hashable, CustomStringConvertible {
    /// There is no such value here.
    case missing(Value)
    /// A value would be read as an option.
    case option(Value, String)

    /// What is wrong, and what to do about it.
    package var description: String {
      switch self {
      case .missing(.speaker): "it needs {speaker}, but the speaker of these words is unknown"
      case .missing(.url): "it needs {url}, but the address of this article is unknown"
      case .missing(.file): "it needs {file}, but this article has no file"
      case .missing(let value): "it needs {\(value.rawValue)}, but there are no words here"
      case .option(let value, let text):
        "“\(text)” begins with a hyphen, as options do · "
          + "write \"--\" before \"{\(value.rawValue)}\" in config.toml, if it knows that"
      }
    }
  }

  /// A part of an argument.
  package enum Part: Hashable, Sendable {
    case text(String)
    case value(Value)
  }

  /// What it is called.
  package let name: String
  /// The keys that run it; empty for none of its own.
  package let keys: [Key]
  /// The program: a name that is looked up in PATH, or a path from the root.
  package let program: String
  /// Its arguments.
  package let arguments: [[Part]]
  /// What is done with what it prints.
  package let output: Output

  /// The keys by which they are picked from a list, in their order; so many there can be.
  package static let numberKeys = Array("123456789abcdefghijklmnopqrstuvwxyz")

  /// Describes a program.
  package init(
    name: String, keys: [Key], program: String, arguments: [[Part]], output: Output
  ) {
    (self.name, self.keys, self.program) = (name, keys, program)
    (self.arguments, self.output) = (arguments, output)
  }

  /// The values that it asks for.
  package var values: Set<Value> {
    Set(arguments.joined().compactMap { if case .value(let value) = $0 { value } else { nil } })
  }

  /// The program and its arguments with values in their places. A value that begins with a hyphen never
  /// begins an argument, unless `--` has said that no options follow.
  package func words(with values: [Value: String]) throws(Fault) -> [String] {
    var words = [program]
    for argument in arguments {
      let mayBeOption = !words.dropFirst().contains("--")
      var word = ""
      for part in argument {
        switch part {
        case .text(let text): word += text
        case .value(let value):
          // A program cannot be given a zero byte.
          let text = values[value]?.filter { $0 != "\0" } ?? ""
          guard !text.isEmpty else { throw .missing(value) }
          if word.isEmpty, text.hasPrefix("-"), mayBeOption { throw .option(value, text) }
          word += text
        }
      }
      words.append(word)
    }
    return words
  }
}

extension Keymap {
  /// The keymap with the keys of a user's own commands, which come before those of the map. Each stands
  /// for the action with the number of the command as its count.
  package func binding(_ commands: [OwnCommand]) -> Keymap {
    let own = commands.enumerated().filter { !$1.keys.isEmpty }.map { number, command in
      var binding = KeyBinding(.normal, command.keys, .ownCommand)
      binding.count = number + 1
      return binding
    }
    return own.isEmpty ? self : Keymap(name: name, bindings: bindings + own)
  }
}
