// A bundle that a colleague sent back: its marks come into the folder as layers, and one line says what came.

import ArticleModel
import Bundles
import Configuration
import Corpus
import Sidecars

/// A bundle and the folder that it comes back to.
struct ReturnedBundle {
  /// The folder.
  let folder: String
  /// What was brought in.
  private let brought: HandingBack
  private let path: String
  private let packs: [String]
  private let leftAlone: [String]

  /// Brings a bundle in.
  /// - Parameters:
  ///   - folder: where it belongs; nil for the folder here that has its articles.
  ///   - reader: who gets it back.
  init(_ path: String, to folder: String?, for reader: Creator?) throws(CommandFailure) {
    self.path = path
    let bytes = try InputFile.bytes(of: path)
    do throws(BundleError) {
      let bundle = try Bundle(unpacking: bytes, named: path)
      self.folder = try Self.home(of: bundle, named: path, folder)
      brought = try HandingBack(bundle, to: self.folder, for: reader).write()
      packs = DeskPacks(of: bundle).messages
      let authority = bundle.files.first { $0.path == AuthorityFile.name }
      let isKnown = Self.isKnown(authority, above: self.folder)
      leftAlone = brought.leftAlone.filter { $0 != AuthorityFile.name || !isKnown }
    } catch {
      throw CommandFailure(error.description)
    }
  }

  /// Whether a folder has articles of a bundle and was not unpacked from it.
  static func isHome(_ folder: String, of path: String) -> Bool {
    guard let bytes = try? InputFile.bytes(of: path),
      let bundle = try? Bundle(unpacking: bytes, named: path)
    else { return false }
    return HandingBack.articles(of: bundle, in: folder) > 0
      && !Unpacking(bundle).wasUnpacked(to: folder)
  }

  /// Whether the authority file of a folder, which may lie above it, is the one that came.
  private static func isKnown(_ authority: BundleFile?, above folder: String) -> Bool {
    guard let bytes = try? InputFile.bytes(of: AuthorityFile(nearestTo: folder).path) else {
      return false
    }
    return bytes == authority?.bytes
  }

  /// The folder that has the articles: the one here, or a single one in it.
  private static func home(
    of bundle: Bundle, named path: String, _ folder: String?
  ) throws(BundleError) -> String {
    let isHome = { HandingBack.articles(of: bundle, in: $0) > 0 }
    if let folder {
      guard isHome(folder) else { throw .noHome(path, "\(folder) has none of its articles") }
      return folder
    }
    if isHome(".") { return "." }
    let files = PosixFileSystem()
    let inside = (files.names(ofFolder: ".") ?? []).sorted().filter { name in
      !name.hasPrefix(".") && FileIdentity(of: name)?.kind == .folder && isHome(name)
        && !Unpacking(bundle).wasUnpacked(to: name)
    }
    guard let only = inside.first, inside.count == 1 else {
      throw .noHome(
        path,
        inside.isEmpty
          ? "no folder here has its articles"
          : "\(inside.joined(separator: " and ")) have its articles")
    }
    return only
  }

  // MARK: What came

  /// “12 marks by Ben on 3 articles; 1 article is not in this folder”, and a line for what was left alone.
  var messages: [String] {
    let news = brought.arrivals.flatMap(\.news)
    let articles = counted(brought.arrivals.count { !$0.news.isEmpty }, "article")
    var line = news.isEmpty ? "nothing new" : "\(Self.told(news)) on \(articles)"
    if !brought.missing.isEmpty {
      line +=
        "; "
        + counted(brought.missing.count, "article is", plural: "articles are")
        + " not in \(folder == "." ? "this folder" : folder)"
    }
    let altered = brought.arrivals.filter(\.isAltered).map(\.article)
    return ["\(path): \(line)"]
      + altered.map { "\($0) is another version here than in \(path); yours was left as it is" }
      + leftAlone.map { "\($0) in \(path) was not taken over" } + packs
  }

  /// “12 marks and 2 answers by Ben, 1 mark by Cho”.
  private static func told(_ news: [Annotation]) -> String {
    news.grouped { $0.lastHand?.name ?? "nobody named" }.map { name, annotations in
      let answers = annotations.count { [.reply, .review, .tick].contains($0.kind) }
      let marks = annotations.count - answers
      let parts =
        (marks > 0 ? [counted(marks, "mark")] : [])
        + (answers > 0 ? [counted(answers, "answer")] : [])
      return "\(parts.joined(separator: " and ")) by \(name)"
    }
    .joined(separator: ", ")
  }

  /// The articles that two people marked, with their sidecars, as paths.
  var comparisons: [(article: String, sidecars: [String])] {
    brought.arrivals.filter { $0.people.count > 1 }.map { arrival in
      (arrival.article, arrival.sidecars.map { folder == "." ? $0 : "\(folder)/\($0)" })
    }
  }

  /// “second.txt has marks by Ben alone”, a line for each article that came with new marks of one person.
  var incomparable: [String] {
    brought.arrivals.filter { $0.people.count == 1 && !$0.news.isEmpty }.map { arrival in
      "\(arrival.article) has marks by \(arrival.people.joined()) alone"
    }
  }
}
