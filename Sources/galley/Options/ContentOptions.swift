// What an annotation says, as the command line gives it.

import ArgumentParser
import ArticleModel

extension AnnotationStatus: ExpressibleByArgument {}
extension Evidence.Stance: ExpressibleByArgument {}

/// A kind of annotation that a command can make.
struct MarkKind: ExpressibleByArgument {
  let annotationKind: AnnotationKind

  init?(argument: String) {
    guard let kind = AnnotationKind.marks.first(where: { $0.rawValue == argument }) else {
      return nil
    }
    annotationKind = kind
  }

  static var allValueStrings: [String] { AnnotationKind.marks.map(\.rawValue) }

  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }

  var row: AnnotationKind.Row { annotationKind.row }
}

/// The content of an annotation.
struct ContentOptions: ParsableArguments {
  @Option(help: "What kind of mark it is.")
  var kind: MarkKind

  @Option(
    help: ArgumentHelp(
      "A term, such as loaded-term; repeat for more. galley taxonomy lists them.",
      valueName: "term"), completion: .terms)
  var term: [String] = []

  @Option(
    help: ArgumentHelp("Was it said? Such as accurate or altered.", valueName: "verdict"),
    completion: .verdicts(of: "said"))
  var said: String?

  @Option(
    help: ArgumentHelp("Is it true? Such as supported or refuted.", valueName: "verdict"),
    completion: .verdicts(of: "truth"))
  var verdict: String?

  @Option(help: "The status of the work on it.")
  var status: AnnotationStatus?

  @Option(help: ArgumentHelp("Your words, in Markdown.", valueName: "text"))
  var note: String?

  @Option(
    help: ArgumentHelp(
      "Where the evidence is, or what it is, such as \"phone call with N. N.\"; repeat for more.",
      valueName: "source"))
  var evidence: [String] = []

  @Option(
    help: ArgumentHelp(
      "What the evidence is called; given again, that of the next --evidence.", valueName: "text"))
  var evidenceTitle: [String] = []

  @Option(help: "Which way the evidence speaks.")
  var stance: Evidence.Stance?

  @Option(help: ArgumentHelp("Who published the evidence, or who said it.", valueName: "name"))
  var publisher: String?

  @Option(help: ArgumentHelp("The words in the evidence that matter.", valueName: "text"))
  var passage: String?

  @Option(help: ArgumentHelp("The day it was read or heard.", valueName: "yyyy-mm-dd"))
  var accessed: String?

  @Option(help: ArgumentHelp("The claim in one sentence, complete in itself.", valueName: "text"))
  var claim: String?

  @Option(help: ArgumentHelp("Who makes the claim.", valueName: "name"))
  var claimant: String?

  @Option(help: ArgumentHelp("The day that the verdict applies to.", valueName: "yyyy-mm-dd"))
  var asOf: String?

  @Option(help: ArgumentHelp("Whose words they are: outlet, or a name.", valueName: "name"))
  var voice: String?

  @Option(help: ArgumentHelp("How sure you are, from 0 to 1.", valueName: "number"))
  var confidence: Double?

  @Flag(name: .customLong("private"), help: "Keep the mark out of exports.")
  var isPrivate = false

  /// Fills an annotation with what was said, or says what does not fit together.
  func fill(_ annotation: inout Annotation, from shelf: TaxonomyShelf) throws(CommandFailure) {
    try checkThatPartsFit()
    try addTerms(to: &annotation, from: shelf)
    annotation.note = note ?? ""
    annotation.status = status ?? .open
    annotation.evidence = try sources()
    annotation.claim = ClaimRecord(
      restated: claim, claimant: claimant, asOf: asOf.map { DateAsWritten($0) })
    annotation.voice = voice
    annotation.confidence = confidence
    annotation.isPrivate = isPrivate
  }

  /// The evidence: addresses that there can be, or sources in words, each with its title.
  private func sources() throws(CommandFailure) -> [Evidence] {
    if evidenceTitle.count > evidence.count {
      throw CommandFailure("--evidence-title names a source: say where it is with --evidence URL")
    }
    return try evidence.enumerated().map { number, typed throws(CommandFailure) in
      var source = try source(typed)
      if number < evidenceTitle.count { source.title = evidenceTitle[number] }
      return source
    }
  }

  /// A source with all that was said of the evidence.
  private func source(_ typed: String) throws(CommandFailure) -> Evidence {
    var source: Evidence
    do throws(EvidenceAddress.Fault) {
      source = try TypedSource(typed, stance: stance).evidence
    } catch {
      throw CommandFailure("--evidence \(typed): \(error.description)")
    }
    (source.publisher, source.passage) = (publisher, passage)
    source.accessed = accessed.map { Timestamp($0) }
    return source
  }

  private func checkThatPartsFit() throws(CommandFailure) {
    if !kind.row.answersClaim, said != nil || verdict != nil {
      throw CommandFailure("--said and --verdict belong to --kind verification")
    }
    if !kind.row.answersClaim, claim != nil || claimant != nil || asOf != nil {
      throw CommandFailure("--claim, --claimant and --as-of belong to --kind verification")
    }
    if let asOf, CalendarDate(asOf) == nil {
      throw CommandFailure("--as-of “\(asOf)” is not a day; write it as 2026-01-02")
    }
    if let confidence, !(0...1).contains(confidence) {
      throw CommandFailure("--confidence \(confidence) is not between 0 and 1")
    }
    if let accessed, CalendarDate(accessed) == nil {
      throw CommandFailure("--accessed “\(accessed)” is not a day; write it as 2026-01-02")
    }
    let ofEvidence = [
      ("--stance", stance?.rawValue), ("--publisher", publisher), ("--passage", passage),
      ("--accessed", accessed),
    ]
    if evidence.isEmpty, let option = ofEvidence.first(where: { $0.1 != nil })?.0 {
      throw CommandFailure("\(option) is about evidence: name it with --evidence SOURCE")
    }
    switch kind.row.use {
    case .mark(.words) where note == nil && kind.row.isNothingWithoutWords:
      throw CommandFailure("a note needs its words: --note TEXT")
    case .mark(.tags) where term.isEmpty:
      throw CommandFailure("a tag needs its name: --term TAG")
    case .mark(.evidence) where evidence.isEmpty:
      throw CommandFailure("evidence needs its address, or what it is: --evidence SOURCE")
    default: break
    }
  }

  private func addTerms(
    to annotation: inout Annotation, from shelf: TaxonomyShelf
  ) throws(CommandFailure) {
    for name in term {
      if let reference = shelf.reference(named: name, for: kind.annotationKind) {
        annotation.terms.append(reference)
      } else if kind.row.use == .mark(asking: .tags) {
        annotation.tags.append(name)
      } else {
        throw CommandFailure("there is no term “\(name)”; galley taxonomy lists all terms")
      }
    }
    for (option, group, name) in [("said", "said", said), ("verdict", "truth", verdict)] {
      guard let name else { continue }
      guard let reference = shelf["verification"]?.reference(named: "\(group)/\(name)") else {
        let terms = shelf["verification"]?.groups.first { $0.id == group }?.terms ?? []
        let known = terms.map(\.id).joined(separator: ", ")
        throw CommandFailure("--\(option) “\(name)” is not one of \(known)")
      }
      annotation.terms.append(reference)
    }
    try checkThatOneAnswerIsGiven(annotation.terms, shelf)
  }

  private func checkThatOneAnswerIsGiven(
    _ terms: [TermReference], _ shelf: TaxonomyShelf
  ) throws(CommandFailure) {
    var answers: [String: String] = [:]
    for term in terms where shelf.group(term)?.isExclusive == true {
      if let other = answers.updateValue(term.term, forKey: term.group) {
        throw CommandFailure("\(other) and \(term.term) exclude each other; name one of them")
      }
    }
  }
}
