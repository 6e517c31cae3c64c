import CYAML

/// Why a YAML file cannot be read.
package struct YAMLFault: Error, Sendable {
  package var place: YAMLPlace
  package var message: String
}

/// Reads one YAML document through the events of libyaml. Anchors, aliases and tags are refused: in rules and
/// configurations they are always a pattern that should have been quoted (`*ed`, `!not`, `*.md`).
package enum YAMLReader {
  /// Deeper nesting is an error; rule files need four, configurations five.
  static let depthLimit = 16

  package static func read(_ bytes: [UInt8]) throws(YAMLFault) -> YAMLNode {
    let events = try events(of: bytes)
    var builder = YAMLBuilder(events: events)
    return try builder.document()
  }

  enum Event {
    case scalar(String, textOffset: Int?)
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    case refused(String)
  }

  private static func events(of bytes: [UInt8]) throws(YAMLFault) -> [(event: Event, place: YAMLPlace)] {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
      throw YAMLFault(place: YAMLPlace(line: 1, column: 1), message: "out of memory")
    }
    defer { yaml_parser_delete(&parser) }
    var list: [(event: Event, place: YAMLPlace)] = []
    let broken: YAMLFault? = bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      while true {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else { return fault(of: parser) }
        defer { yaml_event_delete(&event) }
        if event.type == YAML_STREAM_END_EVENT { return nil }
        if let read = read(event) { list.append((read, place(event.start_mark))) }
      }
    }
    if let broken { throw broken }
    return list
  }

  private static func read(_ event: yaml_event_t) -> Event? {
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      if scalar.anchor != nil || scalar.tag != nil { return .refused("`&` and `!`") }
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let width = Int(event.end_mark.column) - Int(event.start_mark.column)
      let sameLine = event.end_mark.line == event.start_mark.line
      let length = text.unicodeScalars.count
      switch scalar.style {
      case YAML_PLAIN_SCALAR_STYLE: return .scalar(text, textOffset: sameLine ? 0 : nil)
      case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        return .scalar(text, textOffset: sameLine && width == length + 2 ? 1 : nil)
      default: return .scalar(text, textOffset: nil)
      }
    case YAML_SEQUENCE_START_EVENT: return .sequenceStart
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_START_EVENT: return .mappingStart
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    case YAML_ALIAS_EVENT: return .refused("`*`")
    default: return nil
    }
  }

  private static func fault(of parser: yaml_parser_t) -> YAMLFault {
    let problem = parser.problem.map { String(cString: $0) } ?? "it cannot be read"
    let context = parser.context.map { " " + String(cString: $0) } ?? ""
    return YAMLFault(
      place: place(parser.problem_mark),
      message: "the YAML is not well formed: \(problem)\(context). "
        + "Text that starts with a mark or holds “: ” or “ #” goes between single quotation marks")
  }

  private static func place(_ mark: yaml_mark_t) -> YAMLPlace {
    YAMLPlace(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}

/// Turns the events into nodes.
private struct YAMLBuilder {
  let events: [(event: YAMLReader.Event, place: YAMLPlace)]
  private var at = 0

  init(events: [(event: YAMLReader.Event, place: YAMLPlace)]) {
    self.events = events
  }

  mutating func document() throws(YAMLFault) -> YAMLNode {
    guard !events.isEmpty else {
      throw YAMLFault(place: YAMLPlace(line: 1, column: 1), message: "the file is empty")
    }
    let node = try node(depth: 0)
    guard at == events.count else {
      throw YAMLFault(place: events[at].place, message: "a file holds one document; this starts a second one")
    }
    return node
  }

  private mutating func node(depth: Int) throws(YAMLFault) -> YAMLNode {
    let (event, place) = events[at]
    guard depth < YAMLReader.depthLimit else {
      throw YAMLFault(place: place, message: "nested deeper than \(YAMLReader.depthLimit) levels")
    }
    at += 1
    switch event {
    case .scalar(let text, let offset):
      return YAMLNode(content: .scalar(text), place: place, textOffset: offset)
    case .sequenceStart:
      var items: [YAMLNode] = []
      while !ends(.sequenceEnd) { items.append(try node(depth: depth + 1)) }
      at += 1
      return YAMLNode(content: .sequence(items), place: place, textOffset: nil)
    case .mappingStart:
      return YAMLNode(content: .mapping(try entries(depth: depth)), place: place, textOffset: nil)
    case .refused(let marks):
      throw YAMLFault(
        place: place,
        message: "\(marks) at the head of a value means something else in YAML: put the value between "
          + "single quotation marks")
    case .sequenceEnd, .mappingEnd:
      preconditionFailure("libyaml closes only what it opened")
    }
  }

  private mutating func entries(depth: Int) throws(YAMLFault) -> [YAMLNode.Entry] {
    var entries: [YAMLNode.Entry] = []
    var seen: Set<String> = []
    while !ends(.mappingEnd) {
      let key = try node(depth: depth + 1)
      guard case .scalar(let name) = key.content else {
        throw YAMLFault(place: key.place, message: "a key must be text, not \(key.kindName)")
      }
      guard seen.insert(name).inserted else {
        throw YAMLFault(place: key.place, message: "“\(name)” is given twice")
      }
      entries.append(YAMLNode.Entry(key: name, keyPlace: key.place, value: try node(depth: depth + 1)))
    }
    at += 1
    return entries
  }

  private enum Closing { case sequenceEnd, mappingEnd }

  private func ends(_ closing: Closing) -> Bool {
    switch (events[at].event, closing) {
    case (.sequenceEnd, .sequenceEnd), (.mappingEnd, .mappingEnd): true
    default: false
    }
  }
}
