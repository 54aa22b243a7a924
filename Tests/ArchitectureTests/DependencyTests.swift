// No module may import what it does not, and no target depends on what it does not need.

import FoundationEssentials
import Testing

@Suite struct DependencyTests {
  @Test("Every module imports all that it may")
  func rulesAreUsed() throws {
    let sources = try SourceFile.all(under: "Sources")
    for (module, allowed) in ModuleRules.allowed {
      let imported = Set(sources.filter { $0.module == module }.flatMap(\.imports))
      #expect(allowed.subtracting(imported) == [], "\(module) does not import these")
    }
  }

  @Test("Every dependency of a target is imported by one of its files")
  func dependenciesAreUsed() throws {
    let manifest = try String(
      decoding: Data(contentsOf: SourceFile.root.appending(path: "Package.swift")), as: UTF8.self)
    let targets = PackageTarget.all(in: manifest)
    #expect(targets.count > 20)
    for target in targets {
      let imported = Set(try SourceFile.all(under: target.folder).flatMap(\.imports))
      for dependency in target.dependencies where !Self.isRun(dependency, by: target) {
        let module = dependency.replacing("-", with: "_")
        #expect(imported.contains(module), "\(target.name) does not import \(dependency)")
      }
    }
  }

  /// Whether tests run a program instead of importing it.
  private static func isRun(_ dependency: String, by target: PackageTarget) -> Bool {
    target.name == "EndToEndTests" && ["galley", "FaultyAnalyzer"].contains(dependency)
  }

  @Test("A manifest is read as it is written")
  func manifests() {
    let targets = PackageTarget.all(
      in: """
            .target(
              name: "One", dependencies: ["Two", .product(name: "Three", package: "four")],
              swiftSettings: strict),
            .executableTarget(name: "Five"),
            .testTarget(
              name: "OneTests", dependencies: ["One"], path: "Elsewhere"),
        """.split(separator: "\n").reduce("") { "\($0)\n\($1)" })
    #expect(targets.map(\.name) == ["One", "Five", "OneTests"])
    #expect(targets.map(\.dependencies) == [["Two", "Three"], [], ["One"]])
    #expect(targets.map(\.folder) == ["Sources/One", "Sources/Five", "Elsewhere"])
  }
}
