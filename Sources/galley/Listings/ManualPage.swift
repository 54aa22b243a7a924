// The manual page, made from the commands' help and the keymap, so that it cannot say anything else.

import ArgumentParser
import ArticleModel
import Interface
import Sidecars

/// The manual page in the man macros of roff (man(7)).
struct ManualPage {
  /// The whole page.
  var roff: String {
    (heading + commands + keys + files + exitStatus + seeAlso).joined(separator: "\n")
  }

  private var heading: [String] {
    let configuration = GalleyCommand.configuration
    return [
      ".TH GALLEY 1 \(Self.date) \"galley \(Sidecar.softwareVersion)\" \"User Commands\"",
      ".SH NAME",
      "galley \\- \(Self.escaped(configuration.abstract.lowercased().filter { $0 != "." }))",
      ".SH SYNOPSIS", ".B galley", ".I ARTICLE...", ".br", ".B galley", ".I COMMAND",
      ".RI [ OPTIONS ]",
      ".SH DESCRIPTION",
    ] + Self.paragraphs(configuration.discussion)
  }

  /// The day that the program was built, as its file says, or the day that `SOURCE_DATE_EPOCH` names
  /// (https://reproducible-builds.org/specs/source-date-epoch/).
  private static var date: String {
    let named = UserEnvironment.variables["SOURCE_DATE_EPOCH"].flatMap { Int($0) }
    let built = (try? PosixFileSystem().status(of: "/proc/self/exe"))??.modified
    let instant = named.map { Instant(seconds: $0) } ?? built
    return instant.map { String("\(Timestamp($0))".prefix(10)) } ?? "\"\""
  }

  private var commands: [String] {
    let visible = GalleyCommand.configuration.subcommands.filter {
      $0.configuration.shouldDisplay
    }
    return [".SH COMMANDS"]
      + visible.flatMap { command -> [String] in
        let name = command.configuration.commandName ?? ""
        let help = GalleyCommand.helpMessage(for: command, columns: 76)
        return [".SS \(name)"] + Self.verbatim(Self.withoutHeadings(help))
      }
  }

  /// The help of a command without the words that set its first parts apart on a terminal.
  private static func withoutHeadings(_ help: String) -> String {
    help.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      for heading in ["OVERVIEW: ", "USAGE: "] where line.hasPrefix(heading) {
        return String(line.dropFirst(heading.count))
      }
      return String(line)
    }.joined(separator: "\n")
  }

  private var keys: [String] {
    [
      ".SH KEYS", "Those of the default keymap;", ".B galley keys",
      "prints them as they are bound.",
    ]
      + [".PP"] + Self.verbatim(KeymapListing(.standard).text)
  }

  private var files: [String] {
    [
      ".SH FILES",
      ".TP", ".I ARTICLE.annotations.json", "The marks, as W3C Web Annotations.",
      ".TP", ".I ~/.config/galley/config.toml", "Options: measure, theme, keymap, author.",
      ".TP", ".I ~/.config/galley/keymaps/*.toml", "Your own keymaps.",
      ".TP", ".I ~/.config/galley/taxonomies/*.toml", "Your own packs of terms.",
      ".TP", ".I ~/.config/galley/checklists/*.toml", "Your own checklists.",
      ".TP", ".I ~/.config/galley/themes/*.toml", "Your own themes.",
    ]
  }

  private var exitStatus: [String] {
    [
      ".SH EXIT STATUS", ".TP", ".B 0", "All is well.", ".TP", ".B 1",
      "The command found something, such as a fault or a difference.",
      ".TP", ".B 2", "The command line or the input cannot be used.",
    ]
  }

  private var seeAlso: [String] {
    [".SH SEE ALSO", ".B galley\\-keymap(5),", ".B galley\\-sidecar(5)"]
  }

  /// Running text where a paragraph is one line, and lines that keep their shape where it is several.
  private static func paragraphs(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let paragraphs = lines.split(separator: "").map { paragraph in
      paragraph.count == 1
        ? wrapped(paragraph[paragraph.startIndex]).map(escaped)
        : verbatim(paragraph.joined(separator: "\n"))
    }
    return Array(paragraphs.joined(separator: [".PP"]))
  }

  /// Running text as lines that are not too long to be read in the source; roff fills them again.
  private static func wrapped(_ text: Substring) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.utf8.count + word.utf8.count < 70 {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// Lines that keep their shape.
  private static func verbatim(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(escaped)
    return [".EX"] + lines + [".EE"]
  }

  /// A line in which nothing is a macro or an escape.
  private static func escaped(_ line: some StringProtocol) -> String {
    let plain = line.map { $0 == "\\" ? "\\e" : $0 == "-" ? "\\-" : String($0) }.joined()
    return plain.first == "." || plain.first == "'" ? "\\&" + plain : plain
  }
}
