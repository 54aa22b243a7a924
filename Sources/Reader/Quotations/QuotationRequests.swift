// What the list of quotations asks of the desk, and what the desk answers.

import ArticleModel
import Sidecars
import Verification

/// A source as it is named in a line.
package enum SourceName: Hashable, Sendable {
  /// As it was typed: a path as the shell would read it, or an address.
  case typed(String)
  /// As the sidecar has it.
  case known(QuotationSource)
}

/// What the desk says of sources.
package enum SourcesAnswer: Sendable {
  /// The names in a folder, as it was typed.
  case listed(folder: String, names: [String])
  /// The sources were found, and the sidecar names them now.
  case named([QuotationSource], opensList: Bool)
  /// The sidecar names these now, as somebody else saved it.
  case kept([QuotationSource])
  /// They were not found; what was typed can be put right.
  case refused(reason: String, line: String, opensList: Bool)
  /// The search has begun.
  case searching
  /// The search has ended; no verification when nothing could be read.
  case answered(Verification?, faults: [String])
  /// A source no longer has the words that were found in it.
  case changed(String)
}
