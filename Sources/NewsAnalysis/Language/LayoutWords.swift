// The words of a language by which the layout of a text is told: who asks and who answers, who talked to whom.

/// Words of interviews, transcripts and letters. A class, so that what refers to it stays cheap to copy; it
/// never changes.
final class LayoutWords: Sendable {
  /// What stands before a question: "Q", "Question".
  let questions: WordSet
  /// What stands before an answer: "A", "Answer".
  let answers: WordSet
  /// Whoever leads a conversation: "interviewer", "moderator".
  let leaders: WordSet
  /// What the article calls a conversation: "interview", "conversation".
  let conversations: WordSet
  /// What somebody does who asks: "interviewed", "asked".
  let asking: WordSet
  /// What somebody does who is asked: "spoke", "talked", "sat".
  let talking: WordSet
  /// All words for conversations, asking and talking, and what stands before an answer.
  let ofInterviews: WordSet
  /// What binds that to the other one: "to", "with".
  let binders: WordSet
  /// Whoever publishes the conversation: "us", "we".
  let publishers: WordSet
  /// Whoever is spoken to: "you".
  let addressees: WordSet
  /// What the others do while somebody speaks: "laughs", "applause".
  let stageDirections: WordSet
  /// What was done to a conversation before it was printed: "edited", "shortened".
  let editing: WordSet
  /// How letters address their reader: "sir", "dear".
  let salutations: WordSet
  /// What stands before the name under a letter: "yours", "sincerely".
  let closings: WordSet
  /// What stands behind the hour: "am", "pm".
  let hours: WordSet
  /// What scripts of broadcasts put before the name of somebody who was recorded: "SOT".
  let recordings: WordSet
  /// What the interviewer is called who has no name.
  let interviewer: String

  /// Takes the lists of a language, none by default: then only names tell turns.
  init(
    questions: String = "", answers: String = "", leaders: String = "",
    conversations: String = "", asking: String = "", talking: String = "", binders: String = "",
    publishers: String = "", addressees: String = "", stageDirections: String = "",
    editing: String = "",
    salutations: String = "", closings: String = "", hours: String = "", recordings: String = "",
    interviewer: String = ""
  ) {
    self.questions = WordSet(questions)
    self.answers = WordSet(answers)
    self.leaders = WordSet(leaders)
    self.conversations = WordSet(conversations)
    self.asking = WordSet(asking)
    self.talking = WordSet(talking)
    ofInterviews = WordSet([answers, conversations, asking, talking])
    self.binders = WordSet(binders)
    self.publishers = WordSet(publishers)
    self.addressees = WordSet(addressees)
    self.stageDirections = WordSet(stageDirections)
    self.editing = WordSet(editing)
    self.salutations = WordSet(salutations)
    self.closings = WordSet(closings)
    self.hours = WordSet(hours)
    self.recordings = WordSet(recordings)
    self.interviewer = interviewer
  }
}
