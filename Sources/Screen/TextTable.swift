// Columns of text, and lines of a width, by what characters take on the screen.

/// Rows of cells that stand in columns however wide their characters are.
package struct TextTable {
  /// How the cells of a column are laid out.
  package struct Format {
    /// Whether cells end in line instead of beginning so.
    var isRight = false
    /// The column is no narrower; it is as wide as its widest cell.
    var least: Column = 0
    /// The column is no wider: longer cells end with "…". Nil for whatever they take.
    var most: Column?
    /// How much room there is behind it.
    var gap: Column = 2

    /// A column in which cells begin in line.
    package static func left(
      least: Column = 0, most: Column? = nil, gap: Column = 2
    ) -> Format {
      Format(least: least, most: most, gap: gap)
    }

    /// A column in which cells end in line, as figures do.
    package static func right(least: Column = 0, gap: Column = 2) -> Format {
      Format(isRight: true, least: least, gap: gap)
    }
  }

  private let formats: [Format]
  private let indent: String

  /// A table of these columns; each of its lines begins with `indent` blanks.
  package init(indent: Int = 0, _ formats: [Format]) {
    self.indent = String(repeating: " ", count: indent)
    self.formats = formats
  }

  /// A line a row, without blanks at its end. Cells beyond the columns are left out.
  package func lines(_ rows: [[String]]) -> [String] {
    let cut = rows.map { row in
      zip(row, formats).map { cell, format in format.most.map(cell.truncated) ?? cell }
    }
    let widths = formats.indices.map { index in
      cut.reduce(formats[index].least) { max($0, index < $1.count ? $1[index].displayWidth : 0) }
    }
    return cut.map { row in
      var line = indent
      for (index, cell) in row.enumerated() {
        line +=
          formats[index].isRight
          ? cell.leftPadded(to: widths[index]) : cell.padded(to: widths[index])
        line += String(repeating: " ", count: formats[index].gap.value)
      }
      return line.withoutTrailingBlanks
    }
  }
}

extension String {
  /// The text with blanks behind it, at least so wide.
  package func padded(to columns: Column) -> String {
    self + String(repeating: " ", count: max(0, columns.value - displayWidth.value))
  }

  /// The text with blanks before it, at least so wide.
  package func leftPadded(to columns: Column) -> String {
    String(repeating: " ", count: max(0, columns.value - displayWidth.value)) + self
  }

  /// The text up to its last character that is no blank.
  package var withoutTrailingBlanks: String {
    let blanks = utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count
    return blanks == 0 ? self : String(Substring(utf8.dropLast(blanks)))
  }
}

extension StringProtocol {
  /// The text in lines of at most so many columns, cut between words; words that are longer are cut.
  package func wrapped(to columns: Column) -> [String] {
    var (lines, line, used) = ([String](), "", Column(0))
    for word in split(separator: " ") {
      let width = word.displayWidth
      if !line.isEmpty, used + 1 + width > columns {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if !line.isEmpty { (line, used) = (line + " ", used + 1) }
      if used + width <= columns {
        (line, used) = (line + word, used + width)
        continue
      }
      for character in word {
        let width = Glyph.width(of: character)
        if used + width > columns, !line.isEmpty {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.append(character)
        used = used + width
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
