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

  /// Calls `body` with the hash of each form and what the form is. Most forms are hashed without being
  /// spelt out, because the first screen waits for it.
  static func forEach(
    of verb: UnsafeBufferPointer<UInt8>, _ body: (UInt64, WordTraits) -> Void
  ) {
    let name = String(decoding: verb, as: UTF8.self)
    body(LowercaseHash.of(verb), .baseForm)
    body(thirdPerson(verb), .thirdPerson)
    guard let past = irregular[name] else {
      body(regularPast(verb), .past)
      return body(gerund(verb), .gerund)
    }
    for form in past { body(LowercaseHash.of(form), .past) }
    let doubled = Array(verb) + verb.suffix(1)
    let doubles = past[0].utf8.elementsEqual(doubled + Array("ed".utf8))
    let present = doubles ? doubled.withUnsafeBufferPointer { gerund($0) } : gerund(verb)
    body(present, .gerund)
  }

  private static func ends(_ verb: UnsafeBufferPointer<UInt8>, in ending: StaticString) -> Bool {
    ending.withUTF8Buffer { verb.suffix($0.count).elementsEqual($0) }
  }

  private static func endsInConsonantY(_ verb: UnsafeBufferPointer<UInt8>) -> Bool {
    ends(verb, in: "y") && !["ay", "ey", "oy", "uy"].contains { ends(verb, in: $0) }
  }

  private static func regularPast(_ verb: UnsafeBufferPointer<UInt8>) -> UInt64 {
    if ends(verb, in: "e") { return LowercaseHash.of(verb, "d") }
    return endsInConsonantY(verb)
      ? LowercaseHash.of(withoutLast(verb), "ied") : LowercaseHash.of(verb, "ed")
  }

  private static func thirdPerson(_ verb: UnsafeBufferPointer<UInt8>) -> UInt64 {
    if endsInConsonantY(verb) { return LowercaseHash.of(withoutLast(verb), "ies") }
    let hisses = ["s", "sh", "ch", "x", "z"].contains { ends(verb, in: $0) }
    return LowercaseHash.of(verb, hisses ? "es" : "s")
  }

  private static func gerund(_ verb: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let isMuteE = ends(verb, in: "e") && !ends(verb, in: "ee")
    return LowercaseHash.of(isMuteE ? withoutLast(verb) : verb, "ing")
  }

  private static func withoutLast(
    _ verb: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: verb.dropLast()) }
}
