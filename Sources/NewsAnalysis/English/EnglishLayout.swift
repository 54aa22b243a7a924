// The words by which English interviews, transcripts and letters are told.

extension LayoutWords {
  /// Those of English.
  static let english = LayoutWords(
    questions: "q q. question", answers: "a a. answer",
    leaders: """
      interviewer moderator host anchor presenter reporter correspondent questioner journalist
      """,
    conversations: "interview interviews conversation q&a interviewed questions interviewing",
    asking: """
      interviewed interviews interviewing asked asks questioned questions quizzed quizzes meets met
      """,
    talking: """
      spoke speaks talked talks sat sits chatted chats answers answered joins joined told tells
      discusses discussed
      """,
    binders: "to with by",
    publishers: "us we our",
    addressees: "you your yours yourself",
    stageDirections: """
      laughs laughing laughter laugh smiles smiling sighs applause applauds cheers cheering pause
      pauses crosstalk inaudible unintelligible interrupting interrupts interruption shrugs nods
      chuckles crying weeps silence whispers shouting shouts boos booing beat overlapping
      """,
    editing: "edited condensed shortened abridged length clarity transcribed translated",
    salutations: "sir sirs madam dear editor",
    closings: "yours sincerely faithfully truly regards respectfully",
    hours: "am pm a.m. p.m. a.m p.m",
    recordings: "sot vo vt sound clip tape soundbite package",
    interviewer: "interviewer")
}
