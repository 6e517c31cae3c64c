import StetConfiguration
import StetSpelling
import Synchronization

/// Whether the languages that settings name have dictionaries: said once for each.
final class LanguageCheck: Sendable {
  private let state = Mutex(State())

  private struct State {
    var seen: Set<SpellingChoice.Source> = []
    var problems: [Problem] = []
  }

  var problems: [Problem] { state.withLock { $0.problems } }

  func check(_ settings: EffectiveSettings) {
    guard let language = settings.settings.language, !language.value.isEnglish else { return }
    let source = SpellingChoice(settings).source
    state.withLock { state in
      guard state.seen.insert(source).inserted else { return }
      do throws(SpellingError) {
        let folders = source.folders + DictionaryLocation.searchFolders()
        _ = try SpellingDictionaries(of: source.language, in: folders)
      } catch {
        state.problems.append(Problem(error, language: language))
      }
    }
  }
}

extension Problem {
  /// - Parameter language: the one that has no dictionary, and where it was chosen.
  init(_ error: SpellingError, language: Placed<LanguageTag>) {
    guard case .missing(_, let searched, let package) = error else {
      self.init(error)
      return
    }
    let install = package.map { "Install it with `apt-get install \($0)`, or name" } ?? "Name"
    self.init(
      place: language.origin.text,
      what:
        "the language “\(language.value.text)” has no spelling dictionary in \(searched.joined(separator: ", "))",
      nextStep: "\(install) its folder under “dictionary-folders”; all else is checked without it.")
  }
}
