// What each format holds, and that nothing in it does harm.

import ArticleModel
import Interchange
import LosslessJSON
import TestSupport
import Testing

@Suite struct ExportTests {
  let desk: MarkedCorpus

  init() throws { desk = try MarkedCorpus() }

  private func text(_ format: ExportFormat, _ annotations: [Annotation]) throws -> String {
    try #require(desk.export(format, annotations).files.first).text
  }

  private func verification(_ verdict: String) throws -> Annotation {
    var mark = try MarkedCorpus.mark("It cost 12 percent.", .verification, in: desk.article())
    mark.terms = [TermReference(pack: "verification", group: "truth", term: verdict)]
    mark.claim = ClaimRecord(restated: "The closure cost 12 percent.", claimant: "Maria Silva")
    mark.note = "It cost 8."
    mark.evidence = [Evidence(url: "https://evidence.example/", stance: .refutes)]
    return mark
  }

  @Test("Markdown has quote, note, evidence and a link to the place, and escapes what is not meant")
  func markdown() throws {
    var mark = try verification("refuted")
    mark.targets = try MarkedCorpus.mark("<the closure> & more", in: desk.article()).targets
    let text = try text(.markdown, [mark])
    #expect(text.contains("# Harbour closes – but ferries sail"))
    #expect(text.contains("## Verification: refuted"))
    #expect(text.contains("> \\<the closure\\> \\& more"))
    #expect(text.contains("(<https://post.example/a#:~:text=%3Cthe%20closure%3E%20%26%20more>)"))
    #expect(text.contains("It cost 8."))
    #expect(text.contains("(<https://evidence.example/>), refutes"))
    #expect(text.contains("*open · by Ana Lopes · 2026-03-01*"))
  }

  @Test("A row of the table is a passage; a whole-article mark has a row too")
  func csv() throws {
    var mark = try MarkedCorpus.mark("ferries sailed", in: desk.article())
    mark.targets += try MarkedCorpus.mark("closed", in: desk.article()).targets
    let whole = try MarkedCorpus.mark(nil, .note, in: desk.article())
    let table = try CSVTable(parsing: text(.csv, [mark, whole]))
    let passage = try #require(table.columns.firstIndex(of: "passage"))
    let exact = try #require(table.columns.firstIndex(of: "exact"))
    #expect(table.rows.map { $0[passage] } == ["1 of 1", "1 of 2", "2 of 2"])
    #expect(table.rows.map { $0[exact] } == ["", "ferries sailed", "closed"])
  }

  @Test("A collection has its annotations on an embedded page, each with the address as source")
  func collection() throws {
    let mark = try MarkedCorpus.mark("ferries sailed", in: desk.article())
    let json = try JSONValue(parsing: text(.w3c, [mark]))
    #expect(json["type"]?.string == "AnnotationCollection")
    #expect(json["total"]?.int == 1)
    let item = json["first"]?["items"]?[0]
    #expect(item?["id"]?.string == mark.id.description)
    #expect(item?["target"]?["source"]?.string == "https://post.example/a")
    #expect(item?["galley:article"]?.string == "a.txt")
  }

  @Test("A line of JSON is an annotation")
  func lines() throws {
    let marks = try ["ferries", "closed"].map { try MarkedCorpus.mark($0, in: desk.article()) }
    let lines = try text(.jsonl, marks).split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines { #expect(try JSONValue(parsing: String(line))["id"] != nil) }
  }

  @Test("brat's offsets lead to the words of the text, cut where a line ends")
  func brat() throws {
    let article = try desk.article()
    let start = try #require(article.text.places(of: "sail\n").first).start
    let end = try #require(article.text.places(of: "is closed").first).end
    var mark = try MarkedCorpus.mark("日本", .bias, in: article)
    mark.terms = [TermReference(pack: "bias", group: "wording", term: "loaded-term")]
    var long = try MarkedCorpus.mark("ferries", in: article)
    long.targets[0].passage = Passage(of: TextSpan(start, end), in: article)
    let files = try desk.export(.brat, [mark, long]).files
    let ann = try #require(files.first { $0.name == "a.ann" }).text
    let text = try #require(files.first { $0.name == "a.txt" }).text
    #expect(text == MarkedCorpus.text)
    let scalars = Array(text.unicodeScalars)
    for line in ann.split(separator: "\n") where line.hasPrefix("T") {
      let fields = line.split(separator: "\t")
      let offsets = fields[1].split(separator: " ", maxSplits: 1)[1].split(separator: ";")
      let words = offsets.map { part -> String in
        let ends = part.split(separator: " ").compactMap { Int($0) }
        return String(String.UnicodeScalarView(scalars[ends[0]..<ends[1]]))
      }
      #expect(words.joined(separator: " ") == fields[2])
      #expect(!fields[2].contains("\n"))
    }
    #expect(ann.contains("\tbias_wording_loaded-term "))
    let types = try #require(files.first { $0.name == "annotation.conf" }).text
    #expect(
      types
        == "[entities]\nbias_wording_loaded-term\nhighlight\n[relations]\n[events]\n[attributes]\n")
  }

  // MARK: ClaimReview

  @Test("A verified claim is a ClaimReview with what the sidecar says, and nothing else")
  func claimReview() throws {
    let export = try desk.export(.claimreview, [verification("refuted")])
    let json = try JSONValue(parsing: try #require(export.files.first).text)
    let review = try #require(json["@graph"]?[0])
    #expect(json["@context"]?.string == "https://schema.org")
    #expect(review["claimReviewed"]?.string == "The closure cost 12 percent.")
    #expect(review["author"] == ["@type": "Person", "name": "Ana Lopes"])
    #expect(review["datePublished"]?.string == "2026-03-01")
    #expect(review["reviewRating"]?["alternateName"]?.string == "Refuted")
    #expect(review["reviewRating"]?["ratingValue"]?.int == 1)
    let claim = review["itemReviewed"]
    #expect(claim?["author"]?["name"]?.string == "Maria Silva")
    #expect(claim?["appearance"]?["url"]?.string == "https://post.example/a")
    #expect(claim?["appearance"]?["publisher"]?["name"]?.string == "Harbour Post")
    #expect(claim?["appearance"]?["author"] == nil)
    #expect(export.remarks.count == 1 && export.remarks[0].hasSuffix("has no url"))
  }

  @Test("Each member is one that schema.org gives the type")
  func vocabulary() throws {
    let json = try JSONValue(parsing: text(.claimreview, [verification("supported")]))
    let known: [String: Set<String>] = [
      "ClaimReview": [
        "claimReviewed", "datePublished", "author", "reviewBody", "reviewRating", "itemReviewed",
        "citation",
      ],
      "Rating": ["alternateName", "ratingValue", "bestRating", "worstRating"],
      "Claim": ["author", "datePublished", "text", "temporal", "appearance"],
      "NewsArticle": ["headline", "url", "datePublished", "author", "publisher"],
      "Person": ["name"], "Organization": ["name"], "CreativeWork": ["url"],
    ]
    func check(_ value: JSONValue) {
      value.elements.forEach(check)
      guard let type = value["@type"]?.string else { return }
      #expect(known[type] != nil, "\(type)")
      for member in value.members where member.name != "@type" {
        #expect(known[type]?.contains(member.name) == true, "\(type).\(member.name)")
        check(member.value)
      }
    }
    check(try #require(json["@graph"]))
  }

  @Test(
    "Where the verdict does not allow a review there is none, and a remark says why",
    arguments: ["not-checkable", "in-progress", "none"])
  func noReview(reason: String) throws {
    var mark = try verification(reason == "not-checkable" ? reason : "refuted")
    if reason == "in-progress" { mark.status = .inProgress }
    if reason == "none" { mark.terms = [] }
    let export = try desk.export(.claimreview, [mark])
    #expect(try JSONValue(parsing: export.files[0].text)["@graph"]?.elements.isEmpty == true)
    #expect(export.remarks.count == 1 && export.remarks[0].contains("left out"))
  }
}
