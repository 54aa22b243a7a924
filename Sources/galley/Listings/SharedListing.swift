// Two articles side by side: the quotations that both have, for people and as JSON.

import ArticleModel
import LosslessJSON
import Screen
import Verification

/// Prints what two articles quote alike and otherwise.
struct SharedListing {
  private let shared: SharedQuotations
  private let stories: [VerifiableStory]
  private let names: [String]

  init(_ first: VerifiedStories.Named, _ second: VerifiedStories.Named) {
    shared = SharedQuotations(first.story, second.story)
    (stories, names) = ([first.story, second.story], [first.name, second.name])
  }

  /// Whether the articles have words or speakers of one quotation otherwise; cuts that leave the meaning as it was
  /// aside.
  var hasProblems: Bool {
    shared.pairs.contains {
      $0.relation == .different || $0.hasOtherSpeaker || !$0.meaningChanges.isEmpty
    }
  }

  // MARK: For people

  func text(columns: Column) -> String {
    let room = max(columns - 4, 20)
    var parts = [heading] + shared.pairs.map { lines($0, room).joined(separator: "\n") }
    for (story, only) in [shared.onlyFirst, shared.onlySecond].enumerated() where !only.isEmpty {
      let quoted = only.flatMap { number in
        let quotation = stories[story].quotations[number]
        return "\(quotation.text.onOneLine.quoted())\(who(quotation))".onOneLine.wrapped(to: room)
          .map { "    " + $0 }
      }
      parts.append((["only in \(names[story].onOneLine)"] + quoted).joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n")
  }

  private var heading: String {
    let counts: [(SharedQuotations.Relation, String)] = [
      (.alike, "alike"), (.cutInFirst, "cut in the first"), (.cutInSecond, "cut in the second"),
      (.different, "in different words"),
    ]
    var told = counts.compactMap { relation, words -> String? in
      let count = shared.pairs.count { $0.relation == relation && !isAlikeOfAnother($0) }
      return count == 0 ? nil : "\(count) \(words)"
    }
    let misattributed = shared.pairs.count(where: isAlikeOfAnother)
    if misattributed > 0 { told.append("\(misattributed) alike, but another speaker") }
    let pair = "\(names[0]) beside \(names[1])".onOneLine
    let detail = told.isEmpty ? "" : "\n" + told.joined(separator: ", ")
    return "\(pair): \(counted(shared.pairs.count, "quotation")) in both\(detail)"
  }

  private func isAlikeOfAnother(_ pair: SharedQuotations.Pair) -> Bool {
    pair.relation == .alike && pair.hasOtherSpeaker
  }

  private func lines(_ pair: SharedQuotations.Pair, _ room: Column) -> [String] {
    let quotations = quotations(of: pair)
    let isSame =
      pair.relation == .alike && !pair.hasOtherSpeaker && pair.meaningChanges.isEmpty
    let label = label(pair.relation) + (isAlikeOfAnother(pair) ? ", but another speaker" : "")
    var lines = ["\(isSame ? "=" : "≠") \(label)\(who(quotations[0]))".onOneLine]
    for change in pair.meaningChanges {
      let told = "! in \(changed(in: pair)): \(change.description)"
      lines += told.onOneLine.wrapped(to: room).map { "    " + $0 }
    }
    if pair.hasOtherSpeaker {
      let told = zip(names, quotations).map { "\($0): \($1.speaker ?? "nobody")" }
      lines += "! another speaker – \(told.joined(separator: "; "))".onOneLine.wrapped(to: room)
        .map { "    " + $0 }
    }
    let words =
      pair.relation == .alike ? quotations[0].text.onOneLine.quoted() : pair.differenceInWords
    return lines + words.onOneLine.wrapped(to: room).map { "    " + $0 }
  }

  /// The article whose version is held against the other one.
  private func changed(in pair: SharedQuotations.Pair) -> String {
    names[pair.areChangesOfSecond ? 1 : 0]
  }

  private func label(_ relation: SharedQuotations.Relation) -> String {
    switch relation {
    case .alike: "alike"
    case .cutInFirst: "cut in \(names[0])"
    case .cutInSecond: "cut in \(names[1])"
    case .different: "different words"
    }
  }

  private func who(_ quotation: StoryQuotation) -> String {
    quotation.speaker.map { " – \($0)" } ?? ""
  }

  private func quotations(of pair: SharedQuotations.Pair) -> [StoryQuotation] {
    [stories[0].quotations[pair.first], stories[1].quotations[pair.second]]
  }

  // MARK: For programs

  var json: JSONValue {
    let pairs = shared.pairs.map { pair -> JSONValue in
      let quotations = zip([0, 1], quotations(of: pair)).map { json(of: $1, in: $0) }
      return [
        "relation": .string(Self.name(of: pair.relation)),
        "otherSpeaker": .bool(pair.hasOtherSpeaker), "diff": .string(pair.differenceInWords),
        "meaningChanges": .array(
          pair.meaningChanges.map { .string("in \(changed(in: pair)): \($0.description)") }),
        "quotations": .array(quotations),
      ]
    }
    let only = zip([0, 1], [shared.onlyFirst, shared.onlySecond]).flatMap { story, numbers in
      numbers.map { json(of: stories[story].quotations[$0], in: story) }
    }
    return ["shared": .array(pairs), "only": .array(only)]
  }

  private static func name(of relation: SharedQuotations.Relation) -> String {
    switch relation {
    case .alike: "alike"
    case .cutInFirst: "cut-in-first"
    case .cutInSecond: "cut-in-second"
    case .different: "different"
    }
  }

  private func json(of quotation: StoryQuotation, in story: Int) -> JSONValue {
    let place = stories[story].article.text.codePointSpan(of: quotation.extent)
    return [
      "story": .string(names[story]), "start": .integer(place.start.value),
      "end": .integer(place.end.value), "text": .string(quotation.text),
      "speaker": quotation.speaker.map { .string($0) } ?? .null,
    ]
  }
}
