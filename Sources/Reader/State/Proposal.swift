// What the command line proposes: commands first, then whatever else the typed words fit.

import ArticleModel
import Interface
import NewsAnalysis
import Screen

/// Something that the command line can do.
package struct Proposal: Hashable, Sendable {
  /// What taking it does.
  package enum Target: Hashable, Sendable {
    case action(Action)
    case place(ByteOffset)
    case annotation(AnnotationID)
  }

  /// What it is called; for a command, what is typed for it.
  package var name: String
  /// What it is or does.
  package var detail: String
  /// What taking it does.
  package var target: Target
}

/// Names of commands beside those of the actions, as vim's users know them.
enum CommandName {
  static let short: [(String, Action)] = [
    ("q", .quitProgram), ("w", .save), ("x", .quitProgram), ("wq", .quitProgram), ("h", .help),
    ("n", .nextArticle), ("p", .previousArticle), ("ls", .listArticles),
  ]

  /// The action that a name stands for.
  static func action(_ name: String) -> Action? {
    short.first { $0.0 == name }?.1 ?? Action(rawValue: name)
  }
}

extension ReaderState {
  /// What the words on the command line may mean, the likeliest first. Long articles offer what lies
  /// in their first part.
  func proposals(for typed: String) -> [Proposal] {
    let name = typed[...].trimmed
    let commands = Self.commands.filter { !name.isEmpty && $0.name.hasPrefix(name) }
      .sorted { $0.name == name && $1.name != name }
    let words = name.lowercased().split(separator: " ").map(String.init)
    var ranked: [(rank: Int, proposal: Proposal)] = []
    for proposal in Self.actions + places where !commands.contains(proposal) {
      if let rank = proposal.rank(for: words) { ranked.append((rank, proposal)) }
    }
    // The sort of the standard library is stable.
    return commands + ranked.sorted { $0.rank < $1.rank }.map(\.proposal).prefix(60)
  }

  /// The start that all commands share which begin with what is typed; nil when it says no more.
  func completion(of typed: String) -> String? {
    let names = Self.commands.map(\.name).filter { $0.hasPrefix(typed) }
    guard let first = names.first, !typed.isEmpty else { return nil }
    let shared = names.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    return shared.count > typed.count ? shared : nil
  }

  private static let actions = Action.allCases.filter(\.isCommand).map {
    Proposal(name: $0.rawValue, detail: $0.description.help, target: .action($0))
  }

  private static let commands =
    CommandName.short.map {
      Proposal(name: $0.0, detail: $0.1.description.help, target: .action($0.1))
    } + actions

  /// More of a kind are not offered.
  private static let most = 2000

  private var places: [Proposal] {
    headings + speakerProposals + placeProposals + annotationProposals
  }

  private var headings: [Proposal] {
    var found: [Proposal] = []
    var block = article.block(atOrAfter: .zero)
    while let here = block, found.count < Self.most, here.span.start.value < 1 << 20 {
      if here.kind == .subheading || here.kind == .headline {
        let words = article.text.string(in: here.span).onOneLine
        found.append(Proposal(name: words, detail: "heading", target: .place(here.span.start)))
      }
      block = article.block(after: here)
    }
    return found
  }

  private var speakerProposals: [Proposal] {
    guard let findings else { return [] }
    return findings.speakerOrder.prefix(Self.most).compactMap { number in
      let speaker = findings.analysis.speakers[number]
      return speaker.mentions.first.map {
        Proposal(name: speaker.name, detail: "speaker", target: .place($0.start))
      }
    }
  }

  private var placeProposals: [Proposal] {
    guard let findings else { return [] }
    return findings.placeOrder.prefix(Self.most).compactMap { number in
      let place = findings.analysis.places[number]
      return place.mentions.first.map {
        Proposal(
          name: place.name, detail: "place",
          target: .place(findings.analysis.locations[$0].span.start))
      }
    }
  }

  private var annotationProposals: [Proposal] {
    annotationEntries.prefix(Self.most).compactMap { id in
      annotations[id].map { annotation in
        let words = quote(of: annotation).map { " \($0.onOneLine.quoted)" } ?? ""
        return Proposal(
          name: "\(title(of: annotation))\(words)", detail: "mark", target: .annotation(id))
      }
    }
  }
}

extension Action {
  /// Whether it makes sense on the command line: typing has to be done where something is typed.
  var isCommand: Bool { description.topic != .typing && self != .command && self != .cancel }
}

extension Proposal {
  /// How well it fits all of the words, 0 for best; nil when one of them does not fit.
  fileprivate func rank(for words: [String]) -> Int? {
    let name = name.lowercased()
    let all = "\(name) \(detail)"
    var rank = 0
    for word in words {
      if name.hasPrefix(word) { continue }
      if all.contains(" \(word)") || all.contains("-\(word)") {
        rank += 1
      } else if all.contains(word) {
        rank += 2
      } else if name.hasSubsequence(word) {
        rank += 3
      } else {
        return nil
      }
    }
    return rank
  }
}

extension String {
  fileprivate func hasSubsequence(_ letters: String) -> Bool {
    var rest = letters[...]
    for character in self where character == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}

extension Proposal {
  /// Whether each word that was typed stands in the name as it is, in any case.
  func holds(_ typed: String) -> Bool {
    let name = name.lowercased()
    return typed.lowercased().split(separator: " ").allSatisfy { name.contains($0) }
  }
}
