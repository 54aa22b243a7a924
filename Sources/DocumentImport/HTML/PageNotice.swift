// Short blocks by which a page speaks of itself: what takes a number ("4 min read", "34 shares"), what asks to
// subscribe, and what says where else the article is.

/// Tells notices of a page from short paragraphs of its article.
enum PageNotice {
  /// A notice is no longer, in bytes.
  static let longest = 200

  /// Whether a block is a notice.
  /// - Parameter words: the text in small letters, without signs at its ends.
  static func isOne(_ text: String, _ words: String) -> Bool {
    if openings.contains(where: { words.hasPrefix($0) }) { return true }
    return isCount(words) || isInvitation(text, words)
  }

  // MARK: Counts

  /// A count has no more words.
  private static let mostWords = 7

  /// "4 min read", "Lesezeit: 3 Min.", "34 shares": numbers, a word that says of what, and small words.
  private static func isCount(_ words: String) -> Bool {
    guard words.contains(where: \.isNumber) else { return false }
    let parts = words.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "," }
    guard parts.count <= mostWords else { return false }
    let named = parts.filter { $0.first?.isNumber == false }
    let units = named.map { $0.filter(\.isLetter) }
    return units.contains(where: counted.contains)
      && units.allSatisfy { counted.contains($0) || beside.contains($0) }
  }

  private static let counted: Set<String> = [
    "read", "lesezeit", "lecture", "lectura", "lettura", "leitura", "leestijd", "lesetid",
    "lästid", "shares", "claps", "partages", "condivisioni", "compartidos",
  ]
  private static let beside: Set<String> = [
    "min", "mins", "minute", "minutes", "minuten", "minutos", "minuti", "minuter", "temps",
    "tiempo", "tempo", "time", "de", "di", "ca", "about", "reading", "en",
  ]

  // MARK: Invitations

  /// "Get the Courier in your inbox", "Suscríbete a nuestra newsletter": an imperative at the beginning or
  /// "sign up here" at the end, and a newsletter. What somebody said begins with a quotation mark.
  private static func isInvitation(_ text: String, _ words: String) -> Bool {
    guard text.first?.isLetter == true, letters.contains(where: { words.contains($0) }) else {
      return false
    }
    return imperatives.contains { words.hasPrefix($0) } || ends.contains { words.hasSuffix($0) }
  }

  private static let letters = [
    "newsletter", "your inbox", "ihr postfach", "boletín", "infolettre", "nieuwsbrief",
    "nyhedsbrev", "nyhetsbrev",
  ]
  private static let imperatives = [
    "sign up", "subscribe to", "get the ", "get our ", "join our", "receive our", "newsletter:",
    "newsletter «", "newsletter “", "suscríbete", "apúntate", "inscríbete", "recibe ",
    "inscrivez-vous", "abonnez-vous", "recevez ", "s’inscrire", "s'inscrire", "iscriviti",
    "ricevi ", "assine ", "receba ", "inscreva-se", "jetzt anmelden", "melden sie sich",
    "abonnieren sie", "jetzt abonnieren", "schrijf je in", "meld je aan", "tilmeld dig",
    "anmäl dig",
  ]
  private static let ends = [
    "sign up here", "sign up now", "sign up", "subscribe here", "hier anmelden",
    "jetzt anmelden", "hier abonnieren", "s’inscrire", "s'inscrire", "inscrivez-vous ici",
    "inscríbete aquí", "suscríbete aquí", "iscriviti qui", "assine aqui", "meld je hier aan",
  ]

  // MARK: Where else the article is

  private static let openings = [
    "a post shared by", "a version of this article appears in print",
    "a version of this article appeared in print", "see more on:",
    "our standards: the thomson reuters", "conforme a los criterios de the trust project",
    "press enter or click to view", "click here to get the fox news app",
    "continue reading with a subscription", "view this post on",
    "si está interesado en licenciar este contenido",
    "über dieses thema berichtete",
  ]
}
