import Testing

@testable import StetLSP

@Suite struct MessageFramingTests {
  private func pieces(_ input: String, step: Int) -> [MessageFraming.Piece] {
    var framing = MessageFraming()
    var found: [MessageFraming.Piece] = []
    let bytes = Array(input.utf8)
    for start in stride(from: 0, to: bytes.count, by: step) {
      framing.append(bytes[start..<min(start + step, bytes.count)])
      while let piece = framing.next() {
        found.append(piece)
        if case .unreadable = piece { return found }
      }
    }
    return found
  }

  @Test(arguments: [1, 2, 7, 1000])
  func messagesComeOutWhole(_ step: Int) {
    let input =
      "Content-Length: 2\r\n\r\n{}content-type: x\r\nCONTENT-LENGTH:4\r\n\r\n[12]Content-Length: 0\r\n\r\n"
    #expect(
      pieces(input, step: step) == [.message(Array("{}".utf8)), .message(Array("[12]".utf8)), .message([])])
  }

  @Test func halfAMessageIsWaitedFor() {
    #expect(pieces("Content-Length: 10\r\n\r\n{\"a\"", step: 3).isEmpty)
  }

  @Test(arguments: [
    "Content-Length: ten\r\n\r\n{}", "Content-Length: -1\r\n\r\n{}", "Length: 2\r\n\r\n{}",
    "Content-Length: 99999999999999999999\r\n\r\n{}", String(repeating: "x", count: 9000),
  ])
  func whatHasNoLengthIsUnreadable(_ input: String) {
    guard case .unreadable = pieces(input, step: 100).last else {
      Issue.record("read \(input.prefix(40))")
      return
    }
  }

  /// The bytes of a body over the limit are passed over without being kept, and the next message is read.
  @Test func aBodyOverTheLimitIsPassedOver() {
    var framing = MessageFraming(limit: 1 << 16)
    let length = framing.limit + 5
    framing.append("Content-Length: \(length)\r\n\r\n".utf8)
    #expect(framing.next() == .tooLong(length))
    var left = length
    while left > 0 {
      let step = min(left, 1 << 10)
      framing.append(repeatElement(0x20, count: step))
      left -= step
      if left > 0 { #expect(framing.next() == nil) }
    }
    framing.append("Content-Length: 2\r\n\r\n{}".utf8)
    #expect(framing.next() == .message(Array("{}".utf8)))
  }
}

/// What comes down the line when nobody speaks the protocol.
@Suite struct HostileInputTests {
  /// A gigabyte that is announced costs no memory, whether or not it comes.
  @Test func whatIsAnnouncedIsNotAllocated() {
    var framing = MessageFraming()
    framing.append("Content-Length: 1073741824\r\n\r\n".utf8)
    #expect(framing.next() == .tooLong(1 << 30))
    #expect(framing.capacity < 1 << 20)
    // Just below the limit nothing is kept but what came.
    framing = MessageFraming()
    framing.append("Content-Length: 268435456\r\n\r\n{".utf8)
    #expect(framing.next() == nil)
    #expect(framing.capacity < 1 << 20)
  }

  /// Whatever comes in whatever pieces, there is an end of it, and at most one complaint that ends it.
  @Test func anyBytesAreReadToAnEnd() {
    var generator = SystemRandomNumberGenerator()
    let words: [[UInt8]] = [
      "Content-Length: ", "5", "\r\n\r\n", "\r\n", "{}", ":", " ", "\n\n", "\u{0}", "0", "-1",
      "content-length:3",
    ].map { Array($0.utf8) }
    for _ in 0..<2000 {
      var framing = MessageFraming(limit: 64)
      var pieces = 0
      for _ in 0..<40 {
        framing.append(words.randomElement(using: &generator) ?? [])
        while let piece = framing.next() {
          pieces += 1
          #expect(pieces <= 200)
          if case .unreadable = piece { break }
        }
      }
    }
  }
}
