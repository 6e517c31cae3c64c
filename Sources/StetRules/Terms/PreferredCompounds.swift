import StetDocument
import StetLanguage

/// Compounds that a house writes in one way, and where a text writes them otherwise. Found by their letters: they come
/// from a configuration and have no numbers.
struct PreferredCompounds: Sendable {
  /// The chosen form by its letters alone, without a plural's “s”.
  private var forms: [[UInt8]: [UInt8]] = [:]
  /// Whether a form starts with the byte, so that most words are never copied.
  private var initials = [Bool](repeating: false, count: 256)

  init(_ chosen: [String]) {
    for form in chosen {
      let bytes = Self.stem(Array(form.lowercased().utf8))
      guard let first = bytes.first else { continue }
      forms[bytes.filter { !Self.isJoint($0) }] = bytes
      initials[Int(first)] = true
    }
  }

  /// - Parameter family: a compound's letters, as `TermVariant` has them.
  func decides(_ family: String) -> Bool {
    !forms.isEmpty && forms[Array(family.utf8)] != nil
  }

  /// The places that differ from each form, by first place.
  func strays(_ analysis: Analysis) -> [(form: String, places: [ProseRange])] {
    guard !forms.isEmpty else { return [] }
    let tokens = analysis.layer.tokens
    let prose = analysis.document.prose
    var found: [[UInt8]: [ProseRange]] = [:]
    for block in analysis.runningText() {
      var at = block.lowerBound
      while at < block.upperBound {
        defer { at += 1 }
        guard tokens[at].isWord,
          !tokens[at].isCapitalized || at == block.lowerBound || isOpening(at, analysis),
          initials[Int(prose[Int(tokens[at].start)] | 0x20)], at == block.lowerBound || tokens[at].spaceBefore
        else { continue }
        for end in ends(at, block, tokens, prose) {
          let written = Self.stem(
            prose[analysis.range(at..<end).indices].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 })
          guard let form = forms[written.filter { !Self.isJoint($0) }], form != written,
            !analysis.quotations.contains(at), isNoun(end - 1, form, analysis),
            !isBeforeNoun(written, form, end, analysis)
          else { continue }
          found[form, default: []].append(analysis.range(at..<end))
          at = end - 1
          break
        }
      }
    }
    return found.map { (String(decoding: $0.key, as: UTF8.self), $0.value) }.sorted {
      $0.places[0] < $1.places[0]
    }
  }

  /// Where a compound that starts here may end: as two words, with a hyphen, as one.
  private func ends(_ at: Int, _ block: Range<Int>, _ tokens: [Token], _ prose: [UInt8]) -> [Int] {
    func isPlain(_ next: Int) -> Bool {
      next < block.upperBound && tokens[next].isWord && tokens[next].isLower
    }
    var ends: [Int] = []
    if at + 2 < block.upperBound, prose[Int(tokens[at + 1].start)] == UInt8(ascii: "-"),
      !tokens[at + 1].spaceBefore, !tokens[at + 2].spaceBefore, isPlain(at + 2)
    {
      ends.append(at + 3)
    } else if isPlain(at + 1), tokens[at + 1].spaceBefore {
      ends.append(at + 2)
    }
    return ends + [at + 1]
  }

  private func isOpening(_ at: Int, _ analysis: Analysis) -> Bool {
    analysis.sentences.contains { $0.first == at }
  }

  /// “Set up” is a verb, and no way to write “setup”.
  private func isNoun(_ last: Int, _ form: [UInt8], _ analysis: Analysis) -> Bool {
    let tag = analysis.tags[last].universal
    return tag == .noun || tag == .adjective
  }

  /// “Climate-change policy” beside “climate change” is right.
  private func isBeforeNoun(_ written: [UInt8], _ form: [UInt8], _ end: Int, _ analysis: Analysis) -> Bool {
    guard form.contains(0x20), written.contains(UInt8(ascii: "-")) else { return false }
    let tokens = analysis.layer.tokens
    return end < tokens.count && tokens[end].isWord && tokens[end].spaceBefore
      && [.noun, .properNoun, .adjective].contains(analysis.tags[end].universal)
  }

  private static func isJoint(_ byte: UInt8) -> Bool { byte == 0x20 || byte == UInt8(ascii: "-") }

  private static func stem(_ word: [UInt8]) -> [UInt8] {
    word.count > 4 && word.last == UInt8(ascii: "s") && word[word.count - 2] != UInt8(ascii: "s")
      ? Array(word.dropLast()) : word
  }
}
