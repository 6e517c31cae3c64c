import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Watches over one connection before anything of a request is kept: too many connections, a body that is too long or
/// says it will be, one that does not come to its end, and bytes that are no HTTP get their answer here.
///
/// The answer is followed by the end of our side of the connection; what the client still sends is thrown away for a
/// moment, since closing at once would make its system throw away our answer.
final class RequestGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  struct Limits: Sendable {
    /// Bytes of a body.
    var body: Int
    /// For all of a body, from the head of the request.
    var bodyTime: TimeAmount
    /// How long a refused client is listened to.
    var farewell: TimeAmount = .seconds(2)
  }

  private enum State {
    case serving
    /// The answer must wait until earlier requests of this connection have theirs.
    case refusing(Refusal)
    case refused
  }

  /// The request that is being read.
  private enum Current {
    /// None: between two requests.
    case none
    /// Its head was not handed on.
    case withheld
    case open
    /// Its answer is written already, before its end was read.
    case answered
  }

  private let limits: Limits
  private let connections: ConnectionCount
  /// Told of each refusal, for the metrics.
  private let onRefusal: @Sendable (Refusal) -> Void
  private var state = State.serving
  private var isCounted = false
  private var current = Current.none
  private var bodyBytes = 0
  private var deadline: Scheduled<Void>?
  /// Requests that were handed on and have no whole answer yet.
  private var outstanding = 0
  /// Whether the answer to the first of these has begun.
  private var hasBegunAnswer = false

  init(
    limits: Limits, connections: ConnectionCount, onRefusal: @escaping @Sendable (Refusal) -> Void
  ) {
    self.limits = limits
    self.connections = connections
    self.onRefusal = onRefusal
  }

  // MARK: The connection

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { count(context) }
  }

  func channelActive(context: ChannelHandlerContext) {
    context.fireChannelActive()
    count(context)
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    if isCounted { connections.leave() }
    isCounted = false
    context.fireChannelInactive()
  }

  private func count(_ context: ChannelHandlerContext) {
    guard !isCounted else { return }
    isCounted = true
    if !connections.enter() { refuse(.tooManyConnections(connections.limit), context) }
  }

  // MARK: From the client

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .serving = state else { return }
    let part = unwrapInboundIn(data)
    switch part {
    case .head(let head):
      current = .withheld
      bodyBytes = 0
      let length = head.headerFields[.contentLength].flatMap { Int($0) } ?? 0
      guard length <= limits.body else { return refuse(.tooLarge(limit: limits.body), context) }
      current = .open
      outstanding += 1
      if head.headerFields[.expect]?.lowercased() == "100-continue", outstanding == 1 {
        context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
      }
    case .body(let bytes):
      bodyBytes += bytes.readableBytes
      guard bodyBytes <= limits.body else { return refuse(.tooLarge(limit: limits.body), context) }
    case .end:
      current = .none
      deadline?.cancel()
      deadline = nil
    }
    context.fireChannelRead(data)
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    guard case .serving = state else {
      // Nobody behind this handler asks for more.
      context.read()
      return
    }
    if current != .none, deadline == nil {
      let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
      deadline = context.eventLoop.scheduleTask(in: limits.bodyTime) {
        let (handler, context) = bound.value
        handler.deadline = nil
        if handler.current != .none { handler.refuse(.slowBody(handler.limits.bodyTime), context) }
      }
    }
    context.fireChannelReadComplete()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    switch error {
    case HTTPParserError.headerOverflow: refuse(.headTooLarge, context)
    case is HTTPParserError: refuse(.noHTTP, context)
    default: context.fireErrorCaught(error)
    }
  }

  // MARK: To the client

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .refused = state {
      promise?.fail(ChannelError.ioOnClosedChannel)
      return
    }
    context.write(data, promise: promise)
    switch unwrapOutboundIn(data) {
    case .head(let head): if head.status.kind != .informational { hasBegunAnswer = true }
    case .body: break
    case .end:
      hasBegunAnswer = false
      outstanding -= 1
      if outstanding == 0, current == .open { current = .answered }
      if case .refusing(let refusal) = state, earlier == 0 { answer(refusal, context) }
    }
  }

  private func refuse(_ refusal: Refusal, _ context: ChannelHandlerContext) {
    guard case .serving = state else { return }
    deadline?.cancel()
    onRefusal(refusal)
    state = .refusing(refusal)
    if earlier == 0 { answer(refusal, context) }
  }

  /// Requests before the one that is being read that still wait for their answers.
  private var earlier: Int { outstanding - (current == .open ? 1 : 0) }

  private func answer(_ refusal: Refusal, _ context: ChannelHandlerContext) {
    state = .refused
    if !hasBegunAnswer, current != .answered {
      var response = refusal.json
      response.headers[.connection] = "close"
      context.write(wrapOutboundOut(.head(response.head)), promise: nil)
      context.write(wrapOutboundOut(.body(ByteBuffer(bytes: refusal.bytes))), promise: nil)
      context.write(wrapOutboundOut(.end(nil)), promise: nil)
    }
    context.flush()
    context.close(mode: .output, promise: nil)
    context.read()
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: limits.farewell) { bound.value.close(promise: nil) }
  }
}

extension Refusal {
  static func tooManyConnections(_ limit: Int) -> Refusal {
    Refusal(
      .serviceUnavailable, "\(limit) connections are open already",
      nextStep: "Try again in a second, or start the server with a larger --max-connections.",
      headers: [.retryAfter: "1"])
  }

  static func slowBody(_ limit: TimeAmount) -> Refusal {
    Refusal(
      .requestTimeout, "the body did not come to its end within \(limit.nanoseconds / 1_000_000_000) seconds",
      nextStep: "Send all bytes that Content-Length promises, without long pauses.")
  }

  static let headTooLarge = Refusal(
    .requestHeaderFieldsTooLarge, "the head of the request is too large", place: "head",
    nextStep: "Send long texts in the body of a POST request, not in the address.")

  static let noHTTP = Refusal(
    .badRequest, "the request is not the HTTP/1.1 that can be read here", place: "head",
    nextStep: "Look at its first line and its header fields.")
}
