// The data of name recognition that is compiled into the binary; mapped when it is first read.

import CEmbeddedData

/// The embedded tables that names of places and persons are found with.
package enum NameData {
  /// All of them.
  package static var all: [UnsafeRawBufferPointer] { [gazetteer, words, model] }

  /// Names of places and what they may mean; made by Scripts/build-gazetteer.py.
  package static var gazetteer: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: cembedded_gazetteer(), count: cembedded_gazetteer_size())
  }

  /// Words with what they say about names; made by Scripts/build-word-lists.py.
  package static var words: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: cembedded_words(), count: cembedded_words_size())
  }

  /// The weights of the name model; made by the tool train-names.
  package static var model: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: cembedded_names_model(), count: cembedded_names_model_size())
  }
}
