import StetLint
import StetService
import StetSpelling

/// What a request to `/v2/check` asks for. What LanguageTool knows beyond it (`motherTongue`, `username` and the like) is
/// passed over.
struct CheckParameters: Sendable {
  var text: AnnotatedText
  /// As the client gave it, “auto” included.
  var language: String
  var preferredVariants: [String]
  /// Notes, too.
  var isPicky: Bool
  private let enabledRules: Set<String>
  private let disabledRules: Set<String>
  private let enabledCategories: Set<String>
  private let disabledCategories: Set<String>
  private let isEnabledOnly: Bool

  init(_ fields: FormFields) throws(Refusal) {
    switch (try fields["text"], try fields["data"]) {
    case (let text?, nil): self.text = AnnotatedText(text)
    case (nil, let data?): text = try AnnotatedText(json: data)
    case (nil, nil):
      throw Refusal(.badRequest, "the parameter “text” or “data” is missing", nextStep: "Send one of them.")
    default:
      throw Refusal(.badRequest, "there are both “text” and “data”", nextStep: "Send only one of them.")
    }
    guard let language = try fields["language"], !language.isEmpty else {
      throw Refusal(
        .badRequest, "the parameter “language” is missing",
        nextStep: "Send “language=en-US” or “language=auto”.")
    }
    self.language = language
    preferredVariants = try fields.list("preferredVariants")
    isPicky = try fields["level"] == "picky"
    enabledRules = Set(try fields.list("enabledRules").map(Self.ruleName))
    disabledRules = Set(try fields.list("disabledRules").map(Self.ruleName))
    enabledCategories = Set(try fields.list("enabledCategories").map { $0.uppercased() })
    disabledCategories = Set(try fields.list("disabledCategories").map { $0.uppercased() })
    isEnabledOnly = ["true", "yes"].contains(try fields["enabledOnly"] ?? "")
    if isEnabledOnly, enabledRules.isEmpty, enabledCategories.isEmpty {
      throw Refusal(
        .badRequest, "“enabledOnly” leaves no rule",
        nextStep: "Name rules in “enabledRules” or “enabledCategories”.")
    }
  }

  /// The rules that are to run although the pack or their stage leaves them out.
  func rulesToSwitchOn(_ book: RuleBook) -> [RuleMetadata] {
    enabledRules.sorted().compactMap { book.rule($0) }
  }

  /// Whether a finding is told.
  func wants(_ diagnostic: Diagnostic, of rule: RuleMetadata) -> Bool {
    let category = CheckCategory(rule.family).id
    let isNamed = !enabledRules.isDisjoint(with: [rule.id] + rule.aliases)
    if !disabledRules.isDisjoint(with: [rule.id] + rule.aliases) { return false }
    if isEnabledOnly, !isNamed, !enabledCategories.contains(category) { return false }
    if disabledCategories.contains(category), !isNamed { return false }
    return isNamed || isPicky || diagnostic.severity > .note
  }

  /// Clients may write DOUBLED_WORD, as LanguageTool names its own rules.
  private static func ruleName(_ name: String) -> String { name.lowercased().replacing("_", with: "-") }
}
