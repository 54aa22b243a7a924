// What the scorer counts, and the figures that come of it.

/// How many were found, how many there are, and how many of both agree.
struct Hits: Equatable {
  var right = 0
  /// How many the analysis gives.
  var found = 0
  /// How many there are.
  var marked = 0

  /// The harmonic mean of precision and recall, in percent; nil when there is nothing to find.
  var f1: Double? {
    found + marked == 0 ? nil : 200 * Double(right) / Double(found + marked)
  }

  static func + (a: Hits, b: Hits) -> Hits {
    Hits(right: a.right + b.right, found: a.found + b.found, marked: a.marked + b.marked)
  }
}

/// A part of a whole.
struct Share: Equatable {
  var part = 0
  var whole = 0

  /// In percent; nil of nothing.
  var percent: Double? { whole == 0 ? nil : 100 * Double(part) / Double(whole) }

  static func + (a: Share, b: Share) -> Share {
    Share(part: a.part + b.part, whole: a.whole + b.whole)
  }
}

/// What came of one passage, or of several.
struct Figures: Equatable {
  var passages = 0
  /// Quotations that share at least four fifths of their letters.
  var quotations = Hits()
  /// Marked quotations that were found with the right speaker.
  var speakers = Share()
  /// Quotations of the analysis that give a named person words of somebody else, or of nobody.
  var wrongNames = Share()
  /// Mentions of places, word for word.
  var locations = Hits()
  /// Of the places that were found, those in the right country.
  var countries = Share()
  /// Names of persons, word for word.
  var persons = Hits()

  static func + (a: Figures, b: Figures) -> Figures {
    Figures(
      passages: a.passages + b.passages, quotations: a.quotations + b.quotations,
      speakers: a.speakers + b.speakers, wrongNames: a.wrongNames + b.wrongNames,
      locations: a.locations + b.locations, countries: a.countries + b.countries,
      persons: a.persons + b.persons)
  }
}
