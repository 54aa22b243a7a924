// Bundles that somebody made to do harm: each is refused as a whole, in one line, and nothing of it is
// written.

import ArticleModel
import Bundles
import Sidecars
import TestSupport
import Testing

@Suite struct HostileBundleTests {
  /// A list that names files as they are.
  private static func list(_ files: [ZipSample.File]) -> ZipSample.File {
    let lines = files.map { file in
      let digest = file.bytes.withUnsafeBufferPointer { Digest(of: $0) }
      return
        "{\"path\": \"\(file.name.replacing("\\", with: "\\\\"))\", \"role\": \"article\", "
        + "\"size\": \(file.bytes.count), \"sha256\": \"\(digest)\"}"
    }
    return ZipSample.File(
      "galley-bundle.json",
      "{\"galley:bundleVersion\": \"1.0\", \"generated\": \"2026-03-04T05:06:07Z\", "
        + "\"files\": [\(lines.joined(separator: ", "))]}")
  }

  /// A bundle with the list that belongs to it.
  private static func bundle(_ files: [ZipSample.File]) -> [UInt8] {
    ZipSample([list(files)] + files).bytes
  }

  /// Why bytes are refused; nil when they are not. Nothing is on the disk afterwards.
  private func refusal(_ bytes: [UInt8]) throws -> String? {
    let folder = try TemporaryFolder()
    do throws(BundleError) {
      let bundle = try Bundle(unpacking: bytes, named: "desk.zip")
      _ = try Unpacking(bundle).unpack(to: folder.path(of: "desk"), from: "desk.zip")
      return nil
    } catch {
      let line = error.description
      #expect(!line.contains("\n"), "\(line)")
      #expect(
        try PosixFileSystem().names(inFolder: folder.path)
          .allSatisfy { [".", ".."].contains($0) })
      return line
    }
  }

  private static let text = ZipSample.File("a.txt", "The harbour closes.")

  @Test("The bundle that the others are made from opens")
  func sound() throws { #expect(try refusal(Self.bundle([Self.text])) == nil) }

  @Test(
    "A name that leads out of the folder, or is none, is refused",
    arguments: [
      "../a.txt", "b/../../a.txt", "/etc/passwd", "..\\a.txt", "C:\\a.txt", "c:a.txt", "~/a.txt",
      "b//a.txt", "./a.txt", ".git/hooks/post-checkout", "b/.hidden.txt", "a\u{0}b.txt", "a\nb.txt",
      "a\u{202E}txt.exe", "a.txt.annotations.json.journal", String(repeating: "n", count: 300),
    ])
  func names(name: String) throws {
    let line = try #require(try refusal(Self.bundle([ZipSample.File(name, "x")])))
    #expect(line.hasPrefix("desk.zip: refused, because "), "\(line)")
  }

  @Test("A link is refused, wherever it leads")
  func links() throws {
    for mode in [0o120777, 0o020666, 0o010666] {
      var link = ZipSample.File("a.txt", "/etc/passwd")
      link.mode = UInt16(mode)
      let line = try #require(try refusal(Self.bundle([link])))
      #expect(line.contains("is a link or no file"), "\(line)")
    }
  }

  @Test("What swells as no text does is refused before it is inflated, and so is a lie about it")
  func bombs() throws {
    let bomb = ZipSample.File("a.txt", repeating: 0x20, count: 60 << 20)
    #expect(try refusal(Self.bundle([bomb]))?.contains("would unpack to 60 MB") == true)
    var lying = bomb
    lying.size = 1000
    #expect(try refusal(Self.bundle([lying]))?.contains("damaged or was changed") == true)
    let long = ZipSample.File("a.txt", repeating: 0x20, count: 80 << 20)
    #expect(try refusal(Self.bundle([long]))?.contains("longer than 64 MB") == true)
  }

  @Test("Many names for the same bytes come to no more than a bundle may hold")
  func overlapping() throws {
    let first = ZipSample.File("a.txt", [UInt8](repeating: 0x61, count: 2 << 20))
    let others = (0..<300).map { number in
      var file = first
      file.name = "b\(number).txt"
      (file.start, file.stored) = (0, [])
      return file
    }
    let line = try refusal(ZipSample([first] + others).bytes)
    #expect(line?.contains("more than 512 MB") == true, "\(line ?? "")")
  }

  @Test("A file that is there twice, or is a folder too, is refused")
  func clashes() throws {
    #expect(try refusal(Self.bundle([Self.text, Self.text]))?.contains("twice") == true)
    let capitals = ZipSample.File("A.TXT", "x")
    #expect(try refusal(Self.bundle([Self.text, capitals]))?.contains("twice") == true)
    let inside = ZipSample.File("a.txt/b.txt", "x")
    #expect(try refusal(Self.bundle([Self.text, inside]))?.contains("twice") == true)
  }

  @Test("Files beside those of the list, missing ones, changed and encrypted ones are refused")
  func lists() throws {
    let other = ZipSample.File("b.txt", "x")
    let extra = ZipSample([Self.list([Self.text]), Self.text, other]).bytes
    #expect(try refusal(extra)?.contains("not those of its list (“b.txt”)") == true)
    let missing = ZipSample([Self.list([Self.text, other]), Self.text]).bytes
    #expect(try refusal(missing)?.contains("not those of its list (“b.txt”)") == true)
    let changed = ZipSample([Self.list([Self.text]), ZipSample.File("a.txt", "The harbour opens.")])
    #expect(try refusal(changed.bytes)?.contains("damaged or was changed") == true)
    var encrypted = Self.text
    encrypted.flags = 1
    #expect(try refusal(Self.bundle([encrypted]))?.contains("encrypted") == true)
    let sidecar = ZipSample.File("a.txt.annotations.json", "{}")
    #expect(try refusal(Self.bundle([sidecar]))?.contains("not those of its list") == true)
  }

  @Test("What is no bundle is called none")
  func noBundles() throws {
    for bytes in [[], Array("text".utf8), ZipSample([Self.text]).bytes] {
      #expect(try refusal(bytes)?.contains("this is not a bundle of Galley") == true)
    }
    let later = ZipSample([
      .init("galley-bundle.json", "{\"galley:bundleVersion\": \"2.0\", \"files\": []}")
    ])
    #expect(try refusal(later.bytes)?.contains("get a newer Galley") == true)
  }

  @Test("A bundle that breaks off anywhere, or has a byte changed, opens whole or not at all")
  func damage() throws {
    let bytes = try Bundle(packing: BundleTests.files.dropLast(), made: BundleTests.made).bytes
    for cut in stride(from: 0, to: bytes.count, by: 37) {
      #expect(try refusal(Array(bytes[..<cut])) != nil)
    }
    for place in stride(from: 0, to: bytes.count, by: 11) {
      var changed = bytes
      changed[place] ^= 0x55
      if let bundle = try? Bundle(unpacking: changed, named: "desk.zip") {
        #expect(bundle.files == Array(BundleTests.files.dropLast()))
      }
    }
  }
}
