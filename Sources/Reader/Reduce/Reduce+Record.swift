// The record of a mark: opening it, and the changes that are made in it.

import ArticleModel
import Interface

extension ReaderState {
  /// Opens the record of a mark, of a colleague's only when the reader asks for it once more.
  mutating func beginRecord(_ id: AnnotationID) -> [Effect] {
    guardingOwnership(of: id, for: .editRecord) { state, mark in state.editRecord(mark.id) }
  }

  /// Opens the record of a mark.
  package mutating func editRecord(_ id: AnnotationID) -> [Effect] {
    guard let mark = annotations[id] else { return [] }
    open(RecordSheet(mark, on: stage))
    return []
  }

  /// Does what was wanted in a record.
  mutating func perform(_ step: RecordStep) -> [Effect] {
    switch step {
    case .history(let action):
      if let reason = reason(against: action) {
        message = .warning(reason)
        return []
      }
      return markOrEdit(action) ?? []
    case .keepCopy(let id, let address): return keepCopy(of: address, for: id)
    case .change(let id, let edit):
      let (shelf, today) = (stage.shelf, clock().day)
      return changeRecord(id, edit.verb(shelf)) { mark throws(RecordFault) in
        try mark.take(edit, shelf, today: today)
      }
    case .remove(let id, let edit):
      return changeRecord(id, "removed a source of") { mark throws(RecordFault) in
        mark.evidence.remove(at: try mark.place(of: edit))
      }
    case .move(let id, let edit, let step):
      return changeRecord(id, "reordered the sources:") { mark throws(RecordFault) in
        let place = try mark.place(of: edit)
        guard mark.evidence.indices.contains(place + step) else { return }
        mark.evidence.swapAt(place, place + step)
      }
    }
  }

  /// Changes the record of a mark as one step that undo takes back.
  private mutating func changeRecord(
    _ id: AnnotationID, _ verb: String, _ body: (inout Annotation) throws(RecordFault) -> Void
  ) -> [Effect] {
    guard var changed = annotations[id] else {
      message = .warning("The mark is gone")
      return []
    }
    do throws(RecordFault) { try body(&changed) } catch {
      message = .warning(error.words)
      return []
    }
    return edit(id, verb) { mark, _ in mark = changed }
  }

  // MARK: Copies of pages

  /// Asks for a copy of the page behind an address.
  private mutating func keepCopy(of address: String, for id: AnnotationID) -> [Effect] {
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
      message = .warning("Galley keeps copies of web pages only; “\(address)” is not one")
      return []
    }
    message = Message("fetching \(address) …")
    return [.desk(.keepCopy(of: address, for: id))]
  }

  /// Records the copy of a page with all sources of a mark that have its address. What is recorded
  /// already stays; what the page says of itself fills what is empty.
  mutating func kept(_ page: KeptPage, of address: String, for id: AnnotationID) -> [Effect] {
    guard annotations[id]?.evidence.contains(where: { $0.url == address }) == true else {
      message = .warning("the copy is in \(page.copy.path), but its source is gone")
      return []
    }
    let effects = edit(id, "kept a copy for") { mark, _ in
      for index in mark.evidence.indices where mark.evidence[index].url == address {
        mark.evidence[index].take(page)
      }
    }
    if effects.isEmpty { message = Message("the page has not changed since the last copy") }
    return effects
  }
}

extension Evidence {
  fileprivate mutating func take(_ page: KeptPage) {
    copy = page.copy
    title = title ?? page.title
    publisher = publisher ?? page.publisher
    accessed = accessed ?? page.copy.retrieved
  }
}

extension RecordEdit {
  /// What is done, before the name of the mark.
  fileprivate func verb(_ shelf: TaxonomyShelf) -> String {
    switch row {
    case .newEvidence:
      switch value.flatMap({ try? TypedSource($0) })?.evidence.address {
      case let address? where address != value?[...].trimmedOnOneLine: "added \(address) to"
      case .some: "added evidence to"
      case nil: "added a source without an address to"
      }
    case .field(.group): row.label(shelf).lowercased()
    case .field(.asOf): "changed the as-of date of"
    case .field(.visibility): value == "yes" ? "made private:" : "no longer private:"
    case .field(.tags): "tagged"
    case .evidenceField(let index, .accessed):
      "changed the date of access of source \(index + 1) of"
    case .evidenceField(let index, .archived):
      "changed the archived address of source \(index + 1) of"
    case .evidenceField(let index, _):
      "changed the \(row.label(shelf).lowercased()) of source \(index + 1) of"
    default: "changed the \(row.label(shelf).lowercased()) of"
    }
  }
}
