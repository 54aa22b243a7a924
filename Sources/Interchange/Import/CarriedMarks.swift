// Marks that files of other programs carry along whole, in members that those keep and do not show.

import ArticleModel
import LosslessJSON

/// Marks that a file carries along whole, beside what the other tool shows of them.
struct CarriedMarks {
  private var marks: [(annotation: Annotation, doubtful: Range<Int>?)]

  /// In the order of the file.
  var annotations: [Annotation] { marks.map(\.annotation) }

  init(_ json: JSONValue?) {
    marks = (json?.elements ?? []).compactMap { json in
      WebAnnotationImport.annotation(json).map { ($0, json.doubtfulPlace) }
    }
  }

  /// The marks as they came back: each with those of its passages that are still there. One that had
  /// passages and has none any more was deleted. What was in doubt stays in doubt, whatever is labelled there.
  /// - Parameter left: says whether a passage is still there, and takes it off the list.
  func kept(_ left: (Annotation, Int, Range<Int>) -> Range<Int>?) -> [ImportedMark] {
    marks.compactMap { annotation, doubtful in
      if let doubtful {
        return left(annotation, 0, doubtful).map { _ in ImportedMark(annotation: annotation) }
      }
      let positions = annotation.targets.compactMap { $0.passage?.position }
      guard !positions.isEmpty else { return ImportedMark(annotation: annotation) }
      let there = positions.enumerated().compactMap { index, position in
        left(annotation, index, position.start.value..<position.end.value)
      }
      guard !there.isEmpty else { return nil }
      return ImportedMark(annotation: annotation, places: there.map(ImportedPlace.offsets))
    }
  }
}

extension JSONValue {
  /// Whether an export says of a mark that its place was in doubt.
  var isDoubtful: Bool { self["galley:state"] != nil }

  /// Where such a mark was labelled all the same, in code points.
  fileprivate var doubtfulPlace: Range<Int>? {
    guard isDoubtful, let start = self["galley:start"]?.int, let end = self["galley:end"]?.int,
      case .offsets(let range)? = ImportedPlace(from: start, to: end)
    else { return nil }
    return range
  }
}
