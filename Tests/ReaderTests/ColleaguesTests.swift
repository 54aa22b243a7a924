// Marks of colleagues in the article: whose they are, what keys offer, what is recorded.

import ArticleModel
import Corpus
import Interface
import Reader
import Screen
import Sidecars
import Testing

@Suite struct ColleaguesTests {
  private static let ben = Creator(name: "Ben Okafor")
  private static let sizes = [(140, 45), (80, 24)]
  private static let refuted = TermReference(
    pack: "verification", group: "truth", term: "refuted")

  /// A verdict of Ben's on the ships, with a reply of his own.
  private static func marks(withReply: Bool = false) throws -> [Annotation] {
    let article = Article.harbour
    let words = "40 ships are waiting off Travemünde"
    let span = try #require(article.text.places(of: words).first)
    let target = AnnotationTarget(
      source: article.source.name, passage: Passage(of: span, in: article))
    var mark = Annotation(
      id: AnnotationID("urn:x:ships"), kind: .verification, targets: [target], creator: ben,
      created: Timestamp("2026-01-01T00:00:00Z"))
    mark.terms = [refuted]
    mark.note = "The port counted twelve."
    var reply = Annotation(
      id: AnnotationID("urn:x:reply"), kind: .reply, targets: [target],
      creator: Creator(name: "Cho"), created: Timestamp("2026-01-01T01:00:00Z"))
    (reply.repliesTo, reply.note) = (mark.id, "Asked the port again.")
    return withReply ? [mark, reply] : [mark]
  }

  private static func sitting(_ size: (Int, Int), withReply: Bool = false) throws -> Sitting {
    var sitting = Sitting(
      columns: size.0, rows: size.1, annotations: try marks(withReply: withReply))
    sitting.press("]a")
    return sitting
  }

  private func ships(_ sitting: Sitting) -> Annotation? {
    sitting.annotations.first { $0.id == AnnotationID("urn:x:ships") }
  }

  @Test("Who has a verdict of their own beside a colleague’s reviews theirs, and does not agree")
  func opposed() throws {
    var own = try #require(try Self.marks().first)
    own = Annotation(
      id: AnnotationID("urn:x:own"), kind: .verification, targets: own.targets,
      creator: Creator(name: "Ana"), created: Timestamp("2026-01-01T02:00:00Z"))
    own.terms = [TermReference(pack: "verification", group: "truth", term: "supported")]
    var sitting = Sitting(columns: 140, rows: 45, annotations: try Self.marks() + [own])
    sitting.press("g5ggx")
    if sitting.annotations.allSatisfy({ $0.kind != .review }) { sitting.press("jx") }
    #expect(sitting.annotations.contains { $0.kind == .review })
    #expect(sitting.screen.contains("no agreement: your own mark says otherwise"))
    #expect(!sitting.screen.contains("Ana agrees"))
  }

  @Test(
    "Whose mark it is stands in the margin, in the pane and in the status line", arguments: sizes)
  func whose(_ size: (Int, Int)) throws {
    var sitting = try Self.sitting(size)
    #expect(sitting.frame.lines.contains { $0.hasPrefix("BV") })
    #expect(sitting.screen.contains("V refuted · by Ben Okafor"))
    // A sign that is met for the first time is explained there first.
    sitting.press("lh")
    #expect(sitting.frame.lines.last?.contains("reply") == true)
    sitting.press("g5")
    #expect(sitting.screen.contains("Ben Okafor"))
  }

  @Test(
    "Each key that would change a colleague's mark offers what leaves it as it is",
    arguments: ["i", "s", "gs", "dd", "ae", "aw", "<Enter>"], sizes)
  func asking(_ keys: String, _ size: (Int, Int)) throws {
    var sitting = try Self.sitting(size)
    sitting.press(keys)
    #expect(sitting.screen.contains("by Ben Okafor · you are Ana"))
    for offer in ["reply", "of your own", "agree", "theirs"] {
      #expect(sitting.screen.contains(offer), "\(offer) after \(keys)")
    }
    sitting.press("<Esc>")
    #expect(sitting.isPlain)
    #expect(try sitting.annotations == Self.marks())
  }

  @Test("A reply hangs under the mark, and is no mark of its own")
  func reply() throws {
    var sitting = try Self.sitting((140, 45))
    sitting.press("ir")
    sitting.type("Twelve on which day?")
    sitting.press("<Esc>")
    let reply = try #require(sitting.annotations.last)
    #expect(reply.repliesTo == AnnotationID("urn:x:ships") && reply.creator?.name == "Ana")
    #expect(reply.answeredMark?.creator == Self.ben)
    #expect(try ships(sitting) == Self.marks()[0])
    let lines = sitting.frame.lines
    let parent = try #require(lines.firstIndex { $0.contains("▸") && $0.contains("refuted") })
    #expect(lines[(parent + 1)...].contains { $0.contains("└ Ana: Twelve on which day?") })
    #expect(sitting.screen.contains("1 · 1 reply"))
    sitting.press("l")
    #expect(sitting.screen.contains("1 mark, 1 reply"))
    // Along the marks there is one step, not two.
    sitting.press("]a")
    #expect(sitting.state.message?.isWarning == true)
  }

  @Test("A verdict of one's own stands beside theirs, which stays as it was")
  func beside() throws {
    var sitting = try Self.sitting((140, 45))
    sitting.press("svs<Esc>")
    let own = try #require(sitting.annotations.last)
    #expect(own.terms.map(\.term) == ["supported"] && own.creator?.name == "Ana")
    #expect(own.targets.first?.passage?.exact == "40 ships are waiting off Travemünde")
    #expect(try ships(sitting) == Self.marks()[0])
    sitting.press("u")
    #expect(try sitting.annotations == Self.marks())
  }

  @Test("An edit asked for once more is recorded, shown, and undone", arguments: sizes)
  func edited(_ size: (Int, Int)) throws {
    var sitting = try Self.sitting(size)
    sitting.press("sEs")
    let mark = try #require(ships(sitting))
    #expect(mark.terms.map(\.term) == ["supported"] && mark.creator == Self.ben)
    let revision = try #require(mark.revisions.first)
    #expect(revision.by?.name == "Ana" && revision.at == Timestamp("2026-01-02T03:04:05Z"))
    #expect(revision.was.terms == [Self.refuted])
    sitting.press("]u")
    sitting.press("[u")
    let byline = "supported · by Ana; was: refuted · by Ben Okafor"
    #expect(mark.byline(sitting.state.title(of:)) == "by Ana; was: refuted · by Ben Okafor")
    sitting.press("g5")
    #expect(sitting.screen.contains("was: refuted · by Ben Okafor"), "\(byline)")
    // A second edit by the same person replaces nobody's words but hers.
    sitting.press("sE2")
    #expect(ships(sitting)?.revisions.count == 1)
    #expect(ships(sitting)?.revisions.first?.was.status == .open)
    sitting.press("uu")
    #expect(try sitting.annotations == Self.marks())
  }

  @Test("Of a deleted mark of a colleague a note stays of who deleted what")
  func deleted() throws {
    var sitting = try Self.sitting((140, 45), withReply: true)
    sitting.press("dd")
    #expect(ships(sitting) != nil)
    sitting.press("D")
    #expect(ships(sitting) == nil)
    let record = try #require(sitting.annotations.last)
    #expect(record.kind == .reply && record.creator?.name == "Ana")
    #expect(record.note == "deleted refuted by Ben Okafor: The port counted twelve.")
    #expect(sitting.state.message?.text.contains("its reply stays") == true)
    sitting.press("g5")
    #expect(sitting.screen.contains("Cho: to a mark"))
    sitting.press("u")
    #expect(try sitting.annotations.first == Self.marks()[0])
  }

  @Test("Undo takes back nothing that a colleague did in an earlier sitting")
  func undo() throws {
    let mark = try Self.marks()[0]
    let change = Change("marked refuted", [.insert(mark)])
    var sitting = Sitting(annotations: [mark]) { setup in
      setup.annotations = AnnotationSet([mark], past: [change])
    }
    sitting.press("u")
    #expect(ships(sitting) == mark)
    #expect(sitting.state.message?.text.contains("by Ben Okafor") == true)
    sitting.press("ahu")
    #expect(sitting.annotations == [mark])
  }

  @Test("x on a colleague's mark is a review; one's own mark is done")
  func reviewing() throws {
    var sitting = try Self.sitting((140, 45))
    sitting.press("x")
    #expect(ships(sitting)?.status == .open)
    #expect(sitting.annotations.last?.judgement == .agrees)
    sitting.press("[a")
    #expect(sitting.screen.contains("Ana agrees"))
    sitting.press("iX")
    #expect(sitting.annotations.count == 2 && sitting.annotations.last?.judgement == .disputes)
  }

  @Test("A note that a colleague left unfinished is not opened for somebody else")
  func draft() throws {
    let mark = try Self.marks()[0]
    let sitting = Sitting(annotations: [mark]) { setup in
      setup.draft = NoteDraft(annotation: mark.id, text: "half a")
    }
    #expect(sitting.note == nil)
    #expect(sitting.state.message?.text.contains("Ben Okafor") == true)
  }

  @Test("A mark is assigned by command or from a list, which is no edit of what it says")
  func assigning() throws {
    var sitting = try Self.sitting((140, 45))
    sitting.press(":")
    sitting.type("assign Cho")
    sitting.press("<Enter>")
    #expect(ships(sitting)?.assignee?.name == "Cho" && ships(sitting)?.revisions.isEmpty == true)
    #expect(sitting.state.message?.text.contains("assigned to Cho: refuted by Ben Okafor") == true)
    sitting.press("[a")
    #expect(sitting.screen.contains("for Cho"))
    sitting.press("gw")
    #expect(sitting.screen.contains("who works on"))
    sitting.press("n")
    #expect(ships(sitting)?.assignee == nil)
    sitting.press("uu")
    #expect(try sitting.annotations == Self.marks())
  }

  @Test("A colleague's correction stays, and one's own beside it counts")
  func correction() throws {
    var sitting = Sitting()
    sitting.press("]qga")
    let theirs = try #require(sitting.annotations.first)
    var ofBen = theirs
    (ofBen.id, ofBen.creator) = (AnnotationID("urn:x:ben"), Self.ben)
    ofBen.modified = Timestamp("2026-01-01T00:00:00Z")
    var second = Sitting(annotations: [ofBen])
    second.press("]qgx")
    #expect(second.annotations.first == ofBen)
    #expect(second.annotations.last?.correction?.decision == .rejected)
    #expect(second.annotations.last?.creator?.name == "Ana")
  }
}
