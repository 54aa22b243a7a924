// Whether what was marked is safe.

/// Whether the annotations are on the disk.
package enum SaveState: Hashable, Sendable {
  /// Nothing has been marked yet.
  case untouched
  /// Everything is on the disk.
  case saved
  /// The sidecar cannot be written at the moment; the journal at that path has everything.
  case inJournal(String)
  /// The sidecar must not be written; says why.
  case readOnly(String)
  /// Writing failed; says why.
  case failed(String)
}
