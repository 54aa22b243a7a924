// The user's own editor for a note.

#if canImport(Glibc)
  import Glibc
#endif

/// What came of a text in the user's own editor.
enum Edited {
  case text(String)
  /// Why the text is as it was.
  case problem(String)
}

extension Session {
  /// Gives a text to the editor that VISUAL or EDITOR names, and takes in what it makes of it. The file
  /// is in a folder of its own that nobody else can read, and goes when the editor ends.
  func editExternally(_ text: String) -> Edited {
    let editor = environmentWords("VISUAL", "EDITOR") ?? ["vi"]
    let base = getenv("XDG_RUNTIME_DIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/galley-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      return .problem("no file to edit could be made in \(base)")
    }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let path = folder + "/note.md"
    defer {
      unlink(path)
      rmdir(folder)
    }
    guard write(text, to: path) else {
      return .problem("the note cannot be written to \(path)")
    }
    let ending = terminal.lend { ChildProgram(arguments: editor + [path]).run() }
    if ending == 0, let edited = contents(of: path) { return .text(edited) }
    return .problem(
      "\(editor[0]) failed (EDITOR names another editor); the note is unchanged")
  }

  private func write(_ text: String, to path: String) -> Bool {
    guard let stream = fopen(path, "w") else { return false }
    let bytes = Array(text.utf8)
    let written = fwrite(bytes, 1, bytes.count, stream)
    return fclose(stream) == 0 && written == bytes.count
  }

  private func contents(of path: String) -> String? {
    guard let stream = fopen(path, "r") else { return nil }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 {
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
