// A mark as a note beside the text.

import ArticleModel
import Corpus
import NewsAnalysis

/// A note of a report.
struct HTMLNote {
  let row: AnnotationRow
  /// Its number in the report.
  var number: Int
  /// The replies to the mark, and to each other, from top to bottom.
  var replies: [MarkThread.Reply] = []
  /// Whose word it is and what it was before; nil when nobody is named.
  var byline: String?
  /// Where in the text its number stands: at the end of its last word; nil when it has none there.
  let end: ByteOffset?

  /// Whose words the mark is about; nil when nothing says so.
  let voice: String?

  /// Makes the note of a mark in a text of these blocks.
  init(_ row: AnnotationRow, number: Int, voice: String?, in blocks: [Block]) {
    self.row = row
    self.number = number
    self.voice = voice
    end =
      row.spans.flatMap { span in
        blocks.compactMap { $0.span.intersection(span)?.end }
      }
      .max()
  }

  /// Where the mark begins in the text; nil when it stands nowhere.
  var start: ByteOffset? { row.spans.map(\.start).min() }

  /// The note's name in links, and that of its number in the text.
  var id: String { "note-\(number)" }
  var referenceID: String { "mark-\(number)" }

  /// The label of the mark: “bias: loaded term”.
  var label: String { row.heading }

  /// The number as it stands in the text, behind the words.
  var reference: String {
    HTML.element(
      "a",
      [
        ("class", "number"), ("id", referenceID), ("href", "#\(id)"),
        ("aria-label", "Mark \(number), \(label)"),
      ], String(number))
  }

  /// The note.
  var html: String {
    let annotation = row.annotation
    let number =
      end == nil
      ? String(self.number)
      : HTML.element(
        "a",
        [
          ("class", "number"), ("href", "#\(referenceID)"),
          ("aria-label", "Mark \(self.number) in the text"),
        ],
        String(self.number))
    var parts = [
      "<p class=\"label\" id=\"\(row.anchorName)\">\(number) <strong>\(HTML.escaped(label))</strong></p>"
    ]
    if row.spans.count < annotation.targets.count || row.spans.isEmpty, let quote = row.quote {
      parts.append("<blockquote dir=\"auto\">\(HTML.escaped(quote))</blockquote>")
    }
    parts += decided
    parts += row.changes.map(Self.change)
    parts += annotation.confirmations.map { confirmation in
      let (told, words) = (HTML.escaped(confirmation.told), HTML.escaped(confirmation.words))
      return "<p class=\"muted\" dir=\"auto\">The article now reads (\(told)): \(words)</p>"
    }
    if let claim = annotation.claim.restated {
      let claimant = annotation.claim.claimant.map { " – \($0)" } ?? ""
      parts.append("<p>Claim: \(HTML.escaped(claim + claimant))</p>")
    }
    if !annotation.note.isEmpty {
      parts.append("<p class=\"words\" dir=\"auto\">\(HTML.escaped(annotation.note))</p>")
    }
    if !annotation.evidence.isEmpty {
      let items = annotation.evidence.map { "<li>\(Self.evidence($0))</li>" }
      parts.append("<ul class=\"evidence\">\(items.joined())</ul>")
    }
    if let answered = row.answered {
      let whom = answered.creator.map { " to \($0.name)" } ?? ""
      let words = "A reply\(whom), to a mark that is not in this list."
      parts.append("<p dir=\"auto\">\(HTML.escaped(words))</p>")
    } else if let lost = row.lostParent {
      parts.append("<p dir=\"auto\">\(HTML.escaped(lost))</p>")
    }
    parts.append("<p class=\"muted\">\(footer)</p>")
    if !replies.isEmpty {
      parts.append("<ul class=\"replies\">\(replies.map(Self.reply).joined())</ul>")
    }
    return HTML.element(
      "li",
      [
        ("class", "note \(annotation.kind.cssClass)"), ("id", id), ("tabindex", "-1"),
        ("data-kind", annotation.kind.rawValue), ("data-status", annotation.status.rawValue),
        ("data-person", annotation.creator?.name ?? "unknown"),
        ("data-quote", annotation.targets.compactMap { $0.passage?.exact }.joined(separator: " ")),
      ], parts.joined())
  }

  /// What a correction puts right, and which marks a decision set aside.
  private var decided: [String] {
    if let correction = row.annotation.correctionInFull {
      return ["<p dir=\"auto\">\(HTML.escaped(correction.capitalizedFirst))</p>"]
    }
    let setAside = row.annotation.adjudication?.setAside ?? []
    if setAside.isEmpty { return [] }
    let items = setAside.map { "<li dir=\"auto\">\(HTML.escaped($0))</li>" }
    return ["<p>None of these marks was accepted:</p><ul>\(items.joined())</ul>"]
  }

  /// The words that were marked and those that stand there now, in one.
  private static func change(_ change: WordChange) -> String {
    let words = change.pieces.map { piece in
      switch piece {
      case .kept(let text): HTML.escaped(text)
      case .removed(let text): "<del>\(HTML.escaped(text))</del>"
      case .added(let text): "<ins>\(HTML.escaped(text))</ins>"
      }
    }
    return "<p class=\"changed\" dir=\"auto\">The article now reads differently: "
      + words.joined(separator: " ") + "</p>"
  }

  private static func evidence(_ evidence: Evidence) -> String {
    var words =
      evidence.address.map { HTML.link($0, evidence.name) } ?? HTML.escaped(evidence.name)
    if let publisher = evidence.publisher { words += ", " + HTML.escaped(publisher) }
    if let kind = evidence.sourceKind { words += ", " + HTML.escaped(kind) }
    if let stance = evidence.stance { words += " (\(stance.rawValue))" }
    if let passage = evidence.passage { words += " “\(HTML.escaped(passage))”" }
    if let accessed = evidence.accessed { words += ", read " + HTML.escaped(accessed.dayText) }
    if let archived = evidence.archivedURL { words += " " + HTML.link(archived, "archived") }
    if let copy = evidence.copy { words += ", " + HTML.escaped(copy.told) }
    return words
  }

  /// A reply, deeper for one to another reply.
  private static func reply(_ entry: MarkThread.Reply) -> String {
    let reply = entry.row.annotation
    let name = HTML.escaped(reply.creator?.name ?? "Someone")
    let day = reply.created.map { ", \(HTML.escaped($0.dayText))" } ?? ""
    let depth = entry.depth > 1 ? " class=\"deeper\"" : ""
    return "<li dir=\"auto\"\(depth)><strong>\(name)</strong>\(day): <span class=\"words\">"
      + "\(HTML.escaped(reply.note))</span></li>"
  }

  private var footer: String {
    let annotation = row.annotation
    var parts = annotation.adjudication?.choice == .leftOut ? [] : [annotation.status.label]
    if let state = row.state, state != .exact { parts.append(state.rawValue) }
    if let page = row.page { parts.append("page \(page)") }
    if row.isDisputed { parts.append("disputed") }
    if annotation.isPrivate { parts.append("private") }
    if let voice {
      let isOutlet = voice == Voice.outletName
      parts.append(isOutlet ? "in the article’s own words" : "in the words of \(voice)")
    }
    if let byline { parts.append(byline) }
    if let assignee = annotation.assignee { parts.append("for \(assignee.name)") }
    parts += row.reviews.compactMap { review in
      row.word(for: review).map { "\(review.creator?.name ?? "someone") \($0)" }
    }
    if let decision = annotation.adjudication { parts.append(decision.toldBelow(annotation.id)) }
    if let created = annotation.created { parts.append(created.dayText) }
    return HTML.escaped(parts.joined(separator: " · "))
  }
}

extension AnnotationRow {
  /// What leads to the mark on a page where the report is published, whatever else is on it.
  var anchorName: String { "mark-\(shortID)" }
}
