// Names for others under which no two articles of an export are taken for one.

import ArticleModel
import Corpus

/// Names that were given, so that none is given twice.
struct DistinctNames {
  private var given: Set<String> = []

  /// The name, with a number before its ending when it was given before: `story-2.txt`. Capitals do not
  /// tell names apart, for on some disks they do not.
  mutating func distinct(_ name: String) -> String {
    var (candidate, number) = (name, 1)
    while !given.insert(candidate.lowercased()).inserted {
      number += 1
      candidate = Self.numbered(name, number)
    }
    return candidate
  }

  private static func numbered(_ name: String, _ number: Int) -> String {
    let slash = name.lastIndex(of: "/") ?? name.startIndex
    guard let dot = name.lastIndex(of: "."), dot > slash else { return "\(name)-\(number)" }
    return "\(name[..<dot])-\(number)\(name[dot...])"
  }
}

extension [CorpusArticle] {
  /// The articles with names for others that differ. Those that would have the same are called with as
  /// many of their folders as tell them apart: `harbour/story.txt` and `city/story.txt`.
  var named: [CorpusArticle] {
    var articles = self
    for (_, places) in indices.grouped(by: { self[$0].portableName.lowercased() })
    where places.count > 1 {
      for (place, name) in zip(places, Self.names(of: places.map { self[$0].name })) {
        articles[place].nameForOthers = name
      }
    }
    var names = DistinctNames()
    for place in articles.indices {
      articles[place].nameForOthers = names.distinct(articles[place].portableName)
    }
    return articles
  }

  /// The ends of paths, as short as tells them apart.
  private static func names(of paths: [String]) -> [String] {
    let parts = paths.map { path in
      path.split(separator: "/").filter { $0 != "." && $0 != ".." }
    }
    let longest = parts.map(\.count).max() ?? 1
    for length in 1...Swift.max(longest, 1) {
      let names = parts.map { $0.suffix(length).joined(separator: "/") }
      if Set(names.map { $0.lowercased() }).count == names.count { return names }
    }
    return parts.map { $0.suffix(1).joined(separator: "/") }
  }
}
