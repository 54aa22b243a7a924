// The page on filters names all that a filter knows.

import ArticleModel
import Corpus
import Sidecars
import Testing

@Suite struct FilterDocumentationTests {
  private func page() throws -> String {
    let path = #filePath.replacing(
      "Tests/CorpusTests/FilterDocumentationTests.swift",
      with: "Documentation/filters.md")
    return String(
      decoding: try #require(try PosixFileSystem().contents(of: path)), as: UTF8.self)
  }

  @Test("Every key, property, kind and status is on the page")
  func words() throws {
    let page = try page()
    for key in AnnotationFilter.keys { #expect(page.contains("`\(key.name):"), "\(key.name)") }
    for property in AnnotationFilter.Property.allCases {
      #expect(page.contains("`is:\(property.rawValue)`"))
    }
    for kind in AnnotationKind.listed { #expect(page.contains(kind.rawValue)) }
    for status in AnnotationStatus.allCases { #expect(page.contains(status.rawValue)) }
  }

  @Test("Every condition on the page can be read")
  func examples() throws {
    let rows = try page().split(separator: "\n").filter { $0.hasPrefix("| `") }
    let conditions = rows.compactMap { $0.split(separator: "`").dropFirst().first }
    #expect(conditions.count == 20)
    for condition in conditions {
      #expect(try AnnotationFilter(parsing: String(condition)).conditions.count == 1)
    }
  }
}
