// Whoever is told something does not say it: passives, headlines, courts; nor does whoever holds a sign.

import NewsAnalysis
import Testing

@Suite struct AddresseeTests {
  private static let addressees = [
    "Hattie Bloom", "Tom Reed", "Residents", "The court", "She", "Councillor Karl Brandt",
  ]
  private static let telling = [
    "told", "warned", "informed", "advised", "assured", "reminded", "notified",
  ]

  private func expect(_ texts: [String], _ speakers: [String?]) {
    for (text, voiced) in zip(texts, Voiced.all(texts)) {
      #expect(voiced.speakers.allSatisfy(speakers.contains), "\(text) \(voiced.speakers)")
    }
  }

  @Test("What somebody was told is said by whoever told it, or by nobody")
  func passives() {
    let texts = Self.addressees.flatMap { addressee in
      Self.telling.flatMap { verb in
        let be = addressee == "Residents" ? "were" : "was"
        return [
          "\(addressee) \(be) \(verb) by Ann Bell that the bridge would stay shut until May.",
          "\(addressee) had been \(verb) that the bridge would stay shut until May.",
          "\(addressee) \(be) repeatedly \(verb) the bridge would stay shut until May.",
          "“The bridge stays shut,” \(addressee) \(be) \(verb) by Ann Bell.",
          "“The bridge stays shut,” \(addressee) \(be) \(verb) on Friday.",
          "\(addressee) \(be) \(verb): “The bridge stays shut.”",
        ]
      }
    }
    expect(texts, ["Ann Bell", nil])
  }

  @Test("Whom somebody asked or accused says nothing by that")
  func questions() {
    let texts = Self.addressees.flatMap { addressee in
      [
        "asked whether the bridge would stay shut", "urged to keep the bridge shut until May",
        "accused of keeping the bridge shut", "pressed to explain why the bridge was shut",
        "questioned about the bridge", "asked by Ann Bell if the bridge was shut",
      ].map { "\(addressee) was \($0)." }
    }
    expect(texts, ["Ann Bell", nil])
  }

  @Test(
    "What a court hears is said by others",
    arguments: ["The jury", "The inquest", "MPs", "Magistrates", "The committee"])
  func audiences(audience: String) {
    let small =
      audience == "MPs" ? audience : audience.prefix(1).lowercased() + audience.dropFirst()
    expect(
      [
        "\(audience) heard that the boat had been lost in May.",
        "\(audience) has heard that the boat had been lost in May.",
        "The boat had been lost in May, \(small) heard.", "“The boat was lost,” \(small) heard.",
        "\(audience) told boat was lost\n\nThe boat sank in May. Her crew spoke on Tuesday.",
        "Boat was lost, \(small) told\n\nThe boat sank in May. Her crew spoke on Tuesday.",
      ], [nil])
  }

  @Test("Those who told something still say it")
  func tellers() {
    let texts = [
      "Ann Bell told the jury that the boat was lost.", "Ann Bell told MPs it was lost.",
    ]
    for voiced in Voiced.all(texts) { #expect(voiced.speakers == ["Ann Bell"]) }
  }

  @Test(
    "What a sign says is not said by whoever holds it",
    arguments: ["sign", "banner", "placard", "poster"], ["that read", "reading", "saying"])
  func signs(sign: String, verb: String) {
    let texts = [
      "Tom Reed held a SIGN VERB MARK", "Ann Bell stood at the gate with a SIGN VERB MARK",
    ]
    for text in texts {
      let voiced = Voiced(
        text.replacing("SIGN", with: sign).replacing("VERB", with: verb)
          .replacing("MARK", with: "“Save our harbour.”"))
      #expect(!voiced.speakers.contains("Tom Reed") && !voiced.speakers.contains("Ann Bell"))
      #expect(voiced.quotations == ["“Save our harbour.”"])
    }
  }

  @Test("A question passed on within reported words is asked by whoever asked it")
  func passedOn() {
    for text in [
      "Tom Reed ran the harbour. One, he said, had asked him: “Is the boat lost?”",
      "Tom Reed ran the harbour. A diver, he said, had asked: “Is the boat lost?”",
      "Tom Reed ran the harbour. “Is the boat lost?” a diver, he said, had asked him.",
    ] {
      let voiced = Voiced(text)
      let asked = zip(voiced.quotations, voiced.speakers).filter { $0.0 == "“Is the boat lost?”" }
      #expect(asked.count == 1 && asked[0].1 != "Tom Reed", "\(text) \(voiced.speakers)")
    }
  }

  @Test("What a reporter tells between answers is no part of them")
  func narration() {
    let voiced = Voiced(
      """
      Ines Vogt spoke to Mara Quill about her boat.

      Q: Is the boat lost?

      A: I lost it in May. I was told that it would float.

      Vogt laughs, gets up and shuts the window. On the wall hangs a picture of the boat.

      Q: Will you buy another?

      A: I have no money.

      “She has plenty,” Karl Brandt says, when we meet the next day. “I know it.”
      """)
    let answers = zip(voiced.quotations, voiced.speakers).filter { $0.1 == "Ines Vogt" }.map(\.0)
    #expect(answers == ["I lost it in May. I was told that it would float.", "I have no money."])
  }
}
