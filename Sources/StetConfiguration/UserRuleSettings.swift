import StetDocument
import StetYAML

extension EffectiveSettings {
  /// Whether the rules of a folder, or of a configuration of Vale, hold here.
  ///
  /// - Parameter origin: `RuleMetadata.origin`.
  func brings(_ origin: String) -> Bool {
    settings.ruleFolders.contains { $0.value == origin } || settings.vale?.value == origin
  }
}

extension Settings {
  /// The settings of options of the command line that name rules of the user's own.
  package init(ruleFolders: [String], vale: String?) {
    self.init()
    self.ruleFolders = ruleFolders.map {
      Placed(value: FilePath.absolute($0), origin: SettingOrigin(option: "--rule-folder"))
    }
    self.vale = vale.map { Placed(value: FilePath.absolute($0), origin: SettingOrigin(option: "--vale")) }
  }
}

extension ConfigurationReader {
  /// One path or a list of them, relative to the configuration's folder, made absolute.
  mutating func locations(_ node: YAMLNode) -> [Placed<String>] {
    texts(node).map { item in
      placed(FilePath.absolute(item.text, from: file.folder), item.place)
    }
  }
}
