// Marks that were found elsewhere, of an article that was moved or renamed: offered, never taken by itself.

import ArticleModel
import Interface
import Sidecars

extension ReaderState {
  /// Takes in which sidecars may belong to the article, and offers them unless something is going on.
  mutating func found(_ strays: [StraySidecar]) {
    self.strays = strays.filter { $0.match != .namesArticle }
    guard let first = strays.first else { return }
    if self.strays.isEmpty {
      message = Message("\(shortened(first.path)) has \(first.summary) · --sidecar opens it")
    } else if !stage.isCovered, selection == nil, stage.keys.pending.isEmpty {
      offerStrays()
    } else {
      let keys = hint(for: .takeMarks)
      message = Message("\(first.summary) · \(keys) takes them from \(shortened(first.path))")
    }
  }

  private func shortened(_ path: String) -> String { SidecarStore.shortened(path) }

  /// Opens the choice of what to take over.
  @discardableResult
  mutating func offerStrays() -> [Effect] {
    guard !strays.isEmpty else {
      message = Message("No marks of an article that was moved or renamed were found nearby")
      return []
    }
    if let reason = readOnlyReason {
      message = .warning(reason)
      return []
    }
    let entries = strays.prefix(9).enumerated().map { number, stray -> Picker.Entry in
      let name = String(stray.path.split(separator: "/").last ?? "")
      let folder =
        name == stray.path ? "" : " In \(shortened(String(stray.path.dropLast(name.count + 1))))."
      return Picker.Entry(
        value: ReaderChoice.stray(stray.path), key: Character(String(number + 1)),
        label: name.onOneLine,
        group: "take over",
        explanation: (stray.match == .sameAddress
          ? "\(stray.summary).\(folder)"
          : "\(stray.summary); its own article is gone.\(folder)").onOneLine)
    }
    let later = Picker.Entry(
      value: ReaderChoice.nothing, key: "n", label: "not now", group: "or",
      explanation: "\(hint(for: .takeMarks)) asks again.")
    open(
      Picker(
        on: stage,
        title: strays[0].match == .sameAddress
          ? "did you read this page before?" : "was this article moved or renamed?",
        purpose: PickerPurpose.takeOver, entries: entries + [later])
    )
    return []
  }

  /// Shows the marks that were taken over.
  mutating func tookOver(_ annotations: AnnotationSet, _ anchors: [AnnotationID: [Anchor]]) {
    self.annotations = annotations
    self.anchors = anchors
    strays = []
    saveState = .saved
    annotationsChanged()
    let count = annotations.annotations.count
    let makers = index.makers.sorted().joined(separator: ", ")
    let whose = makers.isEmpty ? "" : ", made by \(makers)"
    message = Message("took over \(counted(count, "mark"))\(whose)")
  }
}
