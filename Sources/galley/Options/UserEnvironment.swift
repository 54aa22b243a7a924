// The variables that say who works here and where files belong.

#if canImport(Glibc)
  import Glibc
#endif

/// What the environment says of the user. ProcessInfo would make a table of all variables, for which the first
/// screen would wait.
enum UserEnvironment {
  private static let names = [
    "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME",
    "GIT_CONFIG_GLOBAL", "USER", "LOGNAME",
  ]

  /// Those of the variables that are set, by their names.
  static var variables: [String: String] {
    names.reduce(into: [:]) { variables, name in
      variables[name] = getenv(name).map { String(cString: $0) }
    }
  }
}
