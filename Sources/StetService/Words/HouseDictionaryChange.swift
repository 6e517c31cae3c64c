import StetSpelling

/// What became of a word that was to be added to a house dictionary.
package struct HouseDictionaryChange: Sendable {
  package var line: String
  package var outcome: HouseDictionaryText.Outcome
  private var path: String

  /// The file after all lines; nil when it stays as it is.
  static func all(
    _ lines: [String], in bytes: [UInt8], path: String
  ) -> (changes: [HouseDictionaryChange], after: [UInt8]?, isAnyRight: Bool) {
    var text = HouseDictionaryText(bytes)
    var changes: [HouseDictionaryChange] = []
    var isChanged = false
    for line in lines {
      let outcome = text.add(line)
      switch outcome {
      case .added, .changed: isChanged = true
      case .known, .contradicted, .refused: break
      }
      changes.append(HouseDictionaryChange(line: line, outcome: outcome, path: path))
    }
    return (changes, isChanged ? text.bytes : nil, changes.contains { $0.problem == nil })
  }

  /// A line for people; nil when it is a problem.
  package var message: String? {
    switch outcome {
    case .added: "\(path): “\(line)” added"
    case .changed(let number): "\(path):\(number): now “\(line)”"
    case .known(let number): "\(path):\(number): “\(line)” is there already"
    case .contradicted, .refused: nil
    }
  }

  package var problem: Problem? {
    switch outcome {
    case .added, .changed, .known: nil
    case .contradicted(let number):
      Problem(
        place: "\(path):\(number)", what: "this line says the contrary of “\(line)”",
        nextStep: "Take it out first if it no longer holds.")
    case .refused(let fault):
      Problem(place: "“\(line)”", what: fault.message, nextStep: "Nothing was added for it.")
    }
  }
}
