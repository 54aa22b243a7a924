// Whose words a mark is about: the one answer, for marking, copying, lists, statistics and reports.

import ArticleModel

/// Whose words a passage is in.
package enum Voice: Hashable, Sendable {
  /// Somebody by name.
  case named(String)
  /// Somebody who is quoted, and nobody knows who it is.
  case unnamed
  /// The article's own words.
  case outlet

  /// The name that lists and sidecars have for the article's own words.
  package static let outletName = "outlet"

  /// What to call it in a list.
  package var name: String {
    switch self {
    case .named(let name): name
    case .unnamed: "an unnamed person"
    case .outlet: Self.outletName
    }
  }

  /// The voice that a mark names.
  init(named name: String) { self = name == Self.outletName ? .outlet : .named(name) }
}

/// The quotations of an analysis, prepared for being asked whose words a passage is in.
///
/// The rule: what the maker of a mark said wins – the voice that the mark names, else the claimant of its
/// claim. Otherwise the marked words are shared out among those who say them: the words of a quotation
/// belong to its first speaker, all others to the outlet. Where the wording is judged, as bias is, a
/// paraphrase is in the outlet's words; where a statement is judged, it is its speaker's. Whoever has
/// most of them has the mark, whatever their number of quotations and the number of passages of the mark;
/// of two who have the same number, the one whose words come first. Give it an analysis with the
/// corrections of readers applied, so that these win over what the program found.
package struct Voices: Sendable {
  private struct Part {
    var span: TextSpan
    var voice: Voice
    /// Whether it is a paraphrase, in the article's words.
    var isParaphrase: Bool
    /// Where the parts up to this one end at the latest.
    var reach: ByteOffset
  }

  /// The parts of all quotations, in reading order.
  private let parts: [Part]

  /// Prepares the quotations of an analysis.
  package init(_ analysis: Analysis) {
    var parts = analysis.quotations.flatMap { quotation in
      let voice = analysis.voice(of: quotation)
      return quotation.spans.map {
        Part(
          span: $0, voice: voice, isParaphrase: quotation.form == .indirect, reach: $0.end)
      }
    }
    parts.sort { $0.span < $1.span }
    for index in parts.indices.dropFirst() {
      parts[index].reach = max(parts[index].reach, parts[index - 1].reach)
    }
    self.parts = parts
  }

  /// Whose words a mark is about.
  /// - Parameter passages: where its targets stand; those that are lost are left out.
  /// - Returns: nil when nothing says so: a mark on the article as a whole, or on words that are gone.
  package func voice(of mark: Annotation, at passages: [TextSpan]) -> Voice? {
    mark.statedVoice.map(Voice.init(named:))
      ?? voice(of: passages, asWording: mark.kind.row.namesVoice)
  }

  /// Whose words passages are in; nil when there are none. With `asWording`, a paraphrase is the
  /// outlet's.
  package func voice(of passages: [TextSpan], asWording: Bool) -> Voice? {
    var shares: [(voice: Voice, count: Int, start: ByteOffset)] = []
    func add(_ voice: Voice, _ span: TextSpan) {
      if let known = shares.firstIndex(where: { $0.voice == voice }) {
        shares[known].count += span.count
        shares[known].start = min(shares[known].start, span.start)
      } else {
        shares.append((voice, span.count, span.start))
      }
    }
    for passage in passages {
      var rest = passage.start
      for part in self.parts(overlapping: passage) {
        guard let shared = TextSpan(rest, passage.end).intersection(part.span) else { continue }
        if rest < shared.start { add(.outlet, TextSpan(rest, shared.start)) }
        add(asWording && part.isParaphrase ? .outlet : part.voice, shared)
        rest = shared.end
      }
      if rest < passage.end { add(.outlet, TextSpan(rest, passage.end)) }
    }
    return shares.max { ($0.count, $1.start) < ($1.count, $0.start) }?.voice
  }

  /// Who claims what a sentence states: whoever says at least a quarter of it, since much of the rest is who says
  /// so and when; else the outlet.
  package func claimant(of sentence: TextSpan) -> Voice? {
    var said: [(voice: Voice, count: Int)] = []
    for part in parts(overlapping: sentence) {
      let count = sentence.intersection(part.span)?.count ?? 0
      if let known = said.firstIndex(where: { $0.voice == part.voice }) {
        said[known].count += count
      } else {
        said.append((part.voice, count))
      }
    }
    guard let most = said.max(by: { $0.count < $1.count }), most.count * 4 >= sentence.count else {
      return voice(of: [sentence], asWording: false)
    }
    return most.voice
  }

  private func parts(overlapping span: TextSpan) -> ArraySlice<Part> {
    let first = parts.partitionPoint { $0.reach > span.start }
    let end = parts.partitionPoint { $0.span.start >= span.end }
    return parts[first..<max(first, end)]
  }

}

extension Analysis {
  /// Who says a quotation.
  package func voice(of quotation: Quotation) -> Voice {
    guard let speaker = quotation.speaker, speakers.indices.contains(speaker) else {
      return .unnamed
    }
    return .named(speakers[speaker].name)
  }
}
