// The notation of Gold/Passages: a header, an empty line, and the text with marks in ⟦brackets⟧ that may nest.
// Gold/README.md describes it.

import ArticleModel

/// Reads a passage in its notation.
struct PassageNotation {
  /// What is wrong with a passage, and where.
  struct Fault: Error, Equatable, CustomStringConvertible {
    /// The name of the passage.
    var passage: String
    var reason: String

    var description: String { "\(passage): \(reason)" }
  }

  /// A mark that has begun.
  private struct OpenMark {
    var words: [Substring]
    var start: Int
  }

  private var passage: MarkedPassage
  private var text: [UInt8] = []
  private var open: [OpenMark] = []

  /// The passage that `source`, the text of a file, describes.
  static func passage(named name: String, in source: String) throws -> MarkedPassage {
    guard let gap = source.firstRange(of: "\n\n") else {
      throw Fault(passage: name, reason: "no empty line behind the header")
    }
    var reader = PassageNotation(passage: MarkedPassage(name: name))
    for line in source[..<gap.lowerBound].split(separator: "\n") { try reader.readHeader(line) }
    try reader.readText(source[gap.upperBound...])
    try reader.check()
    return reader.passage
  }

  private init(passage: MarkedPassage) { self.passage = passage }

  private func fault(_ reason: String) -> Fault { Fault(passage: passage.name, reason: reason) }

  // MARK: - The header

  private mutating func readHeader(_ line: Substring) throws {
    guard let colon = line.firstRange(of: ": ") else { throw fault("no colon in “\(line)”") }
    let (words, value) = (
      line[..<colon.lowerBound].split(separator: " "), line[colon.upperBound...]
    )
    switch (words.first, words.count) {
    case ("kind", 1): passage.kind = String(value)
    case ("language", 1): passage.language = String(value)
    case ("split", 1) where ["open", "held-back"].contains(value):
      passage.isHeldBack = value == "held-back"
    case (let kind?, 2):
      guard let kind = MarkedPassage.Entity.Kind(rawValue: String(kind)) else { fallthrough }
      let names = value.split(separator: "; ").map(String.init)
      passage.entities.append(.init(kind: kind, id: String(words[1]), names: names))
    default: throw fault("unknown line “\(line)” in the header")
    }
  }

  // MARK: - The text

  private mutating func readText(_ source: Substring) throws {
    var rest = source.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "⟦": try beginMark(&rest)
      case "⟧": try endMark()
      default: text += UTF8.encode(scalar).map(Array.init) ?? []
      }
    }
    guard open.isEmpty else { throw fault("a mark is not closed") }
    passage.text = String(decoding: text, as: UTF8.self)
  }

  private mutating func beginMark(_ rest: inout Substring.UnicodeScalarView) throws {
    let label = Substring(rest.prefix { $0 != ":" && $0 != "⟦" && $0 != "⟧" && $0 != "\n" })
    rest = rest.dropFirst(label.unicodeScalars.count)
    guard rest.popFirst() == ":", rest.popFirst() == " " else {
      throw fault("no colon and blank behind “⟦\(label)”")
    }
    let words = label.split(separator: " ")
    if words.count == 3 { try beginQuotation(words) }
    open.append(OpenMark(words: words, start: text.count))
  }

  private mutating func beginQuotation(_ words: [Substring]) throws {
    guard let form = MarkedPassage.MarkedQuotation.Form(rawValue: String(words[2])) else {
      throw fault("unknown form “\(words[2])”")
    }
    guard !passage.quotations.contains(where: { $0.id == words[0] }) else {
      throw fault("two quotations are called \(words[0])")
    }
    let speakers = words[1].split(separator: "/").map(String.init)
    passage.quotations.append(
      .init(id: String(words[0]), speakers: speakers, form: form, spans: []))
  }

  private mutating func endMark() throws {
    guard let mark = open.popLast() else { throw fault("“⟧” without “⟦”") }
    let span = TextSpan(mark.start..<text.count)
    let value = String(mark.words.last ?? "")
    switch (mark.words.first, mark.words.count) {
    case ("place", 2): passage.places.append(place(value, at: span))
    case ("person", 2): passage.mentions.append(.init(span: span, entity: value, isName: true))
    case ("source", 2): passage.mentions.append(.init(span: span, entity: value, isName: false))
    case (let id?, 1), (let id?, 3):
      guard let index = passage.quotations.firstIndex(where: { $0.id == id }) else {
        throw fault("the first part of \(id) names no speaker and form")
      }
      passage.quotations[index].spans.append(span)
    default: throw fault("unknown mark “\(mark.words.joined(separator: " "))”")
    }
  }

  /// "AT" is a place in Austria; "AT?" may be left out; "?" is invented; "-" spans countries.
  private func place(_ code: String, at span: TextSpan) -> MarkedPassage.MarkedPlace {
    let country = code.hasSuffix("?") ? String(code.dropLast()) : code
    return .init(
      span: span, country: country.isEmpty ? nil : country, isOptional: code.hasSuffix("?"))
  }

  // MARK: - The whole

  private mutating func check() throws {
    guard !passage.kind.isEmpty, !passage.language.isEmpty else {
      throw fault("the header lacks a kind or a language")
    }
    let ids = Set(passage.entities.map(\.id))
    guard ids.count == passage.entities.count else { throw fault("an entity is declared twice") }
    for index in passage.quotations.indices { passage.quotations[index].spans.sort() }
    let named = passage.quotations.flatMap(\.speakers) + passage.mentions.map(\.entity)
    for id in named where !ids.contains(id) && id != MarkedPassage.MarkedQuotation.nobody {
      throw fault("nobody in the header is called “\(id)”")
    }
  }
}
