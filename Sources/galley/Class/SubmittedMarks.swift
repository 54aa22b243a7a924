// The sidecars of a class, taken apart by learner, with their marks where they stand in the text of the key.

import Agreement
import ArticleModel
import Corpus
import Sidecars

/// What a class handed in.
struct SubmittedMarks {
  private let keys: [KeySidecar]
  private var parts: [Part] = []
  /// What is left aside, a line each.
  private(set) var remarks: [String] = []

  /// A person's marks in one sidecar.
  private struct Part {
    var person: String
    /// What tells the person from others of the same name: a folder, or a part of the file's name.
    var place: String
    var submission: Submission
  }

  init(keys: [KeySidecar]) { self.keys = keys }

  /// Takes the marks of a sidecar; one on an article that the key is not about is left out, and named.
  mutating func add(_ sidecar: AnnotatedArticle) throws(CommandFailure) {
    let likeness = keys.map { $0.likeness(to: sidecar) }
    guard let best = likeness.max(), best > 0, let number = likeness.firstIndex(of: best) else {
      remarks.append("\(sidecar.sidecarPath): the key has nothing on its article; it is left out")
      return
    }
    let key = keys[number]
    let anchors = try Self.anchors(of: sidecar, in: key)
    let absent = Self.absent(of: key, from: sidecar)
    let place = Self.place(of: sidecar)
    for (name, marks) in people(in: sidecar, key.key.authors) {
      let submission = Submission(
        by: name ?? place, on: number, marks: marks, anchors: anchors,
        handedIn: sidecar.about.handedIn, firstHandedIn: sidecar.about.firstHandedIn,
        absent: absent)
      parts.append(Part(person: name ?? place, place: place, submission: submission))
    }
  }

  /// Whoever has marks in a sidecar; nil for who has no name there. Whoever made the key may have written
  /// into the sidecars of others, and is not scored by that.
  private mutating func people(
    in sidecar: AnnotatedArticle, _ authors: [String]
  ) -> [(name: String?, marks: [Annotation])] {
    let marks = sidecar.annotations.filter { AnnotationKind.marks.contains($0.kind) }
    if marks.isEmpty { return [(nil, [])] }
    let groups = marks.grouped { $0.creator?.name }.map { (name: $0.key, marks: $0.members) }
    let learners = groups.filter { group in group.name.map { !authors.contains($0) } ?? true }
    if learners.isEmpty { return groups }
    for group in groups where !learners.contains(where: { $0.name == group.name }) {
      remarks.append(
        "\(sidecar.sidecarPath): \(group.name ?? "") made the key and is not scored")
    }
    return learners
  }

  /// Where the marks stand in the text of the key.
  private static func anchors(
    of sidecar: AnnotatedArticle, in key: KeySidecar
  ) throws(CommandFailure) -> [AnnotationID: [Anchor]] {
    if let article = sidecar.article, key.hasText(of: article) { return sidecar.anchors }
    do throws(StoreError) {
      return try AnnotatedArticle(key.key.article, sidecarPath: sidecar.sidecarPath).anchors
    } catch {
      throw CommandFailure(error.description)
    }
  }

  /// The marks of the key whose words the learner's own text does not have.
  private static func absent(
    of key: KeySidecar, from sidecar: AnnotatedArticle
  ) -> Set<AnnotationID> {
    guard let article = sidecar.article, !key.hasText(of: article) else { return [] }
    let anchors = Anchoring.resolve(key.marks, in: article)
    return Set(
      anchors.filter { !$0.value.isEmpty && $0.value.allSatisfy { $0.state == .orphan } }.keys)
  }

  /// `cleo` of `story.txt.cleo.annotations.json`, else the folder of the sidecar, else its path.
  private static func place(of sidecar: AnnotatedArticle) -> String {
    let parts = sidecar.sidecarPath.split(separator: "/").map(String.init)
    let file = parts.last ?? sidecar.sidecarPath
    let article = sidecar.about.path?.split(separator: "/").last.map(String.init)
    if let article, file.hasPrefix(article + "."), file.hasSuffix(SidecarStore.suffix) {
      let middle = file.dropFirst(article.count + 1).dropLast(SidecarStore.suffix.count)
      if file.count > article.count + SidecarStore.suffix.count { return String(middle) }
    }
    return parts.dropLast().last ?? sidecar.sidecarPath
  }

  /// What everybody handed in, under names that tell people apart.
  func submissions(hidingNames: Bool) -> [Submission] {
    let named = told(apart: parts)
    guard hidingNames else { return named }
    let names = named.map(\.person).uniqued().sorted { Self.shuffled($0) < Self.shuffled($1) }
    let width = String(names.count).count
    return named.map { submission in
      var submission = submission
      let number = String((names.firstIndex(of: submission.person) ?? 0) + 1)
      submission.person =
        "Learner " + String(repeating: "0", count: width - number.count) + number
      return submission
    }
  }

  /// Two sidecars on the same article are of two people, also when these have one name.
  private func told(apart parts: [Part]) -> [Submission] {
    let groups = parts.grouped { "\($0.submission.key) \($0.person)" }
    let shared = Set(groups.filter { $0.members.count > 1 }.flatMap { $0.members.map(\.person) })
    return parts.map { part in
      var submission = part.submission
      if shared.contains(part.person), part.place != part.person {
        submission.person = "\(part.person) (\(part.place))"
      }
      return submission
    }
  }

  /// An order that gives no name away, and is the same each time.
  private static func shuffled(_ name: String) -> String {
    Array(name.utf8).withUnsafeBufferPointer { Digest(of: $0) }.description
  }
}
