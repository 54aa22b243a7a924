// A moment for the threads beside a test.

#if canImport(Glibc)
  import Glibc
#endif

/// Lets other threads go on for two milliseconds.
func pause() { usleep(2000) }
