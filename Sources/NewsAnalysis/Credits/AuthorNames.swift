// Those who wrote the article are nobody it speaks of, unless it quotes them.

import ArticleModel

/// The names of the article's authors, as its document tells them.
struct AuthorNames {
  private let names: Set<[UInt64]>

  init(of metadata: ArticleMetadata) {
    let names = metadata.authors.map { author in
      author.split { !$0.isLetter && $0 != "-" && $0 != "’" && $0 != "'" && $0 != "." }
        .map { LowercaseHash.of($0) }
    }
    self.names = Set(names.filter { $0.count > 1 })
  }

  /// The names of a segment but for those of authors whom nothing in it is attributed to.
  func removed(
    from mentions: [NameMention], in segment: Segment, _ words: WordTypes,
    quoted attributions: [Attribution]
  ) -> [NameMention] {
    if names.isEmpty { return mentions }
    let sources = attributions.compactMap(\.source)
    let isAuthor = mentions.map { mention in
      mention.kind == .person
        && names.contains(mention.tokens.map { words[segment.tokens[$0]].lowerHash })
    }
    let isQuoted = zip(mentions, isAuthor).contains { mention, isAuthor in
      isAuthor && sources.contains { $0.overlaps(mention.tokens) }
    }
    return isQuoted ? mentions : zip(mentions, isAuthor).filter { !$0.1 }.map(\.0)
  }
}
