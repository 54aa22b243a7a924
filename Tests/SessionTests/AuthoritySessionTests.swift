// What is said of a person for good goes to the authority file of the desk with the change, and comes out
// with its undo.

import ArticleModel
import Session
import Synchronization
import Testing

@Suite struct AuthoritySessionTests {
  private let room: Room
  private let known = Known()

  init() throws { room = try Room() }

  /// An authority file in memory.
  private final class Known: Sendable {
    let entries = Mutex<[Authority.Entry]>([])

    func record(_ edits: [Authority.Edit]) -> Authority {
      entries.withLock { entries in
        for edit in edits {
          switch edit {
          case .put(let entry): entries.append(entry)
          case .drop(let id): entries.removeAll { $0.id == id }
          }
        }
        return Authority(entries)
      }
    }
  }

  private struct Full: Error, CustomStringConvertible {
    var description: String { "desk/galley-authority.toml: the file cannot be written" }
  }

  private func access(failing: Bool = false) -> AuthorityAccess {
    AuthorityAccess(
      path: "desk/galley-authority.toml", read: { (Authority(), nil) },
      record: { [known] edits in
        if failing { throw Full() }
        return known.record(edits)
      })
  }

  private let rename: [Step] = [
    .waitFor("Ines Vogt"), .press("g3gch"), .waitFor("Also written to desk/galley-authority.toml"),
    .press("r"),
    .waitFor("right name of"), .press("<C-u>IV<Enter>"),
  ]

  @Test("Another name is kept for later articles, and undo takes it out of them")
  func recorded() throws {
    let desk = room.reading(authority: access())
    let (_, terminal) = try room.run(
      desk, rename + [.waitFor("also in galley-authority.toml · u undoes"), .press("q")])
    #expect(terminal.missed.isEmpty, "\(terminal.missed)")
    #expect(known.entries.withLock { $0.map(\.says.name) } == ["IV"])
    #expect(known.entries.withLock { $0.first?.creator } == "Ana")
    let again = try room.run(
      room.reading(authority: access()),
      [.waitFor("IV"), .press("u"), .waitFor("removed from galley-authority.toml"), .press("q")])
    #expect(again.terminal.missed.isEmpty, "\(again.terminal.missed)")
    #expect(known.entries.withLock { $0.isEmpty })
  }

  @Test(
    "When the file cannot be written the correction counts in the article, and the reader is told")
  func failing() throws {
    let desk = room.reading(authority: access(failing: true))
    let (_, terminal) = try room.run(
      desk, rename + [.waitFor("in this article alone"), .press("qq")])
    #expect(terminal.missed.isEmpty, "\(terminal.missed)")
    #expect(room.sidecar.contains("\"galley:name\": \"IV\""))
  }
}
