/// Character references for readers of other formats; see `CharacterReference`.
package enum CharacterReferences {
  /// The scalar that a whole reference, from `&` to `;`, stands for; nil when it is unknown.
  package static func decode(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    bytes.withUnsafeBufferPointer { CharacterReference.decode($0, from: 0, to: $0.count) }
  }
}
