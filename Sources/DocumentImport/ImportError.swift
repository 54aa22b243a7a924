// Why an article could not be opened, in one line that says what to try.

import ArticleModel

/// What keeps a file from being read as an article. Each case carries the file's name as given.
public enum ImportError: Error, Hashable, Sendable {
  case notFound(String)
  case folder(String)
  case noPermission(String)
  case empty(String)
  case binary(String, format: String)
  case terminalAsInput
  /// A pipe or device that holds more than 256 MB.
  case endless(String)
  /// A document of a kind that is read as a whole, and larger than such documents are.
  case tooLarge(String, megabytes: Int)
  /// A page whose nesting, or whose elements, would take too much time or memory.
  case tooComplicated(String)
  /// A page in an encoding that is not known.
  case encoding(String, label: String)
  /// A file with several articles where one is asked for; the path of one of them.
  case several(String, count: Int, example: String)
  /// Several articles through a pipe.
  case severalInPipe(String, count: Int, example: String)
  /// A file with several articles, of which none has this name.
  case noMember(String, name: String, example: String)
  /// A file whose contents contradict its format, with what is wrong.
  case damaged(String, what: String)
  /// A file of a kind that can be read, in a form that cannot: what it is, and what to do.
  case unsupported(String, what: String)
  /// A program that the format needs is not there; `packages` says what has it.
  case programMissing(String, program: String, packages: String)
  /// A document that opens with a password alone.
  case locked(String)
  /// A document whose maker forbids that its text is taken out.
  case copyingForbidden(String)
  /// A document that holds pictures of pages and no text.
  case picturesOnly(String, pages: Int)
  /// A damaged document.
  case brokenPDF(String)
  /// A document of more pages than can be read in a few seconds.
  case pdfTooLong(String)
  /// A file of more than 512 MB.
  case tooLong(String)
  /// A pipe, a device or a socket where a file should be.
  case noFile(String)
  /// Any other failure, with the system's words for it.
  case unreadable(String, reason: String)
}

extension ImportError: CustomStringConvertible {
  /// One line: what failed, where, what to try.
  public var description: String {
    switch self {
    case .notFound(let name):
      "\(name): there is no such file; check the spelling and the folder"
    case .folder(let name):
      "\(name): this is a folder; name a file in it"
    case .noPermission(let name):
      "\(name): you may not read this file; check its permissions with ls -l"
    case .empty(let name):
      "\(name): it contains no text"
    case .binary(let name, let format):
      "\(name): this is \(format), not text; convert it to plain text first"
    case .terminalAsInput:
      "standard input is the keyboard; pipe a text into it, or name a file"
    case .endless(let name):
      "\(name): more than 256 MB arrived without an end; put the text into a file first"
    case .tooLarge(let name, let megabytes):
      "\(name): larger than \(megabytes) MB; copy the article from it into a text file"
    case .tooComplicated(let name):
      "\(name): too many elements or attributes to be read as a page; copy its article into a text file"
    case .encoding(let name, let label):
      "\(name): in the encoding \(label), which Galley cannot read; convert it with iconv -f \(label) -t utf-8"
    case .several(let name, let count, let example):
      "\(name): \(counted(count, "article")) are in it; name one, such as \(example), or see all with galley contents \(name)"
    case .severalInPipe(let name, let count, let example):
      "\(name): \(counted(count, "article")) are in it; see all with galley contents - and name one, such as \(example)"
    case .noMember(let name, let member, let example):
      "\(name): it has no article “\(member)”, but one called \(example); galley contents \(name) shows all"
    case .damaged(let name, let what):
      "\(name): \(what); get the file again"
    case .unsupported(let name, let what):
      "\(name): \(what)"
    case .programMissing(let name, let program, let packages):
      "\(name): reading it needs \(program), which is not installed; it comes with \(packages)"
    case .locked(let name):
      "\(name): needs a password; remove it with qpdf --password=… --decrypt IN OUT"
    case .copyingForbidden(let name):
      "\(name): its publisher does not allow its text to be copied; ask for another version"
    case .picturesOnly(let name, let pages):
      "\(name): its \(counted(pages, "page")) \(pages == 1 ? "holds" : "hold") pictures and no text; recognise their text with ocrmypdf IN OUT"
    case .brokenPDF(let name):
      "\(name): this PDF is damaged; try to repair it with qpdf IN OUT, or fetch it again"
    case .pdfTooLong(let name):
      "\(name): its pages take more time or memory than a document may; cut out those that matter with qpdf IN --pages . 1-99 -- OUT"
    case .tooLong(let name):
      "\(name): an article may have 512 MB at most; split the file first"
    case .noFile(let name):
      "\(name): this is a pipe or a device, not a file; Galley does not read it"
    case .unreadable(let name, let reason):
      "\(name): cannot be read (\(reason))"
    }
  }
}
