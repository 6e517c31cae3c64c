import StetDocument
import StetLint
import StetSpelling
import Synchronization

/// Finds the configuration of files: every `stet.yml` from the file's folder upwards, to the top of its
/// repository, or to one that says `root: true`. The one nearest to the file counts most.
package final class ConfigurationTree: Sendable {
  package static let names = ["stet.yml", ".stet.yml"]
  /// Folders that are remembered.
  private static let mostFolders = 10_000

  /// How files find their configuration.
  package enum Source: Sendable, Hashable {
    case folders
    /// This file for all, whose patterns start at its own folder.
    case file(String)
    case none
  }

  private let source: Source
  private let ruleNames: RuleNames
  private let state = Mutex(State())

  private struct State {
    /// By folder: the files that count in it, root first.
    var chains: [[String]: [ConfigurationFile]] = [:]
    var faults: [ConfigurationFault] = []
    var errors: [FileError] = []
    var dictionaries: [HouseDictionary] = []
  }

  package init(_ source: Source, names: RuleNames) {
    self.source = source
    ruleNames = names
    if case .file(let path) = source {
      let folder = Array(FilePath.components(path).dropLast())
      state.withLock { state in
        if let file = read(path, shown: path, folder: folder, &state) { state.chains[[]] = [file] }
      }
    }
  }

  /// What was wrong with the files read so far, in the order in which they were met.
  package var faults: [ConfigurationFault] {
    state.withLock { state in
      state.faults
        + state.dictionaries.flatMap { dictionary in
          dictionary.faults.map {
            ConfigurationFault(file: dictionary.path, line: $0.line, column: 1, message: $0.message)
          }
        }
    }
  }
  /// Files that could not be read.
  package var errors: [FileError] { state.withLock { $0.errors } }

  /// - Parameter path: as the user gave it; a file that need not exist.
  package func settings(for path: String) -> EffectiveSettings {
    let file = FilePath.components(path)
    var effective = EffectiveSettings()
    for configuration in chain(for: file) {
      effective.apply(configuration.settings(for: file))
      effective.files.append(configuration.path)
    }
    return effective
  }

  /// The configuration file that says that a file is not to be read.
  package func ignoring(_ path: String) -> String? {
    let file = FilePath.components(path)
    return chain(for: file).last { $0.ignores(file) }?.path
  }

  private func chain(for file: [String]) -> [ConfigurationFile] {
    switch source {
    case .none: return []
    case .file: return state.withLock { $0.chains[[]] ?? [] }
    case .folders: return state.withLock { chain(in: Array(file.dropLast()), &$0) }
    }
  }

  private func chain(in folder: [String], _ state: inout State) -> [ConfigurationFile] {
    if let known = state.chains[folder] { return known }
    // A stream of texts may name folders without end; those with a file of their own are few, and are read once.
    if state.chains.count >= Self.mostFolders {
      state.chains = state.chains.filter { $0.value.last?.folder == $0.key }
    }
    var own: ConfigurationFile?
    for name in Self.names where own == nil {
      let path = "/" + (folder + [name]).joined(separator: "/")
      guard FilePath.exists(folder + [name]) else { continue }
      own = read(path, shown: FilePath.shown(folder + [name]), folder: folder, &state)
    }
    let isTop =
      folder.isEmpty || own?.isRoot == true
      || FilePath.exists(folder + [".git"])
    let above = isTop ? [] : chain(in: Array(folder.dropLast()), &state)
    let chain = above + (own.map { [$0] } ?? [])
    state.chains[folder] = chain
    return chain
  }

  private func read(
    _ path: String, shown: String, folder: [String], _ state: inout State
  ) -> ConfigurationFile? {
    do {
      let bytes = try FileReading.read(path)
      let result = ConfigurationReader.read(bytes, path: shown, folder: folder, names: ruleNames)
      state.faults += result.faults
      state.dictionaries += result.file.dictionaries
      return result.file
    } catch {
      state.errors.append(error)
      return nil
    }
  }
}
