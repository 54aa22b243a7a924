// The words that the rules of English ask for by name, and what English words do in sentences.

/// A word that a rule of English names; the lexicon finds it, so that no rule compares strings.
enum EnglishWord: String, CaseIterable {
  case that, to, of, about, `for`, over, on, with, `as`, by, at, `in`, from, against, than, into
  case according, told, say, said, says, saying, per, like, such, both
  case the, a, an, this, these, those, his, her, their, its, my, our, your
  case he, she, they, it, we, i, you, him, them, me, us, himself, herself, themselves
  case who, whom, whose, which, what, when, `where`, why, how, whether, `if`, because, `while`
  case although, though, since, after, before, until, unless
  case and, or, but, nor, so, not, no, never, however, meanwhile, also, there
  case `is`, are, was, were, be, been, being, am, has, have, had, having, does, `do`, did
  case will, would, can, could, may, might, should, must, shall
  case one, some, others, another, many, several, few, most, all, former, old
  case reported, expressed, express, expresses, expressing, called, calls, call, calling
  case possessive = "'s"
  case possessiveCurly = "’s"

  /// Whether it is the mark of the possessive.
  var isPossessive: Bool { self == .possessive || self == .possessiveCurly }
}

/// What English words do in sentences.
enum EnglishRoles {
  /// The words of each role.
  static let all: [(String, WordRoles)] = [
    ("the", .definiteArticle), ("the this that these those", .definite),
    ("the a an his her their its my our this that these those", .determiner),
    ("'s ’s", [.possessive, .nameConnector]), ("of", [.genitive, .nameConnector]),
    ("the and on", .nameConnector), ("that", .complementizer), ("and", .additive),
    ("and but or", .coordinator), ("who whom which that", .relative),
    ("who which", .relativeSubject), ("who", .personalRelative),
    ("he him his himself", .masculinePronoun), ("she her herself", .femininePronoun),
    ("they them their themselves", .pluralPronoun), ("i we me us my our", .firstPerson),
    ("you your it", .impersonal), ("he she", .subject), ("according", .sourceIntroduction),
    ("by", .means), ("for", .service), ("in", .inside),
    ("no", .numberSign),
    ("em til tis twas cause round bout n cuz", .elided), ("it its itself", .thing),
    ("one another other others second third fourth fifth", .other), ("from by", .provenance),
    ("old", .age), ("former ex acting interim outgoing incoming late then", .tenure),
    (PeopleWords.indefinites, .indefinite), (PeopleWords.persons, .personNoun),
    (PeopleWords.bodies, .bodyNoun), (PeopleWords.writings, .writing),
    (PeopleWords.postnominals, .postnominal), (PeopleWords.ranks, .rank),
    (PeopleWords.shortRanks, .shortRank),
    ("street lane road avenue alley terrace crescent boulevard", .street),
    ("jr jr. sr sr. ii iii iv", .generation),
  ]
}
