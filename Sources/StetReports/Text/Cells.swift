/// A piece of a line as a terminal draws it: a user-perceived character or what stands for one.
struct Cell: Equatable {
  var text: String
  /// Columns it takes in a terminal: 0 for a mark that stands without a base, otherwise 1 and more.
  var width: Int
  /// Bytes of the source that it stands for.
  var bytes: Range<Int>
  /// Whether it is a tab, whose width depends on where it stands.
  var isTab = false
}

/// Cuts a range of source bytes into cells, so that nothing in them is invisible or steers the terminal:
/// control characters become control pictures (U+2400 to U+2421), other characters without a look
/// `<U+200B>`, malformed bytes `<0xE9>`.
func cells(_ bytes: ArraySlice<UInt8>) -> [Cell] {
  var cells: [Cell] = []
  var at = bytes.startIndex
  while at < bytes.endIndex {
    // Most text: a printable ASCII character that no mark can follow is a cell without a look at Unicode.
    if bytes[at] >= 0x20, bytes[at] < 0x7F, at + 1 == bytes.endIndex || bytes[at + 1] < 0x80 {
      let text = String(Unicode.Scalar(bytes[at]))
      cells.append(Cell(text: text, width: 1, bytes: at..<at + 1))
      at += 1
      continue
    }
    let next = nextPlain(bytes[at...])
    let bad = firstMalformed(bytes[at..<next])
    appendClusters(bytes[at..<bad.lowerBound], to: &cells)
    for offset in bad {
      let digits = String(bytes[offset], radix: 16, uppercase: true)
      cells.append(Cell(text: "<0x\(digits)>", width: 6, bytes: offset..<offset + 1))
    }
    at = bad.upperBound
  }
  return cells
}

/// A text of our own or of the user with everything invisible drawn, as in `cells`.
func visible(_ text: String) -> String {
  cells(Array(text.utf8)[...]).map { $0.isTab ? " " : $0.text }.joined()
}

/// A text as `visible` draws it, its middle left out where it would take more than `width` columns.
func shortened(_ text: String, to width: Int) -> String {
  let all = cells(Array(text.utf8)[...])
  guard all.reduce(0, { $0 + $1.width }) > width else { return visible(text) }
  let head = prefix(all, width: width * 2 / 3)
  let tail = prefix(all.reversed(), width: width - width * 2 / 3 - 1)
  let parts = [all.prefix(head), all.suffix(tail)].map { $0.map { $0.isTab ? " " : $0.text }.joined() }
  return parts.joined(separator: "…")
}

/// How many cells from the start take no more than `width` columns.
private func prefix(_ cells: some Sequence<Cell>, width: Int) -> Int {
  var left = width
  return cells.prefix { cell in
    left -= cell.width
    return left >= 0
  }.count
}

/// The columns that a text takes once it is drawn.
func columns(_ text: String) -> Int {
  cells(Array(text.utf8)[...]).reduce(0) { $0 + $1.width }
}

/// Where ASCII goes on without a mark behind it, at or after the second byte: a place between two clusters.
private func nextPlain(_ bytes: ArraySlice<UInt8>) -> Int {
  var at = bytes.startIndex + 1
  while at + 1 < bytes.endIndex {
    if bytes[at] >= 0x20, bytes[at] < 0x7F, bytes[at + 1] < 0x80 { return at }
    at += 1
  }
  return bytes.endIndex
}

/// The first ill-formed sequence, or the empty range at the end.
private func firstMalformed(_ bytes: ArraySlice<UInt8>) -> Range<Int> {
  var iterator = bytes.makeIterator()
  var decoder = UTF8()
  var at = bytes.startIndex
  while true {
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): at += UTF8.width(scalar)
    case .emptyInput: return bytes.endIndex..<bytes.endIndex
    case .error: return at..<at + 1
    }
  }
}

private func appendClusters(_ bytes: ArraySlice<UInt8>, to cells: inout [Cell]) {
  var at = bytes.startIndex
  for cluster in String(decoding: bytes, as: UTF8.self) {
    let length = cluster.utf8.count
    defer { at += length }
    if cluster == "\t" {
      cells.append(Cell(text: " ", width: 1, bytes: at..<at + 1, isTab: true))
      continue
    }
    let scalars = cluster.unicodeScalars
    guard !isEmoji(cluster), scalars.contains(where: isInvisible) else {
      cells.append(Cell(text: String(cluster), width: width(cluster), bytes: at..<at + length))
      continue
    }
    // One cell for each invisible character, one for what stands between them.
    var scalarStart = at
    var run = String.UnicodeScalarView()
    var runStart = at
    func closeRun(into cells: inout [Cell]) {
      guard !run.isEmpty else { return }
      let text = String(run)
      cells.append(
        Cell(text: text, width: text.reduce(0) { $0 + width($1) }, bytes: runStart..<scalarStart))
      run = String.UnicodeScalarView()
    }
    for scalar in scalars {
      let next = scalarStart + UTF8.width(scalar)
      if isInvisible(scalar) {
        closeRun(into: &cells)
        let text = drawn(scalar)
        cells.append(Cell(text: text, width: text.unicodeScalars.count, bytes: scalarStart..<next))
        runStart = next
      } else {
        run.append(scalar)
      }
      scalarStart = next
    }
    closeRun(into: &cells)
  }
}

/// Whether a cluster is drawn as one picture: an emoji sequence (Unicode Technical Standard #51) whose joiners
/// join something and whose tags follow the black flag.
private func isEmoji(_ cluster: Character) -> Bool {
  let scalars = cluster.unicodeScalars
  guard let first = scalars.first, scalars.count > 1, first.properties.isEmoji else { return false }
  guard scalars.last?.value != 0x200D else { return false }
  return scalars.dropFirst().allSatisfy { scalar in
    switch scalar.value {
    case 0xFE0F, 0x20E3: true
    case 0x200D: !first.isASCII
    case 0xE0020...0xE007F: first.value == 0x1F3F4
    default: !first.isASCII && scalar.properties.isEmoji
    }
  }
}

/// Columns of a cluster in which nothing is invisible.
private func width(_ cluster: Character) -> Int {
  let scalars = cluster.unicodeScalars
  guard let first = scalars.first, scalars.count > 1 else { return scalars.first.map(width) ?? 0 }
  if isEmoji(cluster) { return 2 }
  // A text character that asks for its emoji look.
  if scalars.contains(where: { $0.value == 0xFE0F }), first.properties.isEmoji { return 2 }
  return scalars.reduce(0) { $0 + width($1) }
}

/// Columns of one character: none for combining marks and the vowels and finals of a Hangul syllable.
private func width(_ scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x300 { return 1 }
  if (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value) { return 0 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark: return 0
  default: return isEastAsianWide(scalar) ? 2 : 1
  }
}

private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF: return false
  // Variation selectors: the look of the character before, never seen themselves.
  case 0xFE00...0xFE0F, 0xE0100...0xE01EF: return false
  default: break
  }
  switch scalar.properties.generalCategory {
  case .control, .lineSeparator, .paragraphSeparator: return true
  // The interlinear annotation marks; most other format characters that may not be ignored have a look.
  case .format where (0xFFF9...0xFFFB).contains(scalar.value): return true
  default: return scalar.properties.isDefaultIgnorableCodePoint
  }
}

private func drawn(_ scalar: Unicode.Scalar) -> String {
  if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) { return String(picture) }
  if scalar.value == 0x7F { return "\u{2421}" }
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
}
