// Opens what the command line names, or says in one line why not.

import Archive
import ArticleModel
import Corpus
import DocumentImport

/// The articles that a command works on.
enum Documents {
  /// Opens an article; `holding` says how a large one is held, `kind` what the path may stand for. The copy of
  /// an address is opened with a line on standard error that says how old it is.
  static func article(
    _ name: String, as holding: ArticleLoader.Holding = .copy, of kind: ArticleLoader.Kind = .any,
    _ links: LinkPolicy = LinkPolicy()
  ) throws(CommandFailure) -> Article {
    let path = try path(of: name, links)
    do throws(ImportError) {
      return try ArticleLoader.load(
        path, as: holding, of: kind, from: ArchivedCopy(at: path)?.origin)
    } catch {
      throw CommandFailure(hint(for: name, error) ?? error.description)
    }
  }

  /// Opens an article that another file leads to: a file alone, never a pipe or an address.
  static func foundArticle(_ path: String) throws(CommandFailure) -> Article {
    do throws(ImportError) {
      return try ArticleLoader.load(path, of: .file, from: ArchivedCopy(at: path)?.origin)
    } catch {
      throw CommandFailure(error.description)
    }
  }

  /// The path that a name on the command line stands for: of an address, the path of its copy.
  static func path(
    of name: String, _ links: LinkPolicy = LinkPolicy()
  ) throws(CommandFailure) -> String {
    guard let address = LinkedPages.address(of: name, links) else { return name }
    let page = try LinkedPages(links).page(at: address)
    Output.complain("\(address.prefix(200)): \(page.remark)")
    return page.path
  }

  /// What to type, when a name that no file has was to be an address.
  private static func hint(for name: String, _ error: ImportError) -> String? {
    guard case .notFound = error, let address = AddressGuess.address(for: name) else { return nil }
    return "\(name): there is no such file; for the page of that address type galley "
      + address.description.asShellWord
  }

  /// Opens an article that a sidecar leads to; nil when it is no longer among the articles of its file, or
  /// when several have taken its place.
  static func foundArticleIfThere(_ path: String) throws(CommandFailure) -> Article? {
    do throws(ImportError) {
      return try ArticleLoader.load(path, of: .file)
    } catch .noMember, .several {
      return nil
    } catch {
      throw CommandFailure(error.description)
    }
  }

  /// The articles in a file that holds several; nil for any other path.
  static func collection(_ path: String) throws(CommandFailure) -> ArticleCollection? {
    do throws(ImportError) { return try ArticleLoader.collection(path) } catch {
      throw CommandFailure(error.description)
    }
  }

  /// Gives `body` the article at a path, or those in a file that holds several one after the other. Of
  /// those, what cannot be read is said and passed over.
  static func forEachArticle(
    at name: String, _ links: LinkPolicy, _ body: (Article) throws -> Void
  ) throws {
    let path = try path(of: name, links)
    guard let collection = try collection(path) else { return try body(try article(path)) }
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
