// What a class is told of its work: a page for each learner, and one for whoever teaches.

import Agreement
import ArticleModel

/// The pages about a class that was scored against a key.
package struct ClassReport {
  /// A format of the pages.
  package enum Format: String, CaseIterable, Sendable {
    case html, markdown

    /// What the names of files end with.
    var ending: String { self == .html ? "html" : "md" }
  }

  private let score: ClassScore
  private let shelf: TaxonomyShelf
  private let format: Format

  /// Reports on scores; learners are called as the scores call them.
  package init(on score: ClassScore, labelledBy shelf: TaxonomyShelf, as format: Format) {
    (self.score, self.shelf, self.format) = (score, shelf, format)
  }

  /// The files: `class.html`, and one by the name of each learner.
  package var files: [ExportedFile] {
    var names = DistinctNames()
    let overview = names.distinct("class.\(format.ending)")
    let pages = score.learners.map { learner in
      let name = names.distinct("\(Self.fileName(of: learner.name)).\(format.ending)")
      return ExportedFile(name: name, text: text(of: LearnerPage(learner, score, shelf).document))
    }
    let page = ClassPage(score, shelf).document
    return [ExportedFile(name: overview, text: text(of: page))] + pages
  }

  private func text(of document: ReportDocument) -> String {
    format == .html ? document.html : document.markdown
  }

  /// A name that every disk takes: letters, digits and dashes.
  static func fileName(of person: String) -> String {
    let words = person.split { !$0.isLetter && !$0.isNumber }
    let name = words.joined(separator: "-").prefix(60)
    return name.isEmpty ? "learner" : String(name)
  }
}

extension Tally {
  /// “found 9 of 12 points of the key, missed 3 – 1 of them marked as something else – and made 2 marks
  /// that are not in the key”.
  var inWords: String { inWords(of: " of the key") }

  /// The same; `whole` says what the points belong to.
  func inWords(of whole: String) -> String {
    if points == 0 { return "had nothing in the key to find, and made \(extrasInWords)" }
    var words = "found \(hits) of \(counted(points, "point"))\(whole), missed \(misses)"
    if otherwise > 0 { words += " – \(otherwise) of them marked as something else –" }
    return words + " and made \(extrasInWords)"
  }

  private var extrasInWords: String {
    extras == 0
      ? "no extra marks"
      : counted(extras, "mark") + " that \(extras == 1 ? "is" : "are") not in the key"
  }

  /// In the key, hits, misses, extras: the cells of a table.
  var cells: [String] { [points, hits, misses, extras].map(String.init) }

  /// What stands above them.
  static let columns = ["in the key", "hits", "misses", "extras"]
}

extension Submission.Unscored {
  /// What was left aside, a sentence each.
  package var sentences: [String] {
    func line(_ count: Int, _ one: String, _ many: String) -> [String] {
      count == 0 ? [] : [count == 1 ? "1 \(one)." : "\(count) \(many)."]
    }
    return line(privateMarks, "private mark is not scored", "private marks are not scored")
      + line(
        lost, "mark is on words that are not in the text of the key, and is not scored",
        "marks are on words that are not in the text of the key, and are not scored")
      + line(
        late, "mark was made after handing in, and is not scored",
        "marks were made after handing in, and are not scored")
      + line(
        changedLate, "mark was changed after handing in; it is scored as it is now",
        "marks were changed after handing in; they are scored as they are now")
      + line(
        reopened, "mark was made after taking back the hand-in, when others’ marks were visible",
        "marks were made after taking back the hand-in, when others’ marks were visible")
  }
}

extension PlacedAnswer {
  /// “bias: loaded term”.
  func title(_ shelf: TaxonomyShelf) -> String {
    let label = answer.label(shelf)
    return label == answer.kind.rawValue ? label : "\(answer.kind.rawValue): \(label)"
  }
}
