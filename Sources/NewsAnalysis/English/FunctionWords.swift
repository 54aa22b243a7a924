// Words with a grammatical job, and the calendar.

/// Closed classes of English.
enum FunctionWords {
  /// The words by which the language of a text is recognised.
  static let frequent = """
    the of and to in is that for on with was as at by it from be this are which has have had not but they
    he she his her said will would were been an or who their its than a so we you i me
    """

  /// The lists with their traits.
  static let all: [(String, WordTraits)] = [
    (
      "the a an this that these those his her their its my our your some any each every no another",
      .determiner
    ),
    (
      """
      about above across after against along among around as at before behind below beneath beside
      besides between beyond by despite down during except for from in inside into like near of off
      on onto out outside over past per since through throughout till to toward towards under until
      up upon via with within without amid
      """, .preposition
    ),
    (
      """
      and or but nor so yet because although though while whereas if unless whether when where why how
      that which who whom whose what since after before until than as
      """, .conjunction
    ),
    (
      """
      he she they it we i you him her them me us his hers theirs himself herself themselves itself who
      whom one some others everyone someone anyone nobody everybody somebody many most
      """, .pronoun
    ),
    (
      """
      is are was were be been being am has have had having do does did will would can could may might
      should must shall 's 're 've 'll 'd 'm ’s ’re ’ve ’ll ’d ’m isn't aren't wasn't weren't don't
      doesn't didn't won't wouldn't can't couldn't shouldn't haven't hasn't hadn't cannot isn’t aren’t
      wasn’t weren’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t shouldn’t haven’t hasn’t hadn’t
      """, .auxiliary
    ),
    (
      """
      also then now later earlier recently only just still even already again often once repeatedly
      reportedly publicly privately previously explicitly simply clearly not never ever so far long
      far only flatly bluntly strongly sharply openly quickly finally initially immediately frequently
      """, .adverb
    ),
    (
      "he him his himself mr. mr man father son brother husband king prince sir lord boy uncle",
      .masculine
    ),
    (
      """
      she her hers herself mrs. ms. mrs ms miss woman mother daughter sister wife queen princess lady
      girl aunt actress congresswoman spokeswoman chairwoman businesswoman councilwoman
      """, .feminine
    ),
    ("spokesman congressman chairman businessman councilman policeman", .masculine),
    (
      """
      monday tuesday wednesday thursday friday saturday sunday january february march april may june
      july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. oct.
      nov. dec. today yesterday tomorrow morning afternoon evening night week month year weekend
      """, .calendar
    ),
  ]
}
