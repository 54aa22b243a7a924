// The filter behind `galley analyze --ndjson`: an article a line in, an analysis a line out.

import ArticleModel
import Dispatch
import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#endif

/// Answers lines of {"id", "text"} with one line of JSON each, in their order, on all cores.
///
/// Whatever has arrived is answered before more is read: memory is bounded by what a read brings and
/// by the longest line, a slow reader of the output slows the input down, and somebody who waits for
/// an answer before the next question gets one. A line that makes no sense is answered with
/// {"id", "error"}.
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

  private static let chunk = 1 << 20
  private let input: Int32
  private let output: Int32
  private var engines: [AnalysisEngine]

  /// Filters from one file descriptor to another.
  public init(input: Int32, output: Int32) {
    self.input = input
    self.output = output
    engines = (0..<max(1, ProcessInfo.processInfo.activeProcessorCount)).map { _ in AnalysisEngine()
    }
  }

  /// Runs until the input ends, or until nobody reads the output any more.
  public mutating func run() throws(Failure) {
    var pending: [UInt8] = []
    while try read(into: &pending) {
      guard let feed = pending.lastIndex(of: 0x0A) else { continue }
      guard try write(answers(to: pending[...feed])) else { return }
      pending.removeSubrange(...feed)
    }
    if !pending.isEmpty { _ = try write(answers(to: pending[...])) }
  }

  // MARK: Lines

  private mutating func answers(to lines: ArraySlice<UInt8>) -> [UInt8] {
    let lines = lines.split(separator: 0x0A).filter { !$0.allSatisfy(\.isASCIIWhitespace) }
    guard engines.count > 1, lines.count > 1 else {
      return lines.reduce(into: []) { $0 += Self.answer(to: $1, with: &engines[0]) }
    }
    return inParallel(lines).reduce(into: []) { $0 += $1 }
  }

  private mutating func inParallel(_ lines: [ArraySlice<UInt8>]) -> [[UInt8]] {
    var answers = [[UInt8]](repeating: [], count: lines.count)
    let stride = engines.count
    answers.withUnsafeMutableBufferPointer { answers in
      engines.withUnsafeMutableBufferPointer { engines in
        // Each worker owns one engine and every stride-th answer, so no two touch the same memory.
        nonisolated(unsafe) let (answers, engines) = (answers, engines)
        DispatchQueue.concurrentPerform(iterations: stride) { worker in
          for index in Swift.stride(from: worker, to: lines.count, by: stride) {
            answers[index] = Self.answer(to: lines[index], with: &engines[worker])
          }
        }
      }
    }
    return answers
  }

  private static func answer(
    to line: ArraySlice<UInt8>, with engine: inout AnalysisEngine
  ) -> [UInt8] {
    let request = line.withUnsafeBufferPointer { NDJSONRequest.parse($0) }
    switch request {
    case .success(let request):
      let text = ArticleText(String(decoding: request.text, as: UTF8.self))
      let article = Article(text: text, source: Article.Source(name: "text"))
      let analysis = engine.analyze(article, in: text.span)
      return AnalysisEncoder(analysis, of: article).encoded(id: request.id) + [0x0A]
    case .failure(let failure):
      var json = JSONWriter()
      json.object { json in
        json.key("id")
        json.verbatim(failure.id)
        json.key("error")
        json.string(failure.message)
      }
      return json.bytes + [0x0A]
    }
  }

  // MARK: Input and output

  /// Appends what can be read; false at the end of the input.
  private func read(into pending: inout [UInt8]) throws(Failure) -> Bool {
    var failure: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: Self.chunk) { buffer, count in
      var result = Glibc.read(input, buffer.baseAddress, buffer.count)
      while result < 0, errno == EINTR {
        result = Glibc.read(input, buffer.baseAddress, buffer.count)
      }
      if result < 0 { failure = errno }
      count = max(result, 0)
    }
    if failure != 0 { throw .io(code: failure) }
    if chunk.isEmpty { return false }
    pending += chunk
    return true
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
