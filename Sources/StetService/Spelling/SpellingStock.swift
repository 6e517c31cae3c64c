import StetConfiguration
import StetSpelling
import Synchronization

/// The dictionaries of all languages and all users' words that a run met, each read once.
final class SpellingStock: Sendable {
  /// Lists of users' words that are kept.
  static let most = 32

  private let english: SpellingDictionaries
  /// The folders of the system and of the environment.
  private let folders: [String]
  private let state = Mutex(State())

  private struct State {
    var dictionaries: [SpellingChoice.Source: SpellingDictionaries] = [:]
    var words: [SpellingChoice: UserWords?] = [:]
  }

  init(english: SpellingDictionaries, folders: [String]) {
    self.english = english
    self.folders = folders
  }

  /// A speller of its own for one worker.
  func speller(_ choice: SpellingChoice) -> Speller {
    let dictionaries = dictionaries(choice.source)
    let words = state.withLock { state in
      if let known = state.words[choice] { return known }
      if state.words.count >= Self.most { state.words.removeAll() }
      let words = UserWords(choice.words, choice.house, in: dictionaries)
      state.words[choice] = words
      return words
    }
    return Speller(dictionaries, accepting: words)
  }

  /// What is missing counts as a language without spelling; `RunSettings` says so.
  private func dictionaries(_ source: SpellingChoice.Source) -> SpellingDictionaries {
    if source.language.isEnglish, source.folders.isEmpty { return english }
    return state.withLock { state in
      if let known = state.dictionaries[source] { return known }
      let dictionaries = find(source)
      state.dictionaries[source] = dictionaries
      return dictionaries
    }
  }

  private func find(_ source: SpellingChoice.Source) -> SpellingDictionaries {
    let all = source.folders + folders
    if source.language.isEnglish { return (try? SpellingDictionaries(in: all)) ?? english }
    let found = try? SpellingDictionaries(of: source.language, in: all, beside: english)
    return found ?? SpellingDictionaries(without: source.language)
  }
}

/// What decides which words are known in a text.
struct SpellingChoice: Hashable, Sendable {
  struct Source: Hashable, Sendable {
    var language: LanguageTag
    /// Searched before those of the system.
    var folders: [String]
  }

  var source: Source
  var words: [String]
  var house: [HouseDictionary]

  init(_ settings: EffectiveSettings, adding words: [String] = []) {
    source = Source(language: settings.language, folders: settings.dictionaryFolders)
    self.words = settings.words + words
    house = settings.dictionaries
  }
}
