/// What one layer of a document holds, as plain values: one row for each thing that it found, in the order of
/// the source. Made where the layers are known, rendered where places become lines and columns.
package struct LayerDump: Sendable {
  package var layer: String
  /// As the user gave it.
  package var path: String
  package var source: SourceText
  /// Names of a row's values, the same for all rows.
  package var columns: [StaticString]
  /// Name of what stands below a row, if this layer has such things.
  package var details: StaticString?
  package var rows: [Row] = []
  /// What the layer knows about the document as a whole.
  package var facts: [Field] = []

  package init(
    layer: String, path: String, source: SourceText, columns: [StaticString], details: StaticString? = nil
  ) {
    self.layer = layer
    self.path = path
    self.source = source
    self.columns = columns
    self.details = details
  }

  package struct Row: Sendable {
    package var place: Place
    /// As many as there are columns; nil: it has no such property.
    package var values: [Value?]
    package var details: [Place]

    package init(_ place: Place, _ values: [Value?], details: [Place] = []) {
      self.place = place
      self.values = values
      self.details = details
    }
  }

  /// A stretch of the text.
  package struct Place: Sendable {
    /// Bytes of the source.
    package var range: ByteRange
    /// What a reader reads there: without markup, entities decoded.
    package var text: String
    package var fields: [Field]

    package init(_ range: ByteRange, _ text: String, _ fields: [Field] = []) {
      self.range = range
      self.text = text
      self.fields = fields
    }
  }

  package struct Field: Sendable {
    package var name: StaticString
    package var value: Value

    package init(_ name: StaticString, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  package enum Value: Sendable {
    case text(String)
    case number(Int)
    case texts([String])
    /// Somewhere else in the text.
    case place(Place)
    /// Parts of the row's own text.
    case parts([Place])
  }
}
