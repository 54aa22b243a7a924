// Lines that say who wrote an article and when: "By Ana Reyes", "Reuters", "3 March 2026, 10:15 GMT".

import ArticleModel

/// Tells bylines and lines with a date from other short lines.
enum CreditLine {
  /// A credit is no longer than this, in bytes.
  static let longest = 160

  /// The names of agencies are shorter, in bytes, and have no more blanks.
  private static let longestAgency = 40
  private static let mostBlanksOfAgency = 4

  /// Whether a line begins like a byline, is as short as the name of an agency, or has a number in it. Most
  /// lines do none of this, and need no string.
  static func mayBeOne(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let blanks = line.count { $0 == 0x20 }
    if line.count < longestAgency, blanks <= mostBlanksOfAgency { return true }
    if line.contains(where: { $0 &- 0x30 < 10 }) { return blanks < DateWords.most }
    let first = String(decoding: line.prefix { $0 > 0x20 }.prefix(16), as: UTF8.self).lowercased()
    return first.hasSuffix(":") || CreditWords.prepositions.contains(first)
      || CreditWords.leads.contains(first)
  }

  /// What a line is; nil when it is no credit.
  static func kind(of line: String) -> Block.Kind? {
    guard line.utf8.count <= longest else { return nil }
    let words = line.split { $0.isWhitespace }
    guard let first = words.first else { return nil }
    if isByline(line, words, first: first.lowercased()) { return .byline }
    if line.utf8.count < longestAgency, isAgency(line) { return .byline }
    return DateWords.mayBeDate(line) && DateWords.areAll(words) ? .dateline : nil
  }

  /// Whether a line begins with "By", and consists of names.
  private static func isByline(_ line: String, _ words: [Substring], first: String) -> Bool {
    let opening = first.hasSuffix(":") ? String(first.dropLast()) : first
    if CreditWords.labels.contains(opening), first.hasSuffix(":") {
      return words.count > 1 && words.count < 12
    }
    let mayLead = CreditWords.leads.contains(first)
    guard mayLead || CreditWords.prepositions.contains(first) else { return false }
    let lead = mayLead && line.lowercased().hasPrefix(first + " by ") ? first : nil
    let rest =
      lead.map { words.dropFirst($0.split(separator: " ").count + 1) }
      ?? (CreditWords.prepositions.contains(first) ? words.dropFirst() : [])
    guard rest.count > 1 || rest.first.map(isAllCapitals) == true, rest.count < 16,
      rest.first?.first?.isUppercase == true, line.last != "?", line.last != "!"
    else { return false }
    let names = rest.prefix { !isAfterNames($0) }
    let common = names.filter { word in
      word.first?.isLowercase == true && !CreditWords.particles.contains(trimmed(word))
    }
    let isSentence = line.last == "." && names.last.map { $0.count > 3 } == true && lead == nil
    let isTitle = CreditWords.articles.contains(trimmed(rest[rest.startIndex])) && rest.count < 3
    return common.isEmpty && !isSentence && !isTitle && !names.isEmpty
  }

  /// Whether what follows is no name any more: the first word after a comma or a bar.
  private static func isAfterNames(_ word: Substring) -> Bool { word == "|" || word == "·" }

  private static func trimmed(_ word: Substring) -> String {
    word.lowercased().filter { $0.isLetter || $0 == "&" }
  }

  private static func isAllCapitals(_ word: Substring) -> Bool {
    word.count > 2 && word.allSatisfy { $0.isUppercase }
  }

  private static func isAgency(_ line: String) -> Bool {
    if let letters = letters(ofASCII: line), !agencyLetters.contains(letters) { return false }
    let name = line.filter { !"()[]–—-".contains($0) }.split { $0.isWhitespace }
      .joined(separator: " ").lowercased()
    return CreditWords.agencies.contains(name)
  }

  private static let agencyLetters = Set(CreditWords.agencies.compactMap { letters(ofASCII: $0) })

  /// The letters and digits of a line without other characters than ASCII has, in one number; nil when it has others.
  /// Most lines are told apart from all agencies by it, and need no other string.
  private static func letters(ofASCII line: String) -> UInt64? {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in line.utf8 {
      guard byte < 0x80 else { return nil }
      let isLetter = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
      if isLetter { hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3 }
    }
    return hash
  }
}

/// The words of credits, language by language.
enum CreditWords {
  /// What stands before a name.
  static let prepositions: Set<String> = ["by", "von", "par", "por", "di", "door", "av", "af"]
  /// What stands before "by".
  static let leads = [
    "written", "reported", "reporting", "story", "words", "text", "report", "analysis", "opinion",
    "posted", "compiled", "edited",
  ]
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
}

/// The words of which lines with a date consist.
enum DateWords {
  static let most = 14

  /// Whether there may be a number in a line, as in every date.
  static func mayBeDate(_ line: String) -> Bool {
    line.utf8.contains { $0 &- 0x30 < 10 || $0 >= 0x80 }
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
}
