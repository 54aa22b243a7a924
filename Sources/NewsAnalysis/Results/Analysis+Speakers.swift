// Speakers that turn out to be one.

import ArticleModel

extension Analysis {
  /// Joins speakers with others: `owners` has the speaker that each of them is. Their numbers close up.
  mutating func joinSpeakers(_ owners: [Int: Int]) {
    for (index, owner) in owners.sorted(by: { $0.key < $1.key }) {
      speakers[owner].take(speakers[index])
    }
    var numbers: [Int] = []
    var next = 0
    for index in speakers.indices {
      numbers.append(next)
      if owners[index] == nil { next += 1 }
    }
    for (index, owner) in owners { numbers[index] = numbers[owner] }
    speakers = speakers.indices.filter { owners[$0] == nil }.map { speakers[$0] }
    for index in quotations.indices { quotations[index].renumberSpeakers { numbers[$0] } }
    for index in persons.indices { persons[index].speaker = numbers[persons[index].speaker] }
    for index in organisations.indices {
      organisations[index].speaker = numbers[organisations[index].speaker]
    }
  }
}

extension Quotation {
  /// Gives the speakers other numbers.
  fileprivate mutating func renumberSpeakers(_ number: (Int) -> Int) {
    speaker = speaker.map(number)
    if !others.isEmpty { others = others.map(number).filter { $0 != speaker } }
    for index in via.indices { via[index].speaker = via[index].speaker.map(number) }
    for index in inner.indices { inner[index].renumberSpeakers(number) }
  }
}

extension Speaker {
  /// Takes over what is known of another speaker who is the same.
  fileprivate mutating func take(_ other: Speaker) {
    for alias in [other.name] + other.aliases where alias != name && !aliases.contains(alias) {
      aliases.append(alias)
    }
    mentions = (mentions + other.mentions).sorted().withoutRepetitions
    quotations = (quotations + other.quotations).sorted()
    verbatimWords += other.verbatimWords
    paraphraseWords += other.paraphraseWords
  }
}

extension [TextSpan] {
  /// Equal ones that follow each other once.
  fileprivate var withoutRepetitions: [TextSpan] {
    var kept: [TextSpan] = []
    kept.reserveCapacity(count)
    for span in self where span != kept.last { kept.append(span) }
    return kept
  }
}
