// The gazetteer: which places a name may mean. Compiled by Scripts/build-gazetteer.py, embedded in the
// binary, read in place.

import ArticleModel
import EmbeddedData

/// A place of the gazetteer, in eight bytes: latitude and longitude, division, country, kind and size.
struct GazetteerPlace {
  /// What a place is.
  enum Kind: UInt8, Sendable {
    case city, capital, country, division, county, area, region, continent
    case water, island, mountain, district, building, seat, contested, historic
  }

  /// Its position in the gazetteer.
  let id: Int
  /// Nil for regions without a clear centre.
  let coordinate: Place.Coordinate?
  /// Identifies its first-level division in its country; 0 for none.
  let division: UInt16
  /// Identifies its country; 0 for none.
  let country: UInt8
  /// What it is.
  let kind: Kind
  /// How big it is: 0 for up to 1,000 people, then one more each time their number doubles.
  let size: Int
}

/// A place that a name may mean.
struct PlaceCandidate {
  /// What the name is to the place.
  struct Flags: OptionSet {
    let rawValue: UInt8
    /// Only when written in capitals: "US".
    static let capitals = Flags(rawValue: 1)
    /// An abbreviation: "Calif.".
    static let short = Flags(rawValue: 2)
    /// A name of another time or language.
    static let alternate = Flags(rawValue: 4)
    /// Not the place but its people: "Dutch".
    static let demonym = Flags(rawValue: 8)
    /// A common word as well: "the Gulf".
    static let ambiguous = Flags(rawValue: 32)
  }

  let place: Int
  let flags: Flags
}

/// The places that a name may mean, the most important first; empty for unknown names.
struct PlaceCandidates: RandomAccessCollection, @unchecked Sendable {
  // Unchecked because it points into constant memory of the binary.
  fileprivate let base: UnsafePointer<UInt32>?
  fileprivate let single: UInt32
  let count: Int

  static let none = PlaceCandidates(base: nil, single: 0, count: 0)

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(index: Int) -> PlaceCandidate {
    let value = base.map { $0[index] } ?? single
    return PlaceCandidate(
      place: Int(value & 0xFFFFF), flags: .init(rawValue: UInt8(value >> 20 & 0x3F)))
  }
}

/// Names of places and what they may mean.
///
/// Layout: "GALLEYG1", offset and length of each section; the sections are the codes of the countries,
/// their places, their adjectives, notes, the hash table of the names, the candidates, the places.
struct Gazetteer: @unchecked Sendable {
  // Unchecked because it points into constant memory of the binary.
  private let data: UnsafeRawBufferPointer
  private let table: HashTable?
  /// What sets the names of a language apart from those that all languages share; 0 for English.
  private var dialect: UInt64 = 0

  /// The one in the binary.
  static let embedded = Gazetteer(NameData.gazetteer)

  private enum Section: Int {
    case codes, countryPlaces, adjectiveOffsets, adjectives, notePlaces, noteOffsets, notes
    case starts, fingerprints, firsts, candidates, places
  }

  /// Takes compiled data; unusable data knows no name.
  init(_ data: UnsafeRawBufferPointer) {
    let isUsable = data.count > 104 && data.starts(with: "GALLEYG1".utf8)
    self.data = isUsable ? data : UnsafeRawBufferPointer(start: nil, count: 0)
    guard isUsable, let starts = Self.section(.starts, of: data).baseAddress,
      let fingerprints = Self.section(.fingerprints, of: data).baseAddress
    else {
      table = nil
      return
    }
    table = HashTable(
      starts: starts.assumingMemoryBound(to: UInt32.self),
      fingerprints: fingerprints.assumingMemoryBound(to: UInt32.self))
  }

  private static func section(
    _ section: Section, of data: UnsafeRawBufferPointer
  ) -> UnsafeRawBufferPointer {
    let header = 8 + section.rawValue * 8
    let offset = Int(data.loadUnaligned(fromByteOffset: header, as: UInt32.self))
    let length = Int(data.loadUnaligned(fromByteOffset: header + 4, as: UInt32.self))
    guard offset + length <= data.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(rebasing: data[offset..<offset + length])
  }

  private func word(_ index: Int, of name: Section) -> UInt32 {
    guard !data.isEmpty else { return 0 }
    let section = Self.section(name, of: data)
    guard index >= 0, index * 4 + 4 <= section.count else { return 0 }
    return section.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)
  }

  // MARK: Names

  /// The same, knowing also what a language calls places that English calls otherwise: "Wien", "Londres". The
  /// table holds such names under their hash and that of the language's tag.
  func speaking(_ language: Language) -> Gazetteer {
    var gazetteer = self
    gazetteer.dialect = language.tag == Language.standard.tag ? 0 : NameHash(language.tag).value
    return gazetteer
  }

  /// The places that the name with this hash may mean, in the language that the gazetteer speaks.
  func candidates(for hash: UInt64) -> PlaceCandidates {
    let own = dialect == 0 ? nil : table?.index(of: hash ^ dialect)
    guard let index = own ?? table?.index(of: hash) else { return .none }
    let first = word(index, of: .firsts)
    if first & 0x8000_0000 != 0 {
      return PlaceCandidates(base: nil, single: first & 0x3FF_FFFF, count: 1)
    }
    let (offset, count) = (Int(first & 0x3F_FFFF), Int(first >> 22 & 0x3F))
    let all = Self.section(.candidates, of: data)
    guard (offset + count) * 4 <= all.count, let base = all.baseAddress else { return .none }
    return PlaceCandidates(
      base: (base + offset * 4).assumingMemoryBound(to: UInt32.self), single: 0, count: count)
  }

  // MARK: Places

  /// The place with this position.
  func place(_ id: Int) -> GazetteerPlace {
    let rows = data.isEmpty ? data : Self.section(.places, of: data)
    guard id >= 0, id * 8 + 8 <= rows.count else {
      return GazetteerPlace(
        id: id, coordinate: nil, division: 0, country: 0, kind: .region, size: 0)
    }
    let latitude = rows.loadUnaligned(fromByteOffset: id * 8, as: Int16.self)
    let longitude = rows.loadUnaligned(fromByteOffset: id * 8 + 2, as: Int16.self)
    let kindAndSize = rows[id * 8 + 7]
    return GazetteerPlace(
      id: id,
      coordinate: latitude == .min
        ? nil
        : Place.Coordinate(
          latitude: Double(latitude) / 360, longitude: Double(longitude) / 182),
      division: rows.loadUnaligned(fromByteOffset: id * 8 + 4, as: UInt16.self),
      country: rows[id * 8 + 6], kind: GazetteerPlace.Kind(rawValue: kindAndSize >> 4) ?? .region,
      size: Int(kindAndSize & 15))
  }

  /// What is special about a place; nil for nearly all.
  func note(of id: Int) -> String? {
    guard !data.isEmpty else { return nil }
    let count = Self.section(.notePlaces, of: data).count / 4
    guard let index = (0..<count).first(where: { word($0, of: .notePlaces) == UInt32(id) }) else {
      return nil
    }
    return string(index, offsets: .noteOffsets, in: .notes)
  }

  // MARK: Countries

  /// The ISO 3166-1 code of a country; nil for none.
  func code(of country: UInt8) -> String? {
    let codes = data.isEmpty ? data : Self.section(.codes, of: data)
    guard country > 0, Int(country) * 2 + 2 <= codes.count else { return nil }
    return String(decoding: codes[Int(country) * 2..<Int(country) * 2 + 2], as: UTF8.self)
  }

  /// The number of the country with an ISO 3166-1 code; nil for an unknown one.
  func country(of code: String) -> UInt8? {
    let codes = data.isEmpty ? data : Self.section(.codes, of: data)
    let wanted = Array(code.utf8)
    guard wanted.count == 2 else { return nil }
    let known = (1..<max(codes.count / 2, 1)).first {
      codes[$0 * 2] == wanted[0] && codes[$0 * 2 + 1] == wanted[1]
    }
    return known.flatMap(UInt8.init(exactly:))
  }

  /// The adjective of a country, such as "Japanese"; nil where none is known.
  func adjective(of country: UInt8) -> String? {
    guard country > 0 else { return nil }
    return string(Int(country), offsets: .adjectiveOffsets, in: .adjectives)
  }

  private func string(_ index: Int, offsets: Section, in section: Section) -> String? {
    guard !data.isEmpty else { return nil }
    let bytes = Self.section(section, of: data)
    let (start, end) = (Int(word(index, of: offsets)), Int(word(index + 1, of: offsets)))
    guard start < end, end <= bytes.count else { return nil }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
