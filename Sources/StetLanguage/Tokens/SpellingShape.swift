/// Adds up how a word is written.
struct SpellingShape {
  private var upper = 0
  private var lower = 0
  private var firstIsUpper = false

  init() {}

  /// What a run of ASCII letters adds up to.
  @inline(__always)
  init(upper: Int, lower: Int, firstIsUpper: Bool) {
    self.upper = upper
    self.lower = lower
    self.firstIsUpper = firstIsUpper
  }

  mutating func letter(isUpper: Bool) {
    if upper + lower == 0 { firstIsUpper = isUpper }
    if isUpper { upper += 1 } else { lower += 1 }
  }

  var shape: Token.Shape {
    if upper == 0 { return lower == 0 ? .none : .lower }
    if lower == 0 { return upper == 1 ? .capitalized : .upper }
    return firstIsUpper && upper == 1 ? .capitalized : .mixed
  }
}
