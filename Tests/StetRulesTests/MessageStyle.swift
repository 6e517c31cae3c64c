/// How a message reads: a sentence that ends, speaks of something that can be seen, and does not beg.
enum MessageStyle {
  /// Characters that are better named than quoted.
  private static let named = ["no-break space", "quotation"]

  static func faults(_ message: String) -> [String] {
    var faults: [String] = []
    if !message.hasSuffix("."), !message.hasSuffix("?") {
      faults.append("the message ends without a full stop: \(message)")
    }
    let isNamed = named.contains(where: message.contains) || message.contains("U+") || message.contains("0x")
    if !isNamed, !(message.contains("“") && message.contains("”")) {
      faults.append("the message quotes nothing: \(message)")
    }
    if message.lowercased().contains("please") { faults.append("the message begs: \(message)") }
    return faults
  }
}
