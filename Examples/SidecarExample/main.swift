// Marks some words of a text, writes the sidecar, then finds the mark again in a text that changed.
// Run it with `swift run SidecarExample`; it shows all that another program needs.

import ArticleModel
import Sidecars

let text = "Harbour closes\n\nThe harbour was closed on Monday, officials said.\n"
let article = Article(text, name: "harbour.txt")

// Words are given by their place in UTF-8 bytes; `places(of:)` finds them.
guard let words = article.text.places(of: "closed on Monday").first else {
  fatalError("the words are not in the text")
}

var mark = Annotation(
  kind: .verification,
  targets: [
    AnnotationTarget(source: article.source.name, passage: Passage(of: words, in: article))
  ],
  creator: Creator(name: "Ana", id: "urn:uuid:5e1f0a0e-6f0a-4c39-8f3a-0f5a4f8b7a11"),
  created: .now())
mark.terms = [TermReference(pack: "verification", group: "truth", term: "supported")]
mark.note = "The port's own notice says so."
mark.evidence = [Evidence(url: "https://port.example/notice", stance: .supports)]

// A sidecar in memory: `SidecarStore` does the same on the disk, with journal, lock and merge.
var sidecar = Sidecar(about: ArticleDescription(of: article), generated: .now())
sidecar.annotations.append(mark)
let file = sidecar.serialized()
print(String(decoding: file, as: UTF8.self))

// Later, in the text as it is then.
let later = Article("Correction: a date was wrong.\n\n" + text, name: "harbour.txt")
let read = try Sidecar(parsing: file)
for (id, anchors) in Anchoring.resolve(read.annotations, in: later) {
  for anchor in anchors {
    let found = anchor.span.map { later.text.string(in: $0) } ?? "nowhere"
    print("\(id): \(anchor.state.rawValue), \(found)")
  }
}
