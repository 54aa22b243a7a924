// The answers of sources to quotations: for people, story by story, and as JSON.

import ArticleModel
import LosslessJSON
import Screen
import Verification

/// Prints a verification.
struct VerificationListing {
  private let verification: Verification
  private let names: [String]

  init(_ verification: Verification, names: [String]) {
    (self.verification, self.names) = (verification, names)
  }

  // MARK: For people

  /// The stories with their quotations, each as wide as the terminal.
  func text(columns: Column) -> String {
    verification.answers.indices.map { story in
      ([heading(of: story)]
        + verification.answers[story].map { lines($0, columns).joined(separator: "\n") })
        .joined(separator: "\n\n")
    }.joined(separator: "\n\n\n")
  }

  private func heading(of story: Int) -> String {
    let answers = verification.answers[story]
    let unread = verification.sources.count { $0.condition == .unreadable }
    let sources =
      counted(verification.readSources.count, "source")
      + (unread == 0 ? "" : " (\(unread) more could not be read)")
    let name = names[story].onOneLine
    if answers.isEmpty { return "\(name) against \(sources): no quotations" }
    let summary = verification.summary(ofStory: story)
    return "\(name) against \(sources): \(counted(answers.count, "quotation"))\n"
      + "\(summary.counts); \(summary.left)"
  }

  private func lines(_ answer: QuotationAnswer, _ columns: Column) -> [String] {
    let room = max(columns - 4, 20)
    let who = answer.quotation.speaker.map { " – \($0)" } ?? ""
    let isUnlike = answer.outcome == .paraphrase && answer.matches.isEmpty
    let label = isUnlike ? "reported speech, no similar passage" : answer.outcome.label
    var lines = ["\(Self.sign(of: answer)) \(label)\(who)".onOneLine]
    if let count = answer.occurrences, count > 1 { lines[0] += " (\(count) times)" }
    lines += answer.quotation.text.onOneLine.quoted().wrapped(to: room).map { "    " + $0 }
    lines += answer.meaningChanges.flatMap {
      "! \($0.description.onOneLine)".wrapped(to: room).map { "    " + $0 }
    }
    for match in shown(answer) { lines += self.lines(match, room) }
    return lines
  }

  /// The places to print: all parts of a stitched quotation, three candidates of indirect speech, else the
  /// best place.
  private func shown(_ answer: QuotationAnswer) -> ArraySlice<SourceMatch> {
    switch answer.outcome {
    case .stitched: answer.matches.prefix(answer.partCount)
    case .paraphrase: answer.matches.prefix(3)
    default: answer.matches.prefix(1)
    }
  }

  private func lines(_ match: SourceMatch, _ room: Column) -> [String] {
    var lines: [String] = []
    if match.outcome == .paraphrase {
      lines += match.text.onOneLine.quoted(to: room + room).wrapped(to: room)
    } else if match.outcome == .stitched || !match.isSame {
      lines += match.differenceInWords.onOneLine.wrapped(to: room)
    }
    lines += place(match).wrapped(to: room)
    return lines.map { "    " + $0 }
  }

  /// “council.vtt, line 12, 00:12:04, Keller”.
  private func place(_ match: SourceMatch) -> String {
    var parts = [verification.sources[match.source].name, "line \(match.line)"]
    if let page = match.page { parts.append("page \(page)") }
    if let time = match.timeCode { parts.append(time) }
    if let speaker = match.speaker { parts.append(speaker) }
    return "→ " + parts.joined(separator: ", ").onOneLine
  }

  private static func sign(of answer: QuotationAnswer) -> String {
    switch answer.outcome {
    case .verbatim: "✓"
    case .trimmed: answer.isProblem ? "≠" : "✓"
    case .altered, .stitched, .anotherSpeaker: "≠"
    case .paraphrase: "~"
    case .notFound: "?"
    }
  }

  // MARK: For programs

  /// All quotations in one list; with several stories each says which it is from.
  var json: JSONValue {
    let quotations = verification.answers.indices.flatMap { story in
      verification.answers[story].map { json(of: $0, story) }
    }
    let unread = verification.sources.filter { $0.condition == .unreadable }
    if unread.isEmpty { return ["quotations": .array(quotations)] }
    return [
      "quotations": .array(quotations), "unread": .array(unread.map { .string($0.name) }),
    ]
  }

  private func json(of answer: QuotationAnswer, _ story: Int) -> JSONValue {
    let text = verification.stories[story].article.text
    let place = text.codePointSpan(of: answer.quotation.extent)
    var object: JSONObject = [
      "start": .integer(place.start.value), "end": .integer(place.end.value),
      "text": .string(answer.quotation.text),
      "speaker": answer.quotation.speaker.map { .string($0) } ?? .null,
      "outcome": .string(answer.outcome.rawValue),
      "meaningChanges": .array(answer.meaningChanges.map { .string($0.description) }),
      "matches": .array(answer.matches.map(json)),
    ]
    if verification.stories.count > 1 { object.append("story", .string(names[story])) }
    return .object(object)
  }

  private func json(of match: SourceMatch) -> JSONValue {
    let source = verification.sources[match.source]
    return [
      "source": .string(source.name),
      "digest": source.digest.map { .string($0.description) } ?? .null,
      "retrieved": source.retrieved.map { .string($0.description) } ?? .null,
      "start": .integer(match.codePoints.start.value), "end": .integer(match.codePoints.end.value),
      "line": .integer(match.line),
      "page": match.page.map { page in Int(page).map { .integer($0) } ?? .string(page) } ?? .null,
      "time": match.timeCode.map { .string($0) } ?? .null,
      "speaker": match.speaker.map { .string($0) } ?? .null, "text": .string(match.text),
      "before": .string(match.before), "after": .string(match.after),
      "diff": .string(match.differenceInWords), "score": .double(match.score),
    ]
  }
}
