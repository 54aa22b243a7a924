// The themes with colours of their own. Tests compute the contrast of every text in them
// (WCAG 2.2, success criterion 1.4.3).

import Screen

extension Theme {
  /// The themes that come with the program; the terminal's own colours first.
  package static let shipped = [terminal, light, dark, highContrast]

  /// A shipped theme; nil when there is none of that name.
  package static func shipped(named name: String) -> Theme? { shipped.first { $0.name == name } }

  /// Dark text on a light ground.
  package static let light = Theme(
    name: "light",
    tones: Tones(
      ground: 0xFBFAF7, text: 0x1F2328, strong: 0x000000, faint: 0x5A6170, line: 0x8A909C,
      raised: 0xEFEDE6, accent: 0x00566B, marked: 0xFFF0B8, sign: 0x8A4B00, chosen: 0x1D4F91,
      onChosen: 0xFFFFFF, alarm: 0x9B1C1C, found: 0x6B4A00),
    speakers: [
      0x0B5394, 0x8A3B00, 0x7A1F8C, 0x1B6B2F, 0xA3123A, 0x00606B, 0x6B5200, 0x4B3FA8, 0x5F3D2A,
      0x3D5A1F,
    ])

  /// Light text on a dark ground.
  package static let dark = Theme(
    name: "dark",
    tones: Tones(
      ground: 0x16181D, text: 0xD8DEE9, strong: 0xFFFFFF, faint: 0xA4ACBA, line: 0x6F7889,
      raised: 0x262B35, accent: 0x7FC7D9, marked: 0x3D3416, sign: 0xF0C050, chosen: 0x2C4F85,
      onChosen: 0xFFFFFF, alarm: 0xFFB0A8, found: 0xE8C468),
    speakers: [
      0x7FC7D9, 0xE8B25A, 0xD7A3E8, 0x98D08A, 0xF29BB0, 0x8FB7F2, 0xE0D27A, 0xB9AEF5, 0xE0B79C,
      0xB9D68F,
    ])

  /// White on black, with strong colours only.
  package static let highContrast = Theme(
    name: "high-contrast",
    tones: Tones(
      ground: 0x000000, text: 0xFFFFFF, strong: 0xFFFFFF, faint: 0xE0E0E0, line: 0xC0C0C0,
      raised: 0x1A1A1A, accent: 0x66FFFF, marked: 0x002B66, sign: 0xFFFF00, chosen: 0xFFFF00,
      onChosen: 0x000000, alarm: 0xFFC0C0, found: 0xFFFF66),
    speakers: [0x66FFFF, 0xFFD166, 0xFFB3FF, 0x99FF99, 0xFFB3B3, 0xB3D1FF])

  /// The few colours that a theme is made of, as 0xRRGGBB.
  private struct Tones {
    /// Behind everything.
    let ground: UInt32
    let text: UInt32
    let strong: UInt32
    let faint: UInt32
    /// Rules, which are no text.
    let line: UInt32
    /// Behind popups and the status line.
    let raised: UInt32
    /// Keys, bars, coasts.
    let accent: UInt32
    /// Behind marked words.
    let marked: UInt32
    /// The signs of marks.
    let sign: UInt32
    /// Behind what is selected, and the text on it.
    let chosen: UInt32
    let onChosen: UInt32
    /// Warnings.
    let alarm: UInt32
    /// Behind matches of a search.
    let found: UInt32
  }

  private init(name: String, tones: Tones, speakers: [UInt32]) {
    func plain(_ color: UInt32, _ attributes: Attributes = []) -> Style {
      Style(Color(hex: color), on: .terminalDefault, attributes)
    }
    // Text and ground changed places twice, so that it stands out without colours too.
    func inverse(_ text: UInt32, _ ground: UInt32, _ attributes: Attributes = []) -> Style {
      Style(Color(hex: ground), on: Color(hex: text), attributes.union(.reverse))
    }
    func raised(_ text: UInt32, _ attributes: Attributes = []) -> Style {
      Style(Color(hex: text), on: Color(hex: tones.raised), attributes)
    }
    let chosen = inverse(tones.onChosen, tones.chosen)
    self.init(
      name: name,
      styles: [
        .headline: plain(tones.strong, [.bold, .underline]),
        .subheading: plain(tones.strong, .bold), .caption: plain(tones.faint),
        .pullQuotation: Style(.terminalDefault, on: .terminalDefault, .italic),
        .linked: plain(tones.accent, .underline), .blockSign: plain(tones.faint),
        .indirect: Style(.terminalDefault, on: .terminalDefault, .italic),
        .ownerless: plain(tones.faint),
        .speaker: Style(.terminalDefault, on: .terminalDefault, .bold),
        .place: Style(.terminalDefault, on: .terminalDefault, .underline),
        .annotation: Style(.terminalDefault, on: Color(hex: tones.marked)),
        .activeQuotation: Style(.terminalDefault, on: .terminalDefault, .bold),
        .activeSpeaker: Style(.terminalDefault, on: .terminalDefault, [.bold, .underline]),
        .selection: chosen, .match: inverse(tones.ground, tones.found),
        .mark: plain(tones.sign, .bold), .rule: plain(tones.line), .unlit: plain(tones.faint),
        .stripVisible: plain(tones.strong), .lineNumber: plain(tones.faint),
        .paneTitle: plain(tones.strong, .bold), .paneDetail: plain(tones.faint),
        .paneCursor: Style(.terminalDefault, on: .terminalDefault, .bold),
        .paneCursorFocused: chosen, .bar: plain(tones.accent), .mapCoast: plain(tones.accent),
        .mapBorder: plain(tones.line), .mapPlace: plain(tones.strong, .bold),
        .mapPlaceSelected: chosen.overlaid(
          by: Style(.terminalDefault, on: .terminalDefault, .bold)),
        .status: raised(tones.text), .statusDetail: raised(tones.text),
        .footerKey: plain(tones.strong, .bold), .footerText: plain(tones.faint),
        .message: inverse(tones.onChosen, tones.chosen, .bold),
        .warning: inverse(tones.alarm, tones.ground, .bold), .popup: raised(tones.text),
        .popupTitle: raised(tones.strong, .bold), .popupKey: raised(tones.accent, .bold),
        .popupDetail: raised(tones.faint), .popupCursor: chosen,
        .prompt: plain(tones.strong, .bold), .label: inverse(tones.ground, tones.found, .bold),
      ], speakerColors: speakers.map(Color.init(hex:)),
      base: Style(Color(hex: tones.text), on: Color(hex: tones.ground)))
  }
}
