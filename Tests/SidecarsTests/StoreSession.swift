// A reader's session on a simulated disk, for tests of the store.

import ArticleModel
import TestSupport

@testable import Sidecars

/// An article on a simulated disk, and sessions that annotate it.
struct Desk {
  static let folder = "/articles"
  static let sidecar = "/articles/article.txt.annotations.json"

  let disk: SimulatedDisk
  /// Sidecars up to this size are written after each change.
  var longestSavedAtOnce = 1 << 20
  var article = Article(
    "Harbour closes\n\nThe harbour was closed on Monday, officials said. Ferries sail again.\n")

  /// A store of the process of that number; those in `running` are alive.
  func store(process: Int = 1, running: Set<Int> = []) -> SidecarStore {
    let surroundings = Surroundings(
      holder: LockHolder(host: "desk", processID: process),
      isAlive: { running.contains($0.processID) },
      now: { Timestamp(secondsSinceEpoch: 1_700_000_000) }, wait: { _ in }, stateFolder: "/state")
    let store = SidecarStore(
      article: article, sidecarPath: Self.sidecar, fileSystem: disk, surroundings: surroundings)
    store.longestSavedAtOnce = longestSavedAtOnce
    return store
  }

  /// A mark with an id that tests can name.
  func mark(_ name: String, note: String = "") -> Annotation {
    var annotation = Annotation(
      id: AnnotationID("urn:test:" + name), kind: .bias,
      targets: [
        AnnotationTarget(
          source: "article.txt", passage: Passage(of: TextSpan(20..<27), in: article))
      ])
    annotation.note = note
    return annotation
  }
}

/// An open store and the set that the reader sees.
final class StoreSession {
  let store: SidecarStore
  let opening: Opening
  var set: AnnotationSet
  private(set) var notices: [StoreNotice]

  init(
    _ store: SidecarStore, _ access: Access = .asking, by person: Creator? = nil
  ) throws(StoreError) {
    self.store = store
    opening = try store.open(access, by: person)
    set = opening.annotations
    notices = opening.notices
  }

  func apply(_ edits: Edit...) throws(StoreError) {
    let change = Change("a change", edits)
    set.apply(change)
    take(try store.record(change, resulting: set))
  }

  func undo() throws(StoreError) {
    guard let change = set.undo() else { return }
    take(try store.record(change, resulting: set))
  }

  func redo() throws(StoreError) {
    guard let change = set.redo() else { return }
    take(try store.record(change, resulting: set))
  }

  private func take(_ receipt: Receipt) {
    notices += receipt.notices
    if let merged = receipt.merged { set = merged }
  }
}

extension AnnotationSet {
  /// What is in the set and what can be undone and redone, in a line that tests compare.
  var summary: String {
    annotations.map { "\($0.id.description.dropFirst(9)):\($0.note)" }.sorted().joined(
      separator: " ")
      + " <\(past.count) \(future.count)>"
  }
}
