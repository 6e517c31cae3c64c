import StetText

/// What `stet dump` writes: one layer of one document.
package struct LayerTable: Sendable {
  /// Raised when a member of the JSON form changes its meaning or goes; new members do not raise it.
  package static let formatVersion = 1

  /// Terminal columns that a text may take where something follows it on its line.
  static let textWidth = 44

  private let dump: LayerDump
  private let positions: PositionTable

  package init(_ dump: LayerDump) {
    self.dump = dump
    positions = PositionTable(dump.source, ranges: dump.ranges)
  }

  // MARK: Text

  /// Columns with a head line: place, bytes, text, then the layer's own. A value that is not there is `-`, or
  /// nothing at the end of a line; what stands below a row, such as the candidates of a pronoun, is indented.
  /// What is known about the whole text stands above the head line.
  package func plain() -> [UInt8] {
    var lines: [Line] = [Line(["place", "bytes", "text"] + dump.columns.map(\.description))]
    for row in dump.rows {
      let last = row.values.lastIndex { $0 != nil } ?? -1
      let values = row.values[...last].map(cell)
      lines.append(Line(head(row.place, isCut: !dump.columns.isEmpty) + values))
      for detail in row.details {
        var line = Line(head(detail, isCut: true))
        line.rest = detail.fields.map { "\($0.name) \(cell($0.value))" }.joined(separator: "  ")
        lines.append(line)
        lines[lines.count - 1].indent()
      }
    }
    var widths = Array(repeating: 0, count: dump.columns.count + 3)
    for line in lines {
      for (column, width) in line.widths.enumerated() { widths[column] = max(widths[column], width) }
    }
    var bytes: [UInt8] = []
    if !dump.rows.isEmpty {
      for fact in dump.facts { bytes += "\(fact.name): \(cell(fact.value))\n".utf8 }
    }
    for line in lines { line.append(to: &bytes, widths) }
    return bytes
  }

  private func head(_ place: LayerDump.Place, isCut: Bool) -> [String] {
    let text = isCut ? shortened(place.text, to: Self.textWidth) : visible(place.text)
    return [position(place), "\(place.range.lower)-\(place.range.upper)", text]
  }

  /// Line and column from 1; a column counts Unicode scalar values, as in `TextReport`.
  private func position(_ place: LayerDump.Place) -> String {
    let position = positions[place.range.lower]
    return "\(position.line):\(position.scalarColumn)"
  }

  private func cell(_ value: LayerDump.Value?) -> String {
    switch value {
    case nil: "-"
    case .text(let text): visible(text)
    case .number(let number): "\(number)"
    case .texts(let texts): texts.joined(separator: ", ")
    case .place(let place): "\(shortened(place.text, to: Self.textWidth)) \(position(place))"
    case .parts(let parts):
      parts.map { part in (part.fields.map { cell($0.value) } + [visible(part.text)]).joined(separator: " ") }
        .joined(separator: ", ")
    }
  }

  // MARK: JSON

  /// The form is told in this target's README.
  package func json(layout: JSONWriter.Layout = .compact, sink: @escaping ([UInt8]) -> Void) {
    var writer = JSONWriter(layout: layout, sink: sink)
    writer.object { [self] in
      $0.field("version", Self.formatVersion)
      $0.field("layer", dump.layer)
      $0.field("file", dump.path)
      for fact in dump.facts { write(fact, to: &$0) }
      $0.array("rows", dump.rows) { writer, row in
        writer.object { write(row, to: &$0) }
      }
    }
    writer.finish()
  }

  private func write(_ row: LayerDump.Row, to writer: inout JSONWriter) {
    write(row.place, to: &writer)
    for (name, value) in zip(dump.columns, row.values) {
      if let value { write(LayerDump.Field(name, value), to: &writer) }
    }
    guard let name = dump.details, !row.details.isEmpty else { return }
    writer.array(name, row.details) { writer, place in writer.object { write(place, to: &$0) } }
  }

  private func write(_ place: LayerDump.Place, to writer: inout JSONWriter) {
    writer.place(place.range, positions)
    writer.field("text", place.text)
    for field in place.fields { write(field, to: &writer) }
  }

  private func write(_ field: LayerDump.Field, to writer: inout JSONWriter) {
    switch field.value {
    case .text(let text): writer.field(field.name, text)
    case .number(let number): writer.field(field.name, number)
    case .texts(let texts): writer.array(field.name, texts) { $0.string($1) }
    case .place(let place): writer.object(field.name) { write(place, to: &$0) }
    case .parts(let parts):
      writer.array(field.name, parts) { writer, part in writer.object { write(part, to: &$0) } }
    }
  }
}

/// A line of the table with the terminal columns of its cells.
private struct Line {
  private(set) var cells: [String]
  private(set) var widths: [Int]
  /// What follows the cells without being aligned.
  var rest = ""

  init(_ cells: [String]) {
    self.cells = cells
    widths = cells.map(columns)
  }

  mutating func indent() {
    cells[0] = "  " + cells[0]
    widths[0] += 2
  }

  func append(to bytes: inout [UInt8], _ aligned: [Int]) {
    for (index, cell) in cells.enumerated() {
      bytes.append(contentsOf: cell.utf8)
      if index + 1 < cells.count || !rest.isEmpty {
        bytes.append(contentsOf: repeatElement(0x20, count: aligned[index] - widths[index] + 2))
      }
    }
    bytes.append(contentsOf: rest.utf8)
    bytes.append(0x0A)
  }
}

extension LayerDump {
  /// Every range that a row mentions.
  fileprivate var ranges: [ByteRange] {
    var ranges: [ByteRange] = []
    func take(_ place: Place) {
      ranges.append(place.range)
      for field in place.fields { take(field.value) }
    }
    func take(_ value: Value) {
      switch value {
      case .text, .number, .texts: break
      case .place(let place): take(place)
      case .parts(let parts): parts.forEach { take($0) }
      }
    }
    for row in rows {
      take(row.place)
      for case .some(let value) in row.values { take(value) }
      row.details.forEach { take($0) }
    }
    return ranges
  }
}
