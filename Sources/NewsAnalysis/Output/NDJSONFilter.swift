// The filter behind `galley analyze --ndjson`: an article a line in, an analysis a line out.

import ArticleModel
import Dispatch
import FoundationEssentials
import LosslessJSON
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Answers lines of {"id", "text"} with one line of JSON each, in their order, on all cores.
///
/// Whatever has arrived is answered before more is read: memory is bounded by what a read brings and
/// by the longest line, a slow reader of the output slows the input down, and somebody who waits for
/// an answer before the next question gets one. A line that makes no sense, or is too long, is answered
/// with {"id", "error"}.
public struct NDJSONFilter {
  /// What ended the filter before its input did.
  public enum Failure: Error {
    /// Reading or writing failed; `code` is errno.
    case io(code: Int32)

    /// What went wrong, in one line.
    public var description: String {
      switch self {
      case .io(let code):
        "cannot read or write: \(strerror(code).map { String(cString: $0) } ?? "")"
      }
    }
  }

  private let input: Int32
  private let output: Int32
  private var buffer = LineBuffer()
  private var workers: [any AnalysisWorker]
  private let reading: Reading

  /// Makes an article of a text.
  public typealias Reading = @Sendable (ArticleText) -> Article

  /// Filters from one file descriptor to another; `reading` finds the structure of each text, which
  /// `analyzer` then analyses.
  public init(
    input: Int32, output: Int32, analyzer: any ArticleAnalyzer = Analyzers.standard,
    reading: @escaping Reading
  ) {
    self.reading = reading
    self.input = input
    self.output = output
    let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
    workers = (0..<cores).map { _ in analyzer.makeWorker() }
  }

  /// Runs until the input ends, or until nobody reads the output any more.
  public mutating func run() throws(Failure) {
    while try read() {
      for answer in answers(to: buffer.consumeLines()) where try !write(answer) { return }
    }
    for answer in answers(to: buffer.consumeRest()) where try !write(answer) { return }
  }

  // MARK: Lines

  private mutating func answers(to lines: [LineBuffer.Line]) -> [[UInt8]] {
    guard workers.count > 1, lines.count > 1 else {
      return lines.map { Self.answer(to: $0, with: &workers[0], reading) }
    }
    return inParallel(lines)
  }

  private mutating func inParallel(_ lines: [LineBuffer.Line]) -> [[UInt8]] {
    var answers = [[UInt8]](repeating: [], count: lines.count)
    let next = Atomic(0)
    let reading = reading
    answers.withUnsafeMutableBufferPointer { answers in
      workers.withUnsafeMutableBufferPointer { workers in
        // Each thread owns one worker and the answers whose turn it takes, so no two touch the same
        // memory.
        nonisolated(unsafe) let (answers, workers) = (answers, workers)
        DispatchQueue.concurrentPerform(iterations: min(workers.count, lines.count)) { thread in
          while true {
            let index = next.add(1, ordering: .relaxed).oldValue
            guard index < lines.count else { return }
            answers[index] = Self.answer(to: lines[index], with: &workers[thread], reading)
          }
        }
      }
    }
    return answers
  }

  private static func answer(
    to line: LineBuffer.Line, with worker: inout any AnalysisWorker, _ reading: Reading
  ) -> [UInt8] {
    guard case .whole(let line) = line else { return error(.tooLong) }
    do throws(NDJSONRequest.Failure) {
      let request = try line.withUnsafeBufferPointer { line throws(NDJSONRequest.Failure) in
        try NDJSONRequest(line)
      }
      let text = ArticleText(utf8: request.text)
      let article = reading(text)
      let analysis = worker.analyze(article, in: text.span)
      var answer = AnalysisEncoder(analysis, of: article).encoded(id: request.id)
      answer.append(0x0A)
      return answer
    } catch {
      return self.error(error)
    }
  }

  private static func error(_ failure: NDJSONRequest.Failure) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("id")
      json.verbatim(failure.id)
      json.key("error")
      json.string(failure.message)
    }
    return json.bytes + [0x0A]
  }

  // MARK: Input and output

  /// Takes in what can be read; false at the end of the input.
  private mutating func read() throws(Failure) -> Bool {
    var failure: Int32 = 0
    let count = buffer.append { [input] space in
      while true {
        let result = Glibc.read(input, space.baseAddress, space.count)
        if result >= 0 { return result }
        if errno == EINTR { continue }
        failure = errno
        return 0
      }
    }
    if failure != 0 { throw .io(code: failure) }
    return count > 0
  }

  /// Writes everything; false when nobody reads any more.
  private func write(_ bytes: [UInt8]) throws(Failure) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(output, buffer.baseAddress.map { $0 + written }, buffer.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { return false }
        throw .io(code: errno)
      }
      written += count
    }
    return true
  }
}
