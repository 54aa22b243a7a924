// The file of an import, or the folder or list of such files, and what is in it.

import ArticleModel
import Corpus
import Interchange
import LosslessJSON
import Sidecars

/// A file with marks of another program, or several.
struct ImportSource {
  let path: String
  let format: ImportFormat
  private let shelf: TaxonomyShelf
  /// What could not be read, a line each.
  private(set) var remarks: [String] = []
  /// The marks, document by document.
  private(set) var groups: [ImportedGroup] = []

  /// Folders of more files than this are no folders of annotations.
  private static let mostFiles = 100_000

  /// Reads a file; of brat and slate, also a folder with all below it, and of slate a list of files.
  init(_ path: String, _ format: ImportFormat, knowing shelf: TaxonomyShelf) throws(CommandFailure)
  {
    (self.path, self.format, self.shelf) = (path, format, shelf)
    if FileIdentity(of: path)?.kind == .folder {
      try readFolder()
    } else if format == .slate, let files = SlateList(at: path) {
      readList(files)
    } else {
      try read(path, beside: companion(of: path))
    }
  }

  /// The folder that the file is in, with a slash behind it; empty for the one that we are in.
  var folder: String {
    if FileIdentity(of: path)?.kind == .folder { return path.hasSuffix("/") ? path : path + "/" }
    return path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  // MARK: Files

  private mutating func read(_ path: String, beside companion: String?) throws(CommandFailure) {
    let bytes = try InputFile.bytes(of: path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var file: ImportedFile
    do throws(ImportProblem) { file = try format.read(bytes, knowing: shelf, from: name) } catch {
      throw CommandFailure("\(path): \(error) (--format \(format.rawValue))")
    }
    remarks += file.remarks.map { "\(path): \($0)" }
    if let companion, let article = try? Documents.foundArticle(companion) {
      for index in file.groups.indices where file.groups[index].source == nil {
        file.groups[index].source = companion
        file.groups[index].article = companion
        file.groups[index].text = article.text.string(in: article.text.span)
      }
    }
    groups += file.groups
  }

  private mutating func readFolder() throws(CommandFailure) {
    guard format == .brat || format == .slate else {
      throw CommandFailure("\(path): this is a folder; name a file in it")
    }
    let files = Self.files(below: folder).filter(isAnnotationFile)
    guard !files.isEmpty else {
      throw CommandFailure("\(path): there is no file of \(format.rawValue) in this folder")
    }
    let companions = files.map(companion)
    let texts = Set(companions.filter { text in companions.count { $0 == text } > 1 })
    for (file, companion) in zip(files, companions) {
      guard let companion else {
        remarks.append("\(file) was left out: its text is not beside it")
        continue
      }
      readOne(file, beside: companion, isOneOfSeveral: texts.contains(companion))
    }
  }

  private mutating func readList(_ list: SlateList) {
    for entry in list.entries {
      for file in entry.annotations {
        readOne(file, beside: entry.text, isOneOfSeveral: entry.annotations.count > 1)
      }
    }
    remarks += list.missing.map { "\(path) names \($0), which does not exist" }
  }

  /// Reads one of many files; what is wrong with it does not stop the others. Of several files on one text, each
  /// is that of an annotator.
  private mutating func readOne(
    _ file: String, beside companion: String, isOneOfSeveral: Bool
  ) {
    let known = groups.count
    do throws(CommandFailure) { try read(file, beside: companion) } catch {
      return remarks.append(error.message)
    }
    guard isOneOfSeveral else { return }
    let name = file.split(separator: "/").last.map(String.init)
    for index in groups.indices.dropFirst(known) { groups[index] = groups[index].by(name) }
  }

  private static func files(below folder: String) -> [String] {
    var files: [String] = []
    var folders = [folder]
    while let folder = folders.popLast(), files.count < mostFiles {
      for name in (PosixFileSystem().names(ofFolder: folder) ?? []).sorted()
      where !name.hasPrefix(".") {
        let path = folder + name
        // Links are not followed, so that no walk goes round in circles.
        switch ((try? PosixFileSystem().status(ofName: path)) ?? nil)?.kind {
        case .folder: folders.append(path + "/")
        case .file: files.append(path)
        default: break
        }
      }
    }
    return files.sorted()
  }

  private func isAnnotationFile(_ path: String) -> Bool {
    format == .brat
      ? path.hasSuffix(".ann")
      : path.contains(".annotations") && !path.contains(".annotations.json")
  }

  /// The text that an .ann of brat, or an .annotations of slate, stands beside.
  private func companion(of path: String) -> String? {
    switch format {
    case .brat where path.hasSuffix(".ann"):
      return [String(path.dropLast(4)) + ".txt"].first(where: isBeside)
    case .slate:
      // story.txt.annotations, story.txt.category.annotations2
      var name = path[...]
      while let dot = name.lastIndex(of: "."), !name[dot...].contains("/") {
        name = name[..<dot]
        if isBeside(String(name)) { return String(name) }
      }
      return nil
    default: return nil
    }
  }

  /// Whether there is a file that is also beside the import when links have been followed.
  private func isBeside(_ path: String) -> Bool {
    FileIdentity(of: path)?.kind == .file
      && PosixFileSystem().isFile(path, below: folder.isEmpty ? "." : folder)
  }
}

/// A list of files as slate takes it: a line a text, with the file of its annotations, where to begin, and the
/// annotations of others.
private struct SlateList {
  var entries: [(text: String, annotations: [String])] = []
  var missing: [String] = []

  /// Reads the list; nil when the file is none.
  init?(at path: String) {
    guard let bytes = try? InputFile.bytes(of: path),
      let text = String(validating: bytes, as: UTF8.self)
    else { return nil }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    func place(_ name: Substring) -> String? {
      let places = [folder + name, String(name)]
      return places.first { path in
        FileIdentity(of: path)?.kind == .file
          && PosixFileSystem().isFile(path, below: folder.isEmpty ? "." : folder)
      }
    }
    for line in text.split(whereSeparator: \.isNewline) {
      var parts = Self.parts(of: line)[...]
      guard let name = parts.popFirst(), let text = place(name) else {
        if entries.isEmpty { return nil }
        missing.append(String(line.prefix(80)))
        continue
      }
      let own = parts.popFirst() ?? Substring(name + ".annotations")
      let named = [own] + parts.filter { !$0.hasPrefix("(") && Int($0) == nil }
      let files = named.map { (name: $0, path: place($0)) }
      missing += files.filter { $0.path == nil }.map { String($0.name) }
      entries.append((text, files.compactMap(\.path)))
    }
    if entries.isEmpty { return nil }
  }

  /// What blanks separate, apart from those within brackets.
  private static func parts(of line: Substring) -> [Substring] {
    var depth = 0
    return line.split { character in
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      return depth == 0 && character.isWhitespace
    }
  }
}
