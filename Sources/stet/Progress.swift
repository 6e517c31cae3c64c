import Glibc
import Synchronization

/// A line on standard error for runs that take longer than a second. Nothing when it is no terminal.
final class Progress {
  /// Files; set when the first is about to be read.
  var total = 0 {
    didSet { start = Terminal.now }
  }
  private var start = Terminal.now
  private var lastShown = 0.0
  private let isOn: Bool

  init(isQuiet: Bool) {
    isOn = !isQuiet && Terminal.errorIsTerminal
  }

  func show(_ done: Int) {
    guard isOn, done > 0 else { return }
    let now = Terminal.now
    guard now - start > 1, now - lastShown > 0.2 else { return }
    lastShown = now
    Interruption.watch()
    let left = Self.time((now - start) / Double(done) * Double(total - done))
    Interruption.lineIsDirty.store(true, ordering: .relaxed)
    Terminal.write(Array("\r\u{1B}[K\(done) of \(total) files, \(left) left".utf8), to: STDERR_FILENO)
  }

  /// Takes the line away, so that something else may be written there.
  func clear() {
    guard Interruption.lineIsDirty.exchange(false, ordering: .relaxed) else { return }
    Terminal.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO)
  }

  private static func time(_ seconds: Double) -> String {
    let seconds = Int(seconds) + 1
    return seconds < 100 ? "\(seconds) s" : "\((seconds + 30) / 60) min"
  }
}

/// Leaves a clean line behind when the user stops the program. Nothing else needs care: reports in files are put in
/// their places whole, at the end.
enum Interruption {
  static let lineIsDirty = Atomic(false)
  private static let isWatching = Atomic(false)

  /// The program still ends by the signal, which shells report as 130, so that a loop around it stops too.
  static func watch() {
    guard !isWatching.exchange(true, ordering: .relaxed) else { return }
    // A shell that runs the program in the background may have it ignore the signal.
    let before = signal(SIGINT, SIG_IGN)
    // Functions cannot be compared, their addresses can.
    guard unsafeBitCast(before, to: Int.self) != unsafeBitCast(SIG_IGN, to: Int.self) else { return }
    // Only what may run in a handler (signal-safety(7)): write(2), signal(2), raise(3) and an atomic load.
    signal(SIGINT) { number in
      if Interruption.lineIsDirty.load(ordering: .relaxed) {
        var bytes: (UInt8, UInt8, UInt8, UInt8) = (0x0D, 0x1B, 0x5B, 0x4B)
        _ = Glibc.write(STDERR_FILENO, &bytes, 4)
      }
      signal(number, SIG_DFL)
      raise(number)
    }
  }
}
