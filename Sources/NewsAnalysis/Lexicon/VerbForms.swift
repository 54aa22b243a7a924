// The forms of an English verb: regular ones by rule, the others from a table.

/// Makes the forms of verbs.
enum VerbForms {
  /// Irregular verbs: base, past, participle when it differs.
  private static let irregular: [String: [String]] = [
    "say": ["said"], "tell": ["told"], "think": ["thought"], "feel": ["felt"],
    "know": ["knew", "known"], "write": ["wrote", "written"], "speak": ["spoke", "spoken"],
    "hold": ["held"], "hear": ["heard"], "see": ["saw", "seen"], "find": ["found"],
    "make": ["made"], "mean": ["meant"], "read": ["read"], "swear": ["swore", "sworn"],
    "forget": ["forgot", "forgotten"], "understand": ["understood"], "dream": ["dreamt"],
    "foresee": ["foresaw", "foreseen"], "choose": ["chose", "chosen"], "teach": ["taught"],
    "show": ["showed", "shown"], "seek": ["sought"], "bet": ["bet"], "put": ["put"],
    "quip": ["quipped"], "admit": ["admitted"], "plan": ["planned"], "refer": ["referred"],
    "regret": ["regretted"], "blog": ["blogged"], "blast": ["blasted"], "slam": ["slammed"],
    "commit": ["committed"], "prefer": ["preferred"], "rap": ["rapped"], "hint": ["hinted"],
    "retort": ["retorted"], "rebut": ["rebutted"], "concur": ["concurred"], "opt": ["opted"],
    "intuit": ["intuited"], "vow": ["vowed"], "draw": ["drew", "drawn"], "give": ["gave", "given"],
  ]

  /// Each form with what it is.
  static func of(_ verb: String) -> [(String, WordTraits)] {
    let past = irregular[verb] ?? [regularPast(verb)]
    return [
      (verb, .baseForm), (thirdPerson(verb), .thirdPerson), (gerund(verb, past: past[0]), .gerund),
    ] + past.map { ($0, .past) }
  }

  private static func endsInConsonantY(_ verb: String) -> Bool {
    verb.hasSuffix("y") && !"aeou".contains(verb.dropLast().last ?? "a")
  }

  private static func regularPast(_ verb: String) -> String {
    if verb.hasSuffix("e") { return verb + "d" }
    return endsInConsonantY(verb) ? verb.dropLast() + "ied" : verb + "ed"
  }

  private static func thirdPerson(_ verb: String) -> String {
    if endsInConsonantY(verb) { return verb.dropLast() + "ies" }
    let hisses = ["s", "sh", "ch", "x", "z"].contains { verb.hasSuffix($0) }
    return hisses ? verb + "es" : verb + "s"
  }

  private static func gerund(_ verb: String, past: String) -> String {
    if verb.hasSuffix("e"), !verb.hasSuffix("ee") { return verb.dropLast() + "ing" }
    let doubled = verb.last.map { past == verb + String($0) + "ed" } ?? false
    return doubled ? past.dropLast(2) + "ing" : verb + "ing"
  }
}
