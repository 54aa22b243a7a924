// The name of the language that an article was read as, for people.

extension Analysis {
  /// The language that the article was read as, in English, unless that is English: "German"; nil otherwise.
  public var foreignLanguage: String? {
    guard let language, language != Language.standard.tag else { return nil }
    return Language.known.first { $0.tag == language }?.name
  }
}
