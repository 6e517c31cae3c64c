import Glibc
import StetDocument
import StetText

/// A line of standard input.
package struct NumberedLine: Sendable {
  /// From 1; empty lines count.
  package var number: Int
  package var line: LineFraming.Line

  /// What it costs to keep, in bytes.
  var size: Int {
    guard case .whole(let bytes) = line else { return Self.overhead }
    return bytes.count + Self.overhead
  }

  private static let overhead = 1_024
}

/// Reads lines in a thread of its own, since reading blocks, and no faster than they are used up.
package final class LineSource: Sendable {
  /// Bytes of lines that may wait or be worked on; a longer line has to be alone.
  private static let usualAllowance = 4 << 20

  /// As problems call it.
  private static let name = "standard input"

  package let lines: AsyncStream<NumberedLine>
  private let send: AsyncStream<NumberedLine>.Continuation
  private let allowance: Allowance
  private let limit: Int
  private let descriptor: Int32

  /// - Parameters:
  ///   - descriptor: read to its end; standard input when not told otherwise.
  ///   - limit: of a line, in bytes.
  package init(
    descriptor: Int32 = STDIN_FILENO, limit: Int = LineFraming.usualLimit, allowance: Int? = nil
  ) {
    self.descriptor = descriptor
    self.limit = limit
    self.allowance = Allowance(allowance ?? Self.usualAllowance)
    (lines, send) = AsyncStream.makeStream()
  }

  /// Starts to read. Each line that comes out of `lines` must be given back by `release`.
  package func start() throws(Problem) {
    let box = Unmanaged.passRetained(self)
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { pointer in
        guard let pointer else { return nil }
        Unmanaged<LineSource>.fromOpaque(pointer).takeRetainedValue().run()
        return nil
      }, box.toOpaque())
    guard status == 0 else {
      box.release()
      throw Problem(FileReading.error(status, Self.name))
    }
    pthread_detach(thread)
  }

  /// A line is done with: as much may be read again.
  package func release(_ line: NumberedLine) { allowance.give(line.size) }

  /// Why reading ended before the end; known when `lines` has ended.
  package var problem: Problem? {
    allowance.failure.map { Problem(FileReading.error($0, Self.name)) }
  }

  private func run() {
    var framing = LineFraming(limit: limit)
    var number = 0
    func take(_ line: LineFraming.Line) {
      number += 1
      // A line of blanks holds no record; its CR is a blank, too.
      if case .whole(let bytes) = line, bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
        return
      }
      let numbered = NumberedLine(number: number, line: line)
      allowance.take(numbered.size)
      send.yield(numbered)
    }
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &block, block.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { allowance.fail(errno) }
      guard count > 0 else { break }
      framing.append(block[..<count], take)
    }
    if allowance.failure == nil { framing.end(take) }
    send.finish()
  }
}

/// Bytes that may be in use at a time. Whoever takes more waits for others to give theirs back.
private final class Allowance: @unchecked Sendable {
  // All that follows is only touched with `mutex` locked. Both live at one address, as POSIX wants it.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let limit: Int
  private var used = 0
  private var code: Int32?

  init(_ limit: Int) {
    self.limit = limit
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// Something larger than the whole allowance gets through when nothing else is in use.
  func take(_ count: Int) {
    locked {
      while used > 0, used + count > limit { pthread_cond_wait(changed, mutex) }
      used += count
    }
  }

  func give(_ count: Int) {
    locked {
      used -= count
      pthread_cond_signal(changed)
    }
  }

  /// `errno` of a read that failed.
  var failure: Int32? { locked { code } }

  func fail(_ code: Int32) { locked { self.code = code } }

  private func locked<Value>(_ body: () -> Value) -> Value {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }
}
