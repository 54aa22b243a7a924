// What speaks for or against a claim: where it is found, what it says, and the copy of it that is kept.

/// A source that speaks for or against a claim.
public struct Evidence: Hashable, Sendable {
  /// Which way it speaks.
  public enum Stance: String, CaseIterable, Sendable { case supports, refutes, discusses }

  /// Where it is found. A source without an address, such as a telephone call, has a name of its own here,
  /// `urn:uuid:` and digits, so that programs which want an address find one.
  public var url: String
  /// Which way it speaks.
  public var stance: Stance?
  /// The address of a copy that stays when the original goes, such as one in a web archive.
  public var archivedURL: String?
  /// When it was read: a moment, or a day alone.
  public var accessed: Timestamp?
  /// The words that matter in it.
  public var passage: String?
  /// `primary` or `secondary`.
  public var sourceKind: String?
  /// What it is called.
  public var title: String?
  /// Who published it.
  public var publisher: String?
  /// The copy of it that lies beside the sidecar; nil when none was kept.
  public var copy: KeptCopy?
  /// Where in it the passage stands; nil when nobody says.
  public var place: EvidencePlace?
  /// Whose turn that is, in a transcript.
  public var speaker: String?
  /// The SHA-256 of the source's bytes when the passage was found in it; nil when nobody says.
  public var digest: Digest?
  /// What comparing a quotation with the source gave, such as `verbatim`; nil when nothing was compared.
  public var outcome: String?

  /// Points to a source.
  public init(url: String, stance: Stance? = nil) {
    self.url = url
    self.stance = stance
  }

  /// Describes a source that has no address: a telephone call, a document on paper.
  /// - Parameter title: what it is called.
  public init(withoutAddress title: String, stance: Stance? = nil) {
    self.init(url: Self.nameOfItsOwn, stance: stance)
    self.title = title
  }

  /// What stands for the address of a source that has none.
  package static var nameOfItsOwn: String { AnnotationID.random().description }

  /// Where it is found; nil for a source without an address.
  public var address: String? { url.lowercased().hasPrefix("urn:uuid:") ? nil : url }

  /// What it is called in a list: its title, else its address or who published it.
  package var name: String { title ?? address ?? publisher ?? "a source without an address" }

  /// Its address, else what it is called.
  package var addressOrName: String { address ?? name }
}

/// A copy of the page behind an address, kept beside the sidecar.
public struct KeptCopy: Hashable, Sendable {
  /// Its path, as seen from the folder of the sidecar.
  public var path: String
  /// The digest of its bytes; nil when the record does not say.
  public var digest: Digest?
  /// When the page was fetched; nil when the record does not say.
  public var retrieved: Timestamp?

  /// Points to a copy.
  public init(path: String, digest: Digest? = nil, retrieved: Timestamp? = nil) {
    (self.path, self.digest, self.retrieved) = (path, digest, retrieved)
  }
}

extension KeptCopy {
  /// The copy in a line: "copy kept 2026-01-02 in copies/www.example.org/page.html (sha256 2d2d2d2d2d2d…)".
  package var told: String {
    let day = retrieved.map { " \($0.dayText)" } ?? ""
    let digest = digest.map { " (sha256 \($0.description.prefix(12))…)" } ?? ""
    return "copy kept\(day) in \(path)\(digest)"
  }
}
