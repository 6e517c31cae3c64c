/// A place in a YAML file. Both numbers are 1-based; columns count Unicode scalars, as editors mostly do.
package struct YAMLPlace: Sendable, Hashable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// A YAML value with its place. Every scalar is text: YAML 1.1 would read a bare `no` as false and `1.10`
/// as a number.
package struct YAMLNode: Sendable {
  package enum Content: Sendable {
    case scalar(String)
    case sequence([YAMLNode])
    case mapping([Entry])
  }

  package struct Entry: Sendable {
    package var key: String
    package var keyPlace: YAMLPlace
    package var value: YAMLNode
  }

  package var content: Content
  package var place: YAMLPlace
  /// Scalars between the place and the first scalar of the text: 1 after a quotation mark. Nil when the
  /// text is not laid out as it reads (a block scalar, an escape).
  package var textOffset: Int?

  package init(content: Content, place: YAMLPlace, textOffset: Int?) {
    self.content = content
    self.place = place
    self.textOffset = textOffset
  }

  package var kindName: String {
    switch content {
    case .scalar: "text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

extension YAMLNode {
  /// The value of a type that is named here, or what is wrong with the name, with the one that was probably meant.
  package func choice<T: RawRepresentable & CaseIterable>(of type: T.Type) throws(YAMLFault) -> T
  where T.RawValue == String {
    let names = T.allCases.map(\.rawValue)
    guard case .scalar(let text) = content else {
      throw YAMLFault(place: place, message: "this must be one of: \(names.joined(separator: ", "))")
    }
    guard let value = T(rawValue: text) else {
      throw YAMLFault(
        place: place, message: "“\(text)” is not known here" + NearestName.hint(text, among: names))
    }
    return value
  }
}
