// A change of a record as a value: what is put into which field. What cannot be put there is refused.

import ArticleModel
import Interface

/// A value for a field of a mark.
package struct RecordEdit: Hashable, Sendable {
  /// The field.
  package let row: RecordRow
  /// The value as it was typed or chosen; nil or empty for none. Terms are written `pack/group/term`.
  package let value: String?
  /// The source that the row was about when it was typed; nil for a field of the mark.
  package let source: Evidence?

  /// Puts a value into a field.
  package init(_ row: RecordRow, _ value: String?, source: Evidence? = nil) {
    (self.row, self.value, self.source) = (row, value, source)
  }
}

/// Why a value cannot be put into a field, in words that say what to type.
package struct RecordFault: Error, Hashable, Sendable {
  package let words: String

  /// Says what is wrong.
  init(_ words: String) { self.words = words }
}

extension Annotation {
  /// Puts a value into a field.
  /// - Parameter today: the day that “today” stands for.
  mutating func take(
    _ edit: RecordEdit, _ shelf: TaxonomyShelf, today: CalendarDate?
  ) throws(RecordFault) {
    let text = edit.value.map { $0[...].trimmedOnOneLine } ?? ""
    switch edit.row {
    case .field(.note): note = edit.value.map { $0[...].trimmed } ?? ""
    case .field(let field): try take(field, text, shelf, today)
    case .evidenceField(_, let field):
      let index = try place(of: edit)
      try evidence[index].take(field, text, today)
    case .newEvidence: evidence.append(try Self.source(text).evidence)
    case .evidence: break
    }
  }

  /// Where the source of an edit stands now.
  func place(of edit: RecordEdit) throws(RecordFault) -> Int {
    guard let source = edit.source, let index = edit.row.source else {
      throw RecordFault("there is no such source")
    }
    if evidence.indices.contains(index), evidence[index] == source { return index }
    if let found = evidence.firstIndex(of: source) { return found }
    throw RecordFault("someone else has changed this source in the meantime; check it first")
  }

  private mutating func take(
    _ field: RecordField, _ text: String, _ shelf: TaxonomyShelf, _ today: CalendarDate?
  ) throws(RecordFault) {
    let some = text.isEmpty ? nil : text
    switch field {
    case .kind: kind = AnnotationKind(rawValue: text) ?? kind
    case .claim: claim.restated = some
    case .claimant: claim.claimant = some
    case .asOf: claim.asOf = try some.map { text throws(RecordFault) in try Self.day(text, today) }
    case .group(let pack, let group): takeTerm(text, of: pack, group, shelf)
    case .status: status = AnnotationStatus(rawValue: text) ?? status
    case .confidence:
      confidence = try some.map { text throws(RecordFault) in try Self.share(text) }
    case .voice: voice = some
    case .tags:
      let words = text.split { $0 == "," || $0 == "#" }.map { $0.trimmedOnOneLine }
      tags = words.filter { !$0.isEmpty }.reduce(into: []) { tags, tag in
        if !tags.contains(tag) { tags.append(tag) }
      }
    case .visibility: isPrivate = text == "yes"
    case .note: break
    }
  }

  /// Takes the answer of a group, or takes one back that it has; an empty text takes all of them off.
  private mutating func takeTerm(
    _ text: String, of pack: String, _ group: String, _ shelf: TaxonomyShelf
  ) {
    guard let reference = shelf.reference(named: text, for: kind), !text.isEmpty else {
      terms.removeAll { $0.pack == pack && $0.group == group }
      return
    }
    if terms.contains(where: { $0.unversioned == reference.unversioned }) {
      terms.removeAll { $0.unversioned == reference.unversioned }
      return
    }
    if shelf.group(reference)?.isExclusive == true {
      terms.removeAll { $0.pack == pack && $0.group == group }
    }
    terms.append(reference)
  }

  // MARK: Reading what was typed

  private static func source(_ text: String) throws(RecordFault) -> TypedSource {
    do throws(EvidenceAddress.Fault) { return try TypedSource(text) } catch {
      throw RecordFault(error.description)
    }
  }

  fileprivate static func address(_ text: String) throws(RecordFault) -> String {
    do throws(EvidenceAddress.Fault) { return try EvidenceAddress(text).text } catch {
      throw RecordFault(error.description)
    }
  }

  /// A day that there is, or today.
  fileprivate static func day(
    _ text: String, _ today: CalendarDate?
  ) throws(RecordFault) -> DateAsWritten {
    if text.lowercased() == "today", let today { return DateAsWritten(today) }
    guard let day = CalendarDate(text) else {
      throw RecordFault("“\(text.prefix(30))” is not a day; write it as 2026-01-31")
    }
    return DateAsWritten(day)
  }

  /// A share from 0 to 1: "0.8", "80 %" or "80".
  private static func share(_ text: String) throws(RecordFault) -> Double {
    let number = text.filter { !$0.isWhitespace && $0 != "%" }.replacing(",", with: ".")
    guard let value = Double(number), value.isFinite else {
      throw RecordFault("“\(text.prefix(30))” is not a number; write 80 %, or 0.8")
    }
    let share = text.contains("%") || value > 1 ? value / 100 : value
    guard (0...1).contains(share) else {
      throw RecordFault("“\(text.prefix(30))” is not between 0 and 100 %")
    }
    return share
  }
}

extension Evidence {
  fileprivate mutating func take(
    _ field: EvidenceField, _ text: String, _ today: CalendarDate?
  ) throws(RecordFault) {
    let some = text.isEmpty ? nil : text
    switch field {
    case .address:
      if some == nil, address == nil { return }
      if some == nil, title == nil {
        throw RecordFault("a source needs an address or a title; type its title first")
      }
      url =
        try some.map { text throws(RecordFault) in try Annotation.address(text) }
        ?? Self.nameOfItsOwn
    case .stance: stance = Stance(rawValue: text)
    case .sourceKind: sourceKind = some
    case .title:
      if some == nil, address == nil {
        throw RecordFault("a source without an address needs its title")
      }
      title = some
    case .publisher: publisher = some
    case .passage: passage = some
    case .accessed:
      if some == accessed?.description { return }
      accessed = try some.map { text throws(RecordFault) in
        let moment = Timestamp(text)
        return moment.instant != nil
          ? moment : Timestamp(try Annotation.day(text, today).description)
      }
    case .archived:
      archivedURL = try some.map { text throws(RecordFault) in try Annotation.address(text) }
    case .copy: break
    }
  }
}

extension Substring {
  /// The text on one line, without white space at its ends.
  var trimmedOnOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
