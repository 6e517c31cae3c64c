import StetDocument
import StetLanguage
import StetText

/// Turns the layers of one document into rows.
struct LayerReader {
  let analysis: Analysis

  init(_ analysis: Analysis) {
    self.analysis = analysis
  }

  func dump(_ layer: Layer) -> LayerDump {
    switch layer {
    case .blocks: blocks()
    case .tokens: tokens()
    case .sentences: sentences()
    case .tags: tags()
    case .names: names()
    case .mentions: mentions()
    case .quotations: quotations()
    }
  }

  func empty(_ layer: Layer, _ columns: [StaticString], details: StaticString? = nil) -> LayerDump {
    let document = analysis.document
    return LayerDump(
      layer: layer.rawValue, path: document.path, source: document.source, columns: columns, details: details)
  }

  // MARK: Places

  func place(_ range: ProseRange, _ fields: [LayerDump.Field] = []) -> LayerDump.Place {
    LayerDump.Place(analysis.document.source(range), analysis.document.string(range), fields)
  }

  func place(_ tokens: Range<Int>, _ fields: [LayerDump.Field] = []) -> LayerDump.Place {
    place(analysis.range(tokens), fields)
  }

  // MARK: Layers below words

  private func blocks() -> LayerDump {
    var dump = empty(.blocks, ["kind", "level"])
    dump.facts = [LayerDump.Field("documentKind", .text(analysis.kind.rawValue))]
    dump.rows = analysis.document.blocks.map { block in
      LayerDump.Row(
        place(block.prose), [.text(block.kind.term), block.level > 0 ? .number(Int(block.level)) : nil])
    }
    return dump
  }

  private func tokens() -> LayerDump {
    var dump = empty(.tokens, ["kind", "shape", "word"])
    let words = analysis.words
    dump.rows = analysis.tokens.map { token in
      LayerDump.Row(
        place(token.range),
        [.text(token.kind.term), token.shape.term.map { .text($0) }, .text(words.string(token.key))])
    }
    return dump
  }

  private func sentences() -> LayerDump {
    var dump = empty(.sentences, [])
    dump.rows = analysis.sentences.map { LayerDump.Row(place(analysis.range(of: $0)), []) }
    return dump
  }

  private func tags() -> LayerDump {
    var dump = empty(.tags, ["universal", "penn", "lemma", "form", "number", "person", "tense"])
    let lemmatizer = Lemmatizer()
    dump.rows = zip(analysis.tokens, analysis.tags).map { token, tag in
      let place = place(token.range)
      return LayerDump.Row(
        place,
        [
          .text(tag.universal.code), .text(tag.penn.code), .text(lemmatizer.lemma(of: place.text, tag)),
          tag.verbForm.map { .text($0.term) }, tag.number.map { .text($0.term) },
          tag.person.map { .number($0) }, tag.tense.map { .text($0.term) },
        ])
    }
    return dump
  }

  // MARK: Quotations

  private func quotations() -> LayerDump {
    var dump = empty(.quotations, ["state", "speaker"])
    let quotations = analysis.quotations
    dump.rows = zip(quotations.spans, analysis.speakers).map { span, speaker in
      LayerDump.Row(place(span.tokens), [.text(span.state), speaker.flatMap(self.speaker)])
    }
    dump.rows += quotations.strayClosers.map {
      LayerDump.Row(place($0..<$0 + 1), [.text("closes nothing"), nil])
    }
    dump.rows.sort { $0.place.range < $1.place.range }
    return dump
  }

  private func speaker(_ speaker: Speaker) -> LayerDump.Value? {
    if let phrase = speaker.phrase {
      let phrase = analysis.mentions.phrases[phrase]
      return .place(place(phrase.tokens, [LayerDump.Field("entity", .number(phrase.entity))]))
    }
    return speaker.pronoun.map { .place(place($0..<$0 + 1)) }
  }
}
