extension Speller {
  /// The day or month of which a capitalised word is one slip away; nil when it is none. May, June, July, Monday,
  /// Friday and the like are left out: their neighbours are names.
  package func calendarWord(near word: String) -> String? {
    let word = Array(word.utf8)
    guard word.count >= 6, word.count <= 10 else { return nil }
    return word.withUnsafeBufferPointer { word in
      Self.calendar.first { name in
        let name = letters(name)
        return name[0] == word[0] && abs(name.count - word.count) <= 1 && EditDistance.isWithin(1, word, name)
      }.map { String(decoding: letters($0), as: UTF8.self) }
    }
  }

  private static let calendar: [StaticString] = [
    "Tuesday", "Wednesday", "Thursday", "Saturday", "January", "February", "September", "October", "November",
    "December",
  ]
}
