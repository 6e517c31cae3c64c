/// Finds the forms of a dictionary near a word: its entries, and what their affixes make of them.
///
/// Entries are walked as a trie, and a branch is left as soon as nothing in it can come near. Forms are not
/// written out for that: where an entry ends, the state of the automaton is held against what each of its
/// suffixes would need, which is worked out once for the word. Prefixes are read first, over the few entries that
/// take any.
///
/// A form whose suffix takes off two letters may be missed when its entry is already out of reach without them and
/// longer entries stand before it.
struct FormSearch {
  private let order: EntryOrder
  private let dictionary: AffixDictionary
  private let automaton: EditAutomaton
  /// `states[n + 1]` is the state after `n` letters of the entry, `states[0]` the one before the last letter of the
  /// prefix. (Reached as `states[-1]`, that one was never stored in optimised builds: prefixed forms then met
  /// whatever lay in memory.)
  private let states: UnsafeMutablePointer<EditAutomaton.State>
  /// For each depth of the walk: the letters that may come next, and where in the word a suffix may begin that is put
  /// on there.
  private let nodes: UnsafeMutablePointer<Node>
  /// For each suffix group: the state from behind over the whole suffix, and over all but its first letter.
  private let tails: UnsafeMutablePointer<EditAutomaton.State>
  /// For each flag, and then for all together: where in the word some suffix of the flag can begin.
  private let places: UnsafeMutablePointer<UInt64>
  private let uses: UnsafeBufferPointer<EntryOrder.Use>
  private let usesOfFlag: UnsafeBufferPointer<Range<Int>>
  private let bytes: UnsafeBufferPointer<UInt8>
  private let longestRemoved: Int
  /// The letters read: `path[0]` is the last of the prefix, `path[n]` the entry's letter `n`, counted from 1.
  private let path: UnsafeMutablePointer<UInt8>
  /// Room to write a form out.
  private let form: UnsafeMutableBufferPointer<UInt8>

  private struct Node {
    var following: UInt32
    var reached: UInt64
  }

  /// Calls `body` with each form within `bound` edits of a word in lower case, and the number of edits, until it
  /// returns true. The form is in lower case and valid during the call only; it may come more than once.
  static func visit(
    _ order: EntryOrder, near word: UnsafeBufferPointer<UInt8>, within bound: Int,
    _ body: (UnsafeBufferPointer<UInt8>, Int) -> Bool
  ) -> Bool {
    guard !word.isEmpty, word.count <= EditAutomaton.longest, 1...3 ~= bound else { return false }
    let suffixes = order.dictionary.rules.suffixes.count
    let rows = EditAutomaton.bytes
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2 * rows + 1) { places in
      withUnsafeTemporaryAllocation(
        of: EditAutomaton.State.self, capacity: EntryOrder.longest + 2 + 2 * suffixes
      ) { states in
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: AffixDictionary.longest * 4) { form in
          withUnsafeTemporaryAllocation(of: Node.self, capacity: EntryOrder.longest + 1) { nodes in
            order.suffixes.withUnsafeBufferPointer { uses in
              order.suffixesOfFlag.withUnsafeBufferPointer { usesOfFlag in
                guard let nodes = nodes.baseAddress, let room = places.baseAddress,
                  let first = states.baseAddress, let path = form.baseAddress
                else { return false }
                let automaton = EditAutomaton(
                  word, within: bound, places: UnsafeMutableBufferPointer(rebasing: places[..<rows]))
                let search = FormSearch(
                  order: order, dictionary: order.dictionary, automaton: automaton, states: first,
                  nodes: nodes,
                  tails: first + EntryOrder.longest + 2, places: room + rows, uses: uses,
                  usesOfFlag: usesOfFlag, bytes: order.dictionary.bytes,
                  longestRemoved: order.longestRemoved, path: path,
                  form: UnsafeMutableBufferPointer(rebasing: form[AffixDictionary.longest...]))
                search.readTails()
                return search.run(body)
              }
            }
          }
        }
      }
    }
  }

  private func run(_ body: (UnsafeBufferPointer<UInt8>, Int) -> Bool) -> Bool {
    states[0] = (0, 0, 0, 0)
    states[1] = automaton.start
    if walk(order.all, after: nil, body) { return true }
    let rules = dictionary.rules
    for group in rules.prefixes {
      var before: EditAutomaton.State = (0, 0, 0, 0)
      var state = automaton.start
      var previous: UInt8 = 0
      for index in group.added {
        let next = automaton.step(state, rules.letters[index], before: before, previous)
        (before, state, previous) = (state, next, rules.letters[index])
      }
      guard group.removed.isEmpty, !group.added.isEmpty, automaton.isAlive(state, at: group.added.count)
      else { continue }
      states[0] = before
      states[1] = state
      if walk(order.prefixed, after: group, body) { return true }
    }
    return false
  }

  private func walk(
    _ list: [EntryOrder.Entry], after prefix: AffixRules.Group?,
    _ body: (UnsafeBufferPointer<UInt8>, Int) -> Bool
  ) -> Bool {
    let first = prefix.map { dictionary.rules.letters[$0.added.upperBound - 1] } ?? 0
    path[0] = first
    let readBefore = prefix?.added.count ?? 0
    describe(0)
    /// Where in the word any suffix may begin.
    let suffixed = places[EditAutomaton.bytes]
    return list.withUnsafeBufferPointer { list in
      var index = 0
      /// The least depth at which the current branch is out of reach.
      var dead = Int.max
      while index < list.count {
        let entry = list[index]
        var depth = entry.shared
        if depth < dead {
          dead = .max
          var byte = entry.letter
          var at = entry.start + depth
          while !endsWord(byte) {
            if nodes[depth].following & EditAutomaton.bit(of: byte) == 0 {
              dead = depth + 1
              break
            }
            let state = automaton.step(states[depth + 1], byte, before: states[depth], path[depth])
            depth += 1
            states[depth + 1] = state
            path[depth] = byte
            if !automaton.isAlive(state, at: readBefore + depth) {
              dead = depth
              break
            }
            describe(depth)
            at += 1
            byte = at < bytes.count ? bytes[at] : 0
          }
          if dead == .max {
            if ends(entry.start, depth, .max, prefix, body) { return true }
            index += 1
            continue
          }
        }
        // Out of reach, but a suffix may take off what brought it there.
        var left = entry.rest - (dead - entry.shared)
        if entry.rest == 3, dead > entry.shared + 1 {
          left = 0
          let end = entry.start + dead
          while left < longestRemoved, end + left < bytes.count, !endsWord(bytes[end + left]) { left += 1 }
        }
        if left < longestRemoved {
          var reached: UInt64 = 0
          for kept in max(1, dead + left - longestRemoved)..<max(1, dead) { reached |= nodes[kept].reached }
          if reached & suffixed != 0, ends(entry.start, dead + left, dead, prefix, body) { return true }
          index += 1
        } else {
          // All that begin alike up to there are out of reach as well.
          index = entry.shared + 1 == dead ? entry.next : index + 1
          while index < list.count, list[index].shared >= dead { index = list[index].next }
        }
      }
      return false
    }
  }

  /// Fills `nodes` at a depth whose state is known.
  @inline(__always)
  private func describe(_ depth: Int) {
    let (state, before) = (states[depth + 1], states[depth])
    nodes[depth] = Node(
      following: automaton.following(state, before: before, path[depth]),
      reached: automaton.widest(state) | automaton.nextToWidest(before) << 2)
  }

  /// Where an entry ends: itself and its forms. States are known below the depth `dead`.
  private func ends(
    _ start: Int, _ length: Int, _ dead: Int, _ prefix: AffixRules.Group?,
    _ body: (UnsafeBufferPointer<UInt8>, Int) -> Bool
  ) -> Bool {
    if length < dead, let edits = automaton.meeting(states[length + 1], automaton.end) {
      if write(start, length, prefix, nil, edits, body) { return true }
    }
    var reached: UInt64 = 0
    for kept in max(1, length - longestRemoved)..<max(1, min(length + 1, dead)) {
      reached |= nodes[kept].reached
    }
    guard reached & places[EditAutomaton.bytes] != 0 else { return false }
    var at = start + length
    guard at < bytes.count, bytes[at] == 0x2F else { return false }
    at += 1
    while at < bytes.count, bytes[at] > 0x20 {
      let flag = Int(bytes[at])
      at += 1
      guard reached & places[flag] != 0 else { continue }
      for index in usesOfFlag[flag] {
        guard let edits = edits(start, length, dead, uses[index]), allows(start, length, uses[index]) else {
          continue
        }
        if write(start, length, prefix, uses[index], edits, body) { return true }
      }
    }
    return false
  }

  /// How far an entry with a suffix is from the word, if within the bound.
  @inline(__always)
  private func edits(_ start: Int, _ length: Int, _ dead: Int, _ use: EntryOrder.Use) -> Int? {
    let kept = length - use.removed
    guard kept > 0, kept < dead else { return nil }
    let tail = tails + 2 * use.group
    let edits = automaton.meeting(states[kept + 1], tail[0])
    if edits == 0 || use.first == 0 { return edits }
    let swapped = automaton.meeting(
      states[kept], swapping: bytes[start + kept - 1], use.first, tail[1])
    guard let edits else { return swapped }
    return min(edits, swapped ?? edits)
  }

  /// Works out `tails` and `places`.
  private func readTails() {
    let rules = dictionary.rules
    for (number, group) in rules.suffixes.enumerated() {
      var before: EditAutomaton.State = (0, 0, 0, 0)
      var state = automaton.end
      var next: UInt8 = 0
      for index in group.added.reversed() {
        let byte = rules.letters[index]
        let more = automaton.stepBack(state, byte, before: before, next)
        (before, state, next) = (state, more, byte)
      }
      tails[2 * number] = state
      tails[2 * number + 1] = before
    }
    var all: UInt64 = 0
    for flag in 0..<EditAutomaton.bytes {
      var found: UInt64 = 0
      for index in usesOfFlag[flag] {
        let tail = tails + 2 * uses[index].group
        found |= automaton.widest(tail[0]) | automaton.nextToWidest(tail[1])
      }
      places[flag] = found
      all |= found
    }
    places[EditAutomaton.bytes] = all
  }

  private func allows(_ start: Int, _ length: Int, _ use: EntryOrder.Use) -> Bool {
    let stem = UnsafeBufferPointer(rebasing: dictionary.bytes[start..<(start + length)])
    let rules = dictionary.rules
    return dictionary.endsWith(stem, rules.suffixes[use.group].removed)
      && dictionary.fits(rules.options[use.option].tests, stem, atStart: false)
  }

  /// Writes a form out, if its prefix is allowed and it may be proposed.
  private func write(
    _ start: Int, _ length: Int, _ prefix: AffixRules.Group?, _ suffix: EntryOrder.Use?, _ edits: Int,
    _ body: (UnsafeBufferPointer<UInt8>, Int) -> Bool
  ) -> Bool {
    let rules = dictionary.rules
    let stem = UnsafeBufferPointer(rebasing: dictionary.bytes[start..<(start + length)])
    let flags = dictionary.flags(after: start + length)
    for flag in flags {
      let flag = dictionary.bytes[flag]
      if flag == rules.neverSuggested || rules.notAlone.contains(flag) { return false }
    }
    var count = 0
    if let prefix {
      let affix = AffixDictionary.Affix(options: prefix.options, isPrefix: true, stem: stem)
      guard dictionary.allows(affix, flags, together: suffix != nil) else { return false }
      if let suffix, !rules.options[suffix.option].combines { return false }
      for index in prefix.added {
        form[count] = rules.letters[index]
        count += 1
      }
    }
    let group = suffix.map { rules.suffixes[$0.group] }
    var previous: UInt8 = 0
    for byte in stem[..<(length - (group?.removed.count ?? 0))] {
      form[count] = lowercased(byte, after: previous)
      previous = byte
      count += 1
    }
    for index in group?.added ?? 0..<0 {
      form[count] = rules.letters[index]
      count += 1
    }
    return body(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(form)[..<count]), edits)
  }
}
