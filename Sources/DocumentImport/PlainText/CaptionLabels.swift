// The words by which captions are told in plain text, language by language.

/// Words with which a caption or a picture credit begins, before a colon.
enum CaptionLabels {
  /// Those of all languages; which one a plain text is in, nobody knows yet.
  static let all: Set<String> = english

  private static let english: Set<String> = [
    "image", "images", "photo", "photos", "photograph", "picture", "pictures", "pic", "caption",
    "credit", "credits", "figure", "fig.", "video", "graphic", "illustration", "map", "chart",
    "file photo", "image credit", "photo credit", "image source", "photo by", "getty images",
  ]
}
