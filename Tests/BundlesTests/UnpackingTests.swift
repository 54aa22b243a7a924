// Unpacking makes a folder in one step, finds its own again, and touches no other.

import ArticleModel
import Bundles
import Sidecars
import TestSupport
import Testing

@Suite struct UnpackingTests {
  private let folder: TemporaryFolder
  private let bundle: Bundle

  init() throws {
    folder = try TemporaryFolder()
    bundle = try Bundle(packing: BundleTests.files, made: BundleTests.made)
  }

  /// What is in a folder, hidden files too.
  private func names(in folder: String) throws -> Set<String> {
    Set(try PosixFileSystem().names(inFolder: folder)).subtracting([".", ".."])
  }

  private func unpack(_ bundle: Bundle) throws(BundleError) -> Unpacking.Outcome {
    try Unpacking(bundle).unpack(to: folder.path(of: "desk"), from: "desk.zip")
  }

  @Test("All files are there, and nothing else")
  func files() throws {
    #expect(try unpack(bundle) == .unpacked)
    #expect(try folder.read("desk/stories/harbour.txt") == "The harbour closes. ")
    #expect(try names(in: folder.path) == ["desk"])
    #expect(
      try names(in: folder.path(of: "desk")) == [
        "stories", "galley-authority.toml", "Über uns 日本.txt", "galley-bundle.json",
      ])
  }

  @Test("The folder of the same bundle is found again, with what was done in it")
  func again() throws {
    _ = try unpack(bundle)
    try folder.write("mine", to: "desk/stories/harbour.txt.annotations.json")
    #expect(try unpack(bundle) == .wasThere)
    #expect(try folder.read("desk/stories/harbour.txt.annotations.json") == "mine")
  }

  @Test("A folder of another bundle, or of anything else, is left alone")
  func taken() throws {
    _ = try unpack(bundle)
    let later = try Bundle(packing: BundleTests.files, made: Timestamp("2026-03-05T00:00:00Z"))
    #expect(throws: BundleError.folderTaken(folder.path(of: "desk"), bundle: "desk.zip")) {
      _ = try unpack(later)
    }
    let other = try TemporaryFolder()
    try other.write("mine", to: "desk")
    #expect(throws: BundleError.self) {
      _ = try Unpacking(bundle).unpack(to: other.path(of: "desk"), from: "desk.zip")
    }
    #expect(try other.read("desk") == "mine")
  }

  @Test("Where nothing can be written, nothing is left behind")
  func unwritable() throws {
    #expect(throws: BundleError.self) {
      _ = try Unpacking(bundle).unpack(to: folder.path(of: "missing/desk"), from: "desk.zip")
    }
    #expect(try names(in: folder.path).isEmpty)
  }

  @Test(
    "A bundle goes beside itself, to a folder of its name",
    arguments: [("a/desk.zip", "a/desk"), ("Desk.ZIP", "Desk"), ("desk", "desk.desk")])
  func places(path: String, folder: String) {
    #expect(Unpacking.usualFolder(for: path) == folder)
  }
}
