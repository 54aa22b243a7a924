// The lines of a batch in their order, from being read until their answer is printed.

/// A queue of questions, whose answers may come in any order and leave in that of the questions.
struct NDJSONTurns {
  private struct Turn {
    var line: [UInt8]
    var answer: [UInt8]?
  }

  private var turns: [Int: Turn] = [:]
  /// The turn that is printed next, and the one that a new line gets.
  private var (first, next) = (0, 0)
  /// Turns to be given to a worker; those that a dead worker left come first.
  private var unassigned: [Int] = []
  private var firstUnassigned = 0
  /// How many bytes of lines and answers are held.
  private(set) var size = 0

  var isEmpty: Bool { first == next }

  /// Whether a line waits for a worker.
  var hasUnassigned: Bool { firstUnassigned < unassigned.count }

  /// Adds a line, or the answer to a line that no worker needs to see.
  mutating func add(_ line: [UInt8], answer: [UInt8]? = nil) {
    turns[next] = Turn(line: line, answer: answer)
    size += line.count + (answer?.count ?? 0)
    if answer == nil { unassigned.append(next) }
    next += 1
  }

  /// Takes the next line for a worker.
  mutating func assign() -> (turn: Int, line: [UInt8])? {
    guard hasUnassigned else { return nil }
    let turn = unassigned[firstUnassigned]
    firstUnassigned += 1
    if firstUnassigned == unassigned.count { (unassigned, firstUnassigned) = ([], 0) }
    return (turn, line(of: turn))
  }

  /// The line of a turn.
  func line(of turn: Int) -> [UInt8] { turns[turn]?.line ?? [] }

  /// Takes turns back that a worker has not come to.
  mutating func takeBack(_ left: some Sequence<Int>) {
    unassigned = Array(left) + unassigned[firstUnassigned...]
    firstUnassigned = 0
  }

  /// Notes the answer to a turn.
  mutating func answer(_ turn: Int, with bytes: [UInt8]) {
    guard let line = turns[turn]?.line else { return }
    turns[turn] = Turn(line: [], answer: bytes)
    size += bytes.count - line.count
  }

  /// Removes the answers whose turn it is.
  mutating func collect() -> [UInt8] {
    var (bytes, length, last) = ([UInt8](), 0, first)
    while let answer = turns[last]?.answer {
      length += answer.count
      last += 1
    }
    bytes.reserveCapacity(length)
    while let answer = turns[first]?.answer {
      bytes += answer
      turns[first] = nil
      size -= answer.count
      first += 1
    }
    return bytes
  }
}
