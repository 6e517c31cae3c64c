import StetDocument
import StetLanguage
import StetLint

package struct HTMLEntityLeak: Rule {
  package static let metadata = RuleMetadata(
    id: "html-entity-leak", family: .encoding, severity: .error,
    summary: "An HTML entity that readers will see, such as “&nbsp;”", languages: .any)
  package let reach = Reach.block

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let prose = analysis.document.prose
    for (at, token) in tokens.enumerated()
    where token.isPunctuation && token.length == 1 && prose[Int(token.start)] == UInt8(ascii: "&") {
      guard at + 2 < tokens.count, let entity = entity(prose, Int(token.start)) else { continue }
      report.add(
        Self.message(entity.name, entity.character), at: entity.range,
        fixes: [.replace(entity.range, with: entity.character, .safe)])
    }
  }

  private func entity(_ prose: [UInt8], _ start: Int) -> (range: ProseRange, name: String, character: String)?
  {
    var at = start + 1
    while at < prose.count, at - start < 12, prose[at] != UInt8(ascii: ";") {
      guard isNameByte(prose[at]) else { return nil }
      at += 1
    }
    guard at < prose.count, prose[at] == UInt8(ascii: ";"), at > start + 1 else { return nil }
    let name = String(decoding: prose[start + 1..<at], as: UTF8.self)
    guard let character = Self.character(of: name) else { return nil }
    // “&amp;nbsp;” was escaped twice.
    if character == "&", at - start < 60, let rest = entity(prose, at) {
      let range = ProseRange(start, rest.range.upper)
      return (range, String(decoding: prose[range.indices], as: UTF8.self), rest.character)
    }
    return (ProseRange(start, at + 1), "&\(name);", character)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "#") || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  private static func character(of name: String) -> String? {
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHexadecimal = digits.first == "x" || digits.first == "X"
      let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
    return named[name]
  }

  /// The entities that content systems leave behind: HTML's own four, spaces, marks, and Latin-1 letters.
  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ensp": "\u{2002}",
    "emsp": "\u{2003}", "thinsp": "\u{2009}", "shy": "\u{AD}", "zwj": "\u{200D}", "zwnj": "\u{200C}",
    "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "sbquo": "‚", "bdquo": "„", "laquo": "«",
    "raquo": "»", "lsaquo": "‹", "rsaquo": "›", "ndash": "–", "mdash": "—", "hellip": "…", "bull": "•",
    "middot": "·", "prime": "′", "Prime": "″", "copy": "©", "reg": "®", "trade": "™", "deg": "°",
    "plusmn": "±",
    "times": "×", "divide": "÷", "frac12": "½", "frac14": "¼", "frac34": "¾", "sup2": "²", "sup3": "³",
    "micro": "µ", "para": "¶", "sect": "§", "euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "curren": "¤",
    "iexcl": "¡", "iquest": "¿", "larr": "←", "rarr": "→", "minus": "−", "ne": "≠", "le": "≤", "ge": "≥",
    "Agrave": "À", "Aacute": "Á", "Acirc": "Â", "Atilde": "Ã", "Auml": "Ä", "Aring": "Å", "AElig": "Æ",
    "Ccedil": "Ç", "Egrave": "È", "Eacute": "É", "Ecirc": "Ê", "Euml": "Ë", "Igrave": "Ì", "Iacute": "Í",
    "Icirc": "Î", "Iuml": "Ï", "Ntilde": "Ñ", "Ograve": "Ò", "Oacute": "Ó", "Ocirc": "Ô", "Otilde": "Õ",
    "Ouml": "Ö", "Oslash": "Ø", "Ugrave": "Ù", "Uacute": "Ú", "Ucirc": "Û", "Uuml": "Ü", "szlig": "ß",
    "agrave": "à", "aacute": "á", "acirc": "â", "atilde": "ã", "auml": "ä", "aring": "å", "aelig": "æ",
    "ccedil": "ç", "egrave": "è", "eacute": "é", "ecirc": "ê", "euml": "ë", "igrave": "ì", "iacute": "í",
    "icirc": "î", "iuml": "ï", "ntilde": "ñ", "ograve": "ò", "oacute": "ó", "ocirc": "ô", "otilde": "õ",
    "ouml": "ö", "oslash": "ø", "ugrave": "ù", "uacute": "ú", "ucirc": "û", "uuml": "ü", "yacute": "ý",
    "yuml": "ÿ", "oelig": "œ", "OElig": "Œ", "scaron": "š", "Scaron": "Š",
  ]
}

extension HTMLEntityLeak {
  static func message(_ entity: String, _ character: String) -> String {
    "“\(entity)” will be printed as it stands. Replace it with “\(character)”."
  }
}
