// Placeholder for what the sidecar coding keeps of an object that it read.

/// What a sidecar said of an object, kept so that a change of the object loses nothing of it.
struct PreservedJSON: Hashable, Sendable {}
