// Numbers with the words for what was counted.

/// A number with its noun: “1 mark”, “3 marks”, “2 addresses”.
/// - Parameters:
///   - noun: the singular.
///   - plural: the plural; nil for one that ends with an s more.
package func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
  number == 1 ? "1 \(noun)" : "\(number) \(plural ?? noun + "s")"
}
