// Options of all commands that take articles: what their bytes do not tell, and what addresses may do.

import ArgumentParser
import DocumentImport

/// How articles are opened.
struct SourceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read the file in this encoding, such as windows-1251; do not guess.",
      valueName: "name"),
    completion: .list(TextEncoding.names), transform: Self.encoding)
  var encoding: TextEncoding?

  @OptionGroup var links: LinkOptions

  /// What the options say.
  var access: SourceAccess {
    var access = links.access
    access.encoding = encoding
    return access
  }

  private static func encoding(named label: String) throws -> TextEncoding {
    if let encoding = TextEncoding(label: label) { return encoding }
    let names = TextEncoding.names.joined(separator: ", ")
    throw ValidationError("there is no encoding “\(label)”; these are: \(names)")
  }
}

/// How addresses are opened; all that commands on marks need, since sidecars say the encoding.
struct LinkOptions: ParsableArguments {
  @Flag(help: "Fetch an address again, even if there is a copy; the older copy is kept.")
  var refresh = false

  @Flag(help: "Allow addresses of this machine and its own network.")
  var allowPrivate = false

  /// What the options say.
  var access: SourceAccess { SourceAccess(refreshes: refresh, allowsPrivate: allowPrivate) }
}

/// What is allowed when an article is opened, and what is wanted.
struct SourceAccess {
  /// Whether a page is fetched although there is a copy.
  var refreshes = false
  /// Whether machines of the own network may be asked.
  var allowsPrivate = false
  /// The encoding of the file; nil to tell it from the bytes.
  var encoding: TextEncoding?
}
