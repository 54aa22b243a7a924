// The authority file of a desk: what it says, who writes it, and what it survives.

import ArticleModel
import Configuration
import Sidecars
import TestSupport
import Testing

@Suite struct AuthorityFileTests {
  private let folder: TemporaryFolder
  private let file: AuthorityFile

  init() throws {
    folder = try TemporaryFolder()
    file = AuthorityFile(at: folder.path(of: AuthorityFile.name))
  }

  private func entry(
    _ says: Correction, _ number: Int = 1, by creator: String? = "Ana"
  ) -> Authority.Entry {
    Authority.Entry(
      id: AnnotationID("urn:uuid:00000000-0000-4000-8000-00000000000\(number)"), says: says,
      creator: creator, time: Timestamp("2026-01-02T03:04:05Z"))
  }

  private let renamed = Correction(
    .renamed, .speaker, of: "Shoigu", name: "Sergei \"S\" Shoigu", isForDesk: true)
  private let georgia = Correction(
    .corrected, .place, of: "Georgia",
    place: Correction.Place(name: "Georgia", country: "GE", latitude: 42, longitude: 43.5),
    isForDesk: true)

  @Test("What is recorded is read again, whatever it says")
  func roundTrip() throws {
    let all = [
      renamed, georgia,
      Correction(
        .corrected, .speaker, of: "Greenpeace", kind: .organisation, isForDesk: true),
      Correction(.rejected, .speaker, of: "Great Hall", isForDesk: true),
      Correction(.rejected, .place, of: "Victory", isForDesk: true),
      Correction(.renamed, .place, of: "Kiev", name: "Kyiv", isForDesk: true),
    ].enumerated().map { entry($0.element, $0.offset) }
    let authority = try file.record(all.map(Authority.Edit.put))
    #expect(authority.entries == all)
    #expect(file.read().authority.entries == all)
    #expect(file.read().problems.isEmpty)
  }

  @Test("Whoever is merged into another goes by that name in other articles")
  func mergedSpeaker() throws {
    var mark = Annotation(
      kind: .correction, targets: [], created: Timestamp("2026-01-02T03:04:05Z"))
    mark.correction = Correction(
      .merged, .speaker, of: "Council", name: "Thornbury Vale Council", isForDesk: true)
    let known = try #require(Authority.Entry(mark))
    let authority = try file.record([.put(known)])
    #expect(authority.entries.map(\.says.decision) == [.renamed])
    #expect(file.read().authority.entries.map(\.says.name) == ["Thornbury Vale Council"])
  }

  @Test("Taking an entry out leaves the rest of the file as it was, comments too")
  func undone() throws {
    _ = try file.record([.put(entry(renamed))])
    var text = try folder.read(AuthorityFile.name)
    text += "\n# The parish, not the state.\n[[place]]\ncalled = \"Jersey\"\ncountry = \"JE\"\n"
    try folder.write(text, to: AuthorityFile.name)
    _ = try file.record([.put(entry(georgia, 2))])
    let authority = try file.record([.drop(entry(georgia, 2).id)])
    #expect(try folder.read(AuthorityFile.name) == text)
    #expect(authority.entries.count == 2)
    _ = try file.record([.drop(entry(renamed).id)])
    let rest = try folder.read(AuthorityFile.name)
    #expect(rest.contains("# The parish, not the state.\n[[place]]\ncalled = \"Jersey\""))
    #expect(!rest.contains("Shoigu"))
  }

  @Test("An entry with a known id takes the place of the earlier one")
  func replaced() throws {
    _ = try file.record([.put(entry(renamed))])
    var other = renamed
    other.name = "Sergey Shoigu"
    let authority = try file.record([.put(entry(other))])
    #expect(authority.entries.map(\.says.name) == ["Sergey Shoigu"])
  }

  @Test("Two desks that write by turns and at once keep what each other wrote")
  func twoDesks() async throws {
    let path = file.path
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          let says = Correction(
            .renamed, .speaker, of: "A\(number)", name: "B\(number)", isForDesk: true)
          let id = AnnotationID("urn:uuid:00000000-0000-4000-8000-00000000000\(number)")
          let edit = Authority.Edit.put(Authority.Entry(id: id, says: says))
          do { _ = try AuthorityFile(at: path).record([edit]) } catch { Issue.record(error) }
        }
      }
    }
    #expect(Set(file.read().authority.entries.compactMap(\.says.name)).count == 8)
  }

  @Test("Of two entries about one name that two desks put together, the one further down counts")
  func merged() throws {
    let (ours, theirs) = (try TemporaryFolder(), try TemporaryFolder())
    for (place, name) in [(ours, "Vogt, I."), (theirs, "Ines Vogt")] {
      let says = Correction(.renamed, .speaker, of: "Vogt", name: name, isForDesk: true)
      let desk = AuthorityFile(at: place.path(of: AuthorityFile.name))
      _ = try desk.record([.put(entry(says, name.count % 10, by: name))])
    }
    let text = try ours.read(AuthorityFile.name) + (try theirs.read(AuthorityFile.name))
    try folder.write(text, to: AuthorityFile.name)
    let (authority, problems) = file.read()
    #expect(problems.isEmpty)
    #expect(authority.entries.map(\.says.name) == ["Vogt, I.", "Ines Vogt"])
  }

  @Test("A broken file is read as far as it can be, said so with the line, and never written over")
  func broken() throws {
    let text = "[[speaker]]\ncalled = \"Shoigu\"\nname = \"Sergei Shoigu\"\n<<<<<<< ours\n"
    try folder.write(text, to: AuthorityFile.name)
    let (authority, problems) = file.read()
    #expect(authority.entries.map(\.says.name) == ["Sergei Shoigu"])
    #expect(problems.first?.line == 4)
    #expect(throws: ConfigurationProblem.self) { try file.record([.put(entry(georgia))]) }
    #expect(try folder.read(AuthorityFile.name) == text)
  }

  @Test("What makes no sense in an entry is reported with its line, and the rest counts")
  func problems() {
    let text = """
      [[speaker]]
      name = "Nobody in particular"
      [[speaker]]
      called = "Ministry"
      kind = "committee"
      [[place]]
      called = "Georgia"
      country = "Georgia"
      [[place]]
      called = "Kiev"
      name = "Kyiv"
      colour = "blue"
      """
    let (authority, problems) = AuthorityLoader.load(text, file: "a.toml")
    #expect(authority.entries.map(\.says.name) == ["Kyiv"])
    #expect(problems.map(\.line) == [1, 5, 7, 8, 12])
  }

  @Test("In a folder that cannot be written nothing is lost and the reason is said")
  func readOnly() throws {
    let disk = SimulatedDisk()
    try disk.createFolder("/desk")
    let file = AuthorityFile(at: "/desk/\(AuthorityFile.name)", files: disk)
    _ = try file.record([.put(entry(renamed))])
    disk.makeReadOnly("/desk")
    let failure = #expect(throws: ConfigurationProblem.self) {
      try file.record([.put(entry(georgia, 2))])
    }
    #expect(failure?.description.contains("cannot be written") == true)
    #expect(file.read().authority.entries.map(\.says) == [renamed])
  }

  @Test("The nearest file upwards applies; where there is none, one is made beside the articles")
  func nearest() throws {
    try folder.write("text", to: "desk/2026/story.txt")
    let here = folder.path(of: "desk/2026")
    #expect(AuthorityFile(nearestTo: here).path.hasSuffix("desk/2026/galley-authority.toml"))
    try folder.write("", to: "desk/galley-authority.toml")
    #expect(AuthorityFile(nearestTo: here).path.hasSuffix("/desk/galley-authority.toml"))
    #expect(AuthorityFile(nearestTo: here + "/").path.hasSuffix("/desk/galley-authority.toml"))
  }
}
