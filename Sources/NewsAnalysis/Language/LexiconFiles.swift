// What `make generate` asks for.

/// The lexicons of all languages as they are compiled into the binary.
package enum LexiconFiles {
  /// The bytes of each lexicon, put together from the word lists, with the primary tag (BCP 47) of its language.
  package static var all: [(tag: String, bytes: [UInt8])] {
    Language.known.map { ($0.tag, $0.language().lexicon.bytes) }
  }
}
