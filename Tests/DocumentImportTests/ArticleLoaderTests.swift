// Files as they are found on a disk, and what is said of those that are no articles.

import ArticleModel
import DocumentImport
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct ArticleLoaderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("An article knows its file's name and its path")
  func source() throws {
    let path = try folder.write("The harbour is closed.\n", to: "desk/harbour.txt")
    let article = try ArticleLoader.load(path)
    #expect(article.source.name == "harbour.txt")
    #expect(article.source.path == path)
    #expect(article.text.count == 23)
  }

  @Test("What the beginning of a large file does not show is decoded all the same")
  func late() throws {
    let line = "The harbour was closed on Monday, officials said.\n"
    let repeated = String(repeating: line, count: 100_000)
    let path = try folder.write(Array(repeated.utf8) + [0x93, 0x0D, 0x0A], to: "large.txt")
    for holding in [ArticleLoader.Holding.copy, .mapping] {
      let text = try ArticleLoader.load(path, as: holding).text
      #expect(text.string(in: TextSpan(text.end - 5, text.end)) == "\n“\n")
    }
  }

  @Test("A glance checks the beginning of a long text; the rest passes its check, or does not")
  func glance() throws {
    let line = "The harbour – was closed on Monday, officials said.\n"
    let repeated = Array(String(repeating: line, count: 100_000).utf8)
    for (name, tail, isClean) in [
      ("clean", [], true), ("windows", [0x93, 0x0A], false), ("returns", [0x0D, 0x0A], false),
      ("cut", [0xE2, 0x80], false),
    ] as [(String, [UInt8], Bool)] {
      let path = try folder.write(repeated + tail, to: "\(name).txt")
      let text = try ArticleLoader.load(path, as: .glance).text
      #expect(text.awaitsCheck)
      #expect(text.passesCheck() == isClean)
      #expect(text.awaitsCheck == !isClean)
      #expect(text.passesCheck() == isClean)
      #expect(text.count == repeated.count + tail.count)
    }
  }

  @Test("What a glance shows to be no clean text is decoded at once, and short texts are checked")
  func glanceAtOthers() throws {
    let line = "The harbour was closed on Monday, officials said.\n"
    let long = Array(String(repeating: line, count: 100_000).utf8)
    let early = try folder.write([0x93] + long, to: "early.txt")
    let short = try folder.write(String(repeating: line, count: 10_000) + "é", to: "short.txt")
    let markdown = try folder.write(long + [0x93, 0x0A], to: "long.md")
    for path in [early, short, markdown] {
      let text = try ArticleLoader.load(path, as: .glance).text
      let checked = try ArticleLoader.load(path, as: .mapping).text
      #expect(!text.awaitsCheck && text.passesCheck())
      #expect(text.string(in: text.span) == checked.string(in: checked.span))
    }
  }

  @Test("A code point across the end of what a glance checks is no fault")
  func glanceAcrossCodePoint() throws {
    let start = String(repeating: "x", count: (1 << 20) - 2) + "–\n"
    let path = try folder.write(start + String(repeating: "y\n", count: 200_000), to: "large.txt")
    let text = try ArticleLoader.load(path, as: .glance).text
    #expect(text.awaitsCheck && text.passesCheck() && !text.awaitsCheck)
  }

  @Test("A text that is detached from its file stays as it was, whatever becomes of the file")
  func detached() throws {
    let line = "The harbour was closed on Monday, officials said.\n"
    let original = String(repeating: line, count: 100_000)
    let path = try folder.write(original, to: "large.txt")
    let text = try ArticleLoader.load(path, as: .mapping).text
    let address = text.withBytes { $0.baseAddress }
    text.detachFromFile()
    #expect(truncate(path, 0) == 0)
    #expect(text.withBytes { $0.baseAddress } == address)
    #expect(text.string(in: text.span) == original)
  }

  @Test("A code point across the end of the sample does not make the file Windows-1252")
  func cutCodePoint() throws {
    let start = String(repeating: "x", count: 65_535) + "é and more\n"
    let path = try folder.write(
      start + String(repeating: "The harbour was closed.\n", count: 200_000), to: "large.txt")
    let article = try ArticleLoader.load(path, as: .mapping)
    #expect(article.text.string(in: TextSpan(65_535..<65_541)) == "é and")
  }

  @Test("What cannot be opened is named with what to try")
  func failures() throws {
    let missing = folder.path(of: "missing.txt")
    #expect(throws: ImportError.notFound(missing)) { try ArticleLoader.load(missing) }
    #expect(throws: ImportError.folder(folder.path)) { try ArticleLoader.load(folder.path) }
    let inFile = try folder.write("x", to: "file") + "/below.txt"
    #expect(throws: ImportError.notFound(inFile)) { try ArticleLoader.load(inFile) }
    for error in [ImportError.notFound("a"), .folder("a"), .empty("a"), .terminalAsInput] {
      #expect(!error.description.contains("\n"))
    }
  }

  @Test("A file without words is empty", arguments: ["", "\n", " \r\n\t"])
  func empty(content: String) throws {
    let path = try folder.write(content, to: "empty.txt")
    #expect(throws: ImportError.empty(path)) { try ArticleLoader.load(path) }
  }

  @Test(
    "A binary file is called what it is",
    arguments: [
      (Array("GIF87a\u{0}\u{1}".utf8), "a GIF picture"),
      ([0xFF, 0xD8, 0xFF, 0xE0, 0x00], "a JPEG picture"),
      ([0x61, 0x00, 0x01, 0x02, 0x62, 0x00, 0x00], "a binary file"),
    ])
  func binary(bytes: [UInt8], format: String) throws {
    let path = try folder.write(bytes, to: "file.bin")
    #expect(throws: ImportError.binary(path, format: format)) { try ArticleLoader.load(path) }
  }

  @Test("Colour sequences and a stray NUL do not make a text binary")
  func nearlyBinary() throws {
    let text = "\u{1B}[1mThe harbour\u{1B}[0m is closed, officials said on Monday.\0 And so on.\n"
    let path = try folder.write(text, to: "log.txt")
    #expect(try ArticleLoader.load(path).text.count == text.utf8.count)
  }

  @Test("What nobody named is read when it is a file, and at once refused otherwise")
  func kinds() throws {
    let pipe = folder.path(of: "pipe.txt")
    try #require(mkfifo(pipe, 0o600) == 0)
    let socket = try #require(Self.socket(at: folder.path(of: "s.txt")))
    defer { close(socket) }
    for path in [pipe, "/dev/zero", "/dev/tty", folder.path(of: "s.txt"), folder.path] {
      #expect(throws: ImportError.self, "\(path)") { try ArticleLoader.load(path, of: .file) }
    }
    #expect(throws: ImportError.noFile(pipe)) { try ArticleLoader.load(pipe, of: .file) }
    let file = try folder.write("The harbour.\n", to: "-")
    #expect(try ArticleLoader.load(file, of: .file).text.count == 13)
    #expect(try ArticleLoader.load("/proc/self/status").text.count > 100)
  }

  @Test("A file that says it is longer than any article is refused before it is read")
  func sparse() throws {
    let path = try folder.write("The harbour.\n", to: "long.txt")
    for size in [513 << 20, 1 << 42] where truncate(path, size) == 0 {
      for holding in [ArticleLoader.Holding.copy, .mapping] {
        #expect(throws: ImportError.tooLong(path)) { try ArticleLoader.load(path, as: holding) }
      }
    }
  }

  @Test("What comes through a pipe is read to its end, however it comes and however long it is")
  func longStreams() throws {
    // A byte, less than one block of reading, exactly one, and several.
    for count in [1, 9_999, 1 << 18, 1_000_000] {
      let pipe = folder.path(of: "\(count)")
      try #require(mkfifo(pipe, 0o600) == 0)
      let lines = String(repeating: "The harbour is frozen.\n", count: count / 20 + 1)
      let text = String(lines.prefix(count))
      OwnThread.run { Self.write(text, inPiecesOf: 60_000, to: pipe) }
      #expect(try ArticleLoader.load(pipe).text.withBytes { $0.elementsEqual(text.utf8) })
    }
  }

  @Test("A file that says it has no length is read to its end")
  func fileWithoutLength() throws {
    // Files of the kernel have the length 0.
    #expect(try ArticleLoader.load("/proc/self/smaps").text.count > 1_000)
  }

  private static func write(_ text: String, inPiecesOf size: Int, to path: String) {
    let descriptor = open(path, O_WRONLY)
    defer { close(descriptor) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.prefix(size).withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      // The test finds out what is missing.
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// A socket with a name in the file system.
  private static func socket(at path: String) -> Int32? {
    let socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let result = withUnsafePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, size) }
    }
    return result == 0 ? socket : nil
  }
}
