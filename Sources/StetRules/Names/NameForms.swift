import StetDocument
import StetLanguage
import StetText

/// A name at one place, and what makes it the same as another but for capitals, hyphens and blanks.
struct NameForm {
  /// Hash of its letters and figures alone, folded.
  var letters = FNV1a()
  /// Hash of all its characters, any run of blanks as one.
  var text = FNV1a()
  var tokens: Range<Int>
  var kind: Entity.Kind = .unknown
}

/// The names of a text whose form can vary.
struct NameForms: Sendable {
  private let prefixes: WordSet

  init(_ lexicon: Lexicon) {
    prefixes = WordSet("pro anti ex non post pre mid neo trans inter", lexicon)
  }

  /// Names whose form can vary: of several words, with a hyphen, with a capital inside.
  ///
  /// - Parameter singleWords: whether names of one word count in a text that has none with a capital inside.
  func forms(_ analysis: Analysis, singleWords: Bool = false) -> [NameForm] {
    let tokens = analysis.layer.tokens
    let prose = analysis.document.prose
    var found: [NameForm] = []
    // Names of two words, by the first: “Boko haram” is a name of one word and a small word.
    var followers: [WordKey: WordKey] = [:]
    var hasMixed = false
    for name in analysis.names {
      let range = bare(name)
      if range.count == 2 { followers[tokens[range.lowerBound].key] = tokens[range.lowerBound + 1].key }
      if range.count == 1, tokens[range.lowerBound].shape == .mixed { hasMixed = true }
    }
    for name in analysis.names {
      var range = bare(name)
      guard let first = range.first else { continue }
      if range.count == 1 {
        let next = first + 1
        if next < tokens.count, let follower = followers[tokens[first].key], tokens[next].key == follower,
          tokens[next].isLower, !isIndependent(first, follower, analysis)
        {
          range = first..<next + 1
        } else if !(hasMixed || singleWords) || tokens[first].shape == .upper {
          continue
        }
      }
      guard range.count <= 4, !isPart(range, analysis), !isPrefixed(range, analysis) else { continue }
      if var form = Self.form(prose, Int(tokens[first].start)..<Int(tokens[range.upperBound - 1].end), range)
      {
        form.kind = name.kind
        found.append(form)
      }
    }
    return found
  }

  /// Whether the first word may stand before any noun (“Rust project”): known bodies apart, only a word that no
  /// dictionary holds and that always has the other behind it makes one name with it.
  private func isIndependent(_ first: Int, _ follower: WordKey, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    if analysis.language.isListedBody(tokens, at: first, count: 2) { return false }
    if analysis.isKnown(tokens[first]) || tokens[first].shape == .upper { return true }
    return tokens.indices.contains {
      tokens[$0].key == tokens[first].key && ($0 + 1 == tokens.count || tokens[$0 + 1].key != follower)
    }
  }

  private func bare(_ name: Name) -> Range<Int> {
    guard let title = name.parts.first, case .title = title.role,
      title.tokens.upperBound < name.tokens.upperBound
    else { return name.tokens }
    return title.tokens.upperBound..<name.tokens.upperBound
  }

  /// Hashes of both; nil for a name of fewer than five letters.
  private static func form(_ prose: [UInt8], _ bytes: Range<Int>, _ range: Range<Int>) -> NameForm? {
    var form = NameForm(tokens: range)
    var count = 0
    var isBlank = false
    for at in bytes {
      let byte = prose[at]
      if byte <= 0x20 {
        if !isBlank { form.text.add(UInt8(ascii: " ")) }
        isBlank = true
        continue
      }
      isBlank = false
      form.text.add(byte)
      guard byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 else { continue }
      count += 1
      form.letters.add(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return count >= 5 ? form : nil
  }

  /// “pro-Beijing” takes a capital at the start of a sentence, of a headline, of a name.
  private func isPrefixed(_ range: Range<Int>, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    if range.count == 1 {
      return analysis.document.prose[tokens[range.lowerBound].range.indices].contains(UInt8(ascii: "-"))
    }
    return range.count >= 3 && tokens[range.lowerBound + 1].length == 1
      && prefixes.contains(tokens[range.lowerBound].key)
  }

  /// Part of an address, a compound or a headline in capitals.
  private func isPart(_ range: Range<Int>, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    let prose = analysis.document.prose
    if range.allSatisfy({ !tokens[$0].isWord || tokens[$0].shape == .upper }) { return true }
    let joints = "-/.@#_".utf8
    if range.lowerBound > 0, !tokens[range.lowerBound].spaceBefore,
      joints.contains(prose[Int(tokens[range.lowerBound].start) - 1])
    {
      return true
    }
    let end = Int(tokens[range.upperBound - 1].end)
    guard range.upperBound < tokens.count, end < prose.count, !tokens[range.upperBound].spaceBefore else {
      return false
    }
    return prose[end] == UInt8(ascii: "-") || prose[end] == UInt8(ascii: "/")
      || prose[end] == UInt8(ascii: "_")
      || prose[end] == UInt8(ascii: ".") && tokens[range.upperBound].length > 1
  }
}
