// Package.swift as the rules see it: the targets, where their files lie, and what they depend on.

import FoundationEssentials

/// A target of the package.
struct PackageTarget {
  let name: String
  /// The folder of its files, from the root of the package.
  let folder: String
  /// The targets and products that it names as dependencies.
  let dependencies: [String]

  /// All targets of a manifest.
  static func all(in manifest: String) -> [PackageTarget] {
    let kinds = [("\n    .target(", "Sources"), ("\n    .executableTarget(", "Sources")]
    let found = (kinds + [("\n    .testTarget(", "Tests")]).flatMap { start, folder in
      manifest.ranges(of: start).map { range in
        let rest = manifest[range.upperBound...]
        let end = rest.firstRange(of: "\n    .")?.lowerBound ?? rest.endIndex
        return (rest[..<end], folder)
      }
    }
    return found.compactMap { text, folder in
      guard let name = strings(in: text, after: "name: ").first else { return nil }
      let list = text.firstRange(of: "dependencies: [").map { text[$0.upperBound...] } ?? ""
      return PackageTarget(
        name: name, folder: strings(in: text, after: "path: ").first ?? "\(folder)/\(name)",
        dependencies: dependencies(in: list.prefix { $0 != "]" }))
    }
  }

  /// The names in a list of dependencies; of a product, not the package that it comes from.
  private static func dependencies(in list: Substring) -> [String] {
    list.split(separator: ",").compactMap { item in
      item.contains("package:") ? nil : strings(in: item, after: "").first
    }
  }

  /// The strings that stand in quotation marks behind a label.
  private static func strings(in text: Substring, after label: String) -> [String] {
    text.ranges(of: "\(label)\"").map { String(text[$0.upperBound...].prefix { $0 != "\"" }) }
  }
}
