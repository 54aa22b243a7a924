// The line that meets whoever comes back to an article.

import ArticleModel
import Sidecars

/// How an article stands: "last worked on 7 days ago · 3 marks · 1 needs a second source".
struct Greeting {
  /// The line; nil when there is nothing to say.
  let text: String?

  /// - Parameter remark: what there is to say of the article itself; it comes before all that is not urgent.
  init(opening: Opening, lastVisit: Timestamp?, now: Timestamp, remark: String? = nil) {
    let marks = opening.annotations.marks.filter { $0.kind != .correction }
    let urgent = opening.notices.filter(\.needsAttention)
    // What has to be looked at is not to be cut off for the sake of the rest.
    var parts = (urgent.isEmpty ? opening.notices : urgent).map(\.description)
    if let rereading = opening.rereading, urgent.isEmpty {
      // It counts the marks.
      let age = Self.age(of: Self.later(opening.lastChanged, lastVisit), now)
      let others = opening.notices.filter { $0 != .reread(rereading) }.map(\.description)
      parts = [rereading.description] + others + Self.work(marks) + [age].compactMap { $0 }
    } else if !marks.isEmpty, urgent.isEmpty {
      parts =
        [
          Self.age(of: Self.later(opening.lastChanged, lastVisit), now),
          counted(marks.count, "mark"),
        ]
        .compactMap { $0 } + Self.work(marks) + Self.moved(opening) + parts
    } else if let age = Self.age(of: lastVisit, now) {
      parts = [age, "nothing marked yet"] + parts
    }
    if let remark { parts.insert(remark, at: urgent.isEmpty ? 0 : parts.count) }
    text = parts.isEmpty ? nil : parts.joined(separator: " · ")
  }

  private static func later(_ a: Timestamp?, _ b: Timestamp?) -> Timestamp? {
    guard let a, let b else { return a ?? b }
    return b > a ? b : a
  }

  /// How many marks stand elsewhere than they did, because the text has changed.
  private static func moved(_ opening: Opening) -> [String] {
    let moved = opening.anchors.values.filter { $0.contains { $0.state != .exact } }.count
    return moved == 0 ? [] : ["\(moved) moved with the text"]
  }

  private static func age(of time: Timestamp?, _ now: Timestamp) -> String? {
    guard let then = time?.secondsSinceEpoch, let now = now.secondsSinceEpoch else { return nil }
    switch max(now - then, 0) {
    case ..<60: return "last worked on a moment ago"
    case ..<3600: return "last worked on \(counted((now - then) / 60, "minute")) ago"
    case ..<86_400: return "last worked on \(counted((now - then) / 3600, "hour")) ago"
    default: return "last worked on \(counted((now - then) / 86_400, "day")) ago"
    }
  }

  private static func work(_ marks: [Annotation]) -> [String] {
    let waiting = marks.filter { $0.status == .needsSecondSource }.count
    return waiting == 0 ? [] : [counted(waiting, "needs", plural: "need") + " a second source"]
  }
}

extension Opening {
  /// What became of the marks in another text; nil when the text is the same.
  fileprivate var rereading: Rereading? {
    for case .reread(let rereading) in notices { return rereading }
    return nil
  }
}
