// Agreement on labels: which of several names each of several observers gave to each of many units.

/// Labels that observers gave to units; an observer may leave a unit out.
///
/// Units can be weighted, so that a bootstrap draws a unit several times without copying it.
package struct NominalAgreement: Sendable {
  /// The label that each observer gave, unit by unit: an index into some list, or nil for none.
  private let units: [[Int?]]
  private let labelCount: Int

  /// Takes the labels, unit by unit, each with an element an observer.
  package init<Label: Hashable>(units: [[Label?]]) {
    var numbers: [Label: Int] = [:]
    self.units = units.map { unit in
      unit.map { label in
        guard let label else { return nil }
        let next = numbers.count
        return numbers[label, default: next].also { numbers[label] = $0 }
      }
    }
    labelCount = numbers.count
  }

  /// Cohen's kappa, κ = (p_o − p_e) / (1 − p_e), where p_o is the share of units that two observers
  /// label alike and p_e the share expected from how often each uses each label (J. Cohen, A coefficient
  /// of agreement for nominal scales, Educational and Psychological Measurement 20, 1960, 37–46). For
  /// more than two observers the mean of all pairs (R. J. Light, Psychological Bulletin 76, 1971,
  /// 365–377). Nil when there is nothing to compare or chance alone would give full agreement.
  package func kappa(weights: [Int]? = nil) -> Double? {
    let observers = units.first?.count ?? 0
    var values: [Double] = []
    for first in 0..<observers {
      for second in (first + 1)..<max(observers, first + 1) {
        if let value = kappa(first, second, weights) { values.append(value) }
      }
    }
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  private func kappa(_ first: Int, _ second: Int, _ weights: [Int]?) -> Double? {
    var (rows, columns) = (
      [Double](repeating: 0, count: labelCount), [Double](repeating: 0, count: labelCount)
    )
    var (agreed, total) = (0.0, 0.0)
    for (index, unit) in units.enumerated() {
      guard let a = unit[first], let b = unit[second] else { continue }
      let weight = Double(weights?[index] ?? 1)
      rows[a] += weight
      columns[b] += weight
      total += weight
      if a == b { agreed += weight }
    }
    guard total > 0 else { return nil }
    let expected = zip(rows, columns).reduce(0) { $0 + $1.0 * $1.1 } / (total * total)
    guard expected < 1 - 1e-12 else { return nil }
    return (agreed / total - expected) / (1 - expected)
  }

  /// Krippendorff's alpha for nominal data, α = 1 − D_o / D_e = 1 − (n − 1) Σ o_ck / Σ n_c n_k over all
  /// c ≠ k, from the coincidences o_ck of values in units with at least two (K. Krippendorff, Computing
  /// Krippendorff's alpha-reliability, University of Pennsylvania, 2011, sections A to D). Nil when
  /// nothing can be paired or all values are the same.
  package func alpha(weights: [Int]? = nil) -> Double? {
    var totals = [Double](repeating: 0, count: labelCount)
    var observed = 0.0
    var counts = [Double](repeating: 0, count: labelCount)
    for (index, unit) in units.enumerated() {
      let weight = Double(weights?[index] ?? 1)
      guard weight > 0 else { continue }
      for label in unit { if let label { counts[label] += 1 } }
      let values = counts.reduce(0, +)
      if values >= 2 {
        let alike = counts.reduce(0) { $0 + $1 * $1 }
        observed += weight * (values * values - alike) / (values - 1)
        for label in counts.indices { totals[label] += weight * counts[label] }
      }
      for label in unit { if let label { counts[label] = 0 } }
    }
    let n = totals.reduce(0, +)
    let expected = n * n - totals.reduce(0) { $0 + $1 * $1 }
    guard n > 1, expected > 0 else { return nil }
    return 1 - (n - 1) * observed / expected
  }
}

extension Int {
  fileprivate func also(_ body: (Int) -> Void) -> Int {
    body(self)
    return self
  }
}
