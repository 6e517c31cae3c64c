import StetDocument
import StetLanguage
import StetLint

/// Parameters of an address that tell a server where the reader came from.
package struct TrackingParameter: Rule {
  package static let metadata = RuleMetadata(
    id: "tracking-parameter", family: .residue, severity: .warning,
    summary: "An address that tracks its readers: ?utm_source=…, fbclid=…", languages: .any)

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let prose = analysis.document.prose
    for token in analysis.layer.tokens {
      guard case .url = token.kind else { continue }
      let text = prose[token.range.indices]
      guard let query = text.firstIndex(of: UInt8(ascii: "?")) else { continue }
      let end = text.firstIndex(of: UInt8(ascii: "#")) ?? text.endIndex
      guard query + 1 < end else { continue }
      let fields = text[(query + 1)..<end].split(separator: UInt8(ascii: "&"))
      let tracking = fields.filter(Self.isTracking)
      guard let first = tracking.first, let last = tracking.last else { continue }
      let kept = Array(fields.filter { !Self.isTracking($0) }.joined(separator: [UInt8(ascii: "&")]))
      let clean = kept.isEmpty ? "" : "?" + String(decoding: kept, as: UTF8.self)
      let marked = ProseRange(first.startIndex, last.endIndex)
      let name = String(decoding: first, as: UTF8.self)
      let isChatbot = tracking.contains(where: Self.isChatbot)
      report.add(
        isChatbot ? Self.chatbotMessage(name) : Self.message(name), at: marked,
        fixes: [
          .replace(ProseRange(query, end), with: clean, .safe, title: "Delete what tracks readers")
        ])
    }
  }

  private static func isTracking(_ field: ArraySlice<UInt8>) -> Bool {
    guard let sign = field.firstIndex(of: UInt8(ascii: "=")) else { return false }
    let name = field[..<sign]
    if name.starts(with: "utm_".utf8) || name.starts(with: "pk_".utf8) || name.starts(with: "mtm_".utf8) {
      return true
    }
    return names.contains(String(decoding: name, as: UTF8.self)) || isChatbot(field)
  }

  /// utm_source=chatgpt.com: the address was copied out of a chatbot's answer.
  private static func isChatbot(_ field: ArraySlice<UInt8>) -> Bool {
    let parts = field.split(separator: UInt8(ascii: "="))
    guard parts.count == 2 else { return false }
    let name = String(decoding: parts[0], as: UTF8.self)
    guard ["utm_source", "referrer", "ref", "source"].contains(name) else { return false }
    let value = String(decoding: parts[1], as: UTF8.self).lowercased()
    return chatbots.contains { value.hasPrefix($0) }
  }

  private static let chatbots = [
    "chatgpt", "openai", "copilot", "grok.com", "perplexity", "claude.ai", "gemini",
  ]

  /// Parameters of advertisers, mail services and social networks that mean nothing to the page.
  private static let names: Set<String> = [
    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid",
    "li_fat_id",
    "igshid", "igsh", "mc_cid", "mc_eid", "_hsenc", "_hsmi", "mkt_tok", "vero_id", "oly_enc_id",
    "oly_anon_id",
    "ref_src", "ref_url", "wickedid", "s_cid", "cmpid", "ocid", "smid", "spm", "srsltid",
    "__twitter_impression",
  ]
}

extension TrackingParameter {
  static func message(_ field: String) -> String {
    "“\(field)” only tells the server where the reader came from. Delete it from the address."
  }

  static func chatbotMessage(_ field: String) -> String {
    "“\(field)” says that a chatbot gave this address. Delete it, and check the source."
  }
}
