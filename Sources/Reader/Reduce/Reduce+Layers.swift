// What a class or a desk sees of one another, and of the program.

import ArticleModel
import Interface

extension ReaderState {
  /// Calls those whose marks lie over the article by their names, or no longer.
  mutating func hideNames() {
    layers?.hidesNames.toggle()
    message = Message(layers?.hidesNames == true ? "names are hidden" : "names are shown")
  }

  /// Keeps what the program found from the reader, or shows it.
  mutating func toggleSuggestions() {
    if awaitsHandIn {
      message = .warning("What was found opens when you have handed in · \(hint(for: .handIn))")
      return
    }
    isUnaided.toggle()
    applyCorrections(isNewlyFound: true)
    syncPanes()
    message = Message(
      isUnaided ? "what the program found is hidden" : "what the program found is shown")
  }
}
