import Glibc

/// Seconds that `body` takes on a clock that never goes back.
func seconds(_ body: () throws -> Void) rethrows -> Double {
  let start = now()
  try body()
  return now() - start
}

/// Seconds of processor that `body` takes on this thread: the same on a busy machine, nearly.
func processorSeconds(_ body: () throws -> Void) rethrows -> Double {
  let start = time(of: CLOCK_THREAD_CPUTIME_ID)
  try body()
  return time(of: CLOCK_THREAD_CPUTIME_ID) - start
}

func now() -> Double {
  time(of: CLOCK_MONOTONIC)
}

private func time(of clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
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
