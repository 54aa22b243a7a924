// Values of JSON as exports hold them: one, an array, or one a line.

import ArticleModel
import LosslessJSON

/// Reads files that hold several values.
enum JSONLines {
  /// The elements of an array, the one value of a file, or those of its lines.
  static func values(_ bytes: [UInt8]) throws(ImportProblem) -> [JSONValue] {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    do throws(JSONError) {
      let value = try JSONValue(parsing: bytes)
      if case .array(let values) = value { return values }
      return [value]
    } catch {
      return try lines(bytes, orElse: error)
    }
  }

  private static func lines(
    _ bytes: [UInt8], orElse error: JSONError
  ) throws(ImportProblem) -> [JSONValue] {
    let lines = bytes.split(separator: 0x0A).filter { !$0.allSatisfy(\.isASCIIWhitespace) }
    guard lines.count > 1 else { throw .notJSON(error) }
    var values: [JSONValue] = []
    for line in lines {
      do throws(JSONError) { values.append(try JSONValue(parsing: Array(line))) } catch {
        throw .notJSON(error)
      }
    }
    return values
  }
}
