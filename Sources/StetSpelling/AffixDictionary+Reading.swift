extension AffixDictionary {
  /// Copies the contents of the two files. Nil when the affix file uses more than `AffixRules` can do, or the
  /// word list is 16 MiB or longer.
  convenience init?(affixes: UnsafeBufferPointer<UInt8>, copying words: UnsafeBufferPointer<UInt8>) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: words.count)
    _ = copy.initialize(from: words)
    self.init(affixes: affixes, words: UnsafeBufferPointer(copy), ownsBytes: true)
  }

  /// Entries without a first line that counts them, under the rules of another dictionary.
  convenience init?(rules: AffixRules, lines: [UInt8]) {
    let words = [0x30, 0x0A] + lines
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: words.count)
    _ = copy.initialize(from: words)
    self.init(rules, words: UnsafeBufferPointer(copy), ownsBytes: true)
  }

  /// Reads in place; `words` must outlive the object, unless it is to own them.
  convenience init?(
    affixes: UnsafeBufferPointer<UInt8>, words: UnsafeBufferPointer<UInt8>, ownsBytes: Bool = false
  ) {
    self.init(AffixRules(affixes), words: words, ownsBytes: ownsBytes)
  }
}
