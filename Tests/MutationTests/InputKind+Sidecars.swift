// Sidecar files and journals: read alone, and opened by a store that goes on to write.

import ArticleModel
import LosslessJSON
import Sidecars
import TestSupport

extension InputKind {
  private static let path = "/articles/article.txt.annotations.json"

  private static let memberNames: [[UInt8]] = bytes(
    #""items""#, #""target""#, #""selector""#, #""exact""#, #""start""#, #""end""#, #""created""#,
    #""modified""#, #""body""#, #""id""#, #""galley:status""#, #""galley:formatVersion""#, #""2.0""#
  )

  static let sidecar = InputKind(
    name: "sidecar", rounds: 200,
    makeCorpus: { try files(in: "Examples", ending: ".annotations.json") }, pieces: memberNames
  ) { input, _ in
    if let sidecar = try? Sidecar(parsing: input) {
      if sidecar.serialized() != input { return "saving the unchanged file changes it" }
      var marked = sidecar
      marked.annotations.append(mark(newMark))
      let again = marked.serialized()
      guard let read = try? Sidecar(parsing: again) else { return "what is written is not read" }
      let known = sidecar.annotations.map(\.id)
      if !sidecar.isReadOnly, read.annotations.map(\.id) != known + [newMark] {
        return "marks are lost in writing"
      }
    }
    return faultOfStore(sidecar: input, journal: nil)
  }

  static let journal = InputKind(
    name: "journal", rounds: 200, makeCorpus: { [try goodJournal()] },
    pieces: memberNames + bytes("\n", "{\"undo\":", "{\"base\":", "{\"draft\":")
  ) { input, _ in
    faultOfStore(sidecar: nil, journal: input)
  }

  private static let newMark = AnnotationID("urn:test:new")

  private static let shortArticle = Article(
    "Harbour closes\n\nThe harbour was closed on Monday, officials said. Ferries sail again.\n")

  private static func mark(_ id: AnnotationID) -> Annotation {
    Annotation(
      id: id, kind: .bias,
      targets: [
        AnnotationTarget(
          source: "article.txt", passage: Passage(of: TextSpan(20..<27), in: shortArticle))
      ])
  }

  private static func store(_ disk: SimulatedDisk) -> SidecarStore {
    let surroundings = Surroundings(
      holder: LockHolder(host: "desk", processID: 1), isAlive: { _ in false },
      now: { Timestamp(secondsSinceEpoch: 1_700_000_000) }, wait: { _ in }, stateFolder: "/state")
    return SidecarStore(
      article: shortArticle, sidecarPath: path, fileSystem: disk, surroundings: surroundings)
  }

  /// Opens a store on files, marks, closes, and looks whether the mark is there.
  private static func faultOfStore(sidecar: [UInt8]?, journal: [UInt8]?) -> String? {
    let disk = SimulatedDisk()
    do {
      if let sidecar { try put(sidecar, at: path, on: disk) }
      if let journal { try put(journal, at: path + ".journal", on: disk) }
      let store = store(disk)
      var set = try store.open(.regardless).annotations
      if set.annotations.contains(where: { $0.id == newMark }) { return nil }
      let change = Change("marked", [.insert(mark(newMark))])
      set.apply(change)
      try store.record(change, resulting: set)
      try store.close()
      guard let bytes = try disk.contents(of: path), let kept = try? Sidecar(parsing: bytes) else {
        return "the sidecar that was written cannot be read"
      }
      let isThere = kept.annotations.contains { $0.id == newMark }
      return isThere ? nil : "a mark that was acknowledged is not in the sidecar"
    } catch {
      return nil
    }
  }

  private static func put(_ bytes: [UInt8], at path: String, on disk: SimulatedDisk) throws {
    _ = try disk.create(path, with: bytes, like: nil, isLasting: true)
  }

  /// The journal of a session that did something of each kind and did not close.
  private static func goodJournal() throws -> [UInt8] {
    let disk = SimulatedDisk()
    let store = store(disk)
    var set = try store.open(.regardless).annotations
    for number in 0..<4 {
      let change = Change("marked", [.insert(mark(AnnotationID("urn:test:\(number)")))])
      set.apply(change)
      try store.record(change, resulting: set)
    }
    if let change = set.undo() { try store.record(change, resulting: set) }
    try store.keepDraft(NoteDraft(annotation: AnnotationID("urn:test:1"), text: "half a\nnote"))
    return try disk.contents(of: path + ".journal") ?? []
  }
}
