// How the parts of the screen look. Views name roles; a theme says what they are.

import Screen

/// What a piece of the screen is.
package enum Role: String, CaseIterable, Sendable {
  // The article
  case text, headline, subheading, caption, pullQuotation
  /// Words that lead to another document.
  case linked
  /// What stands before a block and is no text: a bullet, a bar.
  case blockSign
  /// Words of somebody whom the article does not name.
  case ownerless
  case direct, indirect, cue, speaker, place, layered, annotation, activeQuotation, activeSpeaker
  case selection, match
  // The margin
  case mark, quotationBar, rule, stripVisible, lineNumber
  /// Paragraphs that are not in focus.
  case unlit
  // Panes
  case paneTitle, paneText, paneDetail, paneCursor, paneCursorFocused, bar
  // The map
  case mapCoast, mapBorder, mapPlace, mapPlaceSelected
  // Below
  case status, statusDetail, footerKey, footerText, message, warning
  // Over the article
  case popup, popupTitle, popupKey, popupDetail, popupCursor, prompt, note, label
}

/// A look for every role.
package struct Theme: Sendable {
  /// Its name.
  package let name: String
  private let styles: [Role: Style]
  /// The colours that tell speakers apart, in the order in which they are given out.
  package let speakerColors: [Color]

  /// What cells look like where nothing else is said.
  package let base: Style

  /// Makes a theme; roles without a style look like the base.
  package init(
    name: String, styles: [Role: Style], speakerColors: [Color], base: Style = .plain
  ) {
    self.name = name
    self.styles = styles
    self.speakerColors = speakerColors
    self.base = base
  }

  /// A theme like this one with other looks of some roles.
  package func changed(
    name: String, styles changes: [Role: Style], speakerColors: [Color]? = nil, base: Style? = nil
  ) -> Theme {
    Theme(
      name: name, styles: styles.merging(changes) { _, new in new },
      speakerColors: speakerColors ?? self.speakerColors, base: base ?? self.base)
  }

  /// How a role looks.
  package subscript(role: Role) -> Style { styles[role] ?? .plain }

  /// The colour of a speaker, by the place in the list of speakers; when there are more speakers than
  /// colours, these come again. The terminal's own for nobody.
  package func color(ofSpeaker rank: Int?) -> Color {
    guard let rank, rank >= 0, !speakerColors.isEmpty else { return .terminalDefault }
    return speakerColors[rank % speakerColors.count]
  }

  /// The terminal's own colours, with attributes that tell everything apart without any.
  package static let terminal = Theme(
    name: "terminal",
    styles: [
      .headline: Style([.bold, .underline]), .subheading: Style([.bold]),
      .pullQuotation: Style([.italic]), .linked: Style(.ansi(6), [.underline]),
      .blockSign: Style([.dim]), .caption: Style(.terminalDefault, .dim), .direct: Style(),
      .indirect: Style([.italic]), .ownerless: Style([.dim]),
      .cue: Style(), .speaker: Style([.bold]), .place: Style([.underline]),
      .layered: Style(.terminalDefault, on: .ansi(8)),
      .annotation: Style(.terminalDefault, on: .ansi(8)), .activeQuotation: Style([.bold]),
      .activeSpeaker: Style([.bold, .underline]), .selection: Style([.reverse]),
      .match: Style(.ansi(0), on: .ansi(3)), .mark: Style(.ansi(3), [.bold]),
      .quotationBar: Style(), .rule: Style([.dim]), .stripVisible: Style(),
      .lineNumber: Style([.dim]),
      .unlit: Style([.dim]),
      .paneTitle: Style([.bold]),
      .paneDetail: Style([.dim]), .paneCursor: Style([.bold]),
      .paneCursorFocused: Style([.reverse]), .bar: Style(.ansi(6)),
      .mapCoast: Style(.ansi(6)), .mapBorder: Style([.dim]), .mapPlace: Style([.bold]),
      .mapPlaceSelected: Style([.bold, .reverse]),
      .status: Style([.reverse]), .statusDetail: Style([.reverse]),
      .footerKey: Style([.bold]), .footerText: Style([.dim]), .message: Style([.bold, .reverse]),
      .warning: Style(.ansi(1), [.bold, .reverse]), .popupTitle: Style([.bold]),
      .popupKey: Style(.ansi(6), [.bold]), .popupDetail: Style([.dim]),
      .popupCursor: Style([.reverse]), .prompt: Style([.bold]),
      .label: Style(.ansi(0), on: .ansi(3), [.bold]),
    ],
    speakerColors: [6, 3, 5, 2, 4, 14, 11, 13, 10, 12].map(Color.ansi))
}

extension Style {
  fileprivate init(_ color: Color, _ attributes: Attributes) {
    self.init(color, on: .terminalDefault, attributes)
  }

  fileprivate init(_ attributes: Attributes) {
    self.init(.terminalDefault, on: .terminalDefault, attributes)
  }
}
