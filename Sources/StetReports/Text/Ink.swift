import StetLint

/// Colours of the text report, or none.
struct Ink {
  let style: TextReport.Style

  func bold(_ text: String) -> String { paint(text, "1") }
  func faint(_ text: String) -> String { paint(text, "2") }
  func fix(_ text: String) -> String { paint(text, "32") }

  func severity(_ text: String, _ severity: Severity) -> String {
    switch severity {
    case .error: paint(text, "1;31")
    case .warning: paint(text, "1;33")
    case .note: paint(text, "1;36")
    }
  }

  /// - Parameter code: parameters of "select graphic rendition" (ECMA-48, 8.3.117).
  private func paint(_ text: String, _ code: String) -> String {
    switch style {
    case .plain: text
    case .colour: "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
  }
}
