// Two letters for each thing on the screen, so that it can be gone to without counting keys.

import ArticleModel
import Interface
import Screen

/// Labels on what is on the screen.
package struct JumpLabels: Surface {
  package var stage: Stage

  /// A place with its two letters.
  struct Label: Hashable, Sendable {
    /// The letters.
    var letters: String
    /// Where it leads.
    var place: ByteOffset
  }

  /// All labels, in reading order.
  let labels: [Label]
  /// The letters that have been typed.
  private(set) var typed = ""

  /// The letters in the order in which they are given out: those under the fingers first.
  private static let alphabet = Array("asdfghjklqwertyuiopzxcvbnm")

  /// Labels for places in reading order; a screen has room for fewer than there are labels.
  init(on stage: Stage, _ places: [ByteOffset]) {
    self.stage = stage
    let letters = Self.alphabet
    labels = places.prefix(letters.count * letters.count).enumerated().map { number, place in
      // The first labels are a letter twice, which is quickest to type.
      let (first, round) = (number % letters.count, number / letters.count)
      let second = (first + round) % letters.count
      return Label(letters: String([letters[first], letters[second]]), place: place)
    }
  }

  /// The labels that what has been typed may still become.
  var open: [Label] { labels.filter { $0.letters.hasPrefix(typed) } }

  package var context: KeyContext { .letter }
  package var whereabouts: String { "among labels" }
  package var bindings: [Binding] { .footer([], [(.cancel, "cancel")]) }

  package mutating func perform(
    _ action: Action, count: Int?, among neighbours: Neighbours
  ) -> [Effect] {
    close()
    return []
  }

  package mutating func type(_ text: String, among neighbours: Neighbours) -> [Effect] {
    guard let letter = text.first else { return [] }
    typed.append(contentsOf: letter.lowercased())
    let open = self.open
    if let label = open.first, label.letters == typed {
      close(.chosen(ReaderTarget.place(label.place)))
    } else if open.isEmpty {
      message = .warning("There is no label \(typed)")
      close()
    }
    return []
  }

  package func draw(into frame: inout Frame, among neighbours: Neighbours) {
    guard let reader = neighbours.beneath(ReaderState.self) else { return }
    LabelsView(state: reader, labels: self).draw(into: &frame, reader.plan)
  }
}
