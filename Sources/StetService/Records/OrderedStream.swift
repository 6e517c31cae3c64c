/// Does something with each element of a stream on all cores and hands the results over in order, each as soon as it is
/// there and all before it are.
struct OrderedStream<Element: Sendable, Result: Sendable>: Sendable {
  private let workers: Int
  private let makeWork: @Sendable () -> (Element) -> Result

  /// - Parameter makeWork: called once in each worker, for what it does with an element; the worker keeps it for itself.
  init(workers: Int, _ makeWork: @escaping @Sendable () -> (Element) -> Result) {
    self.workers = max(1, workers)
    self.makeWork = makeWork
  }

  private enum Event: Sendable {
    case arrived(Element)
    case ended
    case done(Int, by: Int, Result)
  }

  private typealias Job = (number: Int, element: Element)

  /// Waits for the end of the elements and for all results.
  func forEach(_ elements: AsyncStream<Element>, _ body: (Result) -> Void) async {
    let (events, send) = AsyncStream<Event>.makeStream()
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        for await element in elements { send.yield(.arrived(element)) }
        send.yield(.ended)
      }
      var inboxes: [AsyncStream<Job>.Continuation] = []
      for worker in 0..<workers {
        let (inbox, give) = AsyncStream<Job>.makeStream()
        inboxes.append(give)
        group.addTask { [makeWork] in
          let work = makeWork()
          for await job in inbox { send.yield(.done(job.number, by: worker, work(job.element))) }
        }
      }
      // Two elements for each worker: the next waits in its inbox while it is at one.
      var idle = Array(0..<workers) + Array(0..<workers)
      var queue = Queue<Element>()
      var (arrived, given, due) = (0, 0, 0)
      var isEnded = false
      var ready: [Int: Result] = [:]
      for await event in events {
        switch event {
        case .arrived(let element):
          arrived += 1
          queue.append(element)
        case .ended: isEnded = true
        case .done(let number, let worker, let result):
          idle.append(worker)
          ready[number] = result
        }
        while !idle.isEmpty, let element = queue.next() {
          inboxes[idle.removeLast()].yield((given, element))
          given += 1
        }
        while let result = ready.removeValue(forKey: due) {
          body(result)
          due += 1
        }
        if isEnded, due == arrived { break }
      }
      for inbox in inboxes { inbox.finish() }
    }
  }
}

/// First in, first out.
private struct Queue<Element> {
  private var elements: [Element?] = []
  private var start = 0

  mutating func append(_ element: Element) { elements.append(element) }

  mutating func next() -> Element? {
    guard start < elements.count else { return nil }
    defer {
      elements[start] = nil
      start += 1
      // Few enough moves that each element pays for one.
      if start * 2 > elements.count {
        elements.removeFirst(start)
        start = 0
      }
    }
    return elements[start]
  }
}
