import StetLanguage

/// One step of a compiled pattern.
struct Instruction: Sendable {
  enum Operation: UInt8, Sendable {
    /// The token here passes test `x`.
    case test
    /// Try `x`, then `y`.
    case split
    case jump
    case sentenceStart, sentenceEnd, nextSentence, blockStart, blockEnd, markStart, markEnd
    case accept
  }

  var operation: Operation
  var x: Int32 = 0
  var y: Int32 = 0
}

/// A test whose atoms lie side by side in `ProgramStore.atoms`.
struct CompiledTest: Sendable {
  var atoms: Range<Int32>
  var isNegated: Bool
  var isGlued: Bool
}

/// `TokenTest.Atom` without arrays inside: running a test must not count references.
enum CompiledAtom: Sendable {
  case word(WordKey)
  /// Bytes in `ProgramStore.bytes`, here and below.
  case exact(WordKey, Range<Int32>)
  case wordClass(WordClass)
  case kind(Token.Kind)
  case shape(Token.Shape)
  case capitalized
  case suffix(Range<Int32>)
  case prefix(Range<Int32>)
  case year(ClosedRange<Int32>)
  case quotationMark
  case any
}

/// All compiled patterns in flat arrays.
struct ProgramStore: Sendable {
  private(set) var instructions: [Instruction] = []
  private(set) var tests: [CompiledTest] = []
  private(set) var atoms: [CompiledAtom] = []
  private(set) var bytes: [UInt8] = []
  private var testNumbers: [TokenTest: Int32] = [:]

  /// Compiles a pattern for a backtracking machine (after Thompson and Pike; see R. Cox, “Regular Expression
  /// Matching: the Virtual Machine Approach”, 2009).
  /// - Returns: the index of its first instruction.
  mutating func add(_ pattern: PatternNode) -> Int {
    let start = instructions.count
    emit(pattern)
    instructions.append(Instruction(operation: .accept))
    return start
  }

  private mutating func emit(_ node: PatternNode) {
    switch node {
    case .token(let test): instructions.append(Instruction(operation: .test, x: number(test)))
    case .sequence(let nodes): nodes.forEach { emit($0) }
    case .alternatives(let nodes): emitAlternatives(nodes)
    case .repeated(let inner, let times):
      for _ in 0..<times.lowerBound { emit(inner) }
      var splits: [Int] = []
      for _ in times.lowerBound..<times.upperBound {
        splits.append(instructions.count)
        instructions.append(Instruction(operation: .split, x: Int32(instructions.count + 1)))
        emit(inner)
      }
      for split in splits { instructions[split].y = Int32(instructions.count) }
    case .sentenceStart: instructions.append(Instruction(operation: .sentenceStart))
    case .sentenceEnd: instructions.append(Instruction(operation: .sentenceEnd))
    case .nextSentence: instructions.append(Instruction(operation: .nextSentence))
    case .blockStart: instructions.append(Instruction(operation: .blockStart))
    case .blockEnd: instructions.append(Instruction(operation: .blockEnd))
    case .markStart: instructions.append(Instruction(operation: .markStart))
    case .markEnd: instructions.append(Instruction(operation: .markEnd))
    }
  }

  private mutating func emitAlternatives(_ nodes: [PatternNode]) {
    var jumps: [Int] = []
    for (index, node) in nodes.enumerated() {
      let isLast = index == nodes.count - 1
      let split = instructions.count
      if !isLast { instructions.append(Instruction(operation: .split, x: Int32(split + 1))) }
      emit(node)
      if !isLast {
        jumps.append(instructions.count)
        instructions.append(Instruction(operation: .jump))
        instructions[split].y = Int32(instructions.count)
      }
    }
    for jump in jumps { instructions[jump].x = Int32(instructions.count) }
  }

  /// The number of a test; equal tests share one.
  mutating func number(_ test: TokenTest) -> Int32 {
    if let number = testNumbers[test] { return number }
    let number = Int32(tests.count)
    let first = Int32(atoms.count)
    for atom in test.atoms { atoms.append(compiled(atom)) }
    tests.append(
      CompiledTest(atoms: first..<Int32(atoms.count), isNegated: test.isNegated, isGlued: test.isGlued))
    testNumbers[test] = number
    return number
  }

  private mutating func compiled(_ atom: TokenTest.Atom) -> CompiledAtom {
    switch atom {
    case .word(let key): return .word(key)
    case .exact(let key, let text): return .exact(key, stored(text))
    case .wordClass(let wordClass): return .wordClass(wordClass)
    case .kind(let kind): return .kind(kind)
    case .shape(let shape): return .shape(shape)
    case .capitalized: return .capitalized
    case .suffix(let text): return .suffix(stored(text))
    case .prefix(let text): return .prefix(stored(text))
    case .year(let years): return .year(Int32(years.lowerBound)...Int32(years.upperBound))
    case .quotationMark: return .quotationMark
    case .any: return .any
    }
  }

  private mutating func stored(_ text: [UInt8]) -> Range<Int32> {
    bytes += text
    return Int32(bytes.count - text.count)..<Int32(bytes.count)
  }
}

/// The arrays of a `ProgramStore`, bound once a document.
struct ProgramPointers {
  let instructions: UnsafeBufferPointer<Instruction>
  let tests: UnsafeBufferPointer<CompiledTest>
  let atoms: UnsafeBufferPointer<CompiledAtom>
  let bytes: UnsafeBufferPointer<UInt8>
}

extension ProgramStore {
  /// The pointers are valid until `body` returns.
  func withUnsafePointers(_ body: (ProgramPointers) -> Void) {
    instructions.withUnsafeBufferPointer { instructions in
      tests.withUnsafeBufferPointer { tests in
        atoms.withUnsafeBufferPointer { atoms in
          bytes.withUnsafeBufferPointer { bytes in
            body(ProgramPointers(instructions: instructions, tests: tests, atoms: atoms, bytes: bytes))
          }
        }
      }
    }
  }
}
