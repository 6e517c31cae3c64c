import Glibc

/// One run of a whole command, and what it cost.
struct ProcessRun {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  var seconds: Double
  /// Processor time of all threads, user and system: steadier than wall time on a busy machine.
  var processorSeconds: Double
  /// Bytes.
  var peakMemory: Int

  /// Spawns, waits, and asks the system what it cost. Statuses above 1 are failures.
  /// - Parameter output: the file that takes standard output, made anew.
  init(_ words: [String], output: String = "/dev/null") throws(Failure) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
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
    seconds = now() - start
    guard status & 0x7F == 0, (status >> 8) & 0xFF <= 1 else {
      throw Failure(description: "“\(words.joined(separator: " "))” failed; run it by hand to see why.")
    }
    processorSeconds = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
    peakMemory = usage.ru_maxrss * 1024
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}
