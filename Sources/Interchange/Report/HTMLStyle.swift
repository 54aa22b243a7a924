// The looks of a report, light and dark, on a screen and on paper. A test computes every contrast.

/// The colours of a report in one of its two looks, as six hexadecimal digits.
package struct HTMLPalette: Sendable {
  package let background: String, text: String, muted: String, link: String, line: String
  /// Behind the words of a mark, by what it says.
  package let bias: String, verification: String, other: String
  /// The lines under those words, and the bars.
  package let biasLine: String, verificationLine: String, otherLine: String

  /// On paper and on a light screen.
  package static let light = HTMLPalette(
    background: "fdfcf9", text: "1c1b19", muted: "5a5750", link: "0b4f9e", line: "d9d5cb",
    bias: "fbe3d3", verification: "d8ecdc", other: "fff3bf", biasLine: "b3470b",
    verificationLine: "1e6b34", otherLine: "7a5f00")
  /// On a dark screen.
  package static let dark = HTMLPalette(
    background: "191816", text: "ece9e2", muted: "b0aba0", link: "8fc1ff", line: "3f3c36",
    bias: "57301a", verification: "1f4329", other: "4a4011", biasLine: "ffa56b",
    verificationLine: "7fd494", otherLine: "e6c84a")

  fileprivate var variables: String {
    let pairs = [
      ("background", background), ("text", text), ("muted", muted), ("link", link), ("line", line),
      ("bias", bias), ("verification", verification), ("other", other), ("bias-line", biasLine),
      ("verification-line", verificationLine), ("other-line", otherLine),
    ]
    return pairs.map { "--\($0.0): #\($0.1);" }.joined(separator: " ")
  }
}

/// The style sheet.
enum HTMLStyle {
  static let sheet = """
    :root { color-scheme: light dark; \(HTMLPalette.light.variables) }
    @media (prefers-color-scheme: dark) { :root { \(HTMLPalette.dark.variables) } }
    """ + rules

  private static let rules = """

    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 72rem; padding: 1rem 1.5rem 4rem; background: var(--background);
      color: var(--text); font: 1.05rem/1.6 Georgia, "Times New Roman", serif; }
    h1 { font-size: 1.1rem; margin: 0; } h2 { font-size: 1.8rem; line-height: 1.25; margin: 0; }
    h3 { font-size: 1.15rem; margin: 1.2em 0 .4em; }
    a { color: var(--link); } .muted, .about, caption, footer { color: var(--muted); }
    .skip { position: absolute; left: -100vw; } .skip:focus { position: static; }
    header p, .about { margin: .2rem 0 1rem; }
    header, nav, form, footer, .notes, table, .places, .label { font-family: system-ui, sans-serif; }
    article { border-top: 3px double var(--line); padding-top: 1.5rem; margin-top: 2rem; }
    .row { display: grid; grid-template-columns: minmax(0, 38rem) minmax(0, 1fr); column-gap: 2.5rem; }
    .row p { margin: 0 0 1em; } .row h2 { margin-bottom: .8rem; } 
    .pull { font-size: 1.2rem; border: solid var(--line); border-width: 1px 0; padding: .4rem 0; }
    .more { list-style: none; }
    .caption { color: var(--muted); font-size: .9rem; }
    .notes { list-style: none; margin: 0; padding: 0; font-size: .85rem; line-height: 1.45; }
    .note { border-left: 4px solid var(--other-line); padding: 0 0 0 .7rem; margin: 0 0 .9rem;
      overflow-wrap: anywhere; }
    .note.k-bias { border-left-style: dashed; border-left-color: var(--bias-line); }
    .note.k-verification { border-left-style: double; border-left-color: var(--verification-line); }
    .note p { margin: 0 0 .25rem; } .note blockquote { margin: .2rem 0; font-style: italic; }
    .note .words { white-space: pre-wrap; } .note ul { margin: 0 0 .25rem; padding-left: 1.1rem; }
    .note .replies { list-style: none; border-left: 1px solid var(--line); padding-left: .6rem; }
    .replies .deeper { margin-left: 1.2rem; }
    .note:focus, .note:target, .note:has(> :target), .voices:focus-visible { outline: 2px solid var(--link); outline-offset: 3px; }
    mark { background: var(--other); color: var(--text); text-decoration: underline dotted
      var(--other-line) 2px; text-underline-offset: .2em; }
    mark.k-verification { background: var(--verification); text-decoration: underline double
      var(--verification-line); }
    mark.k-bias { background: var(--bias); text-decoration: underline wavy var(--bias-line) 1px; }
    mark.off { background: none; text-decoration: none; }
    .said { border-bottom: 1px solid var(--muted); }
    [hidden] { display: none; } sup { line-height: 0; font-family: system-ui, sans-serif; } .number { padding: 0 .15em; }
    form { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .5rem 1.2rem;
      align-items: center; padding: .5rem 0; background: var(--background); font-size: .85rem;
      border-bottom: 1px solid var(--line); }
    form[hidden] { display: none; } fieldset { border: 0; margin: 0; padding: 0; display: flex;
      flex-wrap: wrap; gap: .3rem .9rem; } legend { float: left; padding-right: .6rem; }
    input, select { font: inherit; color: inherit; background: var(--background);
      border: 1px solid var(--muted); }
    kbd { border: 1px solid var(--muted); border-radius: 3px; padding: 0 .3em; font-size: .9em; }
    table { border-collapse: collapse; font-size: .9rem; } caption { text-align: left; }
    th, td { text-align: right; padding: .15rem .8rem .15rem 0; border-bottom: 1px solid var(--line); }
    th:first-child, td:last-child { text-align: left; } tbody th { font-weight: normal; }
    .voices { overflow-x: auto; } .bar { display: block; } .verbatim { fill: var(--text); }
    .paraphrased { fill: var(--muted); }
    .map { width: 100%; max-width: 45rem; height: auto; border: 1px solid var(--line); }
    .coast { fill: none; stroke: var(--muted); stroke-width: 1; }
    .map circle { fill: var(--bias-line); } .map text { font: 12px system-ui, sans-serif;
      fill: var(--text); paint-order: stroke; stroke: var(--background); stroke-width: 3px; }
    .places ul { columns: 14rem; font-size: .9rem; padding-left: 1.2rem; }
    @media (max-width: 50rem) { .row { grid-template-columns: 1fr; }
      .notes { margin: 0 0 1rem 1rem; } form { position: static; } }
    @media print { :root { \(HTMLPalette.light.variables) } body { max-width: none; font-size: 10pt;
      background: none; }
      form, nav, .skip { display: none; } .note, .voices, .places { break-inside: avoid; }
      article + article { break-before: page; } .evidence a::after { content: none; }
      mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }

    """
}
