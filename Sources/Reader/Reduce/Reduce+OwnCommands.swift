// The user's own commands: what they are given of the words here, and what becomes of what they print.

import ArticleModel
import Interface
import NewsAnalysis
import Screen

/// What a command of the user's own was run on.
package struct OwnCommandSubject: Hashable, Sendable {
  /// The words.
  package var span: TextSpan
  /// The mark that was meant; nil where there was none of the reader's own, or other words were selected.
  package var mark: AnnotationID?
}

/// How a command of the user's own ended.
package enum OwnCommandEnding: Hashable, Sendable {
  /// It printed this, and found nothing wrong.
  case printed(String)
  /// It could not be run, or ended badly; says why.
  case failed(String)
}

extension ReaderState {
  /// Runs the command of that number, from 1; without a number the only one, or the one that is picked.
  mutating func runOwnCommand(_ number: Int?) -> [Effect] {
    let commands = stage.ownCommands
    guard let number = number ?? (commands.count == 1 ? 1 : nil) else { return pickOwnCommand() }
    guard commands.indices.contains(number - 1) else {
      message = .warning("There is no command \(number); config.toml has \(commands.count)")
      return []
    }
    return run(commands[number - 1])
  }

  private mutating func pickOwnCommand() -> [Effect] {
    let entries = zip(stage.ownCommands, OwnCommand.numberKeys).enumerated().map {
      Picker.Entry(
        value: ReaderChoice.ownCommand($0 + 1), key: $1.1, label: $1.0.name, group: "run",
        explanation: $1.0.program)
    }
    open(
      Picker(on: stage, title: "own commands", purpose: PickerPurpose.ownCommand, entries: entries))
    return []
  }

  private mutating func run(_ command: OwnCommand) -> [Effect] {
    if command.output != .show, let reason = readOnlyReason {
      message = .warning(reason)
      return []
    }
    guard let span = markedSpan else {
      message = .warning("There are no words here to run it on")
      return []
    }
    let mark = selection == nil ? currentAnnotation.flatMap { isOwn($0) ? $0.id : nil } : nil
    let values = values(at: span, for: command)
    do throws(OwnCommand.Fault) { _ = try command.words(with: values) } catch {
      message = .warning("\(command.name): \(error)")
      return []
    }
    message = Message("\(command.name) is running")
    return [.desk(.runOwn(command, values, on: OwnCommandSubject(span: span, mark: mark)))]
  }

  /// What the words and the article say. Only an address of the web counts as one.
  private func values(at span: TextSpan, for command: OwnCommand) -> [OwnCommand.Value: String] {
    var values: [OwnCommand.Value: String] = [:]
    let position = article.text.codePointSpan(of: span)
    let about = article.metadata
    for value in command.values {
      switch value {
      case .file: values[value] = article.source.path
      case .start: values[value] = "\(position.start.value)"
      case .end: values[value] = "\(position.end.value)"
      case .quote: values[value] = article.text.string(in: span)
      case .speaker:
        if case .named(let name) = findings?.voices.voice(of: [span], asWording: true) {
          values[value] = name
        }
      case .url:
        values[value] = [about.canonicalAddress, about.address].compactMap(\.self).first {
          $0.hasPrefix("https://") || $0.hasPrefix("http://")
        }
      }
    }
    return values
  }

  // MARK: What it printed

  /// Takes in what a command printed.
  mutating func ended(
    _ command: OwnCommand, _ ending: OwnCommandEnding, on subject: OwnCommandSubject
  ) -> [Effect] {
    switch ending {
    case .failed(let reason):
      message = .warning("\(command.name): \(reason)")
      return []
    case .printed(let text) where text.allSatisfy(\.isWhitespace):
      message = .warning("\(command.name) printed nothing")
      return []
    case .printed(let text):
      switch command.output {
      case .show: show(text, of: command)
      case .note: return takeAsNote(text, of: command, on: subject)
      case .evidence: return takeAsEvidence(text, of: command, on: subject)
      }
      return []
    }
  }

  private mutating func show(_ text: String, of command: OwnCommand) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.flatMap { line -> [String] in
      let wrapped = String(line.replacing("\t", with: "    "))
        .wrapped(to: max(size.columns - 2, 10), lines: lines.count > 1000 ? 1 : 1000)
      return wrapped.isEmpty ? [""] : wrapped
    }
    message = nil
    open(Page(on: stage, title: command.name, lines: shown))
  }

  /// The mark that was meant, when it is there still.
  private func mark(of subject: OwnCommandSubject) -> Annotation? {
    subject.mark.flatMap { annotations[$0] }
  }

  private mutating func takeAsNote(
    _ text: String, of command: OwnCommand, on subject: OwnCommandSubject
  ) -> [Effect] {
    let text = String(text[...].trimmed)
    guard let mark = mark(of: subject) else {
      return addMark(.note, .passage(subject.span), thenNote: false) { $0.note = text }
    }
    return edit(mark.id, "\(command.name) added to the note of") { annotation, _ in
      annotation.note += (annotation.note.isEmpty ? "" : "\n\n") + text
    }
  }

  /// A line with an address is a source with that address, and the rest of the line its title. What has no
  /// address is one source without one: its first line is the title, and the others are the words in it.
  private mutating func takeAsEvidence(
    _ text: String, of command: OwnCommand, on subject: OwnCommandSubject
  ) -> [Effect] {
    let sources = Self.sources(in: text, readAt: clock())
    guard let mark = mark(of: subject) else {
      return addMark(.evidence, .passage(subject.span), thenNote: false) { $0.evidence = sources }
    }
    let known = Set(mark.evidence.map(\.url))
    let new = sources.filter { !known.contains($0.url) }
    guard !new.isEmpty else {
      message = Message("\(command.name) found nothing new")
      return []
    }
    return edit(mark.id, "\(command.name) added \(counted(new.count, "source")) to") {
      annotation, _ in annotation.evidence += new
    }
  }

  private static func sources(in text: String, readAt moment: Timestamp) -> [Evidence] {
    let lines = text.split(separator: "\n").map { String($0.trimmed) }.filter { !$0.isEmpty }
    var known: Set<String> = []
    var sources: [Evidence] = []
    for line in lines {
      guard let address = line.addresses.first, known.insert(address).inserted else { continue }
      var source = Evidence(url: address)
      let title = line.replacing(address, with: " ").split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      if title.contains(where: \.isLetter) { source.title = title }
      source.accessed = moment
      sources.append(source)
    }
    guard sources.isEmpty, let title = lines.first else { return sources }
    var source = Evidence(withoutAddress: title)
    let words = lines.dropFirst().joined(separator: "\n")
    if !words.isEmpty { source.passage = words }
    source.accessed = moment
    return [source]
  }
}
