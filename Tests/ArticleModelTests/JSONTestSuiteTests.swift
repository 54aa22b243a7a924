// The public JSONTestSuite (github.com/nst/JSONTestSuite), where somebody has it:
// GALLEY_JSON_TEST_SUITE=path/to/test_parsing swift test --filter JSONTestSuiteTests

import ArticleModel
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct JSONTestSuiteTests {
  static let folder = getenv("GALLEY_JSON_TEST_SUITE").map { String(cString: $0) }

  @Test(
    "Every y_ file is read and written back to the byte, and no n_ file is",
    .enabled(if: folder != nil))
  func parsing() throws {
    let folder = try #require(Self.folder)
    let files = PosixFileSystem()
    var accepted = 0
    var refused = 0
    for name in try files.names(inFolder: folder).sorted() where name.hasSuffix(".json") {
      let bytes = try #require(try files.contents(of: folder + "/" + name))
      do {
        let document = try JSONDocument(parsing: bytes)
        #expect(document.bytes == bytes, "\(name)")
        #expect(!name.hasPrefix("n_"), "\(name) is no JSON")
        accepted += 1
      } catch {
        #expect(!name.hasPrefix("y_"), "\(name): \(error)")
        #expect(error.line >= 1 && error.column >= 1, "\(name)")
        refused += 1
      }
    }
    print("JSONTestSuite: \(accepted) accepted, \(refused) refused")
    #expect(accepted > 0 && refused > 0)
  }
}
