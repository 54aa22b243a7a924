// Opens what the command line names, or says in one line why not.

import Archive
import ArticleModel
import Corpus
import DocumentImport
import Sidecars

/// The articles that a command works on.
enum Documents {
  /// Opens an article that a command was given. How old the copy of an address is, and which encoding was
  /// guessed, stands on standard error.
  static func article(
    _ name: String, _ access: SourceAccess = SourceAccess()
  ) throws(CommandFailure) -> Article {
    let path = try path(of: name, access)
    let article = try article(path, access, as: .copy)
    if let remark = remark(on: article) { Output.complain("\(name): \(remark)") }
    return article
  }

  /// Opens the article at a path; `holding` says how a large one is held, `kind` what the path may stand
  /// for. An encoding that has to be guessed is the one in which marks were made before.
  static func article(
    _ path: String, _ access: SourceAccess, as holding: ArticleLoader.Holding,
    of kind: ArticleLoader.Kind = .any
  ) throws(CommandFailure) -> Article {
    do throws(ImportError) {
      return try load(path, access, as: holding, of: kind)
    } catch {
      throw CommandFailure(hint(for: path, error) ?? error.description)
    }
  }

  /// Opens an article that another file leads to: a file alone, never a pipe or an address.
  static func foundArticle(_ path: String) throws(CommandFailure) -> Article {
    try article(path, SourceAccess(), as: .copy, of: .file)
  }

  /// Opens an article that a sidecar leads to; nil when it is no longer among the articles of its file, or
  /// when several have taken its place.
  static func foundArticleIfThere(_ path: String) throws(CommandFailure) -> Article? {
    do throws(ImportError) {
      return try load(path, SourceAccess(), as: .copy, of: .file)
    } catch .noMember, .several {
      return nil
    } catch {
      throw CommandFailure(error.description)
    }
  }

  private static func load(
    _ path: String, _ access: SourceAccess, as holding: ArticleLoader.Holding,
    of kind: ArticleLoader.Kind
  ) throws(ImportError) -> Article {
    let origin = ArchivedCopy(at: path)?.origin
    let article = try ArticleLoader.load(
      path, as: holding, of: kind, from: origin, in: access.encoding)
    guard access.encoding == nil, article.metadata.encoding?.isGuessed == true,
      let kept = keptEncoding(of: article)
    else { return article }
    return try ArticleLoader.load(path, as: holding, of: kind, from: origin, in: kept)
  }

  // MARK: Addresses

  /// The path that a name on the command line stands for: of an address, the path of its copy. How old that is
  /// need not be said of marks.
  static func path(
    of name: String, _ access: SourceAccess = SourceAccess(), forMarks: Bool = false
  ) throws(CommandFailure) -> String {
    guard let address = LinkedPages.address(of: name, access) else { return name }
    let page = try LinkedPages(access).page(at: address)
    if !forMarks || access.refreshes {
      Output.complain("\(address.prefix(200)): \(page.remark)")
    }
    return page.path
  }

  /// What to type, when a name that no file has was to be an address.
  private static func hint(for name: String, _ error: ImportError) -> String? {
    guard case .notFound = error, let address = AddressGuess.address(for: name) else { return nil }
    return "\(name): there is no such file; for the page of that address type galley "
      + address.description.asShellWord
  }

  // MARK: Encodings

  /// Says which encoding was guessed, and how to put it right; nil when none was.
  static func remark(on article: Article) -> String? {
    guard let encoding = article.metadata.encoding, encoding.isGuessed else { return nil }
    return "read as \(encoding.name) (guessed); --encoding overrules"
  }

  /// The encoding that the sidecar beside an article says it was read in.
  private static func keptEncoding(of article: Article) -> TextEncoding? {
    guard article.source.path != nil else { return nil }
    let sidecar = SidecarStore.defaultPath(for: article)
    guard FileIdentity(of: sidecar)?.kind == .file,
      let name = (try? SidecarFile.read(sidecar))?.about.encoding
    else { return nil }
    return TextEncoding(label: name)
  }

  // MARK: Files with several articles

  /// The articles in a file that holds several; nil for any other path.
  static func collection(_ path: String) throws(CommandFailure) -> ArticleCollection? {
    do throws(ImportError) { return try ArticleLoader.collection(path) } catch {
      throw CommandFailure(error.description)
    }
  }

  /// Gives `body` the article at a path, or those in a file that holds several one after the other. Of
  /// those, what cannot be read is said and passed over.
  static func forEachArticle(
    at name: String, _ access: SourceAccess, _ body: (Article) throws -> Void
  ) throws {
    let path = try path(of: name, access)
    let isMember = MemberPath(path) != nil && FileIdentity(of: path) == nil
    guard !isMember, let collection = try collection(path) else {
      return try body(try article(path, access))
    }
    for index in collection.members.indices {
      let article: Article
      do throws(ImportError) { article = try collection.article(index) } catch {
        Output.complain(error.description)
        continue
      }
      try body(article)
    }
  }
}
