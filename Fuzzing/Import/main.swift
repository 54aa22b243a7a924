// libFuzzer's way into the readers of documents: whatever bytes come, an article or an error comes of them.

import ArticleModel
import CLibFuzzer
import DocumentImport

#if canImport(Glibc)
  import Glibc
#endif

/// The name that all inputs have: its ending decides where their content does not.
let name = getenv("GALLEY_FUZZ_NAME").map { String(cString: $0) } ?? "document.txt"

/// Looks at all that an article consists of.
func check(_ article: Article) {
  var offset = ByteOffset.zero
  while let block = article.block(atOrAfter: offset) {
    precondition(block.span.start >= offset && !block.span.isEmpty, "blocks overlap")
    precondition(article.text.roundedToGraphemes(block.span).end <= article.text.end)
    offset = block.span.end
  }
  for link in article.structure.links { precondition(link.span.end <= article.text.end) }
}

/// Looks at the article of a document, or at the first ones of a document that has several.
func checkAll(_ bytes: [UInt8]) {
  guard let collection = try? ArticleLoader.collection(of: bytes, named: name) else {
    if let article = try? ArticleLoader.article(of: bytes, named: name) { check(article) }
    return
  }
  for index in collection.members.indices.prefix(4) {
    if let article = try? collection.article(index) { check(article) }
  }
}

var (count, arguments) = (CommandLine.argc, CommandLine.unsafeArgv)
let status = withUnsafeMutablePointer(to: &arguments) { arguments in
  arguments.withMemoryRebound(
    to: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?.self, capacity: 1
  ) {
    LLVMFuzzerRunDriver(&count, $0) { bytes, count in
      let bytes = Array(UnsafeBufferPointer(start: bytes, count: count))
      checkAll(bytes)
      return 0
    }
  }
}
exit(status)
