// Remembers where somebody was in each article: a small file an article under $XDG_STATE_HOME/galley.

import ArticleModel
import Interface
import LosslessJSON
import Reader
import Sidecars

/// The remembered places. What cannot be read or written is as if it had never been remembered.
struct PlaceMemory {
  private let folder: String
  private let files: any FileSystem

  /// More articles are not remembered; the one that was left longest ago goes first.
  private static let most = 1000

  init(stateFolder: String = SidecarStore.stateFolder, files: any FileSystem = PosixFileSystem()) {
    folder = stateFolder + "/places"
    self.files = files
  }

  /// Whether nobody has read anything yet.
  var isEmpty: Bool { ((try? files.status(of: folder)) ?? nil) == nil }

  /// A remembered place.
  struct Visit {
    var place: ReadingPlace
    /// When the article was left.
    var time: Timestamp?
  }

  /// Where somebody was in an article; nil when it was never left.
  func visit(to article: Article) -> Visit? {
    guard let bytes = (try? files.contents(of: path(for: article))) ?? nil,
      let value = try? JSONValue(parsing: String(decoding: bytes, as: UTF8.self)),
      let caret = value["caret"]?.int
    else { return nil }
    let row = RowAddress(
      block: ByteOffset(value["top"]?[0]?.int ?? 0), line: min(value["top"]?[1]?.int ?? 0, 1 << 20))
    var place = ReadingPlace(caret: ByteOffset(caret), top: row)
    place.focus = value["pane"].flatMap(pane).map(Focus.pane) ?? .article
    place.folded = Set((value["folded"]?.elements ?? []).compactMap(pane))
    place.panesAreHidden = value["panesHidden"]?.bool ?? false
    for member in value["bookmarks"]?.members ?? [] {
      guard let letter = member.name.first, let offset = member.value.int else { continue }
      place.bookmarks[letter] = ByteOffset(offset)
    }
    return Visit(place: place, time: value["left"]?.string.map { Timestamp($0) })
  }

  /// The pane of a name, or of the number that earlier versions wrote; nil for one that is not known.
  private func pane(_ value: JSONValue) -> Pane? {
    let numbered = ["quotes", "speakers", "locations", "annotations"]
    let name = value.int.map { numbered.indices.contains($0) ? numbered[$0] : "" } ?? value.string
    return name.flatMap(Pane.init(named:))
  }

  /// Remembers where somebody is in an article.
  func remember(_ place: ReadingPlace, in article: Article, at time: Timestamp) {
    let path = self.path(for: article)
    let text = json(place, article, time).prettyPrinted()
    do throws(FileError) {
      try files.replace(path, with: Array(text.utf8), isLasting: false)
    } catch { return }
    forgetOldest()
  }

  private func json(_ place: ReadingPlace, _ article: Article, _ time: Timestamp) -> JSONValue {
    var object: JSONObject = [
      "article": .string(article.source.path ?? article.source.name),
      "left": .string(time.description), "caret": .integer(place.caret.value),
      "top": .array([.integer(place.top.block.value), .integer(place.top.line)]),
      "folded": .array(place.folded.map(\.name).sorted().map(JSONValue.string)),
      "panesHidden": .bool(place.panesAreHidden),
    ]
    object.append("pane", place.focus.pane.map { .string($0.name) })
    let bookmarks = place.bookmarks.sorted { $0.key < $1.key }.map { letter, offset in
      JSONObject.Member(name: String(letter), value: .integer(offset.value))
    }
    object.append("bookmarks", .object(JSONObject(bookmarks)))
    return .object(object)
  }

  /// Articles are told apart by where they are; those without a file by their text.
  private func path(for article: Article) -> String {
    if let path = article.source.path { return file(ofArticleAt: path) }
    return file(named: Digest(of: article.text))
  }

  private func file(ofArticleAt path: String) -> String {
    let place = Array(files.destination(ofArticle: path).utf8)
    return file(named: place.withUnsafeBufferPointer { Digest(of: $0) })
  }

  private func file(named digest: Digest) -> String {
    "\(folder)/\(digest.description.prefix(24)).json"
  }

  /// Whether somebody has read the article at a path.
  func hasVisit(toArticleAt path: String) -> Bool {
    ((try? files.status(of: file(ofArticleAt: path))) ?? nil) != nil
  }

  private func forgetOldest() {
    guard let names = try? files.names(inFolder: folder), names.count > Self.most else { return }
    let dated = names.map { name in
      let status = (try? files.status(of: "\(folder)/\(name)")) ?? nil
      return (time: status?.modified ?? Instant(seconds: 0), name: name)
    }
    for old in dated.sorted(by: { $0.time < $1.time }).prefix(names.count - Self.most) {
      try? files.remove("\(folder)/\(old.name)")
    }
  }
}

extension ReaderDesk {
  /// Whether somebody has read the article at a path.
  package static func hasVisited(_ path: String) -> Bool {
    PlaceMemory().hasVisit(toArticleAt: path)
  }
}
