import StetConfiguration
import StetDocument
import StetLanguage
import StetText

/// The layers of a document that can be shown.
package enum Layer: String, CaseIterable, Sendable {
  case blocks, tokens, sentences, tags, names, mentions, quotations
}

extension Worker {
  /// What Stet sees in a text.
  /// - Parameter path: decides the format unless `format` does, and stands in the dump.
  package func dump(
    _ layer: Layer, of source: SourceText, path: String, format: DocumentFormat? = nil,
    settings: EffectiveSettings = EffectiveSettings()
  ) -> LayerDump {
    let document = DocumentReader.read(source, path: path, format: format)
    return LayerReader(analysis(document, settings: settings)).dump(layer)
  }
}
