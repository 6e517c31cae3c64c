/// Words that no dictionary lists because English makes them freely.
///
/// Every rule must keep misspellings out: what is left of a word after an affix must be listed itself, is at
/// least four letters long, and a word written solid must have no listed word one slip away, or `untill`
/// (un- and `till`), `reguard` and `happyness` would pass.
enum WordFormation {
  /// Prefixes that may stand before any known word, with or without a hyphen, and the least number of letters
  /// that must follow when there is no hyphen. Short prefixes begin many misspellings, so they need more.
  static let prefixes: [(text: StaticString, least: Int)] = [
    ("non", 4), ("re", 5), ("un", 6), ("anti", 4), ("pre", 5), ("post", 4), ("co", 6), ("over", 4),
    ("under", 4), ("mid", 4), ("sub", 5), ("inter", 5), ("multi", 4), ("cyber", 4), ("micro", 4),
    ("bio", 5), ("super", 4), ("ultra", 4), ("semi", 4), ("pseudo", 4), ("quasi", 4), ("mega", 4),
    ("nano", 4), ("neo", 5), ("geo", 5), ("eco", 5), ("agro", 4), ("electro", 4), ("hydro", 4),
    ("immuno", 5), ("neuro", 4), ("psycho", 4), ("socio", 4), ("techno", 4), ("thermo", 4), ("tele", 5),
    ("intra", 5), ("extra", 5), ("hyper", 4), ("infra", 5), ("mini", 5), ("macro", 4),
    ("meta", 5), ("out", 5), ("photo", 5), ("proto", 5), ("radio", 5), ("ethno", 4),
    ("euro", 5), ("afro", 4), ("auto", 5), ("crypto", 4), ("video", 5), ("counter", 4), ("cross", 5),
    ("hetero", 4), ("homo", 5), ("poly", 5),
    ("omni", 5), ("pan", 6),
  ]

  /// Suffixes that may follow a known word, with or without a hyphen, and the least number of letters before
  /// them when there is none; 0 means only after a hyphen.
  static let suffixes: [(text: StaticString, least: Int)] = [
    ("like", 4), ("wide", 4), ("ness", 5), ("less", 4), ("ish", 5), ("based", 0), ("free", 0), ("led", 0),
    ("friendly", 0), ("fold", 4), ("proof", 4), ("wise", 5), ("ward", 0), ("wards", 0), ("style", 0),
    ("bound", 0), ("backed", 0), ("ready", 0), ("goer", 5), ("goers", 5), ("maker", 5), ("makers", 5),
    ("worthy", 5), ("hood", 5), ("ship", 5), ("scape", 4), ("scapes", 4), ("ology", 0),
    ("gate", 0), ("esque", 5),
  ]

  /// Endings and beginnings with which new words are made, beside those that may follow any known word.
  static let looseSuffixes: [StaticString] = [
    "s", "es", "er", "ers", "or", "ors", "ing", "ings", "ed", "ly", "able", "ible", "ist", "ists", "ism",
    "isms", "ify", "ise", "ize", "ised", "ized", "isation", "ization", "isations", "izations", "al", "ally",
    "ic", "ity", "ship", "hood", "dom", "ment", "ments", "ive", "ives", "ian", "esque", "ette", "eer", "th",
    "y",
  ]
  static let loosePrefixes: [StaticString] = [
    "mis", "dis", "un", "re", "over", "non", "pre", "sub", "in", "im", "up", "down", "out", "en", "em", "de",
    "be", "fore", "co", "inter", "multi", "anti", "under", "self", "semi", "super",
  ]

  /// Letters that follow a number directly: ordinals, decades, times and units.
  static let afterNumber: [StaticString] = [
    "s", "'s", "st", "nd", "rd", "th", "am", "pm", "a", "p", "m", "k", "b", "bn", "mn", "tn", "x", "d", "g",
    "c",
    "f", "h", "v", "w", "km", "cm", "mm", "kg", "mg", "ml", "ft", "in", "lb", "lbs", "oz", "yd", "mi", "mph",
    "kph", "kmh", "hz", "khz", "mhz", "ghz", "kb", "mb", "gb", "tb", "kw", "mw", "gw", "kwh", "mwh", "twh",
    "hr", "hrs", "min", "mins", "sec", "secs", "yr", "yrs", "px", "pt", "pts", "bps", "kbps", "mbps", "fps",
    "dpi", "rpm", "ha", "nm", "ms", "μm", "µm", "plus", "bit", "er", "ers", "ish", "mile",
  ]
}

extension Speller {
  /// Whether a normalised word is listed, or regularly made of listed ones.
  func isFormed(_ word: UnsafeBufferPointer<UInt8>, _ reach: Reach) -> Bool {
    if isListed(word, reach) || isNumeric(word) { return true }
    if let stem = possessor(word), isFormed(stem, reach) { return true }
    if let hyphen = word.firstIndex(of: 0x2D) {
      return isCompound(word, firstHyphen: hyphen, reach)
    }
    return isDerived(word, reach)
  }

  /// Whether a word is a number, or a number with the letters that commonly follow or precede one:
  /// `1,200.50`, `22nd`, `1990s`, `5km`, `G20`, `H1N1`.
  func isNumeric(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    var digits = 0
    var small = 0
    var capitals = 0
    var lastDigit = -1
    for (index, byte) in word.enumerated() {
      if isASCIIDigit(byte) {
        digits += 1
        lastDigit = index
      } else if byte &- 0x61 < 26 || byte >= 0x80 {
        small += 1
      } else if byte &- 0x41 < 26 {
        capitals += 1
      }
    }
    if small == 0, capitals == 0 { return true }
    guard digits > 0 else { return false }
    if small == 0 { return true }
    guard capitals + small == word.count - lastDigit - 1 || isASCIIDigit(word[0]) else { return false }
    for index in 0...lastDigit where isASCIILetter(word[index]) || word[index] >= 0x80 { return false }
    let unit = lowercased(UnsafeBufferPointer(rebasing: word[(lastDigit + 1)...]))
    return WordFormation.afterNumber.contains { unit.elementsEqual(letters($0)) }
  }

  /// What stands before 's or a final '; nil for any other word.
  private func possessor(_ word: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    let count = word.count
    if count > 2, word[count - 2] == 0x27, word[count - 1] | 0x20 == 0x73 {
      return UnsafeBufferPointer(rebasing: word[..<(count - 2)])
    }
    if count > 2, word[count - 1] == 0x27, word[count - 2] | 0x20 == 0x73 {
      return UnsafeBufferPointer(rebasing: word[..<(count - 1)])
    }
    return nil
  }

  /// Whether every part between hyphens is known, a number, or an affix in its place.
  private func isCompound(
    _ word: UnsafeBufferPointer<UInt8>, firstHyphen: Int, _ reach: Reach
  ) -> Bool {
    var start = 0
    var end = firstHyphen
    while true {
      let part = UnsafeBufferPointer(rebasing: word[start..<end])
      let isFirst = start == 0
      let isLast = end == word.count
      if !part.isEmpty, !isListed(part, reach), !isNumeric(part) {
        let lower = lowercased(part)
        let isAffix = lower.withUnsafeBufferPointer { part in
          !isLast && WordFormation.prefixes.contains { part.elementsEqual(letters($0.text)) }
            || !isFirst && WordFormation.suffixes.contains { part.elementsEqual(letters($0.text)) }
        }
        guard isAffix || isDerived(part, reach) || possessor(part).map({ isListed($0, reach) }) == true else {
          return false
        }
      }
      if isLast { return true }
      start = end + 1
      end = start
      while end < word.count, word[end] != 0x2D { end += 1 }
    }
  }

  /// Whether a word without hyphen is a listed one with a productive affix, and no slip of another.
  private func isDerived(_ word: UnsafeBufferPointer<UInt8>, _ reach: Reach) -> Bool {
    let pattern = LetterCase(word)
    guard word.count >= 7, pattern != .mixed, word.allSatisfy(isASCIILetter) else { return false }
    return lowercased(word).withUnsafeBufferPointer { word in
      var stem: UnsafeBufferPointer<UInt8>?
      for (prefix, least) in WordFormation.prefixes where word.starts(with: letters(prefix)) {
        let rest = UnsafeBufferPointer(rebasing: word[prefix.utf8CodeUnitCount...])
        if rest.count >= least, isListed(rest, reach) { stem = rest }
      }
      for (suffix, least) in WordFormation.suffixes where least > 0 && stem == nil {
        let kept = word.count - suffix.utf8CodeUnitCount
        guard kept >= least, word[kept...].elementsEqual(letters(suffix)) else { continue }
        let rest = UnsafeBufferPointer(rebasing: word[..<kept])
        if isListed(rest, reach) { stem = rest }
      }
      return stem != nil && !hasListedNeighbour(word)
    }
  }

  /// Whether a listed word in lower case is one edit away, so that the word itself may be a slip of it.
  private func hasListedNeighbour(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    Reach.near.numbers.contains { number in
      guard let order = order(number) else { return false }
      return FormSearch.visit(order, near: word, within: 1) { form, edits in
        edits == 1 && form.contains { !isASCIILetter($0) && $0 != 0x27 } == false && isListed(form, .near)
      }
    }
  }
}
