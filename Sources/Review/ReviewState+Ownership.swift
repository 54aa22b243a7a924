// Marks of colleagues in a list: what would change one asks first, and offers what leaves it as it is.

import ArticleModel
import Corpus
import Interface

extension ReviewState {
  /// Whether a mark may be changed without asking.
  func isOwn(_ entry: ReviewEntry) -> Bool { entry.row.annotation.belongs(to: author) }

  /// Asks before something is done to marks that are not the reviewer's own; false when there is nothing to
  /// ask, or the reviewer has asked for it once more.
  mutating func asksFirst(_ action: Action) -> Bool {
    let targets = self.targets
    let others = targets.filter { !isOwn($0) }
    guard !isInsisting, !others.isEmpty else { return false }
    if targets.count == 1 {
      offerInstead(of: action, on: targets[0])
    } else {
      offerForSeveral(action, others: others, of: targets.count)
    }
    return true
  }

  private mutating func offerInstead(of action: Action, on entry: ReviewEntry) {
    let group = "leave theirs"
    let isMark = entry.row.isMark
    let what = entry.row.annotation.kind.row.answersClaim ? "a verdict" : "a mark"
    var entries = [
      Picker.Entry(
        value: ColleagueChoice.reply, key: "r", label: "reply", group: group,
        explanation: "Your words appear under the mark.")
    ]
    if isMark {
      entries.append(
        Picker.Entry(
          value: ColleagueChoice.beside, key: "v", label: "\(what) of your own", group: group,
          explanation: "Your mark is on the same words; a comparison shows both."))
    }
    entries.append(goOn(action, "theirs"))
    let name = entry.creator.isEmpty ? "an unnamed person" : entry.creator
    let you = author.map { " · you are \($0.name)" } ?? ""
    open(
      Picker(
        on: stage, title: "\(entry.row.label) · by \(name)\(you)",
        purpose: ReviewQuestion.ownership(action), entries: entries))
  }

  private mutating func offerForSeveral(_ action: Action, others: [ReviewEntry], of count: Int) {
    let names = others.map(\.creator).uniqued().joined(separator: ", ")
    var entries = [goOn(action, "all \(count)")]
    if others.count < count {
      entries.insert(
        Picker.Entry(
          value: ColleagueChoice.onlyOwn, key: "o", label: "only your own \(count - others.count)",
          group: "leave theirs", explanation: "The others stay selected."), at: 0)
    }
    open(
      Picker(
        on: stage, title: "\(others.count) of these \(count) marks are by \(names)",
        purpose: ReviewQuestion.ownership(action), entries: entries))
  }

  private func goOn(_ action: Action, _ what: String) -> Picker.Entry {
    let deletes = action == .delete
    return Picker.Entry(
      value: ColleagueChoice.goOn, key: deletes ? "D" : "E",
      label: "\(deletes ? "delete" : "edit") \(what)", group: "change it",
      explanation: deletes
        ? "A note stays, with your name, the time and what the mark said."
        : "Recorded with your name and the time; the mark also shows what it said before.")
  }

  /// Does what was chosen in place of an action.
  mutating func choose(_ choice: ColleagueChoice, inPlaceOf action: Action) -> [Effect] {
    switch choice {
    case .reply:
      if let current = targets.first { write(.reply(current.key), "reply", of: current) }
      return []
    case .beside: return markBeside()
    case .onlyOwn:
      let left = Set(targets.filter { !isOwn($0) }.map(\.key))
      chosen.subtract(left)
      return work(action) ?? []
    case .goOn:
      isInsisting = true
      defer { isInsisting = false }
      return work(action) ?? []
    }
  }

  /// A mark of one's own takes a term from the pack of its kind, or else words.
  private mutating func markBeside() -> [Effect] {
    guard let entry = targets.first else { return [] }
    guard let pack = stage.shelf.packs(for: entry.row.annotation.kind).first else {
      write(.beside(entry.key), "mark", of: entry)
      return []
    }
    open(
      Picker(
        on: stage, title: "your own beside \(entry.row.label)",
        purpose: ReviewQuestion.beside(entry.key), entries: Picker.terms(of: pack)))
    return []
  }
}

/// What can be done in place of changing a colleague's mark.
package enum ColleagueChoice: Choice {
  case reply, beside
  /// Of several marks, those that are the reviewer's own.
  case onlyOwn
  /// What was asked for first is done after all.
  case goOn
}
