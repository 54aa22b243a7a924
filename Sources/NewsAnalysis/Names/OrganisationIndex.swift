// The organisations of an article, each once: long name, acronym and "the ministry" are one of them.

import ArticleModel

/// Collects names of organisations segment by segment; at the end they become entities beside the speakers.
struct OrganisationIndex {
  /// An organisation.
  fileprivate struct Entry {
    var name: String
    let isOutlet: Bool
    /// The word for what it is, in lower case: "ministry".
    let head: UInt64
    var keys: Set<String>
    /// Where it is named, in reading order.
    var mentions: [TextSpan] = []
    /// Where words such as "the ministry" stand for it.
    var references: [TextSpan] = []
  }

  private var entries: [Entry] = []
  private var byKey: [String: Int] = [:]
  /// The last organisation with a head.
  private var lastByHead: [UInt64: Int] = [:]
  private var mentions: [(span: TextSpan, entry: Int)] = []
  /// More organisations are not remembered by one article.
  private static let most = 4096

  // MARK: Collecting

  /// Adds the names of a segment, which are in reading order.
  mutating func add(_ names: [OrganisationName], of segment: Segment, _ types: WordTypes) {
    if names.isEmpty, byKey.isEmpty { return }
    var next = names.startIndex
    for index in segment.tokens.indices {
      if next < names.endIndex, names[next].tokens.lowerBound <= index {
        add(names[next], of: segment, types)
        next += 1
      }
      addReference(at: index, of: segment, types)
    }
  }

  private mutating func add(_ name: OrganisationName, of segment: Segment, _ types: WordTypes) {
    let text = segment.string(of: name.tokens)
    let head = types[segment.tokens[name.head]]
    guard let entry = entry(text, head) else { return }
    lastByHead[head.lowerHash] = entry
    guard let acronym = name.acronym else { return note(segment.span(of: name.tokens), entry) }
    let short = segment.string(of: acronym)
    byKey[Self.key(short)] = entry
    entries[entry].keys.insert(short)
    for span in [name.tokens, acronym].map(segment.span).sorted() { note(span, entry) }
  }

  private mutating func entry(_ text: String, _ head: WordType) -> Int? {
    if let known = byKey[Self.key(text)] { return known }
    guard entries.count < Self.most else { return nil }
    entries.append(
      Entry(
        name: text, isOutlet: head.isOfOutlets, head: head.lowerHash, keys: [text]))
    byKey[Self.key(text)] = entries.count - 1
    return entries.count - 1
  }

  private mutating func note(_ span: TextSpan, _ entry: Int) {
    entries[entry].mentions.append(span)
    mentions.append((span, entry))
  }

  private static func key(_ text: String) -> String { text.lowercased() }

  /// Notes "the ministry" behind a ministry, and an acronym that was explained.
  private mutating func addReference(at index: Int, of segment: Segment, _ types: WordTypes) {
    let type = types[segment.tokens[index]]
    if type.traits.contains(.allCapitals), !byKey.isEmpty {
      let span = segment.span(of: index..<index + 1)
      guard let entry = byKey[Self.key(segment.text.string(in: span))] else { return }
      // Mentions come in reading order, so those that reach to here are the last.
      let here = entries[entry].mentions.reversed().prefix { $0.end > span.start }
      if !here.contains(where: { $0.overlaps(span) }) { note(span, entry) }
    } else if index > 0, !lastByHead.isEmpty, !type.traits.contains(.capitalised),
      types[segment.tokens[index - 1]].roles.contains(.definiteArticle),
      let entry = lastByHead[type.lowerHash]
    {
      entries[entry].references.append(segment.span(of: index - 1..<index + 1))
    }
  }

  // MARK: Entities

  /// Puts the organisations and their mentions into an analysis. One that speaks is its speaker already;
  /// the others come behind all speakers.
  func write(to analysis: inout Analysis) {
    guard !entries.isEmpty else { return }
    var owners = [Int?](repeating: nil, count: entries.count)
    var replaced: [Int: Int] = [:]
    for index in analysis.speakers.indices where analysis.speakers[index].kind != .person {
      guard let entry = entry(of: analysis.speakers[index]) else { continue }
      if let owner = owners[entry] { replaced[index] = owner } else { owners[entry] = index }
    }
    var numbers: [Int] = []
    for (entry, owner) in zip(entries, owners) {
      numbers.append(owner ?? analysis.speakers.count)
      if owner == nil { analysis.speakers.append(Speaker(name: entry.name, kind: .organisation)) }
      entry.complete(&analysis.speakers[numbers[numbers.count - 1]])
    }
    analysis.organisations = mentions.sorted { $0.span < $1.span }.map {
      OrganisationMention(span: $0.span, speaker: numbers[$0.entry], confidence: Self.confidence)
    }
    if !replaced.isEmpty { analysis.joinSpeakers(replaced) }
  }

  /// How often such a name is one: an estimate, since no corpus at hand annotates organisations.
  private static let confidence = 0.9

  /// The organisation that a speaker is: of the same name, or always called "the ministry" behind one.
  private func entry(of speaker: Speaker) -> Int? {
    if let known = byKey[Self.key(speaker.name)] { return known }
    guard let first = speaker.mentions.first else { return nil }
    let entry = entries.firstIndex { $0.references.contains { first.contains($0) } }
    guard let entry, speaker.name.lowercased() == speaker.name else { return nil }
    let references = entries[entry].references
    return references.overlapping(speaker.mentions).count == speaker.mentions.count ? entry : nil
  }
}

extension OrganisationIndex.Entry {
  /// Gives a speaker the names and mentions of the organisation.
  fileprivate func complete(_ speaker: inout Speaker) {
    if speaker.kind != .outlet { speaker.kind = isOutlet ? .outlet : .organisation }
    let others = [speaker.name] + speaker.aliases + keys.sorted()
    speaker.name = name
    speaker.aliases = []
    for alias in others where alias != name && !speaker.aliases.contains(alias) {
      speaker.aliases.append(alias)
    }
    let known = Set(speaker.mentions.overlapping(mentions))
    speaker.mentions += mentions.filter { !known.contains($0) }
    speaker.mentions.sort()
  }
}

extension [TextSpan] {
  /// Those of `others` that share a byte with one of these. Takes time in the number of both, and their sorting.
  fileprivate func overlapping(_ others: [TextSpan]) -> [TextSpan] {
    let sorted = self.sorted()
    var next = 0
    return others.sorted().filter { other in
      // What ends before one of the others begins ends before all that follow.
      while next < sorted.count, sorted[next].end <= other.start { next += 1 }
      return sorted[next...].prefix { $0.start < other.end }.contains { $0.overlaps(other) }
    }
  }
}

extension WordType {
  /// Whether names with this head are those of outlets alone: "Times", but not "Agency".
  fileprivate var isOfOutlets: Bool {
    traits.contains(.outlet) && !traits.contains(.organisation)
  }
}
