// A small number for each word that is looked for. Asked for every word of every source, so it is a table with
// gaps behind a filter of bits that most words do not pass.

/// Numbers of words, by their hashes.
struct WordNumbers: Sendable {
  private var hashes: [UInt64] = [UInt64](repeating: 0, count: 64)
  private var numbers: [Int32] = [Int32](repeating: -1, count: 64)
  private var filter: [UInt64] = [UInt64](repeating: 0, count: 1 << 10)
  /// How many words have a number.
  private(set) var count = 0

  /// The number of a word; a new one when it has none.
  mutating func number(adding hash: UInt64) -> Int32 {
    let place = place(of: hash)
    if numbers[place] >= 0 { return numbers[place] }
    (hashes[place], numbers[place]) = (hash, Int32(count))
    filter[Int(hash >> 48) >> 6] |= 1 << (hash >> 48 & 63)
    count += 1
    let number = numbers[place]
    if count * 2 > hashes.count { grow() }
    return number
  }

  /// The number of a word; -1 when it has none.
  @inline(__always)
  func number(of hash: UInt64) -> Int32 {
    guard filter[Int(hash >> 48) >> 6] & 1 << (hash >> 48 & 63) != 0 else { return -1 }
    return numbers[place(of: hash)]
  }

  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    let mask = hashes.count - 1
    var place = Int(truncatingIfNeeded: hash &* 0x9E37_79B9_7F4A_7C15 >> 20) & mask
    while numbers[place] >= 0, hashes[place] != hash { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = zip(hashes, numbers).filter { $0.1 >= 0 }
    hashes = [UInt64](repeating: 0, count: hashes.count * 2)
    numbers = [Int32](repeating: -1, count: hashes.count)
    for (hash, number) in old {
      let place = place(of: hash)
      (hashes[place], numbers[place]) = (hash, number)
    }
  }
}
