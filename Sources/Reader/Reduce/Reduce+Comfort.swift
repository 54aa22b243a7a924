// How the reader likes to read: theme, numbers of lines, focus, measure, mouse.

import ArticleModel
import Interface
import Screen

extension ReaderState {
  mutating func makeComfortable(_ action: Action) -> [Effect] {
    switch action {
    case .nextTheme:
      stage.theme = nextTheme
      message = Message("theme \(theme.name)")
    case .toggleLineNumbers:
      showsLineNumbers.toggle()
      followCaret()
    case .toggleFocusMode:
      focusesParagraph.toggle()
      message = Message(
        focusesParagraph ? "the other paragraphs are dimmed" : "no paragraph is dimmed")
    case .widenMeasure: setMeasure(measure + Self.measureStep)
    case .narrowMeasure: setMeasure(measure - Self.measureStep)
    case .toggleMouse:
      usesMouse.toggle()
      message = Message(
        usesMouse
          ? "the mouse moves caret and text · \(hint(for: .toggleMouse)) gives it back"
          : "the terminal has the mouse")
      return [.useMouse(usesMouse)]
    default: break
    }
    return []
  }

  private var nextTheme: Theme {
    let themes = stage.themes
    let here = themes.firstIndex { $0.name == theme.name } ?? -1
    return themes.isEmpty ? theme : themes[(here + 1) % themes.count]
  }

  /// How much a key changes the measure by.
  private static let measureStep: Column = 4
  /// The measures that can be read.
  private static let measures: ClosedRange<Column> = 20...200

  private mutating func setMeasure(_ wanted: Column) {
    // The screen may be narrower than what was asked for; the key starts from what is seen.
    let seen = min(wanted, plan.textMeasure(200) + Self.measureStep)
    measure = min(max(seen, Self.measures.lowerBound), Self.measures.upperBound)
    followCaret()
    message = Message("lines of up to \(measure.value) columns")
  }
}
