// What the command line finds in the article: headings, speakers, places, marks. Long articles offer what
// lies in their first part.

import ArticleModel
import Interface
import NewsAnalysis

extension ReaderState {
  /// More of a kind are not offered.
  private static let most = 2000

  package var proposals: [Proposal] {
    headings + speakerProposals + placeProposals + annotationProposals
  }

  private var headings: [Proposal] {
    var found: [Proposal] = []
    var block = article.block(atOrAfter: .zero)
    while let here = block, found.count < Self.most, here.span.start.value < 1 << 20 {
      if here.kind.isHeading {
        let words = article.text.string(in: here.span).onOneLine
        found.append(
          Proposal(
            name: words, detail: "heading", target: .choice(ReaderTarget.place(here.span.start))))
      }
      block = article.block(after: here)
    }
    return found
  }

  private var speakerProposals: [Proposal] {
    guard let findings else { return [] }
    return findings.speakerOrder.prefix(Self.most).compactMap { number in
      let speaker = findings.analysis.speakers[number]
      return speaker.mentions.first.map {
        Proposal(
          name: speaker.name, detail: "speaker", target: .choice(ReaderTarget.place($0.start)))
      }
    }
  }

  private var placeProposals: [Proposal] {
    guard let findings else { return [] }
    return findings.placeOrder.prefix(Self.most).compactMap { number in
      let place = findings.analysis.places[number]
      return place.mentions.first.map {
        Proposal(
          name: place.name, detail: "place",
          target: .choice(ReaderTarget.place(findings.analysis.locations[$0].span.start)))
      }
    }
  }

  private var annotationProposals: [Proposal] {
    annotationEntries.prefix(Self.most).compactMap { id in
      annotations[id].map { annotation in
        let words = quote(of: annotation).map { " \($0.onOneLine.quoted)" } ?? ""
        return Proposal(
          name: "\(title(of: annotation))\(words)", detail: "mark",
          target: .choice(ReaderTarget.annotation(id)))
      }
    }
  }
}
