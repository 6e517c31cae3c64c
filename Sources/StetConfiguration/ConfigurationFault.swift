/// What is wrong with a configuration file, and where. What is right in the file counts all the same.
package struct ConfigurationFault: Error, Sendable, Hashable {
  /// As shown to people.
  package var file: String
  /// 1-based.
  package var line: Int
  /// 1-based, in Unicode scalars.
  package var column: Int
  /// What is wrong and what to do, without full stop at the end.
  package var message: String
}
