/// What is wrong with a rule file, and where. A broken rule does not load; the others do.
package struct RuleFileError: Error, Sendable, Hashable {
  /// As given to the loader.
  package var file: String
  /// 1-based.
  package var line: Int
  /// 1-based, in Unicode scalars.
  package var column: Int
  /// What is wrong and what to do, without full stop at the end.
  package var message: String

  package var description: String { "\(file):\(line):\(column): \(message)" }
}
