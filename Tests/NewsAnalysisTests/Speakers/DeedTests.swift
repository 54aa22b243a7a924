// Verbs of saying with a thing as their object tell of a deed, and nobody is quoted.

import NewsAnalysis
import Testing

@Suite struct DeedTests {
  private static let acts = [
    "called the police", "called an ambulance", "called off the strike", "called it a day",
    "hailed a taxi", "claimed the title", "claimed third place", "ordered a coffee",
    "asked for the bill", "pressed the button", "backed the plan", "declined to comment",
    "answered the phone", "addressed the crowd", "accepted the award", "dismissed his coach",
    "signed a contract", "wrote a book", "recalled the car", "reported the theft",
    "proposed a toast", "added two goals", "approved the plan", "urged on his horse",
  ]

  @Test("Deeds are nobody's words", arguments: acts)
  func deeds(deed: String) {
    let texts = ["Tom Reed", "The striker", "He"].flatMap {
      ["\($0) \(deed) on Friday.", "\($0) \(deed) and went home.", "\($0) \(deed)."]
    }
    for (text, voiced) in zip(texts, Voiced.all(texts)) {
      #expect(voiced.quotations.isEmpty, "\(text) \(voiced.quotations)")
    }
  }

  @Test(
    "The same verbs introduce words when a clause follows, or stands before them",
    arguments: [
      "Tom Reed called the plan reckless.", "Tom Reed claimed that the title was his.",
      "Tom Reed asked for patience while the bridge was shut.",
      "The bridge, Tom Reed noted, was shut.", "Tom Reed reported that the car was lost.",
      "Tom Reed announced her retirement.", "Tom Reed called for a new bridge.",
    ])
  func words(text: String) {
    #expect(Voiced(text).speakers == ["Tom Reed"])
  }
}
