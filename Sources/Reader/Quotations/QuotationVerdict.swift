// What taking an answer puts down: the verdict on “was it said?”, and the source as evidence.

import ArticleModel
import Verification

/// A place of a source as the answer to one quotation.
struct QuotationVerdict {
  let answer: QuotationAnswer
  /// Which of the places is meant, counted from the best one.
  let place: Int
  let check: QuotationCheck

  /// The match that is meant; nil when nothing was found.
  private var match: SourceMatch? {
    answer.matches.indices.contains(place) ? answer.matches[place] : nil
  }

  /// Whether the place is one part of several that belong together.
  private var isStitched: Bool { answer.outcome == .stitched && place < answer.partCount }

  /// What the place says to the quotation.
  var outcome: QuotationOutcome { place == 0 ? answer.outcome : match?.outcome ?? answer.outcome }

  /// What it changes of the meaning.
  var meaningChanges: [MeaningChange] {
    place == 0 ? answer.meaningChanges : match?.meaningChanges ?? []
  }

  /// The term of the pack of verifications; nil for indirect speech, of which nobody but the reader can say
  /// whether it renders the passage.
  var term: String? {
    switch outcome {
    case .verbatim: meaningChanges.isEmpty ? "accurate" : "altered"
    case .trimmed: meaningChanges.isEmpty ? "accurate" : "truncated"
    case .altered: meaningChanges.isEmpty ? "reworded" : "altered"
    case .stitched: "stitched"
    case .anotherSpeaker: "misattributed"
    case .notFound: "unconfirmed"
    case .paraphrase: nil
    }
  }

  /// Which way the source speaks to “was it said?”
  private var stance: Evidence.Stance {
    switch term {
    case "accurate": .supports
    case nil: .discusses
    default: .refutes
    }
  }

  /// The places as evidence: one for each part of a stitched quotation, none when nothing was found.
  /// - Parameter moment: when the source was read.
  func evidence(readAt moment: Timestamp) -> [Evidence] {
    let matches =
      isStitched ? Array(answer.matches.prefix(answer.partCount)) : [match].compactMap(\.self)
    return matches.map { match in
      let source = check.source(of: match)
      var evidence = Evidence(url: source?.name.asEvidenceAddress ?? "", stance: stance)
      evidence.title = check.place(of: match)
      evidence.passage = match.text
      evidence.accessed = moment
      evidence.place = EvidencePlace(
        codePoints: match.codePoints, milliseconds: match.milliseconds, page: match.page)
      (evidence.speaker, evidence.digest) = (match.speaker, source?.digest)
      evidence.outcome = outcome.rawValue
      return evidence
    }
  }

  /// What the note says: changes of the meaning, the difference, or where the words were looked for.
  var note: String {
    if outcome == .notFound { return "Looked for in " + check.namesOfSources + "." }
    var lines = meaningChanges.map(\.description)
    if outcome == .anotherSpeaker, let speaker = match?.speaker {
      lines.append("In the source, \(speaker.onOneLine) says it.")
    }
    if let match, outcome != .paraphrase, !match.isSame, !isStitched {
      lines.append("Source and story: \(match.differenceInWords.onOneLine)")
    }
    return lines.joined(separator: "\n")
  }
}

extension QuotationCheck {
  /// "council.vtt, briefing.txt", and how many could not be read.
  var namesOfSources: String {
    let names = (verification?.readSources ?? []).map(\.name)
    let shown = names.prefix(5).joined(separator: ", ")
    let more = names.count > 5 ? " and \(counted(names.count - 5, "other"))" : ""
    let unread = faults.isEmpty ? "" : "; \(counted(faults.count, "source")) could not be read"
    return shown + more + unread
  }
}

extension String {
  /// The path of a source as the address of evidence: "./council.vtt"; an address as it is.
  fileprivate var asEvidenceAddress: String { contains("://") ? self : "./" + self }
}
