// A speaker and a place put right in one article, and found right in the next of the same folder.

import TestSupport
import Testing

@Suite(.serialized) struct TerminalCastTests {
  private static let text = """
    Harbour closes

    “No ship may leave the harbour,” harbour master Ines Vogt said on Monday in Georgia.

    """

  @Test(
    "A speaker and a country that are corrected in one article are right in the next",
    arguments: [(140, 45), (80, 24)])
  func twoArticles(columns: Int, rows: Int) throws {
    let window = try TerminalWindow(columns: columns, rows: rows)
    try window.home.write(Self.text, to: "one.txt")
    try window.home.write(Self.text, to: "two.txt")
    try window.run("galley one.txt; echo exit=$?")
    try window.waitFor("Harbour closes")
    try window.press("g", "3", "g", "c")
    try window.waitFor("another name")
    try window.press("h")
    try window.waitFor("Also written to ~/galley-authority.toml")
    try window.press("r", "C-u")
    try window.type("Agnes Vogt")
    try window.press("Enter")
    try window.waitFor("also in galley-authority.toml · u undoes")
    try window.press("g", "4", "g", "c", "h", "c")
    try window.type("us")
    try window.press("Enter")
    try window.waitFor("Georgia is Georgia, US")
    try window.press("q", "q")
    try window.waitFor("exit=0")
    let file = try window.home.read("galley-authority.toml")
    #expect(file.contains("name = \"Agnes Vogt\""))
    #expect(file.contains("country = \"US\""))

    try window.run("clear; galley two.txt; echo exit=$?")
    try window.waitFor("Harbour closes")
    try window.press("g", "3")
    try window.waitFor("Agnes Vogt")
    try window.press("g", "4")
    try window.waitFor("US")
    try window.press("q", "q")
    try window.waitFor("exit=0")
  }
}
