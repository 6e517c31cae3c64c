import StetDocument
import StetLanguage
import StetLint
import StetText

package struct NameFormVariant: Rule {
  package static let metadata = RuleMetadata(
    id: "name-form-variant", family: .names, severity: .warning,
    summary: "One name with other capitals, hyphens or blanks: Github and GitHub")

  private let prefixes: WordSet

  package init(_ lexicon: Lexicon) {
    prefixes = WordSet("pro anti ex non post pre mid neo trans inter", lexicon)
  }

  private struct Form {
    /// Hash of its letters and figures alone, folded.
    var letters = FNV1a()
    /// Hash of all its characters, any run of blanks as one.
    var text = FNV1a()
    var tokens: Range<Int>
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let forms = forms(analysis)
    guard forms.count > 1 else { return }
    var groups: [FNV1a: [Int]] = [:]
    for (index, form) in forms.enumerated() { groups[form.letters, default: []].append(index) }
    let mixed = groups.values.filter { group in group.contains { forms[$0].text != forms[group[0]].text } }
    for group in mixed.sorted(by: { $0[0] < $1[0] }) {
      var counts: [FNV1a: Int] = [:]
      for index in group { counts[forms[index].text, default: 0] += 1 }
      guard
        let kept = group.max(by: {
          (counts[forms[$0].text, default: 0], -$0) < (counts[forms[$1].text, default: 0], -$1)
        }
        )
      else { continue }
      let right = analysis.string(forms[kept].tokens)
      let strays = group.filter { forms[$0].text != forms[kept].text }
      guard let first = strays.first,
        counts[forms[kept].text, default: 0] > counts[forms[first].text, default: 0]
      else {
        continue
      }
      report.add(
        Self.message(analysis.string(forms[first].tokens), right), at: analysis.range(forms[first].tokens),
        related: [(analysis.range(forms[kept].tokens), "“\(right)” stands here")]
          + strays.dropFirst().map { (analysis.range(forms[$0].tokens), "here too") },
        fixes: [
          ProposedFix(
            "Write “\(right)” throughout", strays.map { (analysis.range(forms[$0].tokens), right) }, .review)
        ])
    }
  }

  /// Names whose form can vary: of several words, with a hyphen, with a capital inside.
  private func forms(_ analysis: Analysis) -> [Form] {
    let tokens = analysis.layer.tokens
    let prose = analysis.document.prose
    var found: [Form] = []
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
        } else if !hasMixed || tokens[first].shape == .upper {
          continue
        }
      }
      guard range.count <= 4, !isPart(range, analysis), !isPrefixed(range, analysis) else { continue }
      if let form = Self.form(prose, Int(tokens[first].start)..<Int(tokens[range.upperBound - 1].end), range)
      {
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
  private static func form(_ prose: [UInt8], _ bytes: Range<Int>, _ range: Range<Int>) -> Form? {
    var form = Form(tokens: range)
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

extension NameFormVariant {
  static func message(_ stray: String, _ kept: String) -> String {
    "“\(stray)” is written “\(kept)” elsewhere in this text. Use one form throughout."
  }
}
