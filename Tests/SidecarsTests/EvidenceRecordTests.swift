// Evidence and ticks in the file: what is read is written, order and unknown members stay, versions merge.

import ArticleModel
import LosslessJSON
import Testing

@testable import Sidecars

@Suite struct EvidenceRecordTests {
  private static let digest = String(repeating: "2d", count: 32)

  /// A file of format 1.0 with two sources, the first of which has a member that nobody knows.
  private static let text = """
    {
      "galley:formatVersion": "1.0",
      "items": [
        {
          "id": "urn:uuid:00000000-0000-4000-8000-000000000001", "type": "Annotation",
          "motivation": "assessing",
          "body": [
            {"type": "SpecificResource", "purpose": "linking", "source": "https://a.example/1", "x-own": 1.50},
            {"type": "TextualBody", "purpose": "tagging", "value": "port"},
            {"type": "SpecificResource", "purpose": "linking", "source": "https://a.example/2"},
            {"type": "SpecificResource", "purpose": "linking", "source": "https://a.example/1", "galley:passage": "again"}
          ],
          "target": {"source": "a"}
        }
      ]
    }

    """

  private func file() throws -> Sidecar { try Sidecar(parsing: Array(Self.text.utf8)) }

  private func changing(
    _ sidecar: Sidecar, at time: String = "2026-01-02T00:00:00Z", _ body: (inout Annotation) -> Void
  ) -> Sidecar {
    var sidecar = sidecar
    body(&sidecar.annotations[0])
    sidecar.annotations[0].modified = Timestamp(time)
    return sidecar
  }

  private func reread(_ sidecar: Sidecar) throws -> Annotation {
    try #require(try Sidecar(parsing: sidecar.serialized()).annotations.first)
  }

  @Test("An old file is written as it was, to the byte")
  func unchanged() throws {
    #expect(String(decoding: try file().serialized(), as: UTF8.self) == Self.text)
  }

  @Test("All that is recorded of a source comes back, and raises the version")
  func roundTrip() throws {
    var source = Evidence(url: "https://a.example/2", stance: .refutes)
    (source.title, source.publisher) = ("The log", "Port")
    (source.passage, source.sourceKind) = ("closed", "primary")
    source.accessed = Timestamp("2026-01-02")
    source.archivedURL = "https://web.archive.example/2"
    source.copy = KeptCopy(
      path: "copies/a.example/2.html", digest: Digest(hexadecimal: Self.digest),
      retrieved: Timestamp("2026-01-02T03:04:05Z"))
    let changed = changing(try file()) { $0.evidence[1] = source }
    #expect(try reread(changed).evidence[1] == source)
    let text = String(decoding: changed.serialized(), as: UTF8.self)
    #expect(text.contains(#""galley:formatVersion": "1.1""#) && text.contains(#""x-own": 1.50"#))
    let plain = changing(try file()) { $0.evidence[1].stance = .refutes }
    #expect(String(decoding: plain.serialized(), as: UTF8.self).contains(#"Version": "1.0""#))
  }

  @Test(
    "Place, speaker, digest and outcome of a quotation's source come back as Web Annotation has them"
  )
  func quotedSource() throws {
    var source = Evidence(url: "./council.vtt", stance: .supports)
    source.place = EvidencePlace(
      codePoints: CodePointSpan(CodePointOffset(4), CodePointOffset(9)), milliseconds: 77_050,
      page: "iv")
    (source.speaker, source.outcome) = ("Ilse Brandt", "verbatim")
    source.digest = Digest(hexadecimal: Self.digest)
    let changed = changing(try file()) { $0.evidence[1] = source }
    #expect(try reread(changed).evidence[1] == source)
    let text = String(decoding: changed.serialized(), as: UTF8.self)
    #expect(text.contains(#""t=77.050""#) && text.contains(#""page=iv""#))
    #expect(text.contains(#""galley:formatVersion": "1.1""#))
  }

  @Test(
    "A place is read from any of the selectors that name one, and from nothing else",
    arguments: [
      (#"[{"type": "FragmentSelector", "value": "t=842.1,851"}]"#, 842_100),
      (#"{"type": "TextPositionSelector", "start": 9, "end": 4}"#, nil),
      (
        #"[{"type": "FragmentSelector", "value": "t=-3"}, {"type": "TextQuoteSelector", "exact": "x"}]"#,
        nil
      ),
      (#"[{"type": "FragmentSelector", "value": "t=99999999999999999999"}]"#, nil),
    ] as [(String, Int?)])
  func places(text: String, milliseconds: Int?) throws {
    let place = EvidencePlace(try JSONDocument(parsing: Array(text.utf8)).root)
    #expect(place == milliseconds.map { EvidencePlace(milliseconds: $0) })
  }

  @Test("What an article's quotations are looked for in is kept with the members that others wrote")
  func quotationSources() throws {
    let text = #"""
      {
        "about": {"galley:sources": [{"galley:path": "a.vtt", "format": "text/vtt"}, {"source": "https://a.example/m"}, {"galley:path": "/etc/passwd"}, {"source": "file:///x"}]},
        "items": []
      }

      """#
    var sidecar = try Sidecar(parsing: Array(text.utf8))
    #expect(sidecar.about.quotationSources == [.path("a.vtt"), .address("https://a.example/m")])
    #expect(String(decoding: sidecar.serialized(), as: UTF8.self) == text)
    sidecar.about.quotationSources.append(.path("../b.txt"))
    let again = try Sidecar(parsing: sidecar.serialized())
    #expect(again.about.quotationSources == sidecar.about.quotationSources)
    #expect(again.about.quotationSources.map(\.isWithinFolder) == [true, false, false])
  }

  @Test(
    "A copy whose path leads out of the folder is not taken for one",
    arguments: ["/etc/passwd", "../x", "a/../../x", ""])
  func badPath(path: String) throws {
    let body = #"{"galley:path": "\#(path)"}"#
    #expect(KeptCopy(try JSONDocument(parsing: Array(body.utf8)).root) == nil)
  }

  @Test("Another order of the sources is the order of the file, and nothing else moves")
  func order() throws {
    let moved = changing(try file()) { $0.evidence.swapAt(0, 1) }
    let mark = try reread(moved)
    #expect(
      mark.evidence.map(\.url) == [
        "https://a.example/2", "https://a.example/1", "https://a.example/1",
      ])
    #expect(mark.evidence[2].passage == "again" && mark.tags == ["port"])
    let text = String(decoding: moved.serialized(), as: UTF8.self)
    #expect(text.contains(#""source": "https://a.example/1", "x-own": 1.50"#))
    let back = changing(try Sidecar(parsing: moved.serialized())) { $0.evidence.swapAt(0, 1) }
    #expect(try reread(back).evidence == (try file().annotations[0].evidence))
  }

  @Test("A source that was taken out comes back in its place when that is undone")
  func undone() throws {
    let before = try file()
    let removed = changing(before) { $0.evidence.remove(at: 1) }
    let again = changing(try Sidecar(parsing: removed.serialized())) {
      $0.evidence = before.annotations[0].evidence
    }
    #expect(try reread(again).evidence == before.annotations[0].evidence)
  }

  @Test("Two passages of one source are two sources: each is changed and removed by itself")
  func sameAddress() throws {
    let changed = changing(try file()) { $0.evidence[2].passage = "other" }
    #expect(try reread(changed).evidence.map(\.passage) == [nil, nil, "other"])
    let removed = changing(changed) { $0.evidence.remove(at: 2) }
    #expect(try reread(removed).evidence.map(\.passage) == [nil, nil])
  }

  @Test(
    "Title on one side and copy on the other, a new source, another order: a merge has all of it")
  func merge() throws {
    let base = try file()
    let ours = changing(base) {
      $0.evidence[1].title = "The log"
      $0.evidence.append(Evidence(url: "https://a.example/3"))
    }
    let theirs = changing(base, at: "2026-01-03T00:00:00Z") {
      $0.evidence[1].copy = KeptCopy(path: "copies/a.example/2.html")
      $0.evidence.swapAt(0, 1)
    }
    for (one, other) in [(ours, theirs), (theirs, ours)] {
      let merge = ThreeWayMerge(base: base, ours: one, theirs: other)
      #expect(merge.conflicts.isEmpty)
      let sources = try reread(merge.sidecar).evidence
      #expect(sources.count == 4)
      #expect(sources.first?.url == "https://a.example/2")
      #expect(sources.first?.title == "The log" && sources.first?.copy != nil)
      #expect(sources.contains { $0.url == "https://a.example/3" })
    }
  }

  @Test("A source that one removed and the other changed is not lost")
  func removedAndChanged() throws {
    let base = try file()
    let ours = changing(base) { $0.evidence.remove(at: 1) }
    let theirs = changing(base) { $0.evidence[1].passage = "closed" }
    let merge = ThreeWayMerge(base: base, ours: ours, theirs: theirs)
    #expect(!merge.conflicts.isEmpty)
    let all = try Sidecar(parsing: merge.sidecar.serialized()).annotations.flatMap(\.evidence)
    #expect(all.contains { $0.passage == "closed" })
  }

  @Test("Ticks of two people for the same item stand side by side after a merge")
  func ticks() throws {
    let base = try file()
    let list = Checklist(
      id: "desk", label: "desk", version: "1", items: [.init(id: "x", label: "x")])
    func ticking(_ name: String) -> Sidecar {
      var sidecar = base
      sidecar.annotations.append(
        Annotation(
          ticking: list.items[0], of: list, for: base.annotations[0].id, in: "a",
          by: Creator(name: name), at: Timestamp("2026-01-02T00:00:00Z")))
      return sidecar
    }
    let merge = ThreeWayMerge(base: base, ours: ticking("Ana"), theirs: ticking("Ben"))
    #expect(merge.conflicts.isEmpty)
    let read = try Sidecar(parsing: merge.sidecar.serialized())
    let progress = ChecklistProgress(of: list, in: read.annotations)
    let ticks = progress.ticks(of: list.items[0], for: base.annotations[0].id)
    #expect(Set(ticks.compactMap { $0.creator?.name }) == ["Ana", "Ben"])
    #expect(AnnotationSet(read.annotations).marks.count == 1)
    #expect(String(decoding: ticking("Ana").serialized(), as: UTF8.self).contains("\"1.1\""))
  }
}
