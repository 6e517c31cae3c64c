/// Finds in one pass over a block which words of all rules it holds, so that most patterns need not be asked.
struct LiteralIndex: Sendable {
  /// One word: its bytes lie in `bytes`, what it stands for in `targets`.
  private struct Entry: Sendable {
    var start: Int32
    var length: Int32
    /// The next entry with the same key; -1 ends the chain.
    var next: Int32
    var firstTarget: Int32
    var targetCount: Int32
  }

  private struct Target: Sendable {
    var rule: Int32
    var alternative: Int32
  }

  private var entries: [Entry] = []
  private var bytes: [UInt8] = []
  private var targets: [Target] = []
  /// The first entry by the first three bytes, hashed, of those that have three.
  private var triple = [Int32](repeating: -1, count: 1 << 16)
  private var double = [Int32](repeating: -1, count: 1 << 16)
  private var single = [Int32](repeating: -1, count: 256)

  init(_ rules: [[Alternative]]) {
    var words: [[UInt8]: [Target]] = [:]
    for (rule, alternatives) in rules.enumerated() {
      for (number, alternative) in alternatives.enumerated() {
        for word in alternative.literals ?? [] {
          words[word, default: []].append(Target(rule: Int32(rule), alternative: Int32(number)))
        }
      }
    }
    for (word, targets) in words { add(word, targets) }
  }

  private mutating func add(_ word: [UInt8], _ own: [Target]) {
    let number = Int32(entries.count)
    let next: Int32
    switch word.count {
    case 1:
      next = single[Int(word[0])]
      single[Int(word[0])] = number
    case 2:
      let key = Int(word[0]) << 8 | Int(word[1])
      next = double[key]
      double[key] = number
    default:
      let key = Self.key(word[0], word[1], word[2])
      next = triple[key]
      triple[key] = number
    }
    entries.append(
      Entry(
        start: Int32(bytes.count), length: Int32(word.count), next: next, firstTarget: Int32(targets.count),
        targetCount: Int32(own.count)))
    bytes += word
    targets += own
  }

  @inline(__always)
  private static func key(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
    let letters = UInt32(a) << 16 | UInt32(b) << 8 | UInt32(c)
    return Int((letters &* 0x9E37_79B1) >> 16)
  }

  /// What one task keeps between blocks.
  struct Scratch {
    fileprivate var lower: [UInt8] = []
    /// For each word the number of the last block that held it.
    fileprivate var seen: [Int32] = []
    fileprivate var block: Int32 = 0
    /// The words that the block at hand holds.
    fileprivate var held: [Int32] = []
    /// For each rule the alternatives that the block at hand may match.
    fileprivate(set) var candidates: [[Int]] = []
    fileprivate var touched: Set<Int> = []
  }

  /// - Parameter always: the alternatives of each rule that have no words.
  func scratch(_ always: [[Int]]) -> Scratch {
    var scratch = Scratch()
    scratch.seen = [Int32](repeating: 0, count: entries.count)
    scratch.candidates = always
    return scratch
  }

  /// Sets the candidates of all rules for a block.
  func scan(_ text: [UInt8], _ scratch: inout Scratch, always: [[Int]]) {
    for rule in scratch.touched { scratch.candidates[rule] = always[rule] }
    scratch.touched.removeAll(keepingCapacity: true)
    scratch.held.removeAll(keepingCapacity: true)
    scratch.block += 1
    scratch.lower.removeAll(keepingCapacity: true)
    for byte in text { scratch.lower.append(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
    find(&scratch)
    for word in scratch.held {
      let entry = entries[Int(word)]
      for target in targets[Int(entry.firstTarget)..<Int(entry.firstTarget + entry.targetCount)] {
        let rule = Int(target.rule)
        scratch.touched.insert(rule)
        scratch.candidates[rule].append(Int(target.alternative))
      }
    }
    for rule in scratch.touched { scratch.candidates[rule] = Self.ascending(scratch.candidates[rule]) }
  }

  /// Each once.
  private static func ascending(_ numbers: [Int]) -> [Int] {
    var kept: [Int] = []
    for number in numbers.sorted() where kept.last != number { kept.append(number) }
    return kept
  }

  private func find(_ scratch: inout Scratch) {
    let block = scratch.block
    let lower = scratch.lower
    // Taken out while they are written to, so that nothing is copied.
    var (seen, held): ([Int32], [Int32]) = ([], [])
    swap(&seen, &scratch.seen)
    swap(&held, &scratch.held)
    lower.withUnsafeBufferPointer { text in
      entries.withUnsafeBufferPointer { entries in
        for at in text.indices {
          follow(single[Int(text[at])], text, at, block, entries, &seen, &held)
          guard at + 1 < text.count else { break }
          follow(double[Int(text[at]) << 8 | Int(text[at + 1])], text, at, block, entries, &seen, &held)
          guard at + 2 < text.count else { continue }
          follow(
            triple[Self.key(text[at], text[at + 1], text[at + 2])], text, at, block, entries, &seen, &held)
        }
      }
    }
    swap(&seen, &scratch.seen)
    swap(&held, &scratch.held)
  }

  /// Notes the words of a chain that stand at a place.
  @inline(__always)
  private func follow(
    _ first: Int32, _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ block: Int32,
    _ entries: UnsafeBufferPointer<Entry>, _ seen: inout [Int32], _ held: inout [Int32]
  ) {
    var number = first
    while number >= 0 {
      let entry = entries[Int(number)]
      let length = Int(entry.length)
      if seen[Int(number)] != block, at + length <= text.count {
        var same = 0
        while same < length, text[at + same] == bytes[Int(entry.start) + same] { same += 1 }
        if same == length {
          seen[Int(number)] = block
          held.append(number)
        }
      }
      number = entry.next
    }
  }
}
