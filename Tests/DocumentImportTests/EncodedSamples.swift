// Sentences in the encodings that people have written them in, encoded by another program, and digests of
// what all bytes mean, worked out from the tables of another one.

import Testing

/// A sentence and its bytes.
struct EncodedSample: Sendable, CustomTestStringConvertible {
  let encoding: String
  let text: String
  let hex: String

  var testDescription: String { "\(encoding): \(text)" }

  var bytes: [UInt8] {
    let digits = Array(hex.utf8)
    return stride(from: 0, to: digits.count - 1, by: 2).map { index in
      UInt8(String(decoding: digits[index...(index + 1)], as: UTF8.self), radix: 16) ?? 0
    }
  }

  static let texts: [String: String] = [
    "ru": "Министр обороны заявил в четверг, что переговоры продолжатся на"
      + " следующей неделе.",
    "uk": "Президент України заявив у четвер, що переговори тривають і їхній"
      + " перебіг є добрим ґрунтом.",
    "de": "Die Außenministerin sagte am Donnerstag, die Gespräche würden nächste"
      + " Woche in Köln fortgesetzt.",
    "fr": "Le ministre a déclaré jeudi que les négociations se poursuivraient la"
      + " semaine prochaine à Genève.",
    "es": "El ministro dijo el jueves que las negociaciones continuarían la"
      + " próxima semana en España.",
    "pl": "Minister powiedział w czwartek, że rozmowy będą kontynuowane w"
      + " przyszłym tygodniu w Łodzi.",
    "cs": "Ministr ve čtvrtek řekl, že jednání budou pokračovat příští týden v"
      + " Praze a že věří v úspěch.",
    "hu": "A miniszter csütörtökön azt mondta, hogy a tárgyalások jövő héten"
      + " folytatódnak Győrben, és hű.",
    "tr": "Bakan perşembe günü görüşmelerin önümüzdeki hafta İstanbul'da"
      + " süreceğini söyledi, dedi ağabeyi.",
    "el": "Ο υπουργός δήλωσε την Πέμπτη ότι οι συνομιλίες θα συνεχιστούν την"
      + " επόμενη εβδομάδα.",
    "he": "שר החוץ אמר ביום חמישי כי השיחות יימשכו בשבוע הבא בירושלים.",
    "ar": "قال الوزير يوم الخميس إن المحادثات ستستمر الأسبوع المقبل في القاهرة.",
    "th": "รัฐมนตรีกล่าวเมื่อวันพฤหัสบดีว่าการเจรจาจะดำเนินต่อไปในสัปดาห์หน้า",
    "ja": "外務大臣は木曜日、協議は来週も続くと述べた。記者団に対し、進展があったと語った。",
    "zh": "外交部长星期四表示，谈判将于下周继续进行。他对记者说，已经取得了进展。",
    "zht": "外交部長星期四表示，談判將於下週繼續進行。他對記者說，已經取得了進展。",
    "ko": "외교부 장관은 목요일 협상이 다음 주에 계속될 것이라고 말했다. 그는 진전이 있었다고 했다.",
    "lt": "Ministras ketvirtadienį sakė, kad derybos bus tęsiamos kitą savaitę"
      + " Šiauliuose ir Kėdainiuose.",
    "en": "The minister said at a café on Thursday that the talks would go on.",
    "en2": "The minister said “the talks” – as he called them – would go on: it’s"
      + " £5 million.",
  ]

  static let all: [EncodedSample] = rows.split(separator: "\n").map { row in
    let words = row.split(separator: " ").map(String.init)
    return EncodedSample(encoding: words[1], text: texts[words[0]] ?? "", hex: words[2])
  }

  private static let rows = """
    ru windows-1251 cce8ede8f1f2f020eee1eef0eeedfb20e7e0ffe2e8eb20e220f7e5f2e2e5f0e32c20f7f2ee20e\
    fe5f0e5e3eee2eef0fb20eff0eee4eeebe6e0f2f1ff20ede020f1ebe5e4f3fef9e5e920ede5e4e5ebe52e
    ru KOI8-R edc9cec9d3d4d220cfc2cfd2cfced920dac1d1d7c9cc20d720dec5d4d7c5d2c72c20ded4cf20d0c5d2c\
    5c7cfd7cfd2d920d0d2cfc4cfccd6c1d4d3d120cec120d3ccc5c4d5c0ddc5ca20cec5c4c5ccc52e
    ru ISO-8859-5 bcd8ddd8e1e2e020ded1dee0deddeb20d7d0efd2d8db20d220e7d5e2d2d5e0d32c20e7e2de20dfd\
    5e0d5d3ded2dee0eb20dfe0ded4dedbd6d0e2e1ef20ddd020e1dbd5d4e3eee9d5d920ddd5d4d5dbd52e
    ru IBM866 8ca8ada8e1e2e020aea1aee0aeadeb20a7a0efa2a8ab20a220e7a5e2a2a5e0a32c20e7e2ae20afa5e0a\
    5a3aea2aee0eb20afe0aea4aeaba6a0e2e1ef20ada020e1aba5a4e3eee9a5a920ada5a4a5aba52e
    ru x-mac-cyrillic 8ce8ede8f1f2f020eee1eef0eeedfb20e7e0dfe2e8eb20e220f7e5f2e2e5f0e32c20f7f2ee2\
    0efe5f0e5e3eee2eef0fb20eff0eee4eeebe6e0f2f1df20ede020f1ebe5e4f3fef9e5e920ede5e4e5ebe52e
    uk windows-1251 cff0e5e7e8e4e5edf220d3eaf0e0bfede820e7e0ffe2e8e220f320f7e5f2e2e5f02c20f9ee20e\
    fe5f0e5e3eee2eef0e820f2f0e8e2e0fef2fc20b320bff5edb3e920efe5f0e5e1b3e320ba20e4eee1f0e8ec20b4f\
    0f3edf2eeec2e
    uk KOI8-U f0d2c5dac9c4c5ced420f5cbd2c1a7cec920dac1d1d7c9d720d520dec5d4d7c5d22c20ddcf20d0c5d2c\
    5c7cfd7cfd2c920d4d2c9d7c1c0d4d820a620a7c8cea6ca20d0c5d2c5c2a6c720a420c4cfc2d2c9cd20add2d5ced\
    4cfcd2e
    de windows-1252 446965204175df656e6d696e6973746572696e20736167746520616d20446f6e6e65727374616\
    72c20646965204765737072e46368652077fc7264656e206ee4636873746520576f63686520696e204bf66c6e206\
    66f727467657365747a742e
    fr windows-1252 4c65206d696e697374726520612064e9636c6172e9206a6575646920717565206c6573206ee96\
    76f63696174696f6e7320736520706f757273756976726169656e74206c612073656d61696e652070726f6368616\
    96e6520e02047656ee876652e
    es windows-1252 456c206d696e697374726f2064696a6f20656c206a756576657320717565206c6173206e65676\
    f63696163696f6e657320636f6e74696e756172ed616e206c61207072f378696d612073656d616e6120656e20457\
    37061f1612e
    pl windows-1250 4d696e697374657220706f776965647a6961b3207720637a77617274656b2c20bf6520726f7a6\
    d6f77792062ea64b9206b6f6e74796e756f77616e6520772070727a79737ab3796d207479676f646e6975207720a\
    36f647a692e
    pl ISO-8859-2 4d696e697374657220706f776965647a6961b3207720637a77617274656b2c20bf6520726f7a6d6\
    f77792062ea64b1206b6f6e74796e756f77616e6520772070727a79737ab3796d207479676f646e6975207720a36\
    f647a692e
    cs windows-1250 4d696e6973747220766520e874767274656b20f8656b6c2c209e65206a65646ee16eed2062756\
    46f7520706f6b7261e86f7661742070f8ed9a74ed2074fd64656e2076205072617a652061209e652076ecf8ed207\
    620fa7370ec63682e
    cs ISO-8859-2 4d696e6973747220766520e874767274656b20f8656b6c2c20be65206a65646ee16eed206275646\
    f7520706f6b7261e86f7661742070f8edb974ed2074fd64656e2076205072617a65206120be652076ecf8ed20762\
    0fa7370ec63682e
    hu windows-1250 41206d696e69737a746572206373fc74f67274f66bf66e20617a74206d6f6e6474612c20686f6\
    77920612074e1726779616ce1736f6b206af676f52068e974656e20666f6c79746174f3646e616b204779f572626\
    56e2c20e9732068fb2e
    hu ISO-8859-2 41206d696e69737a746572206373fc74f67274f66bf66e20617a74206d6f6e6474612c20686f677\
    920612074e1726779616ce1736f6b206af676f52068e974656e20666f6c79746174f3646e616b204779f57262656\
    e2c20e9732068fb2e
    tr windows-1254 42616b616e20706572fe656d62652067fc6efc2067f672fcfe6d656c6572696e20f66efc6dfc7\
    a64656b6920686166746120dd7374616e62756c2764612073fc72656365f0696e692073f6796c6564692c2064656\
    4692061f061626579692e
    el windows-1253 cf20f5f0eff5f1e3fcf220e4deebf9f3e520f4e7ed20d0ddecf0f4e720fcf4e920efe920f3f5e\
    defece9ebdfe5f220e8e120f3f5ede5f7e9f3f4effded20f4e7ed20e5f0fcece5ede720e5e2e4efecdce4e12e
    el ISO-8859-7 cf20f5f0eff5f1e3fcf220e4deebf9f3e520f4e7ed20d0ddecf0f4e720fcf4e920efe920f3f5ede\
    fece9ebdfe5f220e8e120f3f5ede5f7e9f3f4effded20f4e7ed20e5f0fcece5ede720e5e2e4efecdce4e12e
    he windows-1255 f9f820e4e7e5f520e0eef820e1e9e5ed20e7eee9f9e920ebe920e4f9e9e7e5fa20e9e9eef9ebe\
    520e1f9e1e5f220e4e1e020e1e9f8e5f9ece9ed2e
    ar windows-1256 dec7e120c7e1e6d2edd120ede6e320c7e1cee3edd320c5e420c7e1e3cdc7cfcbc7ca20d3cad3c\
    ae3d120c7e1c3d3c8e6da20c7e1e3dec8e120dded20c7e1dec7e5d1c92e
    ar ISO-8859-6 e2c7e420c7e4e8d2ead120eae8e520c7e4cee5ead320c5e620c7e4e5cdc7cfcbc7ca20d3cad3cae\
    5d120c7e4c3d3c8e8d920c7e4e5e2c8e420e1ea20c7e4e2c7e7d1c92e
    th windows-874 c3d1b0c1b9b5c3d5a1c5e8d2c7e0c1d7e8cdc7d1b9bec4cbd1cabab4d5c7e8d2a1d2c3e0a8c3a8\
    d2a8d0b4d3e0b9d4b9b5e8cde4bbe3b9cad1bbb4d2cbeccbb9e9d2
    ja Shift_JIS 8a4f96b191e5906282cd96d8976a93fa81418ba68b6382cd97888f5482e091b182ad82c68f7182d7\
    82bd81428b4c8ed2926382c991ce82b581419069935782aa82a082c182bd82c68cea82c182bd8142
    ja EUC-JP b3b0ccb3c2e7bfc3a4cfccdacdcbc6fca1a2b6a8b5c4a4cfcde8bdb5a4e2c2b3a4afa4c8bdd2a4d9a4b\
    fa1a3b5adbcd4c3c4a4cbc2d0a4b7a1a2bfcac5b8a4aca4a2a4c3a4bfa4c8b8eca4c3a4bfa1a3
    ja ISO-2022-JP 1b244233304c3342673f43244f4c5a4d4b467c212236283544244f4d683d3524624233242f2448\
    3d522459243f2123352d3c544344244b4250243721223f4a4538242c24222443243f2448386c2443243f21231b28\
    42
    zh gb18030 cde2bdbbb2bfb3a4d0c7c6dacbc4b1edcabea3acccb8c5d0bdabd3dacfc2d6dcbcccd0f8bdf8d0d0a1\
    a3cbfbb6d4bcc7d5dfcbb5a3acd2d1beadc8a1b5c3c1cbbdf8d5b9a1a3
    zh GBK cde2bdbbb2bfb3a4d0c7c6dacbc4b1edcabea3acccb8c5d0bdabd3dacfc2d6dcbcccd0f8bdf8d0d0a1a3cb\
    fbb6d4bcc7d5dfcbb5a3acd2d1beadc8a1b5c3c1cbbdf8d5b9a1a3
    zht Big5 a57ea5e6b3a1aaf8ac50b4c1a57caaeda5dca141bdcda750b14ea9f3a455b667c47ec4f2b669a6e6a143\
    a54cb9efb04faaccbba1a141a477b867a8fab16fa446b669ae69a143
    ko EUC-KR bfdcb1b3bace20c0e5b0fcc0ba20b8f1bfe4c0cf20c7f9bbf3c0cc20b4d9c0bd20c1d6bfa120b0e8bcd\
    3b5c920b0cdc0ccb6f3b0ed20b8bbc7dfb4d92e20b1d7b4c220c1f8c0fcc0cc20c0d6befab4d9b0ed20c7dfb4d92\
    e
    lt windows-1257 4d696e697374726173206b657476697274616469656ee12073616beb2c206b616420646572796\
    26f73206275732074e67369616d6f73206b6974e020736176616974e620d06961756c69756f7365206972204beb6\
    461696e69756f73652e
    en windows-1252 546865206d696e69737465722073616964206174206120636166e9206f6e20546875727364617\
    92074686174207468652074616c6b7320776f756c6420676f206f6e2e
    en2 windows-1252 546865206d696e6973746572207361696420937468652074616c6b7394209620617320686520\
    63616c6c6564207468656d209620776f756c6420676f206f6e3a206974927320a335206d696c6c696f6e2e
    """

  /// Of the bytes 0x80 to 0xFF.
  static let singleByteDigests: [(String, String)] = [
    (
      "IBM866",
      "2e3f89d51df1d1b9a5e9f2a21d0919780249a470f82aa3dc34382afc64afe935"
    ),
    (
      "ISO-8859-2",
      "da4d3b2f8f06435d745a9ba3986ec349ffd4f0b3d76b8bbf2a294ab1766bb092"
    ),
    (
      "ISO-8859-3",
      "c1d9ce25d3762a523ff6a4402163f0cbc3eb1ebc245cee23eaa53a2c879def1f"
    ),
    (
      "ISO-8859-4",
      "54140e6e75ba62ce8fb842e58cc83ab75e497e6170afeb31d20c956065aedec8"
    ),
    (
      "ISO-8859-5",
      "53729815669580510f43b8ae03c822b3a28d00a48a120d5bf3c400b71b5ec9fb"
    ),
    (
      "ISO-8859-6",
      "2b716bc800e7bfe3e6e298d9082a1350b042d2193041601d9842fc788f3f6a85"
    ),
    (
      "ISO-8859-7",
      "8d94b0308cf418c9f8deb0130c318a9fb505c057edd156ede5ccd4f5058cb00b"
    ),
    (
      "ISO-8859-8",
      "ade2c0790e86ddc87ca4da98f52e49426b75f8724018e58b553e3777000c2d6c"
    ),
    (
      "ISO-8859-10",
      "129e084c5bc4da60e25ee6f6dc7d2dee790415dbb158cf231b4e1d3b34cb691a"
    ),
    (
      "ISO-8859-13",
      "20a9bcd406361c31a5cdaaaa1df8cdb03ffb7b07a06a123776a6cf6353575804"
    ),
    (
      "ISO-8859-14",
      "80050213abdb4257a88284b88a42448e6c8d44af5773c99260f4ed404814929a"
    ),
    (
      "ISO-8859-15",
      "b9a4a2394ee585527d5f38c21d3801da923c0b26b9e2caf9d6c5f443e283cdaa"
    ),
    (
      "ISO-8859-16",
      "c2bb18a77fe0cd9028a06b913b3fe549d7518f4bd87e5f486c7dd05de403adbe"
    ),
    (
      "KOI8-R",
      "25a9da95cf2db39e6391a15e1a2f8a117d3ca574c71da3e8ba76d55ebb8321f4"
    ),
    (
      "KOI8-U",
      "79b0a6e96024f61a8bffaacc3d4bb6c48f18973e435b5ea07dcdf68598cd3ed2"
    ),
    (
      "macintosh",
      "94dcdcc19412eb4810dbe4b212c44329c25f980a8d29e8280a8acdaee5f39ff3"
    ),
    (
      "windows-874",
      "4bb5efdc1a2832ec9edcb8e6546db6359bafa56506adfca2b43c834fed03bb66"
    ),
    (
      "windows-1250",
      "52665a0c49e77322078adee42a1ae0be89476bc8df0cd26f14d28628d103642e"
    ),
    (
      "windows-1251",
      "153baf169d84e2698c2bd4d34a0b0edd382fa0dfe4d0e43d04ac3e75b2b3510e"
    ),
    (
      "windows-1252",
      "9ba654722668eee979b3e1b274ff8bcbb1f6b48bb85cbec5ec71309a7da35477"
    ),
    (
      "windows-1253",
      "fa630499b7db169e86f0f5723e94756cb38f34137222543ddd9ba92253bbbb2d"
    ),
    (
      "windows-1254",
      "612d01246f4b510671212ba0f18fb619b703f7881e0a37b5023ce67818d4f661"
    ),
    (
      "windows-1255",
      "16925d6a9d5cff62868784ff2d6b1a8d41f62e4dccf20a9cf78ee6591404085d"
    ),
    (
      "windows-1256",
      "ae636a90722c9d75b8b82e9c5b4b6fb89d8a3a2883ab0a1da24e967db888811f"
    ),
    (
      "windows-1257",
      "abd51531663d43f8706b93f5add4915e33fa111e6f23acc7bd0cc61be571c34c"
    ),
    (
      "windows-1258",
      "ded84db6d51e31439d41415d9b673258f1ec3a3a3cb0554bf73b1349d1dcb981"
    ),
    (
      "x-mac-cyrillic",
      "ab39a8a69bbbd008a940cbf904616a8574608c0c3d752d3fbb856fe45821b6f6"
    ),
  ]

  /// Of all pairs of a lead byte with 0x3A to 0x7E and 0x80 to 0xFF, a line each.
  static let pairDigests: [(String, String)] = [
    (
      "Big5",
      "4c59ba5296d4b5b83facfcdadef431f3d7dad62081d5ff17006c85fd0f8060c8"
    ),
    (
      "EUC-KR",
      "4629114f9927ab7676afdca91dab59c0ab38c9183af35e63aa3f8db9a26e4f03"
    ),
    (
      "gb18030",
      "f9c9a6f2854f6609502d81c625c5d3a45c78ee40dbe387b516682a18cad79437"
    ),
    (
      "Shift_JIS",
      "fb7e9554dc74def5e2e793610ffe5032557afa78c7cc6082d70eb55f4602590e"
    ),
    (
      "EUC-JP",
      "7b3da7eefc7d23be6c2a7c4dc1cdb03cb05145ab4d00aca28500b17afb117764"
    ),
  ]

  /// Of JIS X 0212 in EUC-JP, a line for each pair behind 0x8F.
  static let jis0212Digest = "4397b245761678b49705d2143fc745e8bcc45d7b266c0b6687e34da293d59308"
  /// Of the first 39,420 characters of four bytes of GB18030.
  static let fourByteDigest = "efc8b18e905caa9e0ea4187852ab4d90bb671c8c722cca4d6bd4f58746eb3e00"
}
