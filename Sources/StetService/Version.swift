/// The version of Stet, as Semantic Versioning 2.0 writes it.
package enum Version {
  package static let string = "0.1.0"
}
