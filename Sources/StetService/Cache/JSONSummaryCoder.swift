import FoundationEssentials
import StetLint

/// What project rules keep of a document, as JSON.
struct JSONSummaryCoder: SummaryCoder {
  func encode(_ summary: some Encodable) throws -> [UInt8] {
    Array(try JSONEncoder().encode(summary))
  }

  func decode<Summary: Decodable>(_ type: Summary.Type, from bytes: [UInt8]) throws -> Summary {
    try JSONDecoder().decode(type, from: Data(bytes))
  }
}
