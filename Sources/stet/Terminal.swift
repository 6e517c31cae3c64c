import Glibc

/// Standard output and error as bytes, and what the terminal is.
enum Terminal {
  static func print(_ text: String) { write(Array(text.utf8)) }

  /// Writes all bytes to standard output; ends quietly when the reader has gone.
  static func write(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  /// One line on standard error.
  static func complain(_ line: String) { write(Array((line + "\n").utf8), to: STDERR_FILENO) }

  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    let code = send(bytes, to: descriptor)
    guard code != 0 else { return }
    // Nobody can be told any more.
    if descriptor == STDERR_FILENO { return }
    stop(writing: code)
  }

  /// Writes all bytes. 0, or `errno`.
  static func send(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        guard let base = buffer.baseAddress else { return 0 }
        let count = Glibc.write(descriptor, base + sent, buffer.count - sent)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return count == 0 ? EIO : errno }
        sent += count
      }
      return 0
    }
  }

  /// Ends the program since standard output cannot be written: quietly when its reader has gone, with the status
  /// that shells report of the signal (`SIGPIPE` itself ends it where nobody ignores it).
  static func stop(writing code: Int32) -> Never {
    guard code != EPIPE else { exit(128 + SIGPIPE) }
    complain(
      "stet: standard output: it cannot be written: \(String(cString: strerror(code))). Check the space on the disk."
    )
    exit(2)
  }

  static func exit(_ code: Int32) -> Never { Glibc.exit(code) }

  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Columns of the terminal on standard output, or 100.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 100 }
    return Int(size.ws_col)
  }

  /// A variable of the environment, nil when unset or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Processors that this process may run on.
  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Seconds on a clock that never goes back.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
