// Mails and archived pages: headers, parts, and the letters in which their bytes are written.

import ArticleModel
import TestSupport
import Testing

@testable import DocumentImport

@Suite struct MailTests {
  private func article(_ mail: String, named name: String = "a.eml") throws -> Article {
    try ArticleLoader.article(of: Array(mail.utf8), named: name)
  }

  private func text(_ article: Article) -> String { article.text.string(in: article.text.span) }

  @Test("A mail is its text, with subject and sender")
  func plainMail() throws {
    let article = try article(
      """
      Message-ID: <1@example.com>\r
      From: "Ann Lee" <ann@example.com>\r
      Subject: =?utf-8?Q?Caf=C3=A9_closes?=\r
       =?utf-8?B?IGVhcmx5?=\r
      Content-Type: text/plain; charset="utf-8"; format=flowed\r
      Content-Transfer-Encoding: quoted-printable\r
      \r
      The caf=C3=A9 by the harbour closes, =\r
      its owner said.\r
      """)
    #expect(
      text(article) == "Café closes early\n\nThe café by the harbour closes, its owner said.\n")
    #expect(article.blocks.map(\.kind) == [.headline, .paragraph])
    #expect(article.metadata.title == "Café closes early")
    #expect(article.metadata.authors == ["Ann Lee"])
  }

  @Test("Of a mail in two forms the text is read, and attachments are not")
  func alternatives() throws {
    let article = try article(
      """
      Received: by example.com
      Subject: x
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary="outer"

      preamble
      --outer
      Content-Type: multipart/alternative; boundary=inner

      --inner
      Content-Type: text/html

      <p>The page.</p>
      --inner
      Content-Type: text/plain

      The text.
      --inner--
      --outer
      Content-Type: text/plain
      Content-Disposition: attachment; filename=a.txt

      The attachment.
      --outer--
      epilogue
      """)
    #expect(text(article) == "x\n\nThe text.\n")
  }

  @Test(
    "The subject is the headline, whatever it ends with, unless the body begins with it",
    arguments: [
      ("The levy", "Hello,\n\nnobody spoke.\n", "The levy\n\nHello,\n\nnobody spoke.\n"),
      ("Who spoke?", "Nobody.\n", "Who spoke?\n\nNobody.\n"),
      ("The levy", "The levy\n\nNobody spoke.\n", "The levy\n\nNobody spoke.\n"),
      ("", "Nobody spoke.\n", "Nobody spoke.\n"),
    ])
  func subject(subject: String, body: String, expected: String) throws {
    let article = try article("Message-ID: <1@a.b>\nFrom: a@b.c\nSubject: \(subject)\n\n\(body)")
    #expect(text(article) == expected)
    #expect(article.headline.map(article.text.string(in:)) == (subject.isEmpty ? nil : subject))
    for block in article.blocks.dropFirst() {
      #expect(article.block(before: block) != nil)
    }
  }

  @Test("A page that a browser archived is read as the page, with the address it was saved from")
  func archivedPage() throws {
    let story = String(
      repeating: "<p>The gate, officials say, stays shut, and nobody knows for how long.</p>",
      count: 9)
    let article = try article(
      """
      From: <Saved by Blink>
      Snapshot-Content-Location: https://example.com/news/a
      MIME-Version: 1.0
      Content-Type: multipart/related; type="text/html"; boundary="b"

      --b
      Content-Type: text/html
      Content-Transfer-Encoding: quoted-printable
      Content-Location: cid:1

      <html><head><title>The gate at the harbour stays shut</title></head><body class=3D"x">\(story)<p>More, \
      here: <a href=3D"b">link</a></p></body></html>
      --b
      Content-Type: image/png
      Content-Transfer-Encoding: base64

      iVBORw0KGgo=
      --b--
      """, named: "a.mhtml")
    #expect(article.title == "The gate at the harbour stays shut")
    #expect(article.metadata.address == "https://example.com/news/a")
    #expect(article.structure.links.map(\.target) == ["https://example.com/news/b"])
  }

  @Test(
    "A text that merely begins with words and a colon is no mail",
    arguments: [
      "From: the harbour\nDate: Monday\n\nThe gates are shut.", "Subject: matter\n\nText",
      "Received: three letters\n\nThe desk received three letters.", "NOTE: x",
    ])
  func notMails(text: String) throws {
    #expect(try article(text, named: "a.txt").metadata.extractor?.name == "plain text")
  }

  @Test(
    "Bytes written in letters are read, also where they are written wrongly",
    arguments: [
      ("=", ""), ("a=\n", "a"), ("a=  \r\nb", "ab"), ("=4", "=4"), ("=zz", "=zz"), ("=c3=A9", "é"),
    ])
  func quotedPrintable(written: String, meant: String) {
    let bytes = TransferEncoding.decodeQuotedPrintable(Array(written.utf8)[...])
    #expect(String(decoding: bytes, as: UTF8.self) == meant)
  }

  @Test("Any bytes after a mail's header give a text or an error, never a crash")
  func arbitrary() {
    let pieces = [
      "--b\n", "--b--\n", "Content-Type: multipart/mixed; boundary=b\n", "\n",
      "Content-Type: text/html\n",
      "<p>x", "=?utf-8?Q?=C3?=", "=?a?b", "Subject: =?utf-8?B?????=\n", "\r\n", ":", "\u{0}",
      ";;=\"",
      "Content-Transfer-Encoding: base64\n", "AAAA", " folded\n",
    ]
    for seed in 0..<500 {
      var chance = Chance(seed: UInt64(seed))
      let mail = (0..<40).map { _ in chance.pick(pieces) }.joined()
      let found = try? article("MIME-Version: 1.0\nSubject: s\n" + mail)
      #expect(found.map { $0.text.count <= mail.utf8.count * 3 + 3 } ?? true, "seed \(seed)")
    }
  }
}
