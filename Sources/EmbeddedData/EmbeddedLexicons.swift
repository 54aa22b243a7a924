// What the word lists of each language say about each word, compiled into the binary.

import CEmbeddedData

/// The lexicons, which Lexicons/README.md describes.
package enum EmbeddedLexicons {
  /// The lexicon of the language with this primary tag (BCP 47); nil when there is none. It lives as long as the
  /// program.
  package static func lexicon(of tag: String) -> UnsafeRawBufferPointer? {
    var length = 0
    let start: UnsafeRawPointer
    switch tag {
    case "en": start = cembedded_lexicon_en(&length)
    case "de": start = cembedded_lexicon_de(&length)
    case "fr": start = cembedded_lexicon_fr(&length)
    case "es": start = cembedded_lexicon_es(&length)
    default: return nil
    }
    return UnsafeRawBufferPointer(start: start, count: length)
  }
}
