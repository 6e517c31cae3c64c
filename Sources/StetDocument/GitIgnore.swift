/// One file of patterns in the format of `gitignore(5)`.
struct GitIgnore {
  private struct Pattern {
    var glob: Glob
    /// The name pattern, when the pattern holds for names at any depth.
    var name: [UInt8]?
    var isNegated: Bool
    var isFolderOnly: Bool
  }

  private var patterns: [Pattern] = []

  /// Patterns are read as git 2 does: a line each, blanks at the end dropped unless escaped.
  init(_ bytes: [UInt8]) {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    for line in body.split(separator: 0x0A) { add(line) }
  }

  private mutating func add(_ line: ArraySlice<UInt8>) {
    var line = line
    if line.last == 0x0D { line.removeLast() }
    while line.last == 0x20, line.dropLast().last != UInt8(ascii: "\\") { line.removeLast() }
    guard let first = line.first, first != UInt8(ascii: "#") else { return }
    let isNegated = first == UInt8(ascii: "!")
    if isNegated { line.removeFirst() }
    let isFolderOnly = line.last == UInt8(ascii: "/")
    if isFolderOnly { line.removeLast() }
    guard !line.isEmpty else { return }
    let hasSlash = line.contains(UInt8(ascii: "/"))
    patterns.append(
      Pattern(
        glob: Glob(Array(line)), name: hasSlash ? nil : Array(line), isNegated: isNegated,
        isFolderOnly: isFolderOnly))
  }

  var isEmpty: Bool { patterns.isEmpty }

  /// Whether the path is ignored (true), taken back (false) or not mentioned (nil). The path is relative
  /// to the folder that the file of patterns stands for. The last pattern that matches decides.
  func verdict(_ path: ArraySlice<[UInt8]>, isFolder: Bool) -> Bool? {
    guard let name = path.last else { return nil }
    for pattern in patterns.reversed() where isFolder || !pattern.isFolderOnly {
      let isMatch =
        pattern.name.map { Glob.matches($0[...], name[...]) } ?? pattern.glob.matches(path)
      if isMatch { return !pattern.isNegated }
    }
    return nil
  }
}

/// The patterns that hold in a folder: its own file and those of the folders above, up to the repository.
struct IgnoreStack {
  /// Patterns with the depth (number of components from the top) of the folder that they stand for.
  private var levels: [(depth: Int, patterns: GitIgnore)] = []

  mutating func push(_ patterns: GitIgnore, depth: Int) {
    if !patterns.isEmpty { levels.append((depth, patterns)) }
  }

  /// `path` from the top; the innermost file of patterns that mentions it decides.
  func isIgnored(_ path: [[UInt8]], isFolder: Bool) -> Bool {
    for level in levels.reversed() {
      if let verdict = level.patterns.verdict(path[level.depth...], isFolder: isFolder) { return verdict }
    }
    return false
  }
}
