import Glibc
import StetDocument
import StetLanguage

/// A treebank as raw text, with the tokens and sentences that its annotators saw.
///
/// Rebuilt as for the CoNLL 2018 shared task: words follow each other with a space or, after
/// `SpaceAfter=No`, without one; a new document or paragraph (`# newdoc`, `# newpar`) is a block of its own.
struct SegmentedText {
  var text: [UInt8] = []
  var blocks: [Block] = []
  /// Byte ranges of the tokens; the words of a multi-word token by their share of its surface.
  var tokens: [Range<Int>] = []
  /// Byte ranges of the sentences, from the first byte of the first token to the last of the last.
  var sentences: [Range<Int>] = []

  /// Reads `folder/name.conllu`, or `folder/name.conllu.gz` through the gzip program.
  init(_ name: String, in folder: String) throws {
    let plain = "\(folder)/\(name).conllu"
    let isPlain = access(plain, R_OK) == 0
    let path = isPlain ? plain : plain + ".gz"
    guard access(path, R_OK) == 0 else { throw TreebankError.cannotRead(path: plain) }
    try parse(isPlain ? readFile(plain) : unpackGzip(path), path: path)
  }

  /// Where the reading of a file stands.
  private struct State {
    var startsBlock = true
    var blockStart = 0
    var sentenceStart = 0
    /// Index of the first token of the sentence.
    var firstToken = 0
    var spaceAfter = false
    /// The multi-word token that is being read: its last word, surface, the words so far, a space after it.
    var multiword: (last: Int, surface: [UInt8], forms: [[UInt8]], spaceAfter: Bool)?
  }

  private mutating func parse(_ bytes: [UInt8], path: String) throws {
    var number = 0
    var state = State()
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      switch line.first {
      case nil:
        if tokens.count > state.firstToken {
          sentences.append(state.sentenceStart..<tokens[tokens.count - 1].upperBound)
        }
        state.firstToken = tokens.count
      case UInt8(ascii: "#"):
        if line.starts(with: "# newdoc".utf8) || Self.isNewParagraph(line) { state.startsBlock = true }
      default:
        let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
        guard fields.count == 10 else { throw TreebankError.malformed(path: path, line: number) }
        add(fields, &state)
      }
    }
    blocks.append(Block(kind: .paragraph, prose: ProseRange(state.blockStart, text.count)))
  }

  private mutating func add(_ fields: [ArraySlice<UInt8>], _ state: inout State) {
    let spaceAfter = !String(decoding: fields[9], as: UTF8.self).contains("SpaceAfter=No")
    let form = Array(fields[1])
    let number = String(decoding: fields[0], as: UTF8.self)
    // An empty node of the enhanced graph.
    if number.contains(".") { return }
    if let dash = number.firstIndex(of: "-") {
      state.multiword = (Int(number[dash...].dropFirst()) ?? 0, form, [], spaceAfter)
      return
    }
    guard var multiword = state.multiword else {
      separate(&state)
      append(form, as: [form])
      state.spaceAfter = spaceAfter
      return
    }
    multiword.forms.append(form)
    state.multiword = multiword
    guard Int(number) == multiword.last else { return }
    separate(&state)
    append(multiword.surface, as: multiword.forms)
    state.spaceAfter = multiword.spaceAfter
    state.multiword = nil
  }

  /// Adds what stands before the next token: a space, the end of a block or nothing.
  private mutating func separate(_ state: inout State) {
    let startsSentence = tokens.count == state.firstToken
    if startsSentence, state.startsBlock {
      if !text.isEmpty {
        blocks.append(Block(kind: .paragraph, prose: ProseRange(state.blockStart, text.count)))
        text += [0x0A, 0x0A]
      }
      state.blockStart = text.count
      state.startsBlock = false
    } else if state.spaceAfter {
      text.append(0x20)
    }
    if startsSentence { state.sentenceStart = text.count }
  }

  /// Not `newpar_block`, which GUM uses for what it stood in.
  private static func isNewParagraph(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "# newpar".utf8) && !line.starts(with: "# newpar_".utf8)
  }

  /// Adds a surface form and its words. Words that do not add up to the surface are one token.
  private mutating func append(_ surface: [UInt8], as forms: [[UInt8]]) {
    var at = text.count
    text += surface
    let lengths = forms.map { String(decoding: $0, as: UTF8.self).unicodeScalars.count }
    let scalars = Array(String(decoding: surface, as: UTF8.self).unicodeScalars)
    guard forms.count > 1, lengths.reduce(0, +) == scalars.count else {
      tokens.append(at..<text.count)
      return
    }
    var next = 0
    for length in lengths {
      let width = scalars[next..<next + length].reduce(0) { $0 + UTF8.width($1) }
      tokens.append(at..<at + width)
      at += width
      next += length
    }
  }
}
