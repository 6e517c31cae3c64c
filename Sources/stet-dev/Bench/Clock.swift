import Glibc

/// Seconds that `body` takes on a clock that never goes back.
func seconds(_ body: () throws -> Void) rethrows -> Double {
  let start = now()
  try body()
  return now() - start
}

func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Most memory that this process has held, in bytes.
func peakMemory() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss * 1024
}

extension [Double] {
  /// The middle value; of an even number the lower middle, which was measured.
  var median: Double { isEmpty ? 0 : sorted()[(count - 1) / 2] }
}
