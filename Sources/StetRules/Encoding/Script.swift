/// What the rules on characters ask about scripts. Blocks and scripts after the Unicode Character Database,
/// Scripts.txt and Blocks.txt.
enum Script {
  case latin, greek, cyrillic, armenian, georgian, cherokee, other

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x1E00...0x1EFF: self = .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x400...0x52F, 0x1C80...0x1C8F, 0xA640...0xA69F: self = .cyrillic
    case 0x530...0x58F: self = .armenian
    case 0x10A0...0x10FF: self = .georgian
    case 0x13A0...0x13FF, 0xAB70...0xABBF: self = .cherokee
    default: self = .other
    }
  }

  /// Han, kana, bopomofo, hangul, their marks and compatibility forms.
  static func isEastAsian(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x11FF, 0x2E80...0x2FDF, 0x3001...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA960...0xA97F,
      0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF61...0xFFDC, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Letters that run from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms.
  static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }

  /// Devanagari to Sinhala.
  static func isIndic(_ scalar: Unicode.Scalar) -> Bool { (0x900...0xDFF).contains(scalar.value) }
}

/// Letters that look like an ASCII letter, after confusables.txt of Unicode Technical Standard 39 (single letters
/// of Greek, Cyrillic, Armenian and Cherokee only; a capital that looks like a small L is taken for I).
enum Confusable {
  /// The Latin letter that this one is taken for.
  static func latin(_ scalar: Unicode.Scalar) -> Unicode.Scalar? { table[scalar] }

  private static let table: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    let pairs = [
      "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXαaγyιiνvοoρpσoυuϒYϲcϳjϹC",
      "ЅSІIЈJАAВBЕEКKМMНHОOРPСCТTУYХXЬbаaгrеeоoрpсcуyхxѕsіiјjѴVѵvҮYүyһhҽeӀIӏiԁdԌGԛqԜWԝw",
      "ՍUՏSՕOաwգqզqհhոnռnսuցgքfօo",
      "ᎠDᎡRᎢTᎥiᎩYᎪAᎫJᎬEᎳWᎷMᎻHᎽYᏀGᏂhᏃZᏏbᏒRᏔWᏕSᏙVᏚSᏞLᏟCᏢPᏦKᏧdᏳGᏴB",
    ]
    for list in pairs {
      let scalars = Array(list.unicodeScalars)
      for index in stride(from: 0, to: scalars.count - 1, by: 2) {
        table[scalars[index]] = scalars[index + 1]
      }
    }
    return table
  }()
}
