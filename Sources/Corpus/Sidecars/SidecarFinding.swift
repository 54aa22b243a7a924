// What is wrong, or worth knowing, about the annotations of an article.

import ArticleModel
import Sidecars

/// Something that a check found.
package struct SidecarFinding: Hashable, Sendable, CustomStringConvertible {
  /// Whether somebody has to do something about it.
  package let isFault: Bool
  /// The file that it is about.
  package let file: String
  /// Which annotation; nil when it is about the file as a whole.
  package let annotation: AnnotationID?
  /// What was found.
  package let message: String

  /// `FILE: 6f1c2a3b: what was found`.
  package var description: String {
    let parts = [file] + (annotation.map { [$0.short] } ?? []) + [message]
    return parts.joined(separator: ": ")
  }
}

extension AnnotatedArticle {
  /// Everything that a check has to say, file by file and then in the order of the article.
  package func findings(knowing shelf: TaxonomyShelf) -> [SidecarFinding] {
    var findings = notices.map { notice in
      finding("\(notice)", isFault: notice.needsAttention)
    }
    if !hasArticle { findings.append(missingArticle()) }
    let here = Set(annotations.map(\.id))
    for annotation in annotations where annotation.conflictsWith.map(here.contains) == true {
      findings.append(
        finding(
          "one of two versions that a merge kept; delete one of them", about: annotation.id,
          isFault: true))
    }
    for row in rows(labelledBy: shelf) {
      findings += place(of: row) + terms(of: row.annotation, shelf)
    }
    return findings
  }

  /// What there is to say of a sidecar without its article; one that was renamed is named.
  private func missingArticle() -> SidecarFinding {
    let here = SidecarSearch().articles(forSidecar: sidecarPath)
    let hint = here.first.map {
      "; \($0) has the same text: galley reanchor --from "
        + "\(sidecarPath.asShellWord) \($0.asShellWord)"
    }
    return finding("its article is not there" + (hint ?? ""), isFault: true)
  }

  private func place(of row: AnnotationRow) -> [SidecarFinding] {
    let quote = row.quote.map { $0.shortened(to: 40).inQuotationMarks } ?? "the article"
    let message: String
    switch row.state {
    case nil, .exact: return []
    case .moved: message = "\(quote) has moved"
    case .uncertain:
      message =
        row.changes.first.map {
          "\(quote) now reads differently: \($0.summary) changed: \($0.excerpt())"
        }
        ?? "\(quote) was found only approximately; confirm its place"
    case .ambiguous: message = "\(quote) occurs in several places; choose one"
    case .orphan: message = "\(quote) is no longer in the article"
    }
    return [finding(message, about: row.id, isFault: row.state != .moved)]
  }

  /// Terms that no pack knows, and several answers where one is possible.
  private func terms(of annotation: Annotation, _ shelf: TaxonomyShelf) -> [SidecarFinding] {
    var findings = annotation.terms.filter { shelf.term($0) == nil }.map {
      finding("no pack has the term \($0)", about: annotation.id, isFault: false)
    }
    let exclusive = annotation.terms.filter { shelf.group($0)?.isExclusive == true }
    for (group, terms) in exclusive.grouped(by: { "\($0.pack)/\($0.group)" })
    where terms.count > 1 {
      let names = terms.map(\.term).joined(separator: " and ")
      findings.append(
        finding("\(names) exclude each other (\(group))", about: annotation.id, isFault: true))
    }
    return findings
  }

  private func finding(
    _ message: String, about annotation: AnnotationID? = nil, isFault: Bool
  ) -> SidecarFinding {
    SidecarFinding(isFault: isFault, file: sidecarPath, annotation: annotation, message: message)
  }
}

extension String {
  /// The text in quotation marks; in none but its own when it begins with one.
  package var inQuotationMarks: String { first == "“" ? self : "“\(self)”" }

  /// The beginning of the text on one line, with "…" when something is left out.
  package func shortened(to length: Int) -> String {
    let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= length ? line : line.prefix(length - 1) + "…"
  }
}
