// What keys do in a picker, wherever it lies.

import Screen

extension Picker: Surface {
  package var context: KeyContext { .picker }
  package var whereabouts: String { "in a list of choices" }

  package var bindings: [Binding] {
    let table = [Binding].footer(
      [(.open, "choose"), (.down, "next"), (.up, "previous"), (.search, "filter")],
      [(.cancel, "cancel")])
    let moving = table.with([.pageDown, .pageUp])
    return filter == nil ? moving.with([Binding(.deleteBackward)]) : moving.with(Binding.editing)
  }

  package mutating func perform(
    _ action: Action, count: Int?, among neighbours: Neighbours
  ) -> [Effect] {
    let count = shown.count
    switch action {
    case .down: cursor = count == 0 ? 0 : (cursor + 1) % count
    case .up: cursor = count == 0 ? 0 : (cursor + count - 1) % count
    case .pageDown: cursor = min(cursor + 8, max(count - 1, 0))
    case .pageUp: cursor = max(cursor - 8, 0)
    case .search: filter = filter ?? EditableText()
    case .open: if let current { choose(current) }
    case .cancel:
      // Esc leaves the filter first, then the picker.
      if filter == nil { close(.gaveUp(purpose)) } else { (filter, cursor) = (nil, 0) }
    default: _ = filter?.perform(action)
    }
    return []
  }

  /// Takes typed text: a letter picks, unless a filter is being typed.
  package mutating func type(_ text: String, among neighbours: Neighbours) -> [Effect] {
    if filter != nil {
      filter?.insert(text)
      cursor = 0
    } else if let key = text.first, let entry = entries.first(where: { $0.key == key }) {
      choose(entry)
    } else if text == "q" {
      // Where it chooses nothing, it goes back as it does elsewhere.
      close(.gaveUp(purpose))
    } else {
      message = .warning("No entry has the letter \(text)")
    }
    return []
  }

  private mutating func choose(_ entry: Entry) { close(.picked(entry, for: purpose)) }

  package func draw(into frame: inout Frame, among neighbours: Neighbours) {
    PickerView(stage: stage, picker: self).draw(into: &frame)
  }
}
