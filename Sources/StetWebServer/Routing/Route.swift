import HTTPTypes
import Hummingbird
import NIOCore

/// What the server answers to one method at one path. `WebServer.routes` lists all of them; a route of its own file is
/// a static member of an extension of this type, and a line in that list.
package struct Route: Sendable {
  package typealias Handler = @Sendable (Call) async throws -> Response

  package var method: HTTPRequest.Method
  /// Compared as a whole, without the query.
  package var path: String
  /// Whether it is answered without the token.
  package var isOpen: Bool
  package var handle: Handler

  package init(
    _ method: HTTPRequest.Method, _ path: String, isOpen: Bool = false, _ handle: @escaping Handler
  ) {
    self.method = method
    self.path = path
    self.isOpen = isOpen
    self.handle = handle
  }
}

/// One request, and what it takes to answer it.
package struct Call: Sendable {
  package var request: Request
  package var context: CallContext
  package var desk: LintDesk

  /// The bytes of the body, at most as many as the settings allow.
  package func body() async throws -> ByteBuffer {
    do {
      let body = try await request.body.collect(upTo: desk.settings.maximalBody)
      // A client that went away in the middle of its body looks as if it had come to the end.
      if let length = request.headers[.contentLength].flatMap({ Int($0) }), body.readableBytes < length {
        throw Refusal(
          .badRequest, "the body ends before the \(length) bytes that are announced", place: "Content-Length",
          nextStep: "Send all of them.")
      }
      return body
    } catch is NIOTooManyBytesError {
      throw Refusal.tooLarge(limit: desk.settings.maximalBody)
    }
  }

  /// Runs `work` on one of the workers, off the event loops and the tasks of the requests.
  package func work<Value: Sendable>(
    _ work: @escaping @Sendable (LintDesk.Seat) throws -> Value
  ) async throws -> Value {
    let desk = desk
    return try await desk.pool.run(on: context.channel.eventLoop) { worker in
      try work(LintDesk.Seat(desk: desk, worker: worker))
    }
  }
}

/// What Hummingbird hands along with a request.
package struct CallContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  package let channel: any Channel

  package init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
  }
}

extension Refusal {
  static func tooLarge(limit: Int) -> Refusal {
    Refusal(
      .contentTooLarge, "the body is larger than \(limit) bytes",
      nextStep: "Send the text in parts, or start the server with a larger --max-body.")
  }
}
