// A finding of the program as the reader judges it.

import ArticleModel

/// A quotation or a place, named by where it stands: numbers change while the analysis goes on.
package struct FindingReference: Hashable, Sendable {
  /// What sort of finding it is.
  package var kind: Correction.Finding
  /// Where it stands now.
  package var span: TextSpan
}
