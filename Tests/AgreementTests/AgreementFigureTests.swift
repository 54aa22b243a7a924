// The measures of agreement against worked examples.

import Agreement
import Testing

@Suite struct AgreementFigureTests {
  private func close(_ value: Double?, _ expected: Double, within tolerance: Double) -> Bool {
    value.map { abs($0 - expected) <= tolerance } ?? false
  }

  /// Units of observers who are written a line each, a character a unit; a dot is no label.
  private func nominal(_ observers: String...) -> NominalAgreement {
    let lines = observers.map { $0.filter { $0 != " " }.map { $0 == "." ? nil : $0 } }
    return NominalAgreement(units: lines[0].indices.map { unit in lines.map { $0[unit] } })
  }

  @Test("Alpha of four observers with missing values (Krippendorff 2011, section C: 0.743)")
  func fourObservers() {
    let data = nominal("123321412...", "123322412 5.3", ".333234225 1.", "123324412 51.")
    #expect(close(data.alpha(), 0.743, within: 0.0005))
  }

  @Test("Alpha of two observers and a dichotomy (Krippendorff 2011, section A: 0.095)")
  func dichotomy() {
    #expect(close(nominal("0100000010", "1110010000").alpha(), 0.095, within: 0.0005))
  }

  @Test("Alpha of two observers and five labels (Krippendorff 2011, section B: 0.692)")
  func fiveLabels() {
    #expect(close(nominal("aabbdcccedda", "babbbcccedd d").alpha(), 0.692, within: 0.0005))
  }

  @Test("Kappa of two judges and three categories (Cohen 1960: 0.492)")
  func cohen() {
    let table = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
    var units: [[Int?]] = []
    for (a, row) in table.enumerated() {
      for (b, count) in row.enumerated() { units += Array(repeating: [a, b], count: count) }
    }
    let data = NominalAgreement(units: units)
    // p_o = 140 / 200, p_e = 0.5 · 0.6 + 0.3 · 0.3 + 0.2 · 0.1
    #expect(close(data.kappa(), (0.7 - 0.41) / (1 - 0.41), within: 1e-12))
    #expect(close(data.kappa(), 0.492, within: 0.0005))
  }

  @Test("A weight counts a unit several times, none leaves it out")
  func weights() {
    let once = nominal("aabbc", "abbbc")
    let twice = nominal("aaabbc", "aabbbc")
    #expect(once.alpha(weights: [2, 1, 1, 1, 1]) == twice.alpha())
    #expect(once.kappa(weights: [2, 1, 1, 1, 1]) == twice.kappa())
    #expect(once.alpha(weights: [0, 1, 1, 1, 1]) == nominal("abbc", "bbbc").alpha())
  }

  @Test("Where nothing varies, or nothing can be paired, there is no figure")
  func nothing() {
    #expect(nominal("aaa", "aaa").alpha() == nil)
    #expect(nominal("aaa", "aaa").kappa() == nil)
    #expect(nominal("ab.", "..a").alpha() == nil)
    #expect(NominalAgreement(units: [[String?]]()).kappa() == nil)
    #expect(UnitizedAgreement(length: 10, observers: [[], []]).alpha == nil)
    #expect(UnitizedAgreement(length: 10, observers: [[0..<3]]).alpha == nil)
  }

  @Test("Alpha for unitizing, worked by hand from the formula")
  func unitizing() {
    // Each has one unit in the other's gap: D_o = 4 / (2 · 4²). Gaps of 3 and 3 have room for a unit of
    // 1 in 3 places each: D_e = 2 / 4 · (0 + 3 + 3 + 0 + 3 + 3) / (8 · 7 − 0).
    let apart = UnitizedAgreement(length: 4, observers: [[0..<1], [3..<4]])
    #expect(close(apart.alpha, 1 - (4.0 / 32) / (6.0 / 56), within: 1e-12))
    // Ends that differ by 5 and 5, and a unit of 20 in a gap: D_o = 2 (50 + 400) / (2 · 300²).
    let near = UnitizedAgreement(length: 300, observers: [[75..<145], [70..<150, 250..<270]])
    let fits = [6 + 86 + 1 + 31, 76 + 21, 56 + 136 + 51 + 81 + 11]
    let lengths = [70, 80, 20]
    let sum = zip(lengths, fits).reduce(0.0) { sum, unit in
      let l = Double(unit.0)
      return sum + 2.0 / 3 * (2 * l * l * l - 3 * l * l + l) + l * l * Double(unit.1)
    }
    let expected = 2.0 / 300 * sum / (600 * 599 - (70 * 69 + 80 * 79 + 20 * 19))
    #expect(close(near.alpha, 1 - 0.005 / expected, within: 1e-12))
    #expect(close(near.alpha, 0.895, within: 0.0005))
  }

  @Test("The same units agree fully, however long the continuum; what overlaps counts as one")
  func sameUnits() {
    for length in [20, 2000] {
      #expect(UnitizedAgreement(length: length, observers: [[2..<9], [2..<9]]).alpha == 1)
      #expect(UnitizedAgreement(length: length, observers: [[2..<6, 4..<9], [2..<9]]).alpha == 1)
    }
    let three = UnitizedAgreement(length: 50, observers: [[5..<10], [5..<10], [30..<40]]).alpha
    #expect((three ?? 1) < 0.5)
  }
}
