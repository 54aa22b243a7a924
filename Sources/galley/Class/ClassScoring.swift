// `galley agree --key`: finds who handed in what, and holds it against the key.

import Agreement
import ArticleModel
import Corpus
import Interchange
import Sidecars

/// A class that is to be scored.
struct ClassScoring {
  /// The sidecars of the key, or folders of them.
  var key: [String]
  /// The sidecars of the class, or folders of them.
  var paths: [String]
  /// Whether learners are called by numbers.
  var hidesNames = false

  /// What came of it.
  struct Outcome {
    var score: ClassScore
    /// What is left aside or missing, a line each.
    var remarks: [String]
    /// The files that were read.
    var sources: [String]
    var failures: [SidecarSelection.Failure]
  }

  /// Scores the class.
  func outcome() throws(CommandFailure) -> Outcome {
    let (found, failures) = SidecarSelection.open(paths)
    let keySidecars = try SidecarSelection.openAll(at: key)
    let isKey = { (sidecar: AnnotatedArticle) in
      keySidecars.contains { key in
        FileIdentity(of: sidecar.sidecarPath).flatMap { place in
          FileIdentity(of: key.sidecarPath)?.isSameFile(as: place)
        } == true
      }
    }
    let handedIn = found.filter { $0.hasSidecar && !isKey($0) }
    var remarks: [String] = []
    let keys = try keySidecars.filter(\.hasSidecar).map { sidecar throws(CommandFailure) in
      try KeySidecar(sidecar, lookingIn: handedIn)
    }
    guard !keys.isEmpty else {
      throw CommandFailure("\(key.joined(separator: ", ")): there is no sidecar with a key")
    }
    let answerKeys = keys.map(\.key)
    for key in answerKeys where key.lost > 0 {
      remarks.append(
        "\(counted(key.lost, "mark")) of the key to \(key.name) \(key.lost == 1 ? "is" : "are") not in "
          + "its text; nobody is scored by \(key.lost == 1 ? "it" : "them")")
    }
    var submitted = SubmittedMarks(keys: keys)
    for sidecar in handedIn { try submitted.add(sidecar) }
    remarks += submitted.remarks
    let submissions = submitted.submissions(hidingNames: hidesNames)
    guard !submissions.isEmpty else {
      throw CommandFailure(
        "\(paths.joined(separator: ", ")): nobody handed in marks on an article of the key; name the "
          + "folder with the sidecars of the class")
    }
    return Outcome(
      score: ClassScore(keys: answerKeys, submissions: submissions), remarks: remarks,
      sources: (found + keySidecars).flatMap(\.files), failures: failures)
  }
}

/// A sidecar that is the key to an article, with that article.
struct KeySidecar {
  /// The key.
  let key: AnswerKey
  /// The marks of it, for finding their words in other texts.
  let marks: [Annotation]
  private let about: ArticleDescription
  private let digest: Digest

  /// Takes a sidecar as a key. When its article is not there, that of somebody who handed in the same text
  /// serves.
  init(_ sidecar: AnnotatedArticle, lookingIn others: [AnnotatedArticle]) throws(CommandFailure) {
    var sidecar = sidecar
    if sidecar.article == nil {
      guard let article = Self.article(for: sidecar, in: others) else {
        throw CommandFailure(
          "\(sidecar.sidecarPath): its article is not there, and nobody handed in the same text; put "
            + "the article beside the key")
      }
      do throws(StoreError) {
        sidecar = try AnnotatedArticle(article, sidecarPath: sidecar.sidecarPath)
      } catch {
        throw CommandFailure(error.description)
      }
    }
    guard let article = sidecar.article else {
      throw CommandFailure("\(sidecar.sidecarPath): its article is not there")
    }
    marks = sidecar.annotations
    about = sidecar.about
    digest = Digest(of: article.text)
    key = AnswerKey(article, named: sidecar.name, marks: marks, anchors: sidecar.anchors)
  }

  private static func article(
    for key: AnnotatedArticle, in others: [AnnotatedArticle]
  ) -> Article? {
    others.lazy.compactMap(\.article).first { key.about.describesText(of: $0) }
  }

  /// How sure it is that a sidecar is about the article of the key: 3 for the same text, 2 for the same
  /// address, 1 for the same name of the file, 0 for none of these.
  func likeness(to sidecar: AnnotatedArticle) -> Int {
    if sidecar.article.map({ Digest(of: $0.text) == digest })
      ?? (sidecar.about.textDigest == digest)
    {
      return 3
    }
    if let address = about.identifier, address == sidecar.about.identifier { return 2 }
    let names = [sidecar.about.path, sidecar.article?.source.path].compactMap { Self.fileName($0) }
    let own = [about.path, key.article.source.path].compactMap { Self.fileName($0) }
    return Set(names).isDisjoint(with: own) ? 0 : 1
  }

  private static func fileName(_ path: String?) -> String? {
    path?.split(separator: "/").last.map(String.init)
  }

  /// Whether a text is that of the key.
  func hasText(of article: Article) -> Bool { Digest(of: article.text) == digest }
}
