// Where the reader is, for messages.

extension ReaderState {
  package var whereabouts: String {
    switch focus {
    case .article: "in the article"
    case .pane(.claims): "in the list of claims"
    case .pane: "in this pane"
    }
  }
}
