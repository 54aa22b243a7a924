// A bundle that comes back: what a colleague marked is laid beside the sidecars of the folder that was handed over.
// Nothing that is there is written over, and nothing goes where the folder has no article.

import ArticleModel
import Sidecars

/// What a bundle brings to a folder that is there already.
package struct HandingBack {
  /// The marks of others on one article of the folder.
  package struct Arrival: Sendable {
    /// The article, as seen from the folder.
    package let article: String
    /// The sidecars that the folder has of it, as seen from the folder.
    package fileprivate(set) var sidecars: [String]
    /// Whether the folder's article has other bytes than the one that came.
    package let isAltered: Bool
    /// What the folder did not have, in all files that came for the article.
    package fileprivate(set) var news: [Annotation] = []
    /// Who has marks in the sidecars of the article, when what came is among them.
    package fileprivate(set) var people: Set<String> = []
    /// The files that came: their names in the folder, and their bytes.
    fileprivate(set) var layers: [(name: String, bytes: [UInt8])] = []
  }

  /// The articles of the folder that the bundle has marks on.
  package private(set) var arrivals: [Arrival] = []
  /// The articles of the bundle that the folder does not have.
  package private(set) var missing: [String] = []
  /// Files that are not brought in: sidecars that cannot be read, and what the desk agreed on, where it differs.
  package private(set) var leftAlone: [String] = []

  private let folder: HomeFolder
  private let reader: Creator?
  private let copies: [BundleFile]

  /// Looks at what a bundle brings; nothing is written yet.
  /// - Parameter reader: who gets it back: their own marks are no news.
  package init(
    _ bundle: Bundle, to path: String, for reader: Creator?
  ) throws(BundleError) {
    folder = HomeFolder(path: path)
    self.reader = reader
    copies = bundle.files.filter { $0.role == .copy }
    let articles = bundle.files.filter { $0.role == .article }
    missing = articles.map(\.path).filter { !folder.has($0) }
    let names = articles.map(\.path)
    for file in bundle.files where file.role == .sidecar || file.role == .layer {
      try take(file, articles: names, bundle)
    }
    for file in bundle.files where [.authority, .checklist, .terms].contains(file.role) {
      let here = folder.bytes(of: file.path)
      // Checklists and packs that the folder lacks are for the user, not for the folder.
      if here != file.bytes, here != nil || file.role == .authority { leftAlone.append(file.path) }
    }
  }

  /// How many articles of a bundle lie in a folder.
  package static func articles(of bundle: Bundle, in path: String) -> Int {
    let folder = HomeFolder(path: path)
    return bundle.files.count { $0.role == .article && folder.has($0.path) }
  }

  private mutating func take(
    _ file: BundleFile, articles: [String], _ bundle: Bundle
  ) throws(BundleError) {
    guard let sidecar = try? Sidecar(parsing: file.bytes), !sidecar.isReadOnly else {
      leftAlone.append(file.path)
      return
    }
    let article = Self.article(of: file, sidecar, among: articles)
    guard let place = folder.file(of: article) else {
      if !missing.contains(article) { missing.append(article) }
      return
    }
    let index = arrivals.firstIndex { $0.article == article } ?? arrivals.count
    if index == arrivals.count {
      let theirs = bundle.files.first { $0.path == place && $0.role == .article }
      arrivals.append(
        Arrival(
          article: article, sidecars: folder.sidecars(of: article),
          isAltered: theirs.map { folder.bytes(of: place) != $0.bytes } ?? false))
    }
    let news = self.news(in: sidecar, besides: arrivals[index])
    guard !news.isEmpty else { return }
    arrivals[index].news += news
    let taken = Set(arrivals.flatMap { $0.layers.map(\.name) })
    let name = folder.freeName(
      for: file.path, of: article, by: news.compactMap(\.lastHand?.name).first, besides: taken)
    arrivals[index].layers.append((name, file.bytes))
  }

  /// What somebody else made or changed since.
  private func news(in sidecar: Sidecar, besides arrival: Arrival) -> [Annotation] {
    let known = folder.annotations(in: arrival.sidecars)
      .merging(arrival.news.map { ($0.id, $0) }) { _, later in later }
    return sidecar.annotations.filter { mark in
      if reader != nil, mark.lastHand.isSame(as: reader) { return false }
      guard let old = known[mark.id] else { return true }
      return mark.modified.isLater(than: old.modified)
    }
  }

  /// The article that a sidecar belongs to, by the names of both, else as the sidecar says.
  private static func article(
    of file: BundleFile, _ sidecar: Sidecar, among articles: [String]
  ) -> String {
    let stem = String(file.path.dropLast(SidecarStore.suffix.count))
    if file.role == .sidecar { return stem }
    let owner = articles.filter { file.path.hasPrefix($0 + ".") }.max { $0.count < $1.count }
    if let owner { return owner }
    let folder = file.path.lastIndex(of: "/").map { String(file.path[...$0]) } ?? ""
    let said = sidecar.about.path.map { folder + $0 }
    return said.flatMap { BundlePath.objection(to: $0) == nil ? $0 : nil } ?? stem
  }
}

// MARK: Writing

extension HandingBack {
  /// Writes the layers, and the kept copies of evidence that the folder does not have.
  /// - Returns: the same, with the layers among the sidecars of each article.
  package func write() throws(BundleError) -> HandingBack {
    var written = self
    do {
      for index in arrivals.indices {
        for layer in arrivals[index].layers {
          let isMade = try folder.create(
            layer.name, layer.bytes, like: arrivals[index].sidecars.first)
          guard isMade else {
            throw BundleError.system("\(layer.name) has just been made by someone else; try again")
          }
          written.arrivals[index].sidecars.append(layer.name)
        }
        let all = folder.annotations(in: written.arrivals[index].sidecars).values
        written.arrivals[index].people = Set(all.compactMap(\.creator?.name))
      }
      if arrivals.contains(where: { !$0.layers.isEmpty }) {
        written.leftAlone += try copies.filter { try !folder.add($0) }.map(\.path)
      }
    } catch let error as BundleError {
      throw error
    } catch {
      throw .system("\(error)")
    }
    return written
  }
}
