// The words of credits: bylines, agencies, dates.

import ArticleModel

/// The words of credits, language by language.
enum CreditWords {
  /// What stands before a name.
  static let prepositions: Set<String> = ["by", "von", "par", "por", "di", "door", "av", "af"]
  /// What stands before "by".
  static let leads = [
    "written", "reported", "reporting", "story", "words", "text", "report", "analysis", "opinion",
    "posted", "compiled", "edited",
  ]
  /// What stands before a name or before "by", by its hash.
  static let openingHashes = ASCIILetters.hashes(of: leads + prepositions)
  /// What stands before a colon.
  static let labels: Set<String> = [
    "author", "authors", "byline", "reporter", "autor", "autorin", "auteur", "autora", "autore",
    "автор", "автори", "авторы", "by", "von", "par",
  ]
  /// Small words within names and between them.
  static let particles: Set<String> = [
    "and", "und", "et", "y", "e", "en", "og", "och", "in", "at", "of", "the", "for", "with", "de",
    "la", "le", "van", "der", "den", "von", "zu", "da", "di", "do", "dos", "del", "della", "al",
    "bin",
    "ben", "by", "editing", "writing",
    "additional", "af", "av", "à", "&", "correspondent", "editor", "reporter", "staff", "writer",
    "political", "chief", "senior", "special", "ist", "aus", "",
  ]
  static let articles: Set<String> = ["the", "a", "an", "der", "die", "das", "le", "la", "les"]
  static let agencies: Set<String> = [
    "reuters", "ap", "afp", "dpa", "associated press", "the associated press",
    "agence francepresse",
    "agence france presse", "bloomberg", "bloomberg news", "staff", "staff reporter",
    "staff reporters", "staff writer", "staff and agencies", "agencies", "pa media", "efe", "ansa",
    "tass", "interfax", "xinhua", "kyodo", "kyodo news", "apa", "sda", "epd", "kna", "anp",
    "ritzau",
    "ntb", "tt", "stt", "belga", "lusa", "pap", "čtk", "unian", "ukrinform",
  ]
  /// Those in ASCII, by their hashes.
  static let agencyHashes = ASCIILetters.hashes(of: agencies)
}

/// The words of which lines with a date consist.
enum DateWords {
  static let most = 14

  /// Whether there may be a number in a line, as in every date.
  static func mayBeDate(_ line: String) -> Bool {
    line.utf8.contains { $0 &- 0x30 < 10 || $0 >= 0x80 }
  }

  /// Whether all words of a line may be those of a date: without a string, as far as they consist of ASCII.
  static func mayBeAll(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var rest = line
    while !rest.isEmpty {
      let word = rest.prefix { !$0.isASCIIWhitespace }
      guard mayBeOne(word) else { return false }
      rest = rest[word.endIndex...].drop(while: \.isASCIIWhitespace)
    }
    return true
  }

  private static func mayBeOne(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if word.contains(where: { $0 &- 0x30 < 10 }) { return true }
    guard let letters = ASCIILetters.hash(of: word) else { return true }
    if otherHashes.contains(letters) { return true }
    let beginning = word.lazy.filter { ($0 | 0x20) &- 0x61 < 26 }.prefix(3)
    return ASCIILetters.hash(of: beginning).map(monthHashes.contains) == true
  }

  /// Whether some words are a date or a moment and nothing else.
  static func areAll(_ words: [Substring]) -> Bool {
    guard (1...most).contains(words.count) else { return false }
    var (hasDay, hasMonth) = (false, false)
    for word in words {
      let bare = word.lowercased().filter {
        $0.isLetter || $0.isNumber || $0 == ":" || $0 == "-" || $0 == "/" || $0 == "."
      }
      let letters = bare.filter(\.isLetter)
      if bare.contains(where: \.isNumber) {
        guard isNumber(bare, letters) else { return false }
        hasDay = true
        if bare.contains(where: { "-/.".contains($0) }), bare.count >= 8 { hasMonth = true }
      } else if months.contains(where: { letters.hasPrefix($0) && letters.count < 11 }) {
        hasMonth = true
      } else if !letters.isEmpty, !others.contains(letters) {
        return false
      }
    }
    return hasDay && hasMonth
  }

  /// "3", "3rd", "2026", "10:15", "10:15am", "2026-03-01", "01.03.2026", "2026-03-01T10:15:00Z".
  private static func isNumber(_ word: String, _ letters: String) -> Bool {
    word.count <= 25
      && ["", "st", "nd", "rd", "th", "am", "pm", "t", "tz", "h", "z", "er", "utc", "gmt"]
        .contains(letters)
  }

  private static let months: [String] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mär",
    "mai",
    "okt", "dez", "fév", "avr", "juin", "juil", "aoû", "déc", "ene", "abr", "ago", "dic", "янв",
    "фев",
    "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек", "січ", "лют", "бер",
    "кві", "gennaio", "magg", "giugno", "luglio", "sett", "otto", "janeiro", "fevereiro", "março",
    "setembro", "outubro", "maart",
    "tra", "чер", "лип", "сер", "вер", "жов", "лис", "гру",
  ]
  /// The first three letters of the months that begin with ASCII, by their hashes.
  private static let monthHashes = ASCIILetters.hashes(of: months.map { String($0.prefix(3)) })

  private static let others: Set<String> = [
    "published", "updated", "posted", "last", "modified", "first", "on", "at", "of", "the", "and",
    "de", "del", "le", "am", "um", "uhr", "vom", "den", "der", "gmt", "utc", "bst", "est", "edt",
    "et",
    "pst", "pdt", "cet", "cest", "eet", "eest", "am", "pm", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thurs", "fri",
    "sat", "sun", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag",
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes",
    "miércoles", "jueves", "viernes", "sábado", "domingo", "veröffentlicht", "aktualisiert",
    "stand", "hours", "hour", "minutes", "ago", "lesezeit", "min", "il", "alle", "ore",
    "pubblicato",
    "aggiornato", "modifica", "modificato", "atualizado", "às", "gepubliceerd", "bijgewerkt", "om",
    "publié", "publicado", "actualizado", "mis", "à", "jour", "date", "datum", "года", "г",
  ]
  /// Those in ASCII, and a word without letters, by their hashes.
  private static let otherHashes = ASCIILetters.hashes(of: others + [""])
}
