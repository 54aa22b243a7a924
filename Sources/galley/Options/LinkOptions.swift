// Options of all commands that take articles, for articles that are addresses.

import ArgumentParser

/// How addresses are opened.
struct LinkOptions: ParsableArguments {
  @Flag(help: "Fetch an address again, although there is a copy; the older copy is kept.")
  var refresh = false

  @Flag(help: "Let an address lead to this machine or its own network.")
  var allowPrivate = false

  /// What the options say.
  var policy: LinkPolicy { LinkPolicy(refreshes: refresh, allowsPrivate: allowPrivate) }
}

/// What is allowed when an address is opened, and what is wanted.
struct LinkPolicy {
  /// Whether a page is fetched although there is a copy.
  var refreshes = false
  /// Whether machines of the own network may be asked.
  var allowsPrivate = false
}
