// What to run when an article has no marks where they should be, but marks stand elsewhere.

import ArticleModel
import Sidecars

extension StraySidecar {
  /// Says what was found and which command takes it, for the article at `path`.
  package func hint(forArticle path: String) -> String {
    switch match {
    case .sameText, .sameName, .sameAddress:
      "\(self.path) has \(summary): galley reanchor --from \(self.path.asShellWord) "
        + "\(path.asShellWord) takes them over"
    case .namesArticle:
      "\(self.path) has \(summary): --sidecar \(self.path.asShellWord) opens them"
    }
  }
}

extension String {
  /// The text as one word of a shell's command line, in quotation marks where it needs them.
  package var asShellWord: String {
    let isPlain = !isEmpty && unicodeScalars.allSatisfy { $0.isPlainInShells } && first != "-"
    return isPlain
      ? self
      : "'"
        + split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
  }
}

extension Unicode.Scalar {
  /// Whether no shell gives it a meaning of its own.
  fileprivate var isPlainInShells: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "/", "+", ",", ":", "@", "%": true
    default: value >= 0xA1 && properties.isAlphabetic
    }
  }
}
