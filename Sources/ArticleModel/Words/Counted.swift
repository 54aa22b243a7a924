// Numbers with the words for what was counted.

/// A number with its noun: “1 mark”, “3 marks”, “2 addresses”.
/// - Parameters:
///   - noun: the singular.
///   - plural: the plural; nil for one that ends with an s more.
///   - isRising: whether there may be more of them: “1+ match”, “3+ matches”.
package func counted(
  _ number: Int, _ noun: String, plural: String? = nil, isRising: Bool = false
) -> String {
  "\(number)\(isRising ? "+" : "") " + (number == 1 ? noun : plural ?? noun + "s")
}
