// The batch behind `galley analyze --ndjson`: hands lines to worker processes and puts their answers in order.
// A trap cannot be caught, so a text that crashes the analysis takes its worker along; the batch answers for
// it and goes on.
//
//     input ── lines ──▶ turns 1 2 3 4 5 …            each waits for its answer; they leave in order
//                          │         │
//     worker ◀── lines ────┘         └──── lines ──▶ worker
//        └────── answers ──▶ batch ◀── answers ─────────┘

import ArticleModel
import CSystem

#if canImport(Glibc)
  import Glibc
#endif

/// Answers lines of {"id", "text"} with one line of JSON each, or with one for each row, in their order, on
/// several cores.
///
/// No more is read than keeps the workers busy: memory is bounded by that and by the longest line, a slow
/// reader of the output slows the input down, and somebody who waits for an answer before the next question
/// gets one. A line that makes no sense, is too long, ends its worker or keeps it for too long is answered
/// with a record whose `error` says so.
///
/// For programs with a single thread, since workers are forked.
package struct NDJSONBatch {
  /// How long a worker may work on a line: 60 seconds, and 20 more for each megabyte.
  package static func patience(for bytes: Int) -> Duration { .seconds(60 + 20 * (bytes >> 20)) }

  /// So many bytes of lines and answers may wait.
  private static let longestQueue = 8 << 20
  /// A worker is given so many bytes ahead, so that it is never idle.
  private static let lead = 64 << 10
  /// A longer pause between two looks at the workers was one of the whole program, as with Ctrl-Z.
  private static let longestPause = Duration.seconds(1)

  private let input: Int32
  private let output: Int32
  private let analyzer: any ArticleAnalyzer
  private let form: NDJSONForm
  private let reading: NDJSONFilter.Reading
  private let mostWorkers: Int
  private let patience: (Int) -> Duration
  private var buffer = LineBuffer(readSize: 256 << 10)
  private var chunk = [UInt8](repeating: 0, count: 256 << 10)
  private var workers: [NDJSONWorker] = []
  private var turns = NDJSONTurns()
  private var hasEnded = false
  private var lastLook = ContinuousClock.now

  /// A batch from one file descriptor to another; `reading` finds the structure of each text, which
  /// `analyzer` then analyses, in at most so many processes.
  package init(
    input: Int32, output: Int32, analyzer: any ArticleAnalyzer, workers: Int,
    patience: @escaping (Int) -> Duration = NDJSONBatch.patience,
    form: NDJSONForm = NDJSONForm(),
    reading: @escaping NDJSONFilter.Reading
  ) {
    (self.input, self.output) = (input, output)
    (self.analyzer, self.reading, self.patience) = (analyzer, reading, patience)
    self.form = form
    mostWorkers = max(workers, 1)
  }

  /// Runs until the input ends, or until nobody reads the output any more.
  package mutating func run() throws(NDJSONFilter.Failure) {
    defer { for worker in workers { _ = worker.end() } }
    csystem_widen(input)
    csystem_widen(output)
    while true {
      assign()
      guard try NDJSONFilter.write(turns.collect(), to: output) else { return }
      if hasEnded, turns.isEmpty { return }
      let isReady = wait()
      if isReady.input { try read() }
      for index in workers.indices.reversed() {
        workers[index].send()
        if isReady.workers[index] { receive(from: index) }
      }
      endLateWorkers()
    }
  }

  // MARK: Workers

  /// Gives each line to the worker that has least to do; to a new one, when all have something.
  private mutating func assign() {
    while turns.hasUnassigned {
      if workers.allSatisfy({ !$0.isIdle }), workers.count < mostWorkers, let new = makeWorker() {
        workers.append(new)
      }
      guard let index = workers.indices.min(by: { workers[$0].load < workers[$1].load }) else {
        answerAlone()
        continue
      }
      guard workers[index].isIdle || workers[index].load < Self.lead,
        let (turn, line) = turns.assign()
      else { return }
      workers[index].give(line, turn: turn)
      workers[index].send()
    }
  }

  private func makeWorker() -> NDJSONWorker? {
    NDJSONWorker { descriptor in
      var filter = NDJSONFilter(
        input: descriptor, output: descriptor, analyzer: analyzer, form: form, isWorker: true,
        reading: reading)
      try? filter.run()
    }
  }

  /// Where the system has no room for another process, the batch works itself.
  private mutating func answerAlone() {
    guard let (turn, line) = turns.assign() else { return }
    let answer = NDJSONFilter.answer(
      to: line, analyzer: analyzer, form: form, reading: reading)
    turns.answer(turn, with: NDJSONFilter.lines(of: answer, form))
  }

  private mutating func receive(from index: Int) {
    let outcome = workers[index].receive(&chunk)
    for (turn, answer) in outcome.answers {
      turns.answer(turn, with: NDJSONFilter.lines(of: answer, form))
    }
    if outcome.hasEnded { bury(index) { .ended($0, id: $1, $2) } }
  }

  private mutating func endLateWorkers() {
    let pause = min(.now - lastLook, Self.longestPause)
    lastLook = .now
    for index in workers.indices.reversed() {
      guard let first = workers[index].turns.first else { continue }
      workers[index].spent += pause
      let limit = patience(first.count)
      if workers[index].spent > limit {
        bury(index) { _, id, kept in .tookTooLong(limit, id: id, kept) }
      }
    }
  }

  /// Answers for the line that a worker was busy with; what it has not come to, others get.
  private mutating func bury(
    _ index: Int,
    _ failure: (_ status: Int32, _ id: [UInt8], _ kept: KeptMembers) -> NDJSONRequest.Failure
  ) {
    let worker = workers.remove(at: index)
    let status = worker.end()
    guard let (turn, _) = worker.turns.first else { return }
    let (id, kept) = NDJSONRequest.known(of: turns.line(of: turn), form)
    turns.answer(turn, with: NDJSONFilter.error(failure(status, id, kept), form))
    turns.takeBack(worker.turns.dropFirst().map(\.turn))
  }

  // MARK: Input

  private struct Readiness {
    var input = false
    var workers: [Bool]
  }

  /// Waits until there is something to read, or to look after the workers.
  private func wait() -> Readiness {
    let isReading = !hasEnded && turns.size < Self.longestQueue
    var sources = [pollfd(fd: isReading ? input : -1, events: Int16(POLLIN), revents: 0)]
    for worker in workers {
      let events = worker.hasOutgoing ? POLLIN | POLLOUT : POLLIN
      sources.append(pollfd(fd: worker.descriptor, events: Int16(events), revents: 0))
    }
    let isBusy = workers.contains { !$0.isIdle }
    let count = poll(&sources, nfds_t(sources.count), isBusy ? 1000 : -1)
    guard count > 0 else { return Readiness(workers: workers.map { _ in false }) }
    let toRead = Int16(POLLIN | POLLHUP | POLLERR)
    return Readiness(
      input: sources[0].revents != 0,
      workers: sources.dropFirst().map { $0.revents & toRead != 0 })
  }

  private mutating func read() throws(NDJSONFilter.Failure) {
    hasEnded = try !NDJSONFilter.read(from: input, into: &buffer)
    for line in hasEnded ? buffer.consumeRest() : buffer.consumeLines() {
      switch line {
      case .whole(let bytes): turns.add(Array(bytes))
      case .tooLong: turns.add([], answer: NDJSONFilter.error(.tooLong, form))
      }
    }
  }
}
