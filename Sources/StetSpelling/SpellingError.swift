/// Why spelling cannot be checked.
package enum SpellingError: Error, Equatable, Sendable {
  /// No folder holds both `name.aff` and `name.dic`. `package` is the Debian package that brings them,
  /// nil for a dictionary that Debian's English packages do not hold.
  case missing(name: String, searched: [String], package: String?)
  /// A file of the dictionary is there but cannot be read.
  case unreadable(path: String)
  /// A file of the dictionary is not in Hunspell's form; `reason` ends a sentence "… is no dictionary: …".
  case malformed(path: String, reason: String)
}

extension SpellingError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let name, let searched, let package):
      let folders = searched.isEmpty ? "no folder at all" : searched.joined(separator: ", ")
      let step =
        package.map { "install it with “apt-get install \($0)”" }
        ?? "put \(name).aff and \(name).dic into one of these folders"
      return "the spelling dictionary \(name) was not found in \(folders); \(step), "
        + "or name its folder in the variable DICPATH"
    case .unreadable(let path):
      return "the spelling dictionary file \(path) cannot be read; check its permissions"
    case .malformed(let path, let reason):
      return "\(path) is no spelling dictionary: \(reason); reinstall the package it came from"
    }
  }
}
