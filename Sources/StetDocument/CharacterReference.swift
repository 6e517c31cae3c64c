/// Decodes HTML character references: `&eacute;`, `&#233;`, `&#xE9;`.
///
/// Names are those of HTML 4.01 (chapter 24) and `apos`; the rarer ones of HTML 5 stay as they are written.
enum CharacterReference {
  /// The scalar that a whole reference, from `&` to `;`, stands for; nil when it is unknown.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Unicode.Scalar? {
    guard end - start >= 4, bytes[start] == UInt8(ascii: "&"), bytes[end - 1] == UInt8(ascii: ";") else {
      return nil
    }
    if bytes[start + 1] == UInt8(ascii: "#") { return number(bytes, from: start + 2, to: end - 1) }
    guard let key = key(bytes, from: start + 1, to: end - 1), let value = names[key] else { return nil }
    return Unicode.Scalar(value)
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, from: Int, to end: Int) -> Unicode.Scalar? {
    var at = from
    var radix: UInt32 = 10
    if bytes[at] | 0x20 == UInt8(ascii: "x") {
      radix = 16
      at += 1
    }
    guard at < end else { return nil }
    var value: UInt32 = 0
    while at < end {
      guard let digit = digit(bytes[at]), digit < radix else { return nil }
      value = value * radix + digit
      guard value <= 0x10FFFF else { return nil }
      at += 1
    }
    // CommonMark 0.31, 2.5: zero and surrogates become U+FFFD.
    return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// The value of a decimal or hexadecimal digit.
  static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: return UInt32(byte - 0x30)
    case 0x41...0x46: return UInt32(byte - 0x41 + 10)
    case 0x61...0x66: return UInt32(byte - 0x61 + 10)
    default: return nil
    }
  }

  /// At most eight ASCII bytes in one number: the longest name has eight.
  private static func key(_ bytes: UnsafeBufferPointer<UInt8>, from: Int, to end: Int) -> UInt64? {
    guard end > from, end - from <= 8 else { return nil }
    return (from..<end).reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
  }

  /// `hex=name` sets the number; a bare name has the number after the one before it.
  private static let names: [UInt64: UInt32] = {
    var names: [UInt64: UInt32] = [:]
    var code: UInt32 = 0
    table.withUTF8Buffer { bytes in
      var at = 0
      while at < bytes.count {
        let start = at
        while at < bytes.count, bytes[at] != 0x20 { at += 1 }
        var name = start
        if let sign = bytes[start..<at].firstIndex(of: UInt8(ascii: "=")) {
          code = bytes[start..<sign].reduce(0) { $0 * 16 + (digit($1) ?? 0) }
          name = sign + 1
        } else {
          code += 1
        }
        if let key = key(bytes, from: name, to: at) { names[key] = code }
        at += 1
      }
    }
    return names
  }()

  private static let table: StaticString = """
    22=quot 26=amp apos 3c=lt 3e=gt a0=nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo \
    not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 \
    frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave \
    Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml \
    Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml \
    igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute \
    ucirc uuml yacute thorn yuml 152=OElig oelig 160=Scaron scaron 178=Yuml 192=fnof 2c6=circ 2dc=tilde \
    391=Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho \
    3a3=Sigma Tau Upsilon Phi Chi Psi Omega 3b1=alpha beta gamma delta epsilon zeta eta theta iota kappa \
    lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega 3d1=thetasym upsih 3d6=piv \
    2002=ensp emsp 2009=thinsp 200c=zwnj zwj lrm rlm 2013=ndash mdash 2018=lsquo rsquo sbquo 201c=ldquo \
    rdquo bdquo 2020=dagger Dagger bull 2026=hellip 2030=permil 2032=prime Prime 2039=lsaquo rsaquo \
    203e=oline 2044=frasl 20ac=euro 2111=image 2118=weierp 211c=real 2122=trade 2135=alefsym 2190=larr \
    uarr rarr darr harr 21b5=crarr 21d0=lArr uArr rArr dArr hArr 2200=forall 2202=part exist 2205=empty \
    2207=nabla isin notin 220b=ni 220f=prod 2211=sum minus 2217=lowast 221a=radic 221d=prop infin \
    2220=ang 2227=and or cap cup int 2234=there4 223c=sim 2245=cong 2248=asymp 2260=ne equiv 2264=le ge \
    2282=sub sup nsub 2286=sube supe 2295=oplus 2297=otimes 22a5=perp 22c5=sdot 2308=lceil rceil lfloor \
    rfloor 2329=lang rang 25ca=loz 2660=spades 2663=clubs 2665=hearts diams
    """
}
