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
    /// For a client to take more of a long answer.
    var answerTime: TimeAmount = .seconds(30)
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
  private let budget: BodyBudget
  /// Told of each refusal, for the metrics.
  private let onRefusal: @Sendable (Refusal) -> Void
  private var state = State.serving
  private var isCounted = false
  private var current = Current.none
  private var bodyBytes = 0
  /// Bytes of bodies that came in since all requests had their answers.
  private var heldBytes = 0
  /// For the end of the body.
  private var deadline: Scheduled<Void>?
  /// For a client that does not take its answer, or was refused.
  private var closing: Scheduled<Void>?
  /// Answers that are written and not yet sent.
  private var unsent = 0
  /// A close that waits for them.
  private var waitingClose: EventLoopPromise<Void>?
  /// Whether the time of a client that does not take its answer is over.
  private var isOverdue = false
  /// Requests that were handed on and have no whole answer yet.
  private var outstanding = 0
  /// Whether the answer to the first of these has begun.
  private var hasBegunAnswer = false

  init(
    limits: Limits, connections: ConnectionCount, budget: BodyBudget,
    onRefusal: @escaping @Sendable (Refusal) -> Void
  ) {
    self.limits = limits
    self.connections = connections
    self.budget = budget
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
    closing?.cancel()
    waitingClose?.succeed()
    waitingClose = nil
    giveBack()
    if isCounted { connections.leave() }
    isCounted = false
    context.fireChannelInactive()
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if case .serving = state, waitingClose == nil {
      closing?.cancel()
      closing = context.channel.isWritable ? nil : close(context.channel, in: limits.answerTime)
    }
    context.fireChannelWritabilityChanged()
  }

  private func close(_ channel: any Channel, in time: TimeAmount) -> Scheduled<Void> {
    let bound = NIOLoopBound(self, eventLoop: channel.eventLoop)
    return channel.eventLoop.scheduleTask(in: time) {
      bound.value.isOverdue = true
      channel.close(promise: nil)
    }
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
      heldBytes += bytes.readableBytes
      let isHeld = budget.take(bytes.readableBytes)
      guard bodyBytes <= limits.body else { return refuse(.tooLarge(limit: limits.body), context) }
      guard isHeld else { return refuse(.tooMuchAtOnce, context) }
    case .end:
      current = .none
      deadline?.cancel()
      deadline = nil
    }
    context.fireChannelRead(data)
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    // What was handed on in this turn is only seen now.
    context.fireChannelReadComplete()
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
    let part = unwrapOutboundIn(data)
    var promise = promise
    if case .end = part { promise = sending(promise, context) }
    context.write(data, promise: promise)
    switch part {
    case .head(let head): if head.status.kind != .informational { hasBegunAnswer = true }
    case .body: break
    case .end:
      hasBegunAnswer = false
      outstanding -= 1
      if outstanding == 0 {
        giveBack()
        if current == .open { current = .answered }
      }
      if case .refusing(let refusal) = state, earlier == 0 { answer(refusal, context) }
    }
  }

  /// Counts an answer until its last byte is on its way.
  private func sending(
    _ promise: EventLoopPromise<Void>?, _ context: ChannelHandlerContext
  ) -> EventLoopPromise<Void> {
    let promise = promise ?? context.eventLoop.makePromise()
    unsent += 1
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    promise.futureResult.whenComplete { _ in
      let (handler, context) = bound.value
      handler.unsent -= 1
      guard handler.unsent == 0, let close = handler.waitingClose else { return }
      handler.waitingClose = nil
      context.close(promise: close)
    }
    return promise
  }

  /// When the server ends, connections are closed as soon as their answers are written; what of a long one has not been
  /// sent by then would be lost.
  func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
    guard mode == .all, unsent > 0, !isOverdue, context.channel.isActive else {
      context.close(mode: mode, promise: promise)
      return
    }
    if waitingClose == nil {
      closing?.cancel()
      closing = close(context.channel, in: limits.answerTime)
    }
    let waiting = waitingClose ?? context.eventLoop.makePromise()
    if let promise { waiting.futureResult.cascade(to: promise) }
    waitingClose = waiting
  }

  private func giveBack() {
    budget.giveBack(heldBytes)
    heldBytes = 0
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
    closing?.cancel()
    closing = close(context.channel, in: limits.farewell)
  }
}

extension Refusal {
  static func tooManyConnections(_ limit: Int) -> Refusal {
    Refusal(
      .serviceUnavailable, "\(limit) connections are open already",
      nextStep: "Try again in a second, or start the server with a larger --max-connections.",
      headers: [.retryAfter: "1"])
  }

  static let tooMuchAtOnce = Refusal(
    .serviceUnavailable, "the bodies of all requests together are more than the server holds at once",
    nextStep: "Try again in a second.", headers: [.retryAfter: "1"])

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
