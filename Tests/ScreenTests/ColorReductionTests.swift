// Colours on terminals that have fewer of them.

import Screen
import Testing

@Suite struct ColorReductionTests {
  @Test("A terminal's number of colours says which are used")
  func depths() {
    #expect(ColorDepth(colors: 0) == .none)
    #expect(ColorDepth(colors: 2) == .none)
    #expect(ColorDepth(colors: 8) == .eight)
    #expect(ColorDepth(colors: 88) == .sixteen)
    #expect(ColorDepth(colors: 256) == .palette)
  }

  @Test("The terminal's own colour stays its own, and without colours every colour is that")
  func ownColor() {
    #expect(Color.terminalDefault.paletteIndex(at: .palette) == nil)
    #expect(Color.rgb(200, 0, 0).paletteIndex(at: .none) == nil)
  }

  @Test("A colour that the terminal has is left alone")
  func unchanged() {
    #expect(Color.ansi(12).paletteIndex(at: .sixteen) == 12)
    #expect(Color.palette(208).paletteIndex(at: .palette) == 208)
    #expect(Color.palette(208).paletteIndex(at: .trueColor) == 208)
  }

  @Test("Bright colours become plain ones where there are only eight")
  func eight() {
    #expect(Color.ansi(12).paletteIndex(at: .eight) == 4)
    #expect(Color.palette(12).paletteIndex(at: .eight) == 4)
  }

  @Test("Every colour of the palette is closest to itself, in the part that users do not change")
  func fixedPoints() {
    #expect(Color.rgb(95, 135, 175).paletteIndex(at: .palette) == 67)
    #expect(Color.rgb(8, 8, 8).paletteIndex(at: .palette) == 232)
    #expect(Color.rgb(238, 238, 238).paletteIndex(at: .palette) == 255)
    #expect(Color.rgb(255, 255, 255).paletteIndex(at: .palette) == 231)
  }

  @Test(
    "Colours go to the nearest that there is",
    arguments: [
      (Color.rgb(250, 10, 10), ColorDepth.palette, UInt8(196)), (.rgb(250, 10, 10), .sixteen, 9),
      (.rgb(250, 10, 10), .eight, 1), (.palette(22), .eight, 0), (.palette(46), .sixteen, 10),
      (.rgb(20, 20, 22), .palette, 233),
    ])
  func nearest(color: Color, depth: ColorDepth, index: UInt8) {
    #expect(color.paletteIndex(at: depth) == index)
  }
}
