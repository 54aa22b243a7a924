// Changes to a text that leave every byte alone which they are not about.
//
//   {"a": 1, "b": [1, 2]}   revised to a = 3   →   {"a": 3, "b": [1, 2]}

/// What becomes of a value of a document.
package indirect enum JSONRevision {
  /// It stays as it is.
  case kept
  /// Another value takes its place.
  case replaced(JSONValue)
  /// A container holds these from now on.
  case revised([JSONSlot])
  /// An array of these takes the place of a value that stood alone.
  case listed([JSONSlot])
}

/// One member or element of a container that is revised.
package enum JSONSlot {
  /// A member that was there, with what becomes of its value.
  case member(JSONNode.Member, JSONRevision)
  /// An element, of this or of another document, with what becomes of it.
  case element(JSONNode, JSONRevision)
  /// A member to add.
  case newMember(String, JSONValue)
  /// An element to add.
  case newElement(JSONValue)

  /// Where the slot begins in the document; nil when it is new.
  fileprivate var start: Int? {
    switch self {
    case .member(let member, _): member.name.range.lowerBound
    case .element(let node, _): node.range.lowerBound
    case .newMember, .newElement: nil
    }
  }

  fileprivate var end: Int? {
    switch self {
    case .member(let member, _): member.value.range.upperBound
    case .element(let node, _): node.range.upperBound
    case .newMember, .newElement: nil
    }
  }

  fileprivate var source: JSONSource? {
    switch self {
    case .member(let member, _): member.source
    case .element(let node, _): node.source
    case .newMember, .newElement: nil
    }
  }
}

extension JSONDocument {
  /// The text with its root revised.
  package func bytes(revising revision: JSONRevision) -> [UInt8] {
    if case .kept = revision { return bytes }
    var output = Array(bytes[..<root.range.lowerBound])
    output.reserveCapacity(bytes.count + 4096)
    root.write(revision, to: &output)
    output += bytes[root.range.upperBound...]
    return output
  }
}

extension JSONNode {
  /// Writes the node's text as the revision says.
  package func write(_ revision: JSONRevision, to output: inout [UInt8]) {
    switch revision {
    case .kept: output += lexeme
    case .replaced(let value): value.write(to: &output, indentation: lineIndentation)
    case .revised(let slots):
      write(slots, kind == .object ? ("{", "}") : ("[", "]"), JSONLayout(of: self), to: &output)
    case .listed(let slots):
      write(slots, ("[", "]"), JSONLayout(indentation: lineIndentation), to: &output)
    }
  }

  private func write(
    _ slots: [JSONSlot], _ brackets: (String, String), _ layout: JSONLayout,
    to output: inout [UInt8]
  ) {
    output += brackets.0.utf8
    for (position, slot) in slots.enumerated() {
      if position > 0 { output.append(UInt8(ascii: ",")) }
      let isOurs = slot.source === source && !layout.isNew
      let gap = layout.gap(before: isOurs ? slot.start : nil, isFirst: position == 0)
      output += gap
      write(slot, to: &output, after: gap)
      if isOurs, let end = slot.end { output += layout.gap(after: end) }
    }
    if !slots.isEmpty { output += layout.closingGap }
    output += brackets.1.utf8
  }

  private func write(_ slot: JSONSlot, to output: inout [UInt8], after gap: [UInt8]) {
    let indentation = JSONLayout.indentation(in: gap)
    switch slot {
    case .member(let member, let revision):
      output += source.bytes[member.name.range.lowerBound..<member.value.range.lowerBound]
      member.value.write(revision, to: &output)
    case .element(let node, let revision): node.write(revision, to: &output)
    case .newMember(let name, let value):
      JSONString.write(name, to: &output)
      output += (gap.isEmpty ? ":" : ": ").utf8
      value.write(to: &output, indentation: indentation)
    case .newElement(let value): value.write(to: &output, indentation: indentation)
    }
  }

  /// A longer line is that of a text in one line, which has no indentation to keep to. Looking for its
  /// start would take time in the length of the text, for each value that changes.
  private static let longestIndentedLine = 8 << 10

  /// The spaces at the start of the line that the node starts in.
  var lineIndentation: Int {
    let before = source.bytes[..<range.lowerBound].suffix(Self.longestIndentedLine)
    guard let lineEnd = before.lastIndex(of: 0x0A) else {
      return before.startIndex == 0 ? before.prefix { $0 == 0x20 }.count : 0
    }
    return before[(lineEnd + 1)...].prefix { $0 == 0x20 }.count
  }
}
