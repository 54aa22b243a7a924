// English as it is spoken: what reporters leave out, and what turns a statement into another one.

extension SpokenWords {
  /// English.
  static let english = SpokenWords(
    sounds: """
      um umm uh uhh uhm er err erm ehm ah ahh eh hm hmm mm mmm mhm mm-hmm uh-huh huh
      """,
    phrases: """
      you know
      i mean
      well
      look
      okay
      ok
      right
      """,
    conditions: """
      if unless until provided providing assuming except only whether when once suppose supposing should
      otherwise without subject pending
      """,
    provisos: "if unless provided providing assuming until except pending",
    provisoPhrases: """
      as long as
      so long as
      on condition that
      on the condition that
      subject to
      only after
      only when
      only once
      but only
      but not
      and only
      """,
    joints: "and but or so because since as while though although yet nor whereas",
    roleWords: [
      PeopleWords.titles, PeopleWords.roles, PeopleWords.groups, PeopleWords.ranks,
      "the a an unidentified unknown male female voice audience question answer q interviewer",
      "moderator clerk counsel court interpreter translator operator narrator caller guest panelist",
      "councillor councilor cllr alderman chairperson first second no of and for public press",
    ].joined(separator: " "),
    askingWords: "asked asks ask asking wondered wonders queried",
    shortForms: shortForms, numbers: numbers, numberJoints: "and",
    currencies: [
      "pound": "£", "pounds": "£", "dollar": "$", "dollars": "$", "euro": "€", "euros": "€",
    ],
    signs: ["%": "percent", "&": "and"], pasts: pasts, tenseEndings: "ed d s es ing",
    smallWords: """
      a an the and or but nor so of to in on at by for from with as into that this these those it its is
      are was were be been being am i you he she we they me him her us them my your his our their there
      here have has had do does did will would can could shall should may might must not no what which
      who whom whose when where how why if then than up out about just
      """, fronts: .english, exchanges: .english)

  private static let shortForms: [String: String] = [
    "don't": "do not", "doesn't": "does not", "didn't": "did not", "isn't": "is not",
    "aren't": "are not", "wasn't": "was not", "weren't": "were not", "won't": "will not",
    "wouldn't": "would not", "can't": "can not", "cannot": "can not", "couldn't": "could not",
    "shouldn't": "should not", "mustn't": "must not", "haven't": "have not",
    "hasn't": "has not", "hadn't": "had not", "needn't": "need not", "mightn't": "might not",
    "i'm": "i am", "you're": "you are", "we're": "we are", "they're": "they are",
    "i've": "i have", "you've": "you have", "we've": "we have", "they've": "they have",
    "i'll": "i will", "you'll": "you will", "he'll": "he will", "she'll": "she will",
    "we'll": "we will", "they'll": "they will", "it'll": "it will", "that'll": "that will",
    "it's": "it is", "he's": "he is", "she's": "she is", "that's": "that is",
    "there's": "there is", "what's": "what is", "who's": "who is", "here's": "here is",
    "let's": "let us", "i'd": "i would", "you'd": "you would", "he'd": "he would",
    "she'd": "she would", "we'd": "we would", "they'd": "they would", "gonna": "going to",
    "wanna": "want to", "gotta": "got to",
  ]

  private static let numbers: [String: Int] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1_000,
    "million": 1_000_000, "billion": 1_000_000_000,
  ]

  private static let pasts: [String: String] = [
    "am": "was", "is": "was", "are": "were", "has": "had", "have": "had", "do": "did",
    "does": "did", "will": "would", "can": "could", "go": "went", "say": "said", "make": "made",
    "take": "took", "see": "saw", "come": "came", "get": "got", "give": "gave", "know": "knew",
    "think": "thought", "pay": "paid", "build": "built", "spend": "spent", "lose": "lost",
    "win": "won", "run": "ran", "begin": "began", "hold": "held", "keep": "kept",
    "leave": "left", "tell": "told", "find": "found", "bring": "brought", "buy": "bought",
    "sell": "sold", "meet": "met", "feel": "felt", "become": "became", "speak": "spoke",
    "write": "wrote", "fall": "fell", "rise": "rose", "grow": "grew", "break": "broke",
    "choose": "chose", "stand": "stood", "lead": "led", "mean": "meant", "send": "sent",
    "fight": "fought", "drive": "drove", "teach": "taught", "hear": "heard", "draw": "drew",
    "throw": "threw", "wear": "wore", "eat": "ate", "sit": "sat", "forget": "forgot",
  ]
}
