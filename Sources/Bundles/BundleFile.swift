// A file of a hand-over: where it lies in the folder, what it is there for, and its bytes.

import ArticleModel

/// A file in a bundle.
package struct BundleFile: Hashable, Sendable {
  /// What a file is there for.
  package enum Role: String, CaseIterable, Sendable {
    /// A text that marks are about.
    case article
    /// The marks on an article.
    case sidecar
    /// The marks that somebody else has on the same article, in a file of their own.
    case layer
    /// Who is who and what is where, as the desk settled it.
    case authority
    /// What the desk wants ticked off.
    case checklist
    /// A pack of terms that the desk marks with.
    case terms
    /// A copy of a page that evidence points to, or the record beside it.
    case copy
    /// A page to read without Galley.
    case report
  }

  /// Where it lies, as seen from the folder that is handed over: `stories/harbour.txt`.
  package let path: String
  /// What it is there for.
  package let role: Role
  /// What is in it.
  package let bytes: [UInt8]

  /// Describes a file.
  package init(_ path: String, _ role: Role, _ bytes: [UInt8]) {
    (self.path, self.role, self.bytes) = (path, role, bytes)
  }

  /// The SHA-256 digest of its bytes.
  var digest: Digest { bytes.withUnsafeBufferPointer { Digest(of: $0) } }
}
