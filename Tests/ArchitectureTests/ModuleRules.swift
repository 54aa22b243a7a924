// Which module may import which: the table of ARCHITECTURE.md, as the tests read it.

/// What a module of ours may import besides Swift's standard library and Glibc.
enum ModuleRules {
  /// The standard library's own modules, and the C library.
  static let everywhere: Set<String> = ["Swift", "Synchronization", "Glibc", "Musl"]

  /// The modules under Sources; C targets have no imports and are not listed.
  static let allowed: [String: Set<String>] = [
    "LosslessJSON": [],
    "ArticleModel": [
      "LosslessJSON", "CUnicode", "CHashing", "CRegex", "EmbeddedData", "OrderedCollections",
    ],
    "Sidecars": ["LosslessJSON", "ArticleModel"],
    "EmbeddedData": ["CEmbeddedData"],
    "NewsAnalysis": [
      "LosslessJSON", "ArticleModel", "CSystem", "CTransformer", "EmbeddedData",
    ],
    "Archive": ["Sidecars", "LosslessJSON", "ArticleModel", "CSystem", "CUnicode"],
    "DocumentImport": [
      "LosslessJSON", "ArticleModel", "CSystem", "CUnicode", "CHTML", "CMarkdown", "CUchardet",
      "CXML",
      "CZip",
      "EmbeddedData",
    ],
    "Bundles": ["Sidecars", "LosslessJSON", "ArticleModel", "DocumentImport", "CZip"],
    "Corpus": ["Sidecars", "ArticleModel", "NewsAnalysis", "CSystem"],
    "Agreement": ["ArticleModel"],
    "Verification": ["ArticleModel", "NewsAnalysis"],
    "Interchange": [
      "Sidecars", "LosslessJSON", "ArticleModel", "NewsAnalysis", "DocumentImport", "Bundles",
      "Corpus", "Agreement", "FoundationEssentials",
    ],
    "Screen": ["CUnicode"],
    "Interface": ["Screen", "ArticleModel"],
    "Reader": [
      "Sidecars", "Interface", "Screen", "ArticleModel", "NewsAnalysis", "Corpus", "Verification",
    ],
    "Review": ["Interface", "Screen", "ArticleModel", "Corpus"],
    "Adjudication": ["Interface", "Screen", "ArticleModel", "Agreement", "Corpus"],
    "Configuration": [
      "Sidecars", "Interface", "Screen", "ArticleModel", "EmbeddedData",
    ],
    "Ncurses": ["CNcurses", "Screen"],
    "Session": [
      "Sidecars", "LosslessJSON", "Ncurses", "Interface", "Reader", "Review", "Adjudication",
      "Screen",
      "ArticleModel",
      "NewsAnalysis", "Corpus", "Agreement", "Verification",
    ],
    "galley": [
      "Sidecars", "LosslessJSON", "ArticleModel", "NewsAnalysis", "DocumentImport", "Archive",
      "Bundles",
      "Corpus",
      "Agreement",
      "Interchange",
      "Verification",
      "CSystem",
      "Screen",
      "Interface", "Reader", "Review", "Adjudication", "Configuration", "Session", "Ncurses",
      "ArgumentParser", "FoundationEssentials",
    ],
    "train-attribution": ["NewsAnalysis", "ArgumentParser", "FoundationEssentials"],
    "generate": [
      "Configuration", "Interface", "NewsAnalysis", "Reader", "Review", "Screen",
      "FoundationEssentials",
    ],
    "train-claims": ["NewsAnalysis", "ArgumentParser", "FoundationEssentials"],
    "train-names": ["NewsAnalysis", "DocumentImport", "ArticleModel", "FoundationEssentials"],
  ]

  /// Whether files of `module` may import `imported`.
  static func allows(_ imported: String, in module: String) -> Bool {
    everywhere.contains(imported) || allowed[module]?.contains(imported) == true
  }
}
