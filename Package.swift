// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target of our own is compiled with.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The targets in the order in which data flows through them; ARCHITECTURE.md says what each is for
/// and which of the others it may import.
let package = Package(
  name: "galley",
  products: [
    .executable(name: "galley", targets: ["galley"]),
    .library(name: "LosslessJSON", targets: ["LosslessJSON"]),
    .library(name: "ArticleModel", targets: ["ArticleModel"]),
    .library(name: "Sidecars", targets: ["Sidecars"]),
    .library(name: "NewsAnalysis", targets: ["NewsAnalysis"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
  ],
  targets: [
    // C libraries behind headers that Swift can import.
    .target(
      name: "CUnicode",
      linkerSettings: [
        .linkedLibrary("utf8proc"), .linkedLibrary("unistring"),
      ]),
    .target(name: "CSystem"),
    .target(name: "CTransformer", linkerSettings: [.linkedLibrary("m")]),
    .target(name: "CHashing", linkerSettings: [.linkedLibrary("nettle")]),
    .target(name: "CRegex", linkerSettings: [.linkedLibrary("pcre2-8")]),
    .target(
      name: "CUchardet", linkerSettings: [.linkedLibrary("uchardet"), .linkedLibrary("stdc++")]),
    .target(name: "CMarkdown", linkerSettings: [.linkedLibrary("cmark")]),
    .target(name: "CHTML", linkerSettings: [.linkedLibrary("gumbo")]),
    .target(name: "CXML", linkerSettings: [.linkedLibrary("expat")]),
    .target(name: "CZip", linkerSettings: [.linkedLibrary("z")]),
    .target(
      name: "CNcurses",
      linkerSettings: [
        .linkedLibrary("ncursesw"), .linkedLibrary("tinfo"),
      ]),
    .target(
      name: "CEmbeddedData",
      cSettings: [.headerSearchPath("../../Keymaps"), .headerSearchPath("../EmbeddedData")]),

    // The model and what is computed from an article.
    .target(name: "LosslessJSON", swiftSettings: strict),
    .target(
      name: "ArticleModel",
      dependencies: [
        "LosslessJSON", "CUnicode", "CHashing", "CRegex", "EmbeddedData",
        .product(name: "OrderedCollections", package: "swift-collections"),
      ],
      swiftSettings: strict),
    .target(
      name: "Sidecars", dependencies: ["LosslessJSON", "ArticleModel"], swiftSettings: strict),
    .target(
      name: "EmbeddedData", dependencies: ["CEmbeddedData"],
      exclude: [
        "Checklists", "Encodings", "Gazetteer", "Lexicons", "Models", "NameLists", "Spelling",
        "Taxonomies", "WorldMap",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "NewsAnalysis",
      dependencies: ["LosslessJSON", "ArticleModel", "CSystem", "CTransformer", "EmbeddedData"],
      swiftSettings: strict),
    .target(
      name: "DocumentImport",
      dependencies: [
        "LosslessJSON", "ArticleModel", "CSystem", "CUnicode", "CHTML", "CMarkdown", "CUchardet",
        "CXML",
        "CZip",
        "EmbeddedData",
      ],
      swiftSettings: strict),
    // Across articles and people: what sidecars hold, how far people agree, what goes in and out.
    .target(
      name: "Archive",
      dependencies: ["Sidecars", "LosslessJSON", "ArticleModel", "CSystem", "CUnicode"],
      swiftSettings: strict),
    .target(
      name: "Bundles",
      dependencies: ["Sidecars", "LosslessJSON", "ArticleModel", "DocumentImport", "CZip"],
      swiftSettings: strict),
    .target(
      name: "Corpus", dependencies: ["Sidecars", "ArticleModel", "NewsAnalysis", "CSystem"],
      swiftSettings: strict),
    .target(name: "Agreement", dependencies: ["ArticleModel"], swiftSettings: strict),
    .target(
      name: "Verification", dependencies: ["ArticleModel", "NewsAnalysis"], swiftSettings: strict),
    .target(
      name: "Interchange",
      dependencies: [
        "Sidecars", "LosslessJSON", "ArticleModel", "NewsAnalysis", "DocumentImport", "Bundles",
        "Corpus", "Agreement",
      ],
      swiftSettings: strict),

    // The screen and the application on it.
    .target(name: "Screen", dependencies: ["CUnicode"], swiftSettings: strict),
    .target(name: "Interface", dependencies: ["Screen", "ArticleModel"], swiftSettings: strict),
    .target(
      name: "Reader",
      dependencies: [
        "Sidecars", "Interface", "Screen", "ArticleModel", "NewsAnalysis", "Corpus",
        "Verification",
      ],
      swiftSettings: strict),
    .target(
      name: "Review", dependencies: ["Interface", "Screen", "ArticleModel", "Corpus"],
      swiftSettings: strict),
    .target(
      name: "Adjudication",
      dependencies: ["Interface", "Screen", "ArticleModel", "Agreement", "Corpus"],
      swiftSettings: strict),
    .target(
      name: "Configuration",
      dependencies: ["Sidecars", "Interface", "Screen", "ArticleModel", "EmbeddedData"],
      swiftSettings: strict),
    .target(name: "Ncurses", dependencies: ["CNcurses", "Screen"], swiftSettings: strict),
    .target(
      name: "Session",
      dependencies: [
        "Sidecars", "LosslessJSON", "Ncurses", "Interface", "Reader", "Review", "Adjudication",
        "Screen",
        "ArticleModel",
        "NewsAnalysis", "Corpus", "Agreement", "Verification",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "galley",
      dependencies: [
        "Sidecars", "LosslessJSON", "ArticleModel", "NewsAnalysis", "DocumentImport", "Archive",
        "Bundles",
        "Corpus",
        "Agreement",
        "Interchange",
        "Verification",
        "CSystem",
        "Screen",
        "Interface", "Reader", "Review", "Adjudication", "Configuration", "Session", "Ncurses",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Tools of the project, which users do not need.
    .executableTarget(
      name: "train-attribution",
      dependencies: [
        "NewsAnalysis", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "train-claims",
      dependencies: [
        "NewsAnalysis", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "train-names", dependencies: ["ArticleModel", "DocumentImport", "NewsAnalysis"],
      swiftSettings: strict),

    .executableTarget(
      name: "generate",
      dependencies: ["Configuration", "Interface", "NewsAnalysis", "Reader", "Review", "Screen"],
      swiftSettings: strict),

    // How long reading a page takes beside parsing it.
    .executableTarget(
      name: "bench-pages", dependencies: ["ArticleModel", "CHTML", "DocumentImport"],
      path: "Benchmarks/Pages", swiftSettings: strict),

    // How well engines read the passages of Gold.
    .executableTarget(
      name: "score-passages", dependencies: ["ArticleModel", "DocumentImport", "NewsAnalysis"],
      path: "Benchmarks/Passages", swiftSettings: strict),

    // What tests share.
    .target(
      name: "TestSupport", dependencies: ["Sidecars", "ArticleModel"], path: "Tests/TestSupport",
      swiftSettings: strict),

    // A batch that crashes when it is told to, for tests of the batch.
    .executableTarget(
      name: "FaultyAnalyzer", dependencies: ["ArticleModel", "NewsAnalysis"],
      path: "Tests/FaultyAnalyzer", swiftSettings: strict),

    // What another program needs of ArticleModel and Sidecars.
    .executableTarget(
      name: "SidecarExample", dependencies: ["ArticleModel", "Sidecars"],
      path: "Examples/SidecarExample",
      swiftSettings: strict),

    // Tests, a target for each module, then the rules between modules and the program as a whole.
    .testTarget(
      name: "LosslessJSONTests", dependencies: ["LosslessJSON", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ArticleModelTests",
      dependencies: ["Sidecars", "ArticleModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SidecarsTests",
      dependencies: ["LosslessJSON", "ArticleModel", "Sidecars", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "NewsAnalysisTests",
      dependencies: [
        "CTransformer", "LosslessJSON", "NewsAnalysis", "ArticleModel", "DocumentImport",
        "EmbeddedData", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DocumentImportTests",
      dependencies: ["DocumentImport", "ArticleModel", "CUnicode", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ArchiveTests",
      dependencies: ["Archive", "Sidecars", "ArticleModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "BundlesTests",
      dependencies: ["Bundles", "Sidecars", "LosslessJSON", "ArticleModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CorpusTests",
      dependencies: ["Sidecars", "LosslessJSON", "Corpus", "ArticleModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "AgreementTests",
      dependencies: ["Sidecars", "LosslessJSON", "Agreement", "ArticleModel", "NewsAnalysis"],
      swiftSettings: strict),
    .testTarget(
      name: "VerificationTests",
      dependencies: ["Verification", "ArticleModel", "NewsAnalysis"], swiftSettings: strict),
    .testTarget(
      name: "InterchangeTests",
      dependencies: [
        "Sidecars", "LosslessJSON", "Interchange", "Bundles", "Corpus", "ArticleModel",
        "DocumentImport",
        "NewsAnalysis",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(name: "ScreenTests", dependencies: ["Screen"], swiftSettings: strict),
    .testTarget(
      name: "ReaderTests",
      dependencies: [
        "Sidecars", "Interface", "Reader", "Review", "Adjudication", "Screen", "ArticleModel",
        "DocumentImport",
        "NewsAnalysis", "Corpus", "Agreement", "Verification", "TestSupport",
      ],
      exclude: ["Screens"],
      swiftSettings: strict),
    .testTarget(
      name: "SessionTests",
      dependencies: [
        "Session", "Interface", "Review", "Screen", "ArticleModel", "Sidecars",
        "NewsAnalysis", "Corpus", "Agreement", "Adjudication", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ConfigurationTests",
      dependencies: [
        "Configuration", "Interface", "Screen", "ArticleModel", "EmbeddedData", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "MutationTests",
      dependencies: [
        "Sidecars", "LosslessJSON", "ArticleModel", "NewsAnalysis", "DocumentImport", "Archive",
        "Bundles", "Corpus", "Interchange", "Screen", "Interface", "Reader", "Configuration",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PassagesTests", dependencies: ["score-passages", "ArticleModel", "NewsAnalysis"],
      swiftSettings: strict),
    .testTarget(
      name: "GenerateTests", dependencies: ["generate", "Interface"], swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "Sidecars", "galley", "FaultyAnalyzer", "LosslessJSON", "ArticleModel", "TestSupport",
      ],
      swiftSettings: strict),
  ]
)

// Sessions in tests wait for the arithmetic of the careful engine, which takes forty times as long without
// optimisation. Modules that do little for each key and each article are made small instead of fast. SwiftPM allows
// such flags to no package that others depend on by version, and needs none there.
if !Context.packageDirectory.contains("/checkouts/") {
  package.targets.first { $0.name == "CTransformer" }?.cSettings = [
    .unsafeFlags(["-O2"], .when(configuration: .debug))
  ]
  let small = [
    "Adjudication", "Agreement", "Archive", "Bundles", "Configuration", "Interchange", "Review",
    "galley",
  ]
  for target in package.targets where small.contains(target.name) {
    target.swiftSettings = strict + [.unsafeFlags(["-Osize"], .when(configuration: .release))]
  }
}

// libFuzzer comes with an option of the compiler, so what needs it is built on request alone
// (`make fuzz-import`).
if Context.environment["GALLEY_FUZZING"] != nil {
  package.targets += [
    .target(name: "CLibFuzzer", path: "Fuzzing/CLibFuzzer"),
    .executableTarget(
      name: "fuzz-import", dependencies: ["ArticleModel", "CLibFuzzer", "DocumentImport"],
      path: "Fuzzing/Import", swiftSettings: strict),
  ]
}

// Sanitized builds take long, so they compile the tests that they run and nothing else (`make sanitize`).
if let tests = Context.environment["GALLEY_TESTS"]?.split(separator: " ") {
  package.targets.removeAll { target in
    target.type == .executable || target.type == .test && !tests.contains { $0 == target.name }
  }
  package.products.removeAll { $0.name == "galley" }
}
