// Marks as Markdown (CommonMark 0.31): a section an article, a subsection a mark.

import ArticleModel
import Corpus
import Sidecars

/// A page of marks.
struct MarkdownExport {
  let text: String

  init(_ corpus: [CorpusArticle], _ shelf: TaxonomyShelf) {
    text = corpus.map { Self.section($0, shelf) }.joined(separator: "\n")
  }

  private static func section(_ article: CorpusArticle, _ shelf: TaxonomyShelf) -> String {
    let about = article.annotated.about
    var lines = ["# \(escaped(about.title ?? article.portableName))", ""]
    let origin = [
      about.outlet, about.byline, about.published.map { $0.day?.description ?? $0.description },
      about.language,
    ]
    .compactMap { $0.map(escaped) }
    let file = link(
      escaped(article.portableName), about.identifier,
      orFile: WebAddress.relative(article.portableFile))
    lines += [(origin + [file]).joined(separator: " · "), ""]
    if article.rows.isEmpty { lines += ["No marks.", ""] }
    for thread in article.threads {
      lines += thread.isCutOff ? cutOff(thread.row, shelf) : mark(thread.row, article, shelf)
      for reply in thread.replies { lines += self.reply(reply) }
    }
    for list in article.checklists(shelf, without: article.marksLeftOut) {
      lines += checklist(list)
    }
    return lines.joined(separator: "\n")
  }

  private static func mark(
    _ row: AnnotationRow, _ article: CorpusArticle, _ shelf: TaxonomyShelf
  ) -> [String] {
    let annotation = row.annotation
    var lines = ["## \(escaped(row.heading.capitalizedFirst))", ""]
    let places = annotation.targets.enumerated().map { index, target in
      target.passage.map { passage in
        (passage, article.place(of: row, target: index))
      }
    }
    for case (let passage, let place)? in places {
      lines += quote(passage, place, article) + [""]
    }
    if let lost = row.lostParent {
      lines += [escaped(lost), ""]
    } else if annotation.targets.allSatisfy({ $0.passage == nil }) {
      lines += ["About the article as a whole.", ""]
    }
    lines += decided(annotation)
    for change in row.changes {
      lines += ["**The article now reads differently:** \(escaped(change.description))", ""]
    }
    for confirmation in annotation.confirmations {
      let words = escaped(confirmation.words)
      lines += ["The article now reads (\(escaped(confirmation.told))): \(words)", ""]
    }
    if let claim = annotation.claim.restated {
      let claimant = annotation.claim.claimant.map { " (\(escaped($0)))" } ?? ""
      lines += ["Claim: \(escaped(claim))\(claimant)", ""]
    }
    if !annotation.note.isEmpty { lines += [note(annotation.note), ""] }
    for evidence in annotation.evidence { lines.append("- " + self.evidence(evidence)) }
    if !annotation.evidence.isEmpty { lines.append("") }
    return lines + [footer(row, shelf), ""]
  }

  /// What a correction puts right, and which marks a decision set aside.
  private static func decided(_ annotation: Annotation) -> [String] {
    if let correction = annotation.correctionInFull {
      return [escaped(correction.capitalizedFirst), ""]
    }
    let setAside = annotation.adjudication?.setAside ?? []
    if setAside.isEmpty { return [] }
    return ["None of these marks was accepted:", ""] + setAside.map { "- \(escaped($0))" } + [""]
  }

  /// The words as a block quotation, with a link to their place.
  private static func quote(
    _ passage: Passage, _ place: CodePointSpan?, _ article: CorpusArticle
  ) -> [String] {
    let words = passage.exact.split(whereSeparator: \.isNewline).map { "> \(escaped(String($0)))" }
    let about = article.annotated.about
    if let address = about.identifier, WebAddress(address) != nil {
      return words + [">", "> \(link("in the article", address + passage.textFragment))"]
    }
    guard let place else { return words + [">", "> no longer in the article"] }
    let (start, end) = (place.start.value, place.end.value)
    let page = article.page(of: place).map { "page \($0), " } ?? ""
    let address = WebAddress.relative(article.portableFile) + article.fragment(of: place)
    return words + [">", "> \(page)\(link("characters \(start) to \(end)", nil, orFile: address))"]
  }

  /// A checklist with a box for each item.
  private static func checklist(_ list: ChecklistAccount) -> [String] {
    var lines = ["## \(escaped(list.summary.capitalizedFirst))", ""]
    for section in list.sections {
      if let claim = section.claim { lines += ["“\(escaped(claim))”", ""] }
      lines += section.items.map { item in
        let who = item.ticks.isEmpty ? "" : " – " + escaped(item.ticks.joined(separator: "; "))
        return "- [\(item.ticks.isEmpty ? " " : "x")] \(escaped(item.label))\(who)"
      }
      lines.append("")
    }
    return lines
  }

  private static func evidence(_ evidence: Evidence) -> String {
    let name = escaped(evidence.name)
    var parts = [evidence.address.map { link(name, $0) } ?? name]
    if let publisher = evidence.publisher { parts.append(escaped(publisher)) }
    if let kind = evidence.sourceKind { parts.append(escaped(kind)) }
    if let stance = evidence.stance { parts.append(stance.rawValue) }
    if let passage = evidence.passage { parts.append("“\(escaped(passage))”") }
    if let archived = evidence.archivedURL { parts.append(link("archived", archived)) }
    if let accessed = evidence.accessed { parts.append("read \(escaped(accessed.dayText))") }
    if let copy = evidence.copy { parts.append(escaped(copy.told)) }
    return parts.joined(separator: ", ")
  }

  /// A reply as an item below what it answers, deeper for a reply to a reply.
  private static func reply(_ entry: MarkThread.Reply) -> [String] {
    let indent = String(repeating: "  ", count: entry.depth - 1)
    let reply = entry.row.annotation
    let day = reply.created.map { ", \($0.dayText)" } ?? ""
    let whom = entry.answered.creator.map { " to \(escaped($0.name))" } ?? ""
    let words = note(reply.note).split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "\(indent)  \($0)" }
    let said = words.isEmpty ? [] : ["", words.joined(separator: "\n")]
    let name = escaped(reply.creator?.name ?? "Someone")
    return ["\(indent)- **Reply by \(name)**\(whom)\(day)"] + said + [""]
  }

  /// A reply whose mark a filter left out, as a section that says so: below another mark it would be taken for
  /// an answer to that one.
  private static func cutOff(_ row: AnnotationRow, _ shelf: TaxonomyShelf) -> [String] {
    let whom = row.answered?.creator.map { " to \(escaped($0.name))" } ?? ""
    let lines = ["## Reply", "", "A reply\(whom), to a mark that is not in this list.", ""]
    let words = row.annotation.note.isEmpty ? [] : [note(row.annotation.note), ""]
    return lines + words + [footer(row, shelf), ""]
  }

  private static func footer(_ row: AnnotationRow, _ shelf: TaxonomyShelf) -> String {
    let annotation = row.annotation
    var parts = annotation.adjudication?.choice == .leftOut ? [] : [annotation.status.label]
    if let voice = annotation.voice { parts.append("voice: \(escaped(voice))") }
    if let byline = annotation.byline(shelf.title) { parts.append(escaped(byline)) }
    if let assignee = annotation.assignee { parts.append("for \(escaped(assignee.name))") }
    if let created = annotation.created { parts.append(created.dayText) }
    if row.isDisputed { parts.append("disputed") }
    parts += row.reviews.compactMap { review in
      row.word(for: review).map { "\(escaped(review.creator?.name ?? "someone")) \($0)" }
    }
    if let decision = annotation.adjudication {
      parts.append(escaped(decision.toldBelow(annotation.id)))
    }
    return "*\(parts.joined(separator: " · "))*"
  }

  /// A link when the address is one of the web, or else to a file; just the words when there is neither.
  private static func link(_ words: String, _ address: String?, orFile file: String? = nil)
    -> String
  {
    guard let target = address.flatMap({ WebAddress($0)?.encoded }) ?? file else { return words }
    // Character references are resolved in addresses too (CommonMark 2.5).
    return "[\(words)](<\(target.replacing("&", with: "&amp;"))>)"
  }

  /// A note with its paragraphs and line breaks, but nothing in it that is markup.
  private static func note(_ text: String) -> String {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let paragraphs = lines.map { escaped(String($0)) }.split(separator: "")
    return paragraphs.map { $0.joined(separator: "\\\n") }.joined(separator: "\n\n")
  }

  /// The text with what Markdown would take for markup escaped (CommonMark 2.4), on one line.
  static func escaped(_ text: String) -> String {
    let special: Set<Unicode.Scalar> = [
      "\\", "`", "*", "_", "[", "]", "<", ">", "#", "&", "|", "~", "$",
    ]
    // Blanks at the beginning of a line would make code of it.
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
      .drop(while: \.isWhitespace)
    var result = String.UnicodeScalarView()
    var isNumber = true
    for (index, scalar) in line.unicodeScalars.enumerated() {
      // What starts a list, or underlines a headline.
      let startsBlock =
        index == 0 && ["-", "+", "="].contains(scalar)
        || isNumber && index > 0 && [".", ")"].contains(scalar)
      isNumber = isNumber && ("0"..."9").contains(scalar)
      if special.contains(scalar) || startsBlock { result.append("\\") }
      result.append(scalar.isForbiddenOnPages ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }
}

extension CorpusArticle {
  /// The page of a printed document that a place is on; nil when it has no pages.
  func page(of place: CodePointSpan) -> String? {
    guard let article = annotated.article, !article.structure.pages.isEmpty else { return nil }
    return article.structure.pages(of: article.text.textSpan(of: place))
  }

  /// The name of its file, for others: that of the book or feed, where it is one article of those in it.
  var portableFile: String {
    guard let path = annotated.article?.source.path, MemberPath(path) != nil,
      !PosixFileSystem().exists(path)
    else { return portableName }
    return MemberPath(portableName)?.file ?? portableName
  }

  /// What leads to a place in the file: its page in a PDF (RFC 8118), its position in plain text (RFC 5147);
  /// nothing in other documents.
  func fragment(of place: CodePointSpan) -> String {
    if let article = annotated.article, !article.structure.pages.isEmpty {
      let start = article.text.textSpan(of: place).start
      return article.structure.page(at: start).flatMap { Int($0) }.map { "#page=\($0)" } ?? ""
    }
    let reader = annotated.article?.metadata.extractor?.name ?? "plain text"
    return reader == "plain text" ? "#char=\(place.start.value),\(place.end.value)" : ""
  }

  /// Where one target of a mark stands; nil when that is not known.
  func place(of row: AnnotationRow, target index: Int) -> CodePointSpan? {
    guard let anchors = row.anchors, index < anchors.count, let span = anchors[index].span
    else { return nil }
    return annotated.article?.text.codePointSpan(of: span)
  }
}

extension String {
  /// The text with a capital in front.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// The text with all but unreserved characters percent-encoded (RFC 3986, section 2.3).
  var percentEncoded: String {
    let hex = Array("0123456789ABCDEF")
    return utf8.reduce(into: "") { result, byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x5F, 0x7E:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += "%\(hex[Int(byte >> 4)])\(hex[Int(byte & 15)])"
      }
    }
  }
}
