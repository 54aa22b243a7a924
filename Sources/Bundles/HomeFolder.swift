// The folder that a bundle comes back to. Names come from the bundle and were judged by BundlePath; here links on
// the way are looked at too, so that nothing is read or written outside of the folder.

import ArticleModel
import Sidecars

#if canImport(Glibc)
  import Glibc
#endif

/// A folder that somebody works in.
struct HomeFolder {
  /// Where it lies.
  let path: String
  private let files = PosixFileSystem()

  init(path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  private func place(_ name: String) -> String { path == "/" ? "/" + name : "\(path)/\(name)" }

  /// Whether an article is there, or the file that it is one of several in.
  func has(_ article: String) -> Bool { file(of: article) != nil }

  /// The file of an article, below the folder also when links are followed; nil when there is none.
  func file(of article: String) -> String? {
    if isFileBelow(article) { return article }
    guard let sign = article.lastIndex(of: "#") else { return nil }
    let file = String(article[..<sign])
    return isFileBelow(file) ? file : nil
  }

  private func isFileBelow(_ name: String) -> Bool {
    guard BundlePath.objection(to: name) == nil,
      let status = (try? files.status(of: place(name))) ?? nil, status.kind == .file
    else { return false }
    let (there, root) = (files.destination(of: place(name)), files.destination(of: path))
    return root == "/" || there.hasPrefix(root + "/")
  }

  /// The bytes of a file; nil when there is none.
  func bytes(of name: String) -> [UInt8]? {
    isFileBelow(name) ? (try? files.contents(of: place(name))) ?? nil : nil
  }

  /// The sidecars beside an article, its own first; decisions of a comparison are none.
  func sidecars(of article: String) -> [String] {
    let slash = article.lastIndex(of: "/")
    let (folder, name) = (
      slash.map { String(article[...$0]) } ?? "",
      slash.map { String(article[article.index(after: $0)...]) } ?? article
    )
    let all = (files.names(ofFolder: folder.isEmpty ? path : place(folder)) ?? [])
      .filter { $0.hasPrefix(name + ".") && $0.hasSuffix(SidecarStore.suffix) }
      .map { folder + $0 }.filter(isFileBelow)
    return all.filter { !isOfDecisions($0) }
      .sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
  }

  private func isOfDecisions(_ sidecar: String) -> Bool {
    let marks = annotations(in: sidecar)
    return !marks.isEmpty && marks.allSatisfy { $0.adjudication != nil }
  }

  private func annotations(in sidecar: String) -> [Annotation] {
    bytes(of: sidecar).flatMap { try? Sidecar(parsing: $0) }?.annotations ?? []
  }

  /// All that sidecars hold; of two versions the later one.
  func annotations(in sidecars: [String]) -> [AnnotationID: Annotation] {
    let all = sidecars.flatMap { annotations(in: $0) }.map { ($0.id, $0) }
    return Dictionary(all) { $1.modified.isLater(than: $0.modified) ? $1 : $0 }
  }

  /// A name that nothing has: that of the bundle where it is a layer's own, else the article's with somebody's.
  func freeName(
    for name: String, of article: String, by person: String?, besides taken: Set<String>
  ) -> String {
    let isFree = { (name: String) in
      !taken.contains(name) && ((try? files.status(ofName: place(name))) ?? nil) == nil
    }
    if name != article + SidecarStore.suffix, isFree(name) { return name }
    let plain = Self.plain(person ?? "colleague")
    let names = sequence(first: 1) { $0 + 1 }.lazy.map { number in
      "\(article).\(plain)\(number == 1 ? "" : "-\(number)")\(SidecarStore.suffix)"
    }
    return names.first(where: isFree) ?? name
  }

  /// A name of somebody as part of a file's: letters and digits with hyphens between them.
  private static func plain(_ name: String) -> String {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    let plain = String(words.joined(separator: "-").prefix(40))
    return plain.isEmpty || plain == "decided" ? "colleague" : plain
  }

  /// Makes a file unless something has its name; false when something had.
  func create(_ name: String, _ bytes: [UInt8], like model: String?) throws(FileError) -> Bool {
    let status = try model.flatMap { model throws(FileError) in try files.status(of: place(model)) }
    return try files.create(place(name), with: bytes, like: status, isLasting: true)
  }

  /// Adds a file with the folders on its way, unless it is there; false when another is, or a link on the way.
  func add(_ file: BundleFile) throws(FileError) -> Bool {
    if bytes(of: file.path) == file.bytes { return true }
    var way = ""
    for part in file.path.split(separator: "/").dropLast() {
      way += way.isEmpty ? String(part) : "/\(part)"
      let status = try files.status(ofName: place(way))
      if let status, status.kind != .folder { return false }
      if status == nil, mkdir(place(way), 0o777) != 0 { return false }
    }
    return try files.create(place(file.path), with: file.bytes, like: nil, isLasting: true)
  }
}
