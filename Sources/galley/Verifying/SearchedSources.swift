// The sources that a command line names: found, read once each, several at a time, and let go again.

import ArticleModel
import DocumentImport
import Session
import Sidecars
import Verification

/// Sources by the names that they were given.
struct SearchedSources {
  private let names: [String]
  private let access: SourceAccess

  init(_ names: [String], _ access: SourceAccess) { (self.names, self.access) = (names, access) }

  /// What came of one source.
  enum Outcome: Sendable {
    case searched(VerificationSource, SourceFindings)
    case failed(String)
    /// It is one of the stories, which has all of its own quotations.
    case isStory
  }

  /// Searches all sources. What cannot be read is said on standard error and counted.
  /// - Throws: when nothing could be read.
  func search(with index: QuotationIndex) throws -> (Verification, failures: Int) {
    let paths = try self.paths()
    let access = access
    let outcomes = Array(paths.enumerated()).concurrentMap { number, path in
      Self.outcome(of: path, number: number, access, index)
    }
    var (sources, findings): ([VerificationSource], [SourceFindings]) = ([], [])
    for (path, outcome) in zip(paths, outcomes) {
      switch outcome {
      case .searched(let source, let found):
        sources.append(source)
        findings.append(found)
      case .failed(let message):
        Output.complain(message)
        sources.append(Self.unread(path, .unreadable))
      case .isStory: sources.append(Self.unread(path, .isStory))
      }
    }
    let failures = sources.count { $0.condition == .unreadable }
    if findings.isEmpty, failures == 0 {
      throw CommandFailure(
        "\(paths.joined(separator: ", ")): a story cannot be the source of its own quotations")
    }
    if findings.isEmpty { throw CommandFailure.alreadySaid }
    return (Verification(index, sources: sources, findings: findings), failures)
  }

  private static func unread(
    _ path: String, _ condition: VerificationSource.Condition
  ) -> VerificationSource {
    var source = VerificationSource(name: path)
    source.condition = condition
    return source
  }

  /// The paths of all articles that the names stand for.
  private func paths() throws -> [String] {
    var paths: [String] = []
    for name in names {
      paths += try Self.articles(at: try Documents.path(of: name, access), named: name)
    }
    return paths.uniqued()
  }

  /// The paths of all articles at a path.
  static func articles(at path: String, named name: String) throws -> [String] {
    let inside = ClaimSources.paths(inFolder: path)
    if inside.isEmpty, PosixFileSystem().names(ofFolder: path) != nil {
      throw CommandFailure("\(name) has no sources: transcripts, texts, pages and the like")
    }
    return try (inside.isEmpty ? [path] : inside).flatMap { try members(of: $0) }
  }

  /// The articles in a file that holds several; else the file itself.
  private static func members(of path: String) throws -> [String] {
    guard path != "-", FileIdentity(of: path)?.kind == .file,
      let collection = (try? Documents.collection(path)) ?? nil
    else { return [path] }
    return collection.members.map(\.path)
  }

  static func outcome(
    of path: String, number: Int, _ access: SourceAccess, _ index: QuotationIndex
  ) -> Outcome {
    do {
      let article = try Documents.article(path, access, as: .copy)
      if index.stories.contains(where: { article.text.hasSameBytes(as: $0.article.text) }) {
        return .isStory
      }
      let found = index.findings(in: article, number: number)
      return .searched(source(article, path, found), found)
    } catch {
      return .failed("\(error)")
    }
  }

  /// Describes a source; its digest is worked out when something was found in it.
  private static func source(
    _ article: Article, _ path: String, _ found: SourceFindings
  ) -> VerificationSource {
    var source = VerificationSource(
      name: path, title: article.title, digest: article.source.rawDigest,
      retrieved: article.metadata.retrieved, wordCount: found.wordCount,
      length: article.text.codePointCount)
    let files = PosixFileSystem()
    let file = article.source.path.flatMap { MemberPath($0)?.file ?? $0 }
    if source.digest == nil, found.isAnything, let file,
      let bytes = (try? files.contents(of: file)) ?? nil
    {
      source.digest = bytes.withUnsafeBufferPointer { Digest(of: $0) }
    }
    if source.retrieved == nil, let file, let status = (try? files.status(of: file)) ?? nil {
      source.retrieved = Timestamp(secondsSinceEpoch: status.modified.seconds)
    }
    return source
  }
}

extension ArticleText {
  /// Whether two texts are the same, byte by byte.
  fileprivate func hasSameBytes(as other: ArticleText) -> Bool {
    count == other.count && withBytes { own in other.withBytes { own.elementsEqual($0) } }
  }
}
