// The checklists that are compiled into the binary, as TOML text.

import CEmbeddedData

/// A checklist that comes with the program. The order is the one in which they are offered.
package enum EmbeddedChecklist: String, CaseIterable, Sendable {
  case newsReport = "news-report"
  case classroom = "class"

  /// The list's TOML text.
  package var source: String {
    var length = 0
    guard let text = galley_checklist(number, &length) else { return "" }
    return UnsafeRawBufferPointer(start: text, count: length).withMemoryRebound(to: UInt8.self) {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private var number: Int32 {
    switch self {
    case .newsReport: Int32(GALLEY_CHECKLIST_NEWS_REPORT)
    case .classroom: Int32(GALLEY_CHECKLIST_CLASS)
    }
  }
}
