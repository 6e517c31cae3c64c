import StetDocument
import StetLint
import StetReports
import StetService
import StetText

/// Writes what LanguageTool's interface answers, version 2.
struct CheckAnswer {
  let parameters: CheckParameters
  let language: CheckedLanguages.Entry
  let book: RuleBook

  /// - Parameters:
  ///   - diagnostics: sorted by start.
  ///   - sentences: bytes of the text, in order.
  func json(_ diagnostics: [Diagnostic], sentences: [ByteRange]) -> [UInt8] {
    var bytes: [UInt8] = []
    var writer = JSONWriter { bytes += $0 }
    writer.object {
      $0.software()
      $0.object("warnings") { $0.field("incompleteResults", false) }
      $0.object("language") {
        $0.field("name", language.name)
        $0.field("code", language.tag.text)
        // Stet tells no language from another: this is what it checked by.
        $0.object("detectedLanguage") {
          $0.field("name", language.name)
          $0.field("code", language.tag.text)
          $0.field("confidence", 0)
          $0.field("source", "none")
        }
      }
      $0.array("matches", diagnostics) { writer, diagnostic in
        guard let rule = book.rule(diagnostic.rule), parameters.wants(diagnostic, of: rule) else { return }
        match(diagnostic, rule, sentences, &writer)
      }
    }
    writer.finish()
    return bytes
  }

  private func match(
    _ diagnostic: Diagnostic, _ rule: RuleMetadata, _ sentences: [ByteRange], _ writer: inout JSONWriter
  ) {
    let text = parameters.text
    let match = CheckMatch(diagnostic, in: text)
    guard let place = text.original(match.range) else { return }
    let context = CheckContext(around: match.range, in: text.bytes)
    let category = CheckCategory(rule.family)
    writer.object {
      $0.field("message", diagnostic.message)
      $0.field("shortMessage", rule.summary)
      $0.array("replacements", match.replacements) { writer, value in
        writer.object { $0.field("value", value) }
      }
      $0.field("offset", place.lowerBound)
      $0.field("length", place.count)
      $0.object("context") {
        $0.field("text", context.text)
        $0.field("offset", context.offset)
        $0.field("length", text.units(match.range.lowerBound, match.range.upperBound))
      }
      $0.field("sentence", sentence(at: match.range.lowerBound, sentences))
      $0.object("type") { $0.field("typeName", Self.type(diagnostic, rule)) }
      $0.object("rule") {
        $0.field("id", rule.id)
        $0.field("description", rule.summary)
        $0.field("issueType", category.issueType)
        $0.object("category") {
          $0.field("id", category.id)
          $0.field("name", category.name)
        }
      }
      $0.field("ignoreForIncompleteSentence", false)
      $0.field("contextForSureMatch", 0)
    }
  }

  /// What add-ons of browsers colour by.
  private static func type(_ diagnostic: Diagnostic, _ rule: RuleMetadata) -> String {
    if rule.family == .spelling { return "UnknownWord" }
    return diagnostic.severity == .note ? "Hint" : "Other"
  }

  /// The sentence that holds a byte, or the line where there is none.
  private func sentence(at byte: Int, _ sentences: [ByteRange]) -> String {
    let low = sentences.partitioningIndex { $0.lower > byte }
    let bytes = parameters.text.bytes
    if low > 0, byte < sentences[low - 1].upper {
      return String(decoding: bytes[sentences[low - 1].indices], as: UTF8.self)
    }
    let start = bytes[..<byte].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return String(decoding: bytes[start...].prefix { $0 != 0x0A }, as: UTF8.self)
  }
}

extension JSONWriter {
  /// The member `software`. The name tells clients honestly who answers.
  mutating func software() {
    object("software") {
      $0.field("name", "Stet")
      $0.field("version", Version.string)
      $0.field("buildDate", "")
      $0.field("apiVersion", 1)
      $0.field("premium", false)
      $0.field("premiumHint", "")
      $0.field("status", "")
    }
  }
}
