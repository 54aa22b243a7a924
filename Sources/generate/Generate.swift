// `swift run generate`, run by `make generate` at the root of the repository: writes what is stale.

import FoundationEssentials

@main
enum Generate {
  static func main() throws {
    let folder = FileManager.default.currentDirectoryPath
    for path in try GeneratedFiles(root: URL(filePath: folder)).write() { print("wrote \(path)") }
  }
}
