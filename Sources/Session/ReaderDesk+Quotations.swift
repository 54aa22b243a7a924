// The sources of an article's quotations: naming them, searching them, opening one.

import ArticleModel
import Corpus
import Interface
import Reader
import Sidecars
import Verification

extension ReaderDesk {
  // MARK: Naming

  /// The names in a folder as it is typed, those of folders with a slash; hidden ones, sidecars and the article
  /// itself are left out.
  func list(_ typed: String) -> [Reply] {
    let folder = typed.isEmpty ? "." : SourcePath.expanded(typed)
    let own = article.source.path?.split(separator: "/").last.map(String.init)
    let names = (options.files.names(ofFolder: folder) ?? []).filter {
      !$0.hasPrefix(".") && !$0.contains(SidecarLocation.suffix) && !$0.contains(",")
        && !(typed.isEmpty && $0 == own)
    }.sorted().prefix(Self.mostNames).map { name in
      let status = (try? options.files.status(of: "\(folder)/\(name)")) ?? nil
      return status?.kind == .folder ? name + "/" : name
    }
    return [.answer(ReaderAnswer.sources(.listed(folder: typed, names: Array(names))))]
  }

  /// So many names of a folder are looked at.
  private static let mostNames = 2_000

  /// Looks sources up, writes their names to the sidecar, and begins to search them.
  func name(_ names: [SourceName], line: String, opensList: Bool, for reader: ReaderState)
    -> [Reply]
  {
    var sources: [QuotationSource] = []
    for name in names {
      switch name {
      case .known(let source): sources.append(source)
      case .typed(let text):
        guard let source = source(typed: text) else {
          return [
            .answer(
              ReaderAnswer.sources(
                .refused(
                  reason: "there is no file or folder “\(text)”", line: line, opensList: opensList))
            )
          ]
        }
        sources.append(source)
      }
    }
    sources = sources.uniqued()
    let isKnown = sources == store.about?.quotationSources || reader.readOnlyReason != nil
    let kept = isKnown ? [] : describe { $0.quotationSources = sources }
    return kept + [.answer(ReaderAnswer.sources(.named(sources, opensList: opensList)))]
  }

  /// The source that a text names; nil when there is none.
  private func source(typed text: String) -> QuotationSource? {
    if ["https://", "http://"].contains(where: text.lowercased().hasPrefix) {
      return .address(text)
    }
    return store.source(at: SourcePath.expanded(text))
  }

  /// The sources that the sidecar names since somebody else saved it; nothing when they are the same.
  func lookForNamedSources() -> [Reply] {
    guard let sources = store.about?.quotationSources, sources != namedSources else { return [] }
    namedSources = sources
    return [.answer(ReaderAnswer.sources(.kept(sources)))]
  }

  // MARK: Searching

  /// Begins to look for the quotations in the sources; a search that goes on is given up.
  func checkQuotations(for reader: ReaderState) -> [Reply] {
    guard let search = options.searchSources, let analysis = reader.analysis else { return [] }
    let sources = reader.quotationCheck.sources.compactMap { source in
      store.location(of: source).map { SourceToSearch(name: source.name, location: $0) }
    }
    sourceSearch?.stop()
    sourceSearch = SourceSearch(sources, for: article, analysis, by: search)
    return [.answer(ReaderAnswer.sources(.searching))]
  }

  /// What the search has found, once.
  func lookForSources() -> [Reply] {
    guard let found = sourceSearch?.result() else { return [] }
    sourceSearch = nil
    sourceFiles = found.files
    return [.answer(ReaderAnswer.sources(.answered(found.verification, faults: found.faults)))]
  }

  // MARK: Opening

  /// Opens a source at words that are expected there.
  func openSource(_ name: String, _ span: TextSpan, expecting words: String) -> [Reply] {
    guard let open = options.openSource, let file = sourceFiles[name] else {
      return [.notice("sources cannot be opened here")]
    }
    do {
      guard let desk = try open(file, span, words) else {
        return [.answer(ReaderAnswer.sources(.changed(name)))]
      }
      returnsFrom = name
      return [.begin(desk)]
    } catch {
      return [.notice("\(error)")]
    }
  }
}

/// The paths of sources as people type them.
private enum SourcePath {
  /// The path with the home of whoever types it in place of a tilde.
  static func expanded(_ text: String) -> String {
    guard text == "~" || text.hasPrefix("~/"), let home = environmentWords("HOME") else {
      return text
    }
    return home.joined(separator: " ") + text.dropFirst()
  }
}
