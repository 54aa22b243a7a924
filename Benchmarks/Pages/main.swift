// How long the article of a page takes beside what the parser alone takes: `make bench-pages PAGES=…`.

import ArticleModel
import CHTML
import DocumentImport

#if canImport(Glibc)
  import Glibc
#endif

/// The best time of several runs, in milliseconds of the processor.
func best(of runs: Int, _ body: () -> Void) -> Double {
  (0..<runs).map { _ in
    let start = clock()
    body()
    return Double(clock() - start) * 1000 / Double(CLOCKS_PER_SEC)
  }.min() ?? 0
}

/// A page as outlets make them: menus, scripts and boxes around an article.
func page(paragraphs: Int) -> [UInt8] {
  let menu = (1...60).map { "<li class=\"item\"><a href=\"/section/\($0)\">Section \($0)</a></li>" }
    .joined()
  let script =
    "<script>window.data = {\(String(repeating: "\"key\": \"value\", ", count: 800))};</script>"
  let box = """
    <div class="teaser related"><a href="/other"><img src="a.jpg" alt=""><h3>Another story</h3></a></div>
    """
  let story = (1...paragraphs).map {
    """
    <p class="text">Officials in the harbour town said on Monday, after a <a href="/night">long night</a>, that \
    gate \($0) would stay <em>shut</em>, and that nobody, “not even the ferries”, could pass before the storm \
    had gone.</p>\($0 % 5 == 0 ? "<div class=\"ad-slot\"><span>Advertisement</span></div>" : "")
    """
  }.joined(separator: "\n")
  return Array(
    """
    <!DOCTYPE html><html lang="en"><head><title>Harbour closes | The Post</title>\(script)</head><body>
    <nav><ul>\(menu)</ul></nav><main><article><h1>Harbour closes</h1>\(story)</article>
    <aside>\(String(repeating: box, count: 80))</aside></main><footer><ul>\(menu)</ul></footer>\(script)</body></html>
    """.utf8)
}

/// The pages that were named, or some of our own.
func pages() -> [(name: String, bytes: [UInt8])] {
  let named = CommandLine.arguments.dropFirst().compactMap { path -> (String, [UInt8])? in
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&part, 1, part.count, file), count > 0 { bytes += part[..<count] }
    return (path, bytes)
  }
  return named.isEmpty
    ? [10, 100, 1000].map { ("own page of \($0) paragraphs", page(paragraphs: $0)) } : named
}

var (parsing, reading, size) = (0.0, 0.0, 0)
for (name, bytes) in pages() {
  let parser = bytes.withUnsafeBytes { bytes in
    best(of: 5) { chtml_parse_only(bytes.baseAddress, bytes.count) }
  }
  let article = best(of: 5) { _ = try? ArticleLoader.article(of: bytes, named: "page.html") }
  (parsing, reading, size) = (parsing + parser, reading + article, size + bytes.count)
  if CommandLine.arguments.count < 6 {
    print("\(name): \(bytes.count / 1024) KB, article in \(article) ms, gumbo alone \(parser) ms")
  }
}
let speed = Double(size) / 1000 / reading
print("all: \(speed) MB/s; \(reading / parsing) times what gumbo alone takes")
