import Glibc
import Synchronization

/// Standard input and output as a client of the server sees them.
enum StandardStreams {
  /// The pieces that come in, read by a thread of their own, since reading blocks. Ends with the input.
  static func pieces() -> AsyncStream<MessageFraming.Piece> {
    AsyncStream { continuation in
      let box = Unmanaged.passRetained(Reader(continuation))
      var thread = pthread_t()
      let status = pthread_create(
        &thread, nil,
        { pointer in
          guard let pointer else { return nil }
          Unmanaged<Reader>.fromOpaque(pointer).takeRetainedValue().run()
          return nil
        }, box.toOpaque())
      guard status == 0 else {
        box.release()
        continuation.finish()
        return
      }
      pthread_detach(thread)
    }
  }

  private final class Reader {
    private let continuation: AsyncStream<MessageFraming.Piece>.Continuation

    init(_ continuation: AsyncStream<MessageFraming.Piece>.Continuation) {
      self.continuation = continuation
    }

    func run() {
      var framing = MessageFraming()
      var block = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = read(STDIN_FILENO, &block, block.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          if framing.isInMessage { continuation.yield(.unreadable("it ends within a message")) }
          break
        }
        framing.append(block[..<count])
        while let piece = framing.next() {
          continuation.yield(piece)
          if case .unreadable = piece {
            continuation.finish()
            return
          }
        }
      }
      continuation.finish()
    }
  }

  /// Writes whole messages, one after the other, whatever task they come from.
  final class Writer: Sendable {
    private let isBroken = Mutex(false)

    init() { signal(SIGPIPE, SIG_IGN) }

    func write(_ body: [UInt8]) {
      let message = MessageFraming.framed(body)
      isBroken.withLock { isBroken in
        var at = 0
        while at < message.count, !isBroken {
          let count = message[at...].withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
          if count < 0, errno == EINTR { continue }
          // The client is gone; its end of input will end the server.
          if count <= 0 { isBroken = true } else { at += count }
        }
      }
    }
  }
}
