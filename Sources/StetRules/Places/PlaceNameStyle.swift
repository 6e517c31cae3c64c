import StetDocument
import StetLanguage
import StetLint

package struct PlaceNameStyle: Rule {
  package static let metadata = RuleMetadata(
    id: "place-name-style", family: .places, severity: .warning,
    summary: "A name of a country or a city that the house writes another way (nothing unless it is chosen)",
    aliases: ["country-house-style"],
    options: PlaceStyles.options.map(\.declaration) + [former.declaration, prefer.declaration])

  static let former = OptionKey<Bool>(
    "former-names", standard: false, in: [.strict: true],
    "Whether names that no agency prints any more are marked: Byelorussia, Nur-Sultan, Tiflis.")
  static let prefer = OptionKey<[String: String]>(
    "prefer",
    "Names as they are not to be written, each with the name that the house writes; a name with itself is "
      + "let stand.")

  private var names = ChosenNames([:])

  package init(_ lexicon: Lexicon) {}

  package mutating func configure(_ options: RuleOptions) {
    var chosen: [String: String] = [:]
    for option in PlaceStyles.options {
      chosen.merge(PlaceStyles.replacements(option.declaration.name, options[option])) { first, _ in first }
    }
    if options[Self.former] { chosen.merge(PlaceStyles.former) { first, _ in first } }
    chosen.merge(options[Self.prefer]) { _, own in own }
    names = ChosenNames(chosen)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    guard !names.isEmpty else { return }
    var strays: [String: [Range<Int>]] = [:]
    for (block, tokens) in zip(analysis.document.blocks, analysis.layer.blocks) {
      if case .quotation = block.kind { continue }
      for (place, right) in names.places(tokens, analysis) {
        guard !analysis.quotations.contains(place.lowerBound),
          !NameExcuses.holds(place, isPlace: true, tokens, analysis)
        else { continue }
        strays[right, default: []].append(place)
      }
    }
    for (right, places) in strays.sorted(by: { $0.value[0].lowerBound < $1.value[0].lowerBound }) {
      report.add(
        HouseStyle.message(analysis.string(places[0]), right),
        strays: places.map { (analysis.range($0), right) }, kept: nil, keptForm: right)
    }
  }
}

/// Names that a house replaces, found by their bytes: they come from a configuration and have no numbers.
struct ChosenNames: Sendable {
  private struct Entry: Sendable {
    var name: [UInt8]
    var right: String
    /// Where the name stands within the right one (Macedonia in North Macedonia); nil: nowhere.
    var place: Int?
  }

  /// By the first byte; the longest first.
  private var entries: [[Entry]] = Array(repeating: [], count: 256)
  private(set) var isEmpty = true

  init(_ replacements: [String: String]) {
    for (name, right) in replacements where name != right && !name.isEmpty {
      let bytes = Array(name.utf8)
      let whole = Array(right.utf8)
      let place = whole.indices.first { whole[$0...].starts(with: bytes) }
      entries[Int(bytes[0])].append(Entry(name: bytes, right: right, place: place))
      isEmpty = false
    }
    for byte in entries.indices {
      entries[byte].sort {
        $0.name.count != $1.name.count ? $0.name.count > $1.name.count : $0.right < $1.right
      }
    }
  }

  /// The tokens of each name in a block, with what the house writes.
  func places(_ block: Range<Int>, _ analysis: Analysis) -> [(tokens: Range<Int>, right: String)] {
    let tokens = analysis.layer.tokens
    let prose = analysis.document.prose
    var found: [(tokens: Range<Int>, right: String)] = []
    var at = block.lowerBound
    while at < block.upperBound {
      defer { at += 1 }
      guard tokens[at].isWord else { continue }
      let start = Int(tokens[at].start)
      for entry in entries[Int(prose[start])] where prose[start...].starts(with: entry.name) {
        let end = start + entry.name.count
        guard let last = (at..<block.upperBound).first(where: { Int(tokens[$0].end) >= end }),
          Int(tokens[last].end) == end
        else { continue }
        if let place = entry.place, start >= place,
          prose[(start - place)...].starts(with: entry.right.utf8)
        {
          continue
        }
        found.append((at..<last + 1, entry.right))
        at = last
        break
      }
    }
    return found
  }
}
