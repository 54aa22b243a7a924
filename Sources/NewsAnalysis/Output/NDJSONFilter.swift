// A filter of articles: one a line in, an analysis a line out. Each worker of a batch is one.

import ArticleModel
import LosslessJSON

#if canImport(Glibc)
  import Glibc
#endif

/// Answers lines of {"id", "text"} with one line of JSON each, in their order.
///
/// Whatever has arrived is answered before more is read, so memory is bounded by what a read brings and by the
/// longest line. A line that makes no sense, or is too long, is answered with {"id", "error"}.
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
  private var buffer = LineBuffer(readSize: 256 << 10)
  private var worker: any AnalysisWorker
  private let reading: Reading
  private let claims: ClaimListing

  /// Makes an article of a text.
  public typealias Reading = @Sendable (ArticleText) -> Article

  /// Filters from one file descriptor to another; `reading` finds the structure of each text, which
  /// `analyzer` then analyses; an answer has those sentences as claims.
  public init(
    input: Int32, output: Int32, analyzer: any ArticleAnalyzer = Analyzers.standard,
    claims: ClaimListing = .likely, reading: @escaping Reading
  ) {
    self.reading = reading
    self.claims = claims
    self.input = input
    self.output = output
    worker = analyzer.makeWorker()
  }

  /// Runs until the input ends, or until nobody reads the output any more.
  public mutating func run() throws(Failure) {
    while try Self.read(from: input, into: &buffer) {
      for line in buffer.consumeLines() where try !write(line) { return }
    }
    for line in buffer.consumeRest() where try !write(line) { return }
  }

  private mutating func write(_ line: LineBuffer.Line) throws(Failure) -> Bool {
    try Self.write(Self.answer(to: line, with: &worker, claims, reading), to: output)
  }

  // MARK: Lines

  /// The answer to one line.
  package static func answer(
    to line: [UInt8], analyzer: any ArticleAnalyzer, claims: ClaimListing = .likely,
    reading: Reading
  ) -> [UInt8] {
    var worker = analyzer.makeWorker()
    return answer(to: .whole(line[...]), with: &worker, claims, reading)
  }

  private static func answer(
    to line: LineBuffer.Line, with worker: inout any AnalysisWorker, _ claims: ClaimListing,
    _ reading: Reading
  ) -> [UInt8] {
    guard case .whole(let line) = line else { return error(.tooLong) }
    do throws(NDJSONRequest.Failure) {
      let request = try line.withUnsafeBufferPointer { line throws(NDJSONRequest.Failure) in
        try NDJSONRequest(line)
      }
      let text = ArticleText(utf8: request.text)
      let article = reading(text)
      let analysis = worker.analyze(article, in: text.span)
      var answer = AnalysisEncoder(analysis, of: article, claims: claims).encoded(id: request.id)
      answer.append(0x0A)
      return answer
    } catch {
      return self.error(error)
    }
  }

  /// The answer to a line that cannot be analysed.
  static func error(_ failure: NDJSONRequest.Failure) -> [UInt8] {
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
  static func read(from input: Int32, into buffer: inout LineBuffer) throws(Failure) -> Bool {
    var failure: Int32 = 0
    let count = buffer.append { space in
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
  static func write(_ bytes: [UInt8], to output: Int32) throws(Failure) -> Bool {
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
