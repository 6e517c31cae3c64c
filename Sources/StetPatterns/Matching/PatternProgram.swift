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

/// All compiled patterns in two flat arrays.
struct ProgramStore: Sendable {
  private(set) var instructions: [Instruction] = []
  private(set) var tests: [TokenTest] = []
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

  private mutating func number(_ test: TokenTest) -> Int32 {
    if let number = testNumbers[test] { return number }
    let number = Int32(tests.count)
    tests.append(test)
    testNumbers[test] = number
    return number
  }
}
