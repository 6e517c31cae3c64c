import FoundationEssentials

/// The id of a request: a number or a text (JSON-RPC 2.0, 4).
enum RequestID: Hashable, Sendable, Codable {
  case number(Int)
  case text(String)

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let number = try? value.decode(Int.self) {
      self = .number(number)
    } else {
      self = .text(try value.decode(String.self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .number(let number): try value.encode(number)
    case .text(let text): try value.encode(text)
    }
  }
}

/// What kind of message it is, before its parameters are looked at.
struct MessageHead: Decodable {
  /// nil: a notification.
  var id: RequestID?
  var method: String?
  /// Whether it answers a request of ours.
  var isAnswer: Bool

  init(from decoder: any Decoder) throws {
    let message = try decoder.container(keyedBy: Key.self)
    id = try message.decodeIfPresent(RequestID.self, forKey: .id)
    method = try message.decodeIfPresent(String.self, forKey: .method)
    isAnswer = method == nil && (message.contains(.result) || message.contains(.error))
  }

  private enum Key: String, CodingKey { case id, method, result, error }
}

/// What the client gives for a request of ours.
struct MessageResult: Decodable {
  var result: JSONValue?
}

/// The parameters of a message, read once the method is known.
struct MessageParameters<Value: Decodable>: Decodable {
  var params: Value
}

/// The same when a client leaves the parameters out.
struct OptionalParameters<Value: Decodable>: Decodable {
  var params: Value?
}

/// Why a request was not done. Codes: JSON-RPC 2.0, 5.1, and LSP 3.17, “ErrorCodes”.
struct ResponseError: Error, Codable, Equatable {
  var code: Int
  var message: String

  static func parseError(_ message: String) -> Self { Self(code: -32700, message: message) }
  static func invalidRequest(_ message: String) -> Self { Self(code: -32600, message: message) }
  static func methodNotFound(_ method: String) -> Self {
    Self(code: -32601, message: "stet does not know the method “\(method)”.")
  }
  static func invalidParameters(_ message: String) -> Self { Self(code: -32602, message: message) }
  static let notInitialized = Self(
    code: -32002, message: "The client must send “initialize” before anything else.")
  static let cancelled = Self(code: -32800, message: "The client cancelled the request.")
  /// The request was right and could not be done.
  static func failed(_ message: String) -> Self { Self(code: -32803, message: message) }
}

struct Response<Result: Encodable>: Encodable {
  var jsonrpc = "2.0"
  var id: RequestID
  var result: Result?

  /// `result` is there even when it is null, as the standard asks.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(jsonrpc, forKey: .jsonrpc)
    try container.encode(id, forKey: .id)
    try container.encode(result, forKey: .result)
  }

  private enum Key: String, CodingKey { case jsonrpc, id, result }
}

struct ErrorResponse: Encodable {
  var jsonrpc = "2.0"
  /// nil when the request could not be read.
  var id: RequestID?
  var error: ResponseError

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(jsonrpc, forKey: .jsonrpc)
    try container.encode(id, forKey: .id)
    try container.encode(error, forKey: .error)
  }

  private enum Key: String, CodingKey { case jsonrpc, id, error }
}

/// A request of ours, or, without an id, a notification.
struct Outgoing<Params: Encodable>: Encodable {
  var jsonrpc = "2.0"
  var id: RequestID?
  var method: String
  var params: Params
}

/// A value that is passed on as it came.
enum JSONValue: Hashable, Sendable, Codable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSONValue].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .null: try value.encodeNil()
    case .bool(let bool): try value.encode(bool)
    case .number(let number):
      if let whole = Int(exactly: number) { try value.encode(whole) } else { try value.encode(number) }
    case .text(let text): try value.encode(text)
    case .list(let list): try value.encode(list)
    case .object(let object): try value.encode(object)
    }
  }

  subscript(key: String) -> JSONValue? {
    guard case .object(let object) = self else { return nil }
    return object[key]
  }

  var string: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  var list: [JSONValue]? {
    guard case .list(let list) = self else { return nil }
    return list
  }
}
