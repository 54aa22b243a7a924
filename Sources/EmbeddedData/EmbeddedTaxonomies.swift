// The packs of terms that are compiled into the binary, as TOML text.

import CEmbeddedData

/// A pack of terms that comes with the program. The order is the one in which packs are offered.
package enum EmbeddedTaxonomy: String, CaseIterable, Sendable {
  case bias, verification, propaganda
  /// The vocabulary of statuses, which is no pack that marks are made with.
  case status

  /// The pack's TOML text.
  package var source: String {
    var length = 0
    guard let text = galley_taxonomy(number, &length) else { return "" }
    return UnsafeRawBufferPointer(start: text, count: length).withMemoryRebound(to: UInt8.self) {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private var number: Int32 {
    switch self {
    case .bias: Int32(GALLEY_TAXONOMY_BIAS)
    case .verification: Int32(GALLEY_TAXONOMY_VERIFICATION)
    case .propaganda: Int32(GALLEY_TAXONOMY_PROPAGANDA)
    case .status: Int32(GALLEY_TAXONOMY_STATUS)
    }
  }
}
