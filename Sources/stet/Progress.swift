/// A line on standard error for runs that take longer than a second. Nothing when it is no terminal.
final class Progress {
  private let total: Int
  private let start = Terminal.now
  private var lastShown = 0.0
  private let isOn = Terminal.errorIsTerminal

  init(total: Int) {
    self.total = total
  }

  func show(_ done: Int) {
    guard isOn, done & 15 == 0 else { return }
    let now = Terminal.now
    guard now - start > 1, now - lastShown > 0.2 else { return }
    lastShown = now
    let left = done == 0 ? "" : ", \(Int((now - start) / Double(done) * Double(total - done)) + 1) s left"
    Terminal.write(Array("\r\u{1B}[K\(done) of \(total) files\(left)".utf8), to: 2)
  }

  func clear() {
    if lastShown > 0 { Terminal.write(Array("\r\u{1B}[K".utf8), to: 2) }
  }
}
