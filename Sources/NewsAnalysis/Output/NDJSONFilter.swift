// A filter of articles: one a line in, an analysis a line out. Each worker of a batch is one.

import ArticleModel
import LosslessJSON

#if canImport(Glibc)
  import Glibc
#endif

/// Answers lines of {"id", "text"} with one line of JSON each, or with one for each row, in their order.
///
/// Whatever has arrived is answered before more is read, so memory is bounded by what a read brings and by the
/// longest line. A line that makes no sense, or is too long, is answered with a record whose `error` says so.
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
  private let form: NDJSONForm
  private let isWorker: Bool

  /// Makes an article of a text.
  public typealias Reading = @Sendable (ArticleText) -> Article

  /// Filters from one file descriptor to another; `reading` finds the structure of each text, which
  /// `analyzer` then analyses.
  public init(
    input: Int32, output: Int32, analyzer: any ArticleAnalyzer = Analyzers.standard,
    form: NDJSONForm = NDJSONForm(), reading: @escaping Reading
  ) {
    self.init(
      input: input, output: output, analyzer: analyzer, form: form, isWorker: false,
      reading: reading)
  }

  /// A filter whose output is a batch, which wants one line for each that it gave, however many rows it has.
  init(
    input: Int32, output: Int32, analyzer: any ArticleAnalyzer, form: NDJSONForm, isWorker: Bool,
    reading: @escaping Reading
  ) {
    self.reading = reading
    (self.form, self.isWorker) = (form, isWorker)
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
    let answer = Self.answer(to: line, with: &worker, form, reading)
    return try Self.write(isWorker ? answer : Self.lines(of: answer, form), to: output)
  }

  // MARK: Lines

  /// The answer to one line.
  package static func answer(
    to line: [UInt8], analyzer: any ArticleAnalyzer, form: NDJSONForm = NDJSONForm(),
    reading: Reading
  ) -> [UInt8] {
    var worker = analyzer.makeWorker()
    return answer(to: .whole(line[...]), with: &worker, form, reading)
  }

  /// An answer as it is written: a line for each of its rows, and none for no rows.
  static func lines(of answer: [UInt8], _ form: NDJSONForm) -> [UInt8] {
    guard form.rows != nil else { return answer }
    if answer == [0x0A] { return [] }
    return answer.map { $0 == AnalysisEncoder.rowSeparator ? 0x0A : $0 }
  }

  private static func answer(
    to line: LineBuffer.Line, with worker: inout any AnalysisWorker, _ form: NDJSONForm,
    _ reading: Reading
  ) -> [UInt8] {
    guard case .whole(let line) = line else { return error(.tooLong, form) }
    do throws(NDJSONRequest.Failure) {
      let request = try line.withUnsafeBufferPointer { line throws(NDJSONRequest.Failure) in
        try NDJSONRequest(line, form)
      }
      let text = ArticleText(utf8: request.text)
      let article = reading(text)
      let analysis = worker.analyze(article, in: text.span)
      let encoder = AnalysisEncoder(analysis, of: article, claims: form.claims)
      var answer =
        form.rows.map { encoder.rows($0, id: request.id, kept: request.kept) }
        ?? encoder.encoded(id: request.id, kept: request.kept)
      answer.append(0x0A)
      return answer
    } catch {
      return self.error(error, form)
    }
  }

  /// The answer to a line that cannot be analysed.
  static func error(_ failure: NDJSONRequest.Failure, _ form: NDJSONForm) -> [UInt8] {
    let (id, message, kept) = (failure.id, failure.message, failure.kept)
    let record =
      form.rows.map { AnalysisEncoder.errorRow($0, id: id, error: message, kept: kept) }
      ?? AnalysisEncoder.errorRecord(id: id, error: message, kept: kept)
    return record + [0x0A]
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
