// The words of pages' furniture in the languages whose news is read most, in small letters and without signs
// at their ends.

extension PageFurniture {
  /// Words by which furniture is told.
  enum Phrases {
    /// Blocks that consist of these words alone.
    static let whole: Set<String> = [
      // Rights, paywalls and sponsors
      "riproduzione riservata", "article réservé aux abonnés", "réservé aux abonnés",
      "réutiliser ce contenu", "contribuer", "supported by", "artikelrechte erwerben", "إعلان",
      "the trust project", "order reprints", "compartir en whatsapp",
      // English
      "ad", "ads", "advertisement", "advertisements", "advertising", "sponsored",
      "sponsored content", "ad feedback", "video ad feedback", "skip advertisement", "skip ad",
      "story continues below", "story continues below advertisement", "article continues below",
      "article continues below advertisement", "article continues after advertisement",
      "advertisement - story continues below", "scroll to continue with content",
      "continue reading the main story", "continue reading", "skip past newsletter promotion",
      "after newsletter promotion", "sign up", "sign up for our newsletter",
      "sign up to our newsletter", "subscribe", "subscribe now", "subscribe to our newsletter",
      "already a subscriber? log in", "log in", "share", "share this", "share this article",
      "share this story", "share on facebook", "share on twitter", "share on x", "share via email",
      "copy link", "link copied", "copy this link", "print", "print this page",
      "print this article",
      "printer-friendly version", "save", "save article", "email", "email this article",
      "gift this article", "listen to this article", "post a comment", "leave a comment",
      "view comments", "comments", "no comments", "join the conversation", "image", "images",
      "photo",
      "photos", "view photo", "view photos", "view gallery", "view image in fullscreen",
      "open image in gallery", "enlarge image", "enlarge", "toggle caption", "hide caption",
      "video",
      "play video", "play", "pause", "mute", "unmute", "watch", "watch now", "loading", "close",
      "back to top", "accept", "accept all", "accept cookies", "manage cookies", "reject all",
      "please enable javascript", "click to expand", "show more", "see more", "load more",
      // German
      "anzeige", "werbung", "artikel teilen", "teilen", "kommentare", "kommentieren", "drucken",
      "merken", "newsletter abonnieren", "zur startseite", "zum anfang", "bild vergrößern",
      "externer inhalt", "zur merkliste",
      // French
      "publicité", "la suite après la publicité", "partager", "commenter", "commentaires",
      "imprimer",
      "s'abonner", "je m'abonne", "réagir", "lecture du média en cours", "chargement",
      // Spanish
      "publicidad", "compartir", "comentarios", "imprimir", "suscríbete", "guardar",
      "continuar leyendo", "continúa leyendo",
      // Portuguese
      "publicidade", "continua após a publicidade", "continua depois da publicidade",
      "compartilhar",
      "compartilhe", "comentários", "assine", "partilhar",
      // Italian
      "pubblicità", "condividi", "commenti", "stampa", "abbonati",
      // Dutch, Polish, Swedish, Norwegian, Danish
      "advertentie", "delen", "reacties", "reklama", "udostępnij", "komentarze", "annons", "dela",
      "annonse", "del", "annonce",
    ]

    /// Headings of lists of other articles.
    static let leadIns: Set<String> = [
      "read more", "read also", "also read", "read next", "up next", "more on this",
      "more on this story", "more on this topic", "related", "related articles", "related article",
      "related stories", "related story", "related topics", "related content", "related links",
      "related news", "related coverage", "see also", "you may also like", "you might also like",
      "you may be interested in", "recommended", "recommended stories", "recommended for you",
      "most popular", "most read", "most viewed", "trending", "trending now", "trending stories",
      "editors' picks", "editor's picks", "more stories", "top stories", "latest news", "more from",
      "explore more", "what to read next",
      "lesen sie auch", "mehr zum thema", "das könnte sie auch interessieren", "meistgelesen",
      "zum thema", "weiterlesen",
      "lire aussi", "à lire aussi", "lire la suite", "sur le même sujet", "les plus lus",
      "dans la même rubrique",
      "lea también", "lee también", "leer más", "te puede interesar", "más leídas",
      "más información",
      "noticias relacionadas", "lo más leído",
      "leia mais", "leia também", "saiba mais", "mais lidas", "leia ainda",
      "leggi anche", "leggi tutto", "i più letti", "per approfondire",
      "lees ook", "lees meer", "czytaj też", "czytaj także", "czytaj więcej", "zobacz także",
      "läs mer", "läs också", "les også", "les mer", "læs også", "læs mere",
    ]

    /// Words with which a link to another article, or to a subscription, begins.
    private static let openings = [
      "read more", "read also", "also read", "read next", "read:", "related:", "see also", "more:",
      "watch:", "watch now", "listen:", "learn more:", "sign up", "subscribe", "follow us",
      "follow ", "click here", "get the latest", "download the", "recommended:", "don't miss",
      "must read", "explainer:", "opinion:", "lesen sie auch", "lesen sie hier", "mehr dazu",
      "mehr zum thema", "lire aussi", "à lire aussi", "lire également", "voir aussi", "lea también",
      "lee también", "leer más", "ver más", "más información", "leia mais", "leia também",
      "saiba mais", "veja também", "leggi anche", "guarda anche", "lees ook", "lees meer",
      "czytaj też", "czytaj także", "czytaj również", "zobacz też", "läs mer", "läs också",
      "les også", "læs også",
    ]

    /// Whether a block begins like one of them.
    static func opens(_ words: String) -> Bool { openings.contains { words.hasPrefix($0) } }

    /// What stands before the source of a picture.
    static let sources = [
      "Image source, ", "Image source: ", "Quelle: ", "Bildquelle: ",
      "Source: ", "Source : ", "Fuente: ", "Fonte: ", "Bron: ",
    ]

    /// What a line of rights says besides "©".
    static let rights = [
      "all rights reserved", "may not be published", "alle rechte vorbehalten",
      "tous droits réservés", "todos los derechos reservados", "todos os direitos reservados",
      "tutti i diritti riservati", "alle rechten voorbehouden", "wszelkie prawa zastrzeżone",
    ]

    /// Agencies that pictures come from, as credits end with them.
    static let agencies = [
      "Getty Images", "Getty", "Reuters", "REUTERS", "AFP", "AP", "EPA", "EPA-EFE", "EFE", "dpa",
      "DPA", "Shutterstock", "Alamy", "Bloomberg", "Anadolu", "Xinhua", "PA", "PA Wire", "TASS",
      "Sipa", "Zuma", "ZUMA", "iStock", "Imago", "imago", "Rex", "NurPhoto", "Polaris",
    ]
  }
}
