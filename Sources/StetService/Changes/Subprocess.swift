import Glibc

/// Runs another program and takes what it writes.
enum Subprocess {
  struct Outcome {
    /// Of the process; 127 when there is no such program.
    var status: Int32
    var output: [UInt8]
    var errors: [UInt8]
  }

  /// Finds the program as a shell would; standard input is empty. No shell reads the words.
  static func run(_ words: [String], environment added: [String: String] = [:]) -> Outcome {
    var (output, errors) = (Pipe(), Pipe())
    guard output.isOpen, errors.isOpen else { return Outcome(status: 127, output: [], errors: []) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.writing, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors.writing, STDERR_FILENO)
    var process: pid_t = 0
    let failure = withStrings(words) { arguments in
      withStrings(environment(added)) { environment in
        posix_spawnp(&process, words[0], &actions, nil, arguments, environment)
      }
    }
    output.closeWriting()
    errors.closeWriting()
    guard failure == 0 else { return Outcome(status: 127, output: [], errors: []) }
    drain([output.reading, errors.reading], &output.bytes, &errors.bytes)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // WIFEXITED and WEXITSTATUS, which are macros.
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    return Outcome(status: code, output: output.bytes, errors: errors.bytes)
  }

  private struct Pipe {
    var reading: Int32 = -1
    var writing: Int32 = -1
    var bytes: [UInt8] = []
    var isOpen: Bool { reading >= 0 }

    init() {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { return }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      (reading, writing) = (ends[0], ends[1])
    }

    mutating func closeWriting() { close(writing) }
  }

  /// Reads both ends until they close; read one after the other they could wait for each other for ever.
  private static func drain(_ ends: [Int32], _ first: inout [UInt8], _ second: inout [UInt8]) {
    var waiting = ends.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while waiting.contains(where: { $0.fd >= 0 }) {
      if poll(&waiting, nfds_t(waiting.count), -1) < 0, errno != EINTR { break }
      for index in waiting.indices where waiting[index].fd >= 0 && waiting[index].revents != 0 {
        let count = read(waiting[index].fd, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          close(waiting[index].fd)
          waiting[index].fd = -1
          continue
        }
        if index == 0 { first += buffer[..<count] } else { second += buffer[..<count] }
      }
    }
  }

  private static func environment(_ added: [String: String]) -> [String] {
    var variables: [String] = []
    var next = environ
    while let variable = next.pointee {
      let text = String(cString: variable)
      if !added.keys.contains(where: { text.hasPrefix($0 + "=") }) { variables.append(text) }
      next += 1
    }
    return variables + added.map { "\($0.key)=\($0.value)" }
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("a list with its nil is never empty") }
      return body(base)
    }
  }
}
