// Mailboxes: where mails begin, what they are called, and what protects their lines.

import ArticleModel
import TestSupport
import Testing

@testable import DocumentImport

@Suite struct MailboxTests {
  private static func mail(
    _ subject: String, day: Int = 3, id: Int = 1, body: String = "A text.\n"
  ) -> String {
    """
    From ana@example.org Tue Nov  \(day) 09:15:00 2026
    From: Ana Lopes <ana@example.org>
    Subject: \(subject)
    Date: Tue, \(day) Nov 2026 09:15:00 +0100
    Message-ID: <\(id)@example.org>

    \(body)

    """
  }

  private func box(_ mails: String...) throws -> CollectionSample {
    try CollectionSample(mails.joined(), named: "a.mbox")
  }

  @Test("Mails are known by their day and subject, and have sender and date")
  func names() throws {
    let box = try box(
      Self.mail("Minutes of the meeting"),
      Self.mail("=?utf-8?Q?Caf=C3=A9_=E2=80=93_what_now=3F?=", day: 4, id: 2))
    #expect(
      try box.names == ["2026-11-03-minutes-of-the-meeting", "2026-11-04-café-what-now"])
    #expect(try box.titles == ["Minutes of the meeting", "Café – what now?"])
    let article = try box.article("2026-11-03-minutes-of-the-meeting")
    #expect(article.metadata.title == "Minutes of the meeting")
    #expect(article.metadata.authors == ["Ana Lopes"])
    #expect(article.metadata.published == Timestamp("2026-11-03T09:15:00+01:00"))
    #expect(article.source.name == "a.mbox#2026-11-03-minutes-of-the-meeting")
    #expect(article.string == "Minutes of the meeting\n\nA text.\n\n")
  }

  @Test("Names stay what they are when mails are added, and two of a name are told apart")
  func stableNames() throws {
    let mails = [
      Self.mail("Re: ferry", id: 1, body: "One.\n"), Self.mail("Re: ferry", id: 2, body: "Two.\n"),
      Self.mail("Re: ferry", id: 3, body: "Three.\n"),
    ]
    let all = try box(mails[0], mails[1], mails[2]).names
    #expect(Set(all).count == 3)
    #expect(all[0] == "2026-11-03-re-ferry")
    #expect(try Array(all.prefix(2)) == box(mails[0], mails[1]).names)
    #expect(try box(mails[0], mails[1]).text(all[1]) == "Re: ferry\n\nTwo.\n\n")
  }

  @Test("A mailbox with one mail opens as that mail")
  func single() throws {
    let box = try box(Self.mail("Alone"))
    let article = try box.onlyArticle()
    #expect(article.source.path == "\(box.path)#2026-11-03-alone")
  }

  @Test("A mailbox with several mails says how many there are and names one")
  func several() throws {
    let box = try box(Self.mail("One"), Self.mail("Two", id: 2))
    let error = ImportError.several(box.path, count: 2, example: "\(box.path)#2026-11-03-one")
    #expect(throws: error) { try box.onlyArticle() }
    #expect(throws: ImportError.self) { try box.article("2026-11-03-three") }
  }

  @Test(
    "Lines that begin with “From ” within a mail begin no other one",
    arguments: [
      "From the harbour at 12:30 on 3 Nov 2026 no ferry left.\nNext: nothing.",
      "He wrote:\n\nFrom Monday on the ferry sails at 12:30 again, until Nov 2026.\nIt is late.",
      "\nFrom here on, nothing is known.", "From: someone", ">From the bridge one sees the port.",
    ])
  func sentences(body: String) throws {
    let box = try box(Self.mail("One", body: body + "\n"), Self.mail("Two", id: 2))
    #expect(try box.names.count == 2)
    let text = try box.text("2026-11-03-one").dropFirst("One".count).drop { $0 == "\n" }
    let expected = body.hasPrefix(">") ? body.dropFirst() : body.drop { $0 == "\n" }
    #expect(text.hasPrefix(expected.prefix(20)))
  }

  @Test("Escaped “From ” lines lose one sign, whether one or several stand before them (mboxrd)")
  func escapes() throws {
    let box = try box(Self.mail("One", body: ">From one\n>>From two\n> From three\n"))
    #expect(try box.text("2026-11-03-one").hasPrefix("One\n\nFrom one\n>From two\n> From three\n"))
  }

  @Test("A length that a mail states covers mails in it, and one that lies is not believed")
  func contentLength() throws {
    let inner = Self.mail("Inner", id: 9)
    func mail(stating length: Int) -> String {
      Self.mail("Outer", body: inner).replacing(
        "Message-ID", with: "Content-Length: \(length)\nMessage-ID", maxReplacements: 1)
    }
    #expect(try box(mail(stating: inner.utf8.count), Self.mail("Last", id: 3)).names.count == 2)
    for length in [-5, 7, 1_000_000, .max] {
      #expect(try box(mail(stating: length), Self.mail("Last", id: 3)).names.count == 3)
    }
  }

  @Test("Line ends of Windows, separators with a zone, and mails without a subject are read")
  func variants() throws {
    let windows = (Self.mail("One") + Self.mail("Two", id: 2)).replacing("\n", with: "\r\n")
    #expect(try CollectionSample(windows, named: "a").names.count == 2)
    let export =
      "From 177@xxx Tue Nov 03 09:15:00 +0000 2026\nX-Label: Inbox\nFrom: b@example.org\n\nText.\n"
    #expect(try box(export, "\n", Self.mail("Two")).titles == ["Mail by b@example.org", "Two"])
  }

  @Test("Mailing-list dates come out as moments, and what is no date does not")
  func dates() {
    let dates = [
      "Tue, 03 Nov 2026 09:15:00 +0100": "2026-11-03T09:15:00+01:00",
      "3 Nov 26 09:15 GMT": "2026-11-03T09:15:00Z",
      "Tue, 3 Nov 2026 09:15:00 -0500 (EST)": "2026-11-03T09:15:00-05:00",
      "Tue, 3 Nov 2026 09:15:00 EDT": "2026-11-03T09:15:00-04:00",
      "2026-11-03T09:15:00.5Z": "2026-11-03T09:15:00.5Z", "2026-11-03": "2026-11-03",
    ]
    for (written, meant) in dates {
      #expect(WrittenMoment.timestamp(written)?.description == meant, "\(written)")
    }
    for written in ["", "yesterday", "Tue, 31 Feb 2026 09:15:00 GMT", "3 Now 2026 09:15", "1 2 3"] {
      #expect(WrittenMoment.timestamp(written) == nil, "\(written)")
    }
  }
}
