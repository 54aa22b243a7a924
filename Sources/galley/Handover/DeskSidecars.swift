// The sidecars of a folder as others may have them.

import ArticleModel
import Bundles
import Corpus
import Sidecars

/// The marks of a folder, made ready to be handed on.
struct DeskSidecars {
  /// The sidecars without private marks.
  private(set) var files: [BundleFile] = []
  /// The articles with their public marks.
  private(set) var `public`: [AnnotatedArticle] = []
  private var privateMarks = 0
  private var answers = 0
  private var unreadable = 0
  private var articlesElsewhere: [String] = []

  /// Reads all sidecars of a folder; one that cannot be read keeps the bundle from being made, for nobody
  /// knows what in it is private.
  init(in desk: DeskFolder) throws(CommandFailure) {
    let found: [AnnotatedArticle]
    do throws(CommandFailure) { found = try SidecarSelection.openAll(at: [desk.path]) } catch {
      Output.complain(
        "no bundle was made; repair what cannot be read, or move it out of the folder")
      throw error
    }
    for article in try found + Self.kept(elsewhere: desk, besides: found) {
      try add(article, in: desk)
    }
  }

  /// What stays out, a line each.
  var remarks: [String] {
    var lines: [String] = []
    if privateMarks > 0 {
      lines.append(
        counted(privateMarks, "private mark stays", plural: "private marks stay") + " out")
    }
    if answers > 0 {
      lines.append(
        counted(answers, "answer to private marks stays", plural: "answers to private marks stay")
          + " out too")
    }
    if unreadable > 0 {
      lines.append(
        counted(unreadable, "private item", plural: "private items")
          + " that this version cannot read \(unreadable == 1 ? "stays" : "stay") out")
    }
    return lines
      + articlesElsewhere.map { "the article of \($0) is not in the folder and stays out" }
  }

  /// Articles in a folder that nobody may write to have their marks elsewhere.
  private static func kept(
    elsewhere desk: DeskFolder, besides found: [AnnotatedArticle]
  ) throws(CommandFailure) -> [AnnotatedArticle] {
    let known = Set(found.map(\.name))
    var others: [AnnotatedArticle] = []
    for name in desk.articles {
      let path = desk.path(of: name)
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
      guard !known.contains(path), !PosixFileSystem().canWrite(inFolder: folder),
        let article = try? Documents.foundArticle(path)
      else { continue }
      do throws(StoreError) {
        let annotated = try AnnotatedArticle(article)
        if annotated.hasSidecar { others.append(annotated) }
      } catch {
        throw CommandFailure(error.description)
      }
    }
    return others
  }

  private mutating func add(
    _ article: AnnotatedArticle, in desk: DeskFolder
  ) throws(CommandFailure) {
    let path = article.article?.source.path
    let articleName = path.flatMap(desk.name(of:))
    guard
      let name = desk.name(of: article.sidecarPath) ?? articleName.map({ $0 + SidecarStore.suffix })
    else { return }
    let shared = try Self.shared(article, beside: articleName)
    let isLayer = articleName.map { name != $0 + SidecarStore.suffix } ?? false
    files.append(BundleFile(name, isLayer ? .layer : .sidecar, shared.bytes))
    `public`.append(article.withoutPrivateMarks)
    privateMarks += shared.withheld.privateMarks
    answers += shared.withheld.answers
    unreadable += shared.unreadable
    if articleName == nil { articlesElsewhere.append(name) }
  }

  /// The sidecar with what its journal has, without private marks.
  private static func shared(
    _ article: AnnotatedArticle, beside name: String?
  ) throws(CommandFailure) -> SharedSidecar {
    let bytes: [UInt8]?
    do throws(FileError) {
      bytes = try PosixFileSystem().contents(of: article.sidecarPath)
    } catch {
      throw CommandFailure(error.description)
    }
    guard let bytes else {
      return Sidecar(about: article.about, generated: .now()).shared(having: article.annotations)
    }
    var sidecar: Sidecar
    do throws(SidecarError) { sidecar = try Sidecar(parsing: bytes) } catch {
      throw CommandFailure("\(article.sidecarPath): \(error); no bundle was made")
    }
    if sidecar.isReadOnly {
      throw CommandFailure(
        "\(article.sidecarPath) was written by a later version of Galley, so it cannot be told what in "
          + "it is private; no bundle was made")
    }
    if let file = name?.split(separator: "/").last, sidecar.about.path?.contains("/") == true {
      sidecar.about.path = String(file)
    }
    return sidecar.shared(having: article.annotations)
  }
}
