// "The interview was edited for length": what stands below a conversation and is no part of it.

import ArticleModel

/// Tells notes of the editors from what somebody says.
struct EditorialNote {
  let segment: Segment
  let words: WordTypes

  /// Whether a paragraph begins with a sentence that says what was done to the conversation.
  func isNote(_ paragraph: TokenRange) -> Bool {
    let layout = words.language.layout
    var (isAbout, isEdited) = (false, false)
    for index in paragraph.prefix(24) {
      let type = words[segment.tokens[index]]
      if layout.conversations.contains(type.lowerHash) { isAbout = true }
      if layout.editing.contains(type.lowerHash) { isEdited = true }
      if type.mark?.endsSentence == true { break }
    }
    return isAbout && isEdited
  }
}
