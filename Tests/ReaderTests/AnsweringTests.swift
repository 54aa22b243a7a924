// What the reader is told and asked: in whose name marks are made, whether marks from elsewhere belong
// here, and which of two versions to keep.

import ArticleModel
import Interface
import Reader
import Sidecars
import Testing

@Suite struct AnsweringTests {
  @Test("No mark is asked for a name: the first one says whose it is, and no other one does")
  func author() {
    var sitting = Sitting(tellsAuthor: true)
    sitting.press("abl")
    #expect(sitting.annotations.map { $0.creator?.name } == ["Ana"])
    #expect(sitting.screen.contains("marked as Ana · :author changes that"))
    sitting.press("<Esc>Gah")
    #expect(sitting.annotations.count == 2)
    #expect(!sitting.screen.contains("marked as"))
  }

  @Test("A name that the user gave is not said again")
  func namedAuthor() {
    var sitting = Sitting()
    sitting.press("ah")
    #expect(!sitting.screen.contains("marked as"))
  }

  @Test(
    "`:author` takes another name for all marks from then on, and has it kept",
    arguments: [true, false])
  func otherAuthor(_ typesItAtOnce: Bool) throws {
    var sitting = Sitting(tellsAuthor: true)
    sitting.press(":")
    sitting.type("author")
    if typesItAtOnce {
      sitting.type(" Ben Ito")
    } else {
      sitting.press("<Enter>")
      #expect(sitting.screen.contains("marks are made by: Ana"))
      sitting.press("<C-u>")
      sitting.type("Ben Ito")
    }
    sitting.press("<Enter>")
    #expect(sitting.screen.contains("marks are made by Ben Ito from now on"))
    sitting.press("ah")
    let author = try #require(sitting.annotations.first?.creator)
    #expect(author.name == "Ben Ito")
    #expect(author.id?.hasPrefix("urn:uuid:") == true)
    #expect(sitting.effects.contains(.desk(.keepAuthor(author))))
    #expect(!sitting.screen.contains("marked as"))
  }

  @Test("`:author` without a name leaves the one that there is")
  func noAuthor() {
    var sitting = Sitting()
    sitting.press(":author<Enter><C-u><Enter>")
    #expect(sitting.screen.contains("marks are still made by Ana"))
    sitting.press("ah")
    #expect(sitting.annotations.first?.creator?.name == "Ana")
  }

  private static let stray = StraySidecar(
    path: "old/draft.txt.annotations.json", match: .sameText, annotations: 3)

  @Test("Marks of an article that was renamed are offered, and taken only when chosen")
  func strays() {
    var sitting = Sitting()
    sitting.take(.strays([Self.stray]))
    #expect(sitting.screen.contains("was this article moved or renamed?"))
    #expect(sitting.screen.contains("3 marks on the same text"))
    sitting.press("n")
    #expect(!sitting.effects.contains(.desk(.takeOver(Self.stray.path))))
    sitting.press("gM1")
    #expect(sitting.effects.contains(.desk(.takeOver(Self.stray.path))))
    let mark = Annotation(kind: .note, targets: [])
    sitting.take(.takenOver(AnnotationSet([mark]), anchors: [mark.id: []]))
    #expect(sitting.annotations.count == 1)
    #expect(sitting.screen.contains("took over 1 mark"))
  }

  @Test("An offer does not interrupt what is going on")
  func offerWaits() {
    var sitting = Sitting()
    sitting.press("aq")
    sitting.take(.strays([Self.stray]))
    #expect(sitting.top.context == .note)
    #expect(sitting.screen.contains("gM takes them"))
  }

  @Test("Two versions of a mark are shown as such, and one of them is kept by key")
  func versions() {
    let words = AnnotationTarget(source: "a", passage: Passage(exact: "Divers found the wreck"))
    var mine = Annotation(id: AnnotationID("urn:test:a"), kind: .note, targets: [words])
    mine.note = "mine"
    var theirs = Annotation(id: AnnotationID("urn:test:b"), kind: .note, targets: [words])
    (theirs.note, theirs.conflictsWith) = ("theirs", mine.id)
    var sitting = Sitting(columns: 140, annotations: [mine, theirs])
    #expect(sitting.screen.contains("≠N"))
    sitting.press("g5G")
    #expect(sitting.screen.contains("two versions · ga keeps this one, dd drops it"))
    sitting.press("ga")
    #expect(sitting.annotations.map(\.note) == ["theirs"])
    #expect(sitting.annotations.first?.conflictsWith == nil)
    #expect(!sitting.screen.contains("≠"))
    sitting.press("u")
    #expect(sitting.annotations.count == 2)
  }

  @Test("Before a colleague’s version goes, that is the one thing offered, and undo brings it back")
  func colleaguesVersion() {
    let words = AnnotationTarget(source: "a", passage: Passage(exact: "Divers found the wreck"))
    let ben = Creator(name: "Ben")
    var kept = Annotation(
      id: AnnotationID("urn:test:a"), kind: .note, targets: [words], creator: ben)
    kept.note = "kept"
    var other = Annotation(
      id: AnnotationID("urn:test:b"), kind: .note, targets: [words], creator: ben)
    (other.note, other.conflictsWith) = ("other", kept.id)
    var sitting = Sitting(columns: 140, annotations: [kept, other])
    sitting.press("g5ga")
    #expect(sitting.screen.contains("K keep this version"))
    #expect(sitting.screen.contains("The other one, by Ben (“other”) goes; u brings it back."))
    #expect(!sitting.screen.contains("edit theirs"))
    sitting.press("K")
    #expect(sitting.annotations.map(\.note) == ["kept"])
    #expect(sitting.screen.contains("kept this version"))
    sitting.press("u")
    #expect(sitting.annotations.map(\.note) == ["kept", "other"])
  }

  @Test("One of several places is taken off a mark, the last one is not")
  func removeTarget() {
    var sitting = Sitting()
    sitting.press("ahawG<Enter>")
    #expect(sitting.annotations.first?.targets.count == 2)
    sitting.press("dw")
    #expect(sitting.annotations.first?.targets.count == 1)
    #expect(sitting.state.index.entries.first?.span.start == .zero)
    sitting.press("ggdw")
    #expect(sitting.annotations.first?.targets.count == 1)
    #expect(sitting.screen.contains("one place only"))
    sitting.press("u")
    #expect(sitting.annotations.first?.targets.count == 2)
  }
}
