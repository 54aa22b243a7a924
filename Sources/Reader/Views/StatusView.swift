// The status line: file, place, marks, whether they are saved; on the right what is under the caret.

import ArticleModel
import Interface
import NewsAnalysis
import Screen

/// Draws the status line.
struct StatusView {
  let state: ReaderState

  func draw(into frame: inout Frame, row: Row) {
    let style = state.theme[.status]
    frame.clear(Area(row: row, column: 0, rows: 1, columns: state.size.columns), style: style)
    let columns = state.size.columns - 2
    if let message = state.message {
      drawMessage(message, into: &frame, row: row, columns: columns)
      return
    }
    let right = detail.cutBetweenWords(to: Column(columns.value * 6 / 10))
    let rightWidth = right.displayWidth
    let left = leftText(for: columns - rightWidth - (right.isEmpty ? 0 : 2))
    frame.write(left, at: Position(row: row, column: 1), style: style)
    frame.write(
      right, at: Position(row: row, column: state.size.columns - rightWidth - 1),
      style: state.theme[.statusDetail])
  }

  private func drawMessage(_ message: Message, into frame: inout Frame, row: Row, columns: Column) {
    message.draw(into: &frame, row: row, theme: state.theme)
    let room = columns - message.text.displayWidth - 2
    let rest = saveText
    if room > rest.displayWidth, state.saveState != .untouched {
      frame.write(
        rest, at: Position(row: row, column: state.size.columns - rest.displayWidth - 1),
        style: state.theme[.status])
    }
  }

  /// As much of file, place, marks and save state as fits; the file's name is cut first.
  private func leftText(for columns: Column) -> String {
    let facts = [number, page, percentage, language, marks, saveText].filter { !$0.isEmpty }
    let tail = facts.map { "   \($0)" }.joined()
    let name = state.article.source.name
    if (name + tail).displayWidth <= columns { return name + tail }
    let short = facts.map { "  \($0)" }.joined()
    let room = columns - short.displayWidth
    if room >= 8 { return name.truncated(to: room) + short }
    return short.trimmedStart.truncated(to: columns)
  }

  /// "1 of 2" articles.
  private var number: String {
    state.queue.isPlural ? "\(state.queue.current + 1) of \(state.queue.entries.count)" : ""
  }

  /// "page 3" of an article that has pages.
  private var page: String {
    state.article.structure.page(at: state.caret).map { "page \($0)" } ?? ""
  }

  private var percentage: String {
    let last = max(state.article.text.trimmed(state.article.text.span).count - 1, 1)
    return "\(min(state.caret.value * 100 / last, 100)) %"
  }

  /// The language that the article was read as, when it is another than the usual one.
  private var language: String { state.analysis?.foreignLanguage ?? "" }

  private var marks: String {
    let count = state.index.markCount
    let replies = state.index.replyCount
    let answered = replies == 0 ? "" : ", \(counted(replies, "reply", plural: "replies"))"
    let orphans = state.index.lost
    let lost = orphans == 0 ? "" : ", \(orphans) without a place"
    return count == 0 ? answered : counted(count, "mark") + answered + lost
  }

  private var saveText: String {
    switch state.saveState {
    case .untouched: ""
    case .saved: "saved"
    case .inJournal: "kept in a journal"
    case .readOnly: "read-only"
    case .failed: "NOT SAVED"
    }
  }

  // MARK: Right

  private var detail: String {
    // What is under the caret of the article is not what the list is at.
    if state.above is QuotationSheet { return "" }
    if let search = state.search, search.walk != nil,
      let progress = search.position(of: state.caret, in: state.article.text)
    {
      return "\(progress) · \(state.hint(for: .cancel)) stops"
    }
    if let purpose = state.purpose { return self.purpose(purpose) }
    if let span = state.selectedSpan { return "selected \(words(in: span))" }
    if let annotation = state.currentAnnotation { return self.annotation(annotation) }
    if let layers = layersHere { return layers }
    if let quotation = state.quotationAtCaret { return self.quotation(quotation) }
    if let location = state.locationAtCaret { return place(location) }
    if let link = state.links(at: TextSpan(state.caret, state.caret + 1)).first {
      return "\(state.hint(for: .openEvidence)) opens \(link.target)"
    }
    return progress
  }

  /// What other people made of the words under the caret.
  private var layersHere: String? {
    state.layers?.summary(at: state.caret) { state.title(of: $0) }
  }

  /// How far the analysis has come, while it has not seen the whole article.
  private var progress: String {
    guard let analysis = state.analysis else { return "reading …" }
    let length = max(state.article.text.count, 1)
    let extent = analysis.extent
    if state.isBeyondAnalysis { return "reading …" }
    let (first, last) = (extent.start.value * 100 / length, extent.end.value * 100 / length)
    if extent.start == .zero {
      if extent.end < state.article.text.end { return "analysed so far: \(last) %" }
      return state.isStillReading ? "still reading …" : ""
    }
    return first == last ? "analysed around here" : "analysed here: \(first)–\(last) %"
  }

  private func purpose(_ purpose: SelectionPurpose) -> String {
    switch purpose {
    case .attach: "attaching · Enter takes the selection"
    case .resize: "resizing · Enter takes the selection"
    case .link: "linking · Enter takes the mark here"
    case .addTarget: "a further place · Enter adds it"
    case .addClaim: "a claim to check · Enter adds the selection"
    case .correct, .quotation: "where it begins and ends · Enter takes the selection"
    }
  }

  private func words(in span: TextSpan) -> String {
    let text = state.article.text.string(in: span)
    let count = text.split(whereSeparator: \.isWhitespace).count
    if count > 1 { return "\(count) words" }
    return counted(text.count, "character")
  }

  private func annotation(_ annotation: Annotation) -> String {
    let title = state.title(of: annotation)
    let note = annotation.note.isEmpty ? "" : " · \(annotation.note)"
    if state.index.uncertain.contains(annotation.id) {
      let accept = state.hint(for: .acceptFinding)
      if let change = state.anchors[annotation.id]?.lazy.compactMap(\.change).first {
        return "\(title): \(change.summary) changed · \(accept) keeps it · \(change.excerpt())"
      }
      return "\(title): perhaps here · \(accept) confirms"
    }
    if state.index.conflicts.contains(annotation.id) {
      return "\(title): one of two versions · \(state.hint(for: .acceptFinding)) keeps this one"
    }
    let status =
      (annotation.status == .open ? "" : " · \(annotation.status.label)")
      + (annotation.isPrivate ? " · private" : "")
    let here = state.index.entries(at: state.caret)
    let number = here.firstIndex { $0.id == annotation.id }.map { $0 + 1 } ?? 1
    let several = here.count > 1 ? " · mark \(number) of \(here.count) here" : ""
    let whose = state.byline(of: annotation).map { " · \($0)" } ?? ""
    let reactions = state.reactions(to: annotation).map { " · \($0)" } ?? ""
    return "\(annotation.kind.gutterLetter) \(title)\(whose)\(several)\(status)\(reactions)\(note)"
  }

  private func quotation(_ number: Int) -> String {
    guard let analysis = state.analysis else { return "" }
    let quotation = analysis.quotations[number]
    var parts = ["quotation \(number + 1)/\(analysis.quotations.count)"]
    parts.append(state.attribution(of: quotation))
    parts.append("\(Int((quotation.confidence * 100).rounded())) % sure")
    return parts.joined(separator: " · ")
  }

  private func place(_ number: Int) -> String {
    guard let analysis = state.analysis, analysis.locations.indices.contains(number) else {
      return ""
    }
    let mention = analysis.locations[number]
    guard analysis.places.indices.contains(mention.place) else { return "" }
    let place = analysis.places[mention.place]
    let name = place.name + (mention.confidence < 0.5 ? "?" : "")
    let facts = [name, place.country, mention.note ?? place.note].compactMap { $0 }
    return facts.joined(separator: " · ")
  }
}

extension ReaderState {
  /// "Shoigu, via tass.ru": who says a quotation, and through whom it came.
  func attribution(of quotation: Quotation) -> String {
    let names = quotation.allSpeakers.compactMap { name(ofSpeaker: $0) }
    let speaker = names.isEmpty ? "nobody named" : names.joined(separator: ", ")
    let chain = quotation.via.map { via in
      via.speaker.flatMap { name(ofSpeaker: $0) } ?? article.text.string(in: via.mention)
    }
    let sure = quotation.confidence < 0.5 ? "?" : ""
    return speaker + sure + chain.map { ", via \($0)" }.joined()
  }

  /// A speaker's name; nil when the analysis has no such speaker.
  func name(ofSpeaker index: Int) -> String? {
    guard let speakers = analysis?.speakers, speakers.indices.contains(index) else { return nil }
    return speakers[index].name
  }
}

extension String {
  fileprivate var trimmedStart: String { String(drop { $0 == " " }) }
}
