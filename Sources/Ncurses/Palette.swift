// Styles as ncurses knows them: attributes and the number of a pair of colours.

import CNcurses
import Screen

/// The styles in use on this terminal, each looked up once.
struct Palette {
  /// A style in ncurses' terms.
  struct Look {
    var attributes: UInt32
    var pair: Int32
  }

  let depth: ColorDepth
  private var looks: [Style: Look] = [:]

  init(depth: ColorDepth) { self.depth = depth }

  /// How ncurses is asked for a style.
  mutating func look(of style: Style) -> Look {
    if let known = looks[style] { return known }
    let look = Look(attributes: attributes(of: style), pair: pair(of: style))
    looks[style] = look
    return look
  }

  /// With eight colours, the bright ones are the plain ones in bold.
  private func attributes(of style: Style) -> UInt32 {
    var attributes = UInt32(style.attributes.rawValue)
    if depth == .eight, case .ansi(8...15) = style.foreground {
      attributes |= UInt32(CNCURSES_BOLD)
    }
    return attributes
  }

  private func pair(of style: Style) -> Int32 {
    let foreground = style.foreground.paletteIndex(at: depth).map { Int32($0) } ?? -1
    let background = style.background.paletteIndex(at: depth).map { Int32($0) } ?? -1
    if foreground < 0, background < 0 { return 0 }
    return cncurses_pair(foreground, background)
  }
}
