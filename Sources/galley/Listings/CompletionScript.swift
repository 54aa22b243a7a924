// The completion scripts of ArgumentParser know no command that runs unnamed. Here they learn that
// `galley story.txt` reads, so that the first word may be an article and options may stand in front.

import ArgumentParser

/// A completion script for a shell, as `--generate-completion-script` prints it.
struct CompletionScript {
  /// The script.
  let text: String

  /// A line of a script and what goes before or after it.
  private struct Insertion {
    let anchor: String
    var before = ""
    var after = ""
  }

  /// Takes the script that the parser made; nil when it is one for none of the shells that are known here.
  init?(_ made: String) {
    let names =
      GalleyCommand.configuration.subcommands
      .filter { $0.configuration.shouldDisplay }
      .compactMap { $0.configuration.commandName } + ["help"]
    let insertions: [Insertion]
    if made.hasPrefix("#!/bin/bash") {
      insertions = Self.bash(names)
    } else if made.hasPrefix("#compdef ") {
      insertions = Self.zsh(names)
    } else if made.contains("complete -c 'galley'") {
      insertions = Self.fish(names)
    } else {
      return nil
    }
    var text = made
    for insertion in insertions {
      guard let range = text.firstRange(of: insertion.anchor) else { return nil }
      text.replaceSubrange(range, with: insertion.before + insertion.anchor + insertion.after)
    }
    self.text = text
  }

  private static func bash(_ names: [String]) -> [Insertion] {
    [
      Insertion(
        anchor: "    local -i positional_number\n    local -a unparsed_words=",
        before: """
              # A first word that is not a command is an article, or an option of reading.
              if [[ " \(names.joined(separator: " ")) " != *" ${COMP_WORDS[1]} "*\
               && ( "${COMP_CWORD}" -gt 1 || "${cur}" = -* ) ]]; then
                  local -i positional_number
                  local -a unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")
                  local -a repeating_flags non_repeating_flags repeating_options non_repeating_options
                  _galley_read
                  return
              fi

          """),
      Insertion(
        anchor: "\(names.joined(separator: " "))' -- \"${cur}\"))\n",
        after: "        __galley_add_completions -f\n"),
    ]
  }

  private static func zsh(_ names: [String]) -> [Insertion] {
    [
      Insertion(
        anchor: "    local -ir current_word_index=\"$((CURRENT - 1))\"\n",
        after: """

              # A first word that is not a command is an article, or an option of reading.
              if [[ "${words[2]}" != (\(names.joined(separator: "|"))) ]] \\
                  && [[ "${CURRENT}" -gt 2 || "${words[2]}" == -* ]]; then
                  _galley_read
                  return
              fi

          """),
      Insertion(
        anchor: "        _describe -V subcommand subcommands && ret=0\n",
        after: "        _files && ret=0\n"),
    ]
  }

  private static func fish(_ names: [String]) -> [Insertion] {
    [
      Insertion(
        anchor: "    set -l unparsed_tokens (__galley_tokens -pc)\n",
        after: """
              # A first word that is not a command is an article, or an option of reading.
              set -l first (string join '' -- (__galley_tokens -t))
              if set -q unparsed_tokens[2]
                  set first $unparsed_tokens[2]
              else if not string match -q -- '-*' $first
                  set first read
              end
              if not contains -- $first \(names.joined(separator: " "))
                  set unparsed_tokens $unparsed_tokens[1] read $unparsed_tokens[2..]
              end

          """),
      Insertion(
        anchor:
          "complete -c 'galley' -n '__galley_should_offer_completions_for_positional \"galley read\"",
        before:
          "complete -c 'galley' -n '__galley_should_offer_completions_for_positional \"galley\" -eq 1' -F\n"
      ),
    ]
  }
}
