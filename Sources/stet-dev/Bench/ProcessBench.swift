import Glibc

/// Runs whole commands and measures them from outside: wall time, processor time and peak memory.
struct ProcessBench {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// One command with all its runs.
  struct Series {
    var command: String
    var seconds: [Double] = []
    /// Processor time of all threads, user and system: steadier than wall time on a busy machine.
    var processorSeconds: [Double] = []
    /// Bytes, the most of all runs.
    var peakMemory = 0
  }

  /// Runs each command `count` times in turn, so that whatever else the machine does befalls all alike.
  /// The first round is not counted.
  /// - Parameter commands: words separated by blanks; `arguments` are appended to each.
  static func measure(_ commands: [String], _ arguments: [String], count: Int) throws -> [Series] {
    var series = commands.map { Series(command: $0) }
    for round in 0...count {
      for index in series.indices {
        let words = series[index].command.split(separator: " ").map(String.init)
        let run = try run(words + arguments)
        guard round > 0 else { continue }
        series[index].seconds.append(run.seconds)
        series[index].processorSeconds.append(run.processorSeconds)
        series[index].peakMemory = max(series[index].peakMemory, run.peakMemory)
      }
    }
    return series
  }

  /// Spawns, waits, and asks the system what it cost. Statuses above 1 are failures: nothing was measured.
  private static func run(
    _ words: [String]
  ) throws -> (seconds: Double, processorSeconds: Double, peakMemory: Int) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    var child = pid_t()
    let start = now()
    let code = posix_spawnp(&child, words[0], &actions, nil, arguments, environ)
    guard code == 0 else {
      throw Failure(description: "\(words[0]) could not be started: \(String(cString: strerror(code)))")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
    let time = now() - start
    guard status & 0x7F == 0, (status >> 8) & 0xFF <= 1 else {
      throw Failure(description: "“\(words.joined(separator: " "))” failed; run it by hand to see why.")
    }
    return (time, seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss * 1024)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}
