import StetLint
import StetYAML

extension RuleFileReader {
  mutating func examples(hasFix: Bool) -> [RuleExample] {
    let flags = list("flags").compactMap { example($0, .flags) }
    let accepts = list("accepts").compactMap { example($0, .accepts) }
    for (name, count) in [("flags", flags.count), ("accepts", accepts.count)]
    where count < 2 && errors.isEmpty {
      report(
        "a rule needs at least two examples under “\(name)”, and has \(count)", at: values[name]?.place ?? top
      )
    }
    if hasFix, errors.isEmpty, !flags.contains(where: { $0.fixed != nil }) {
      report("a rule with a fix shows it: give `text:` and `fixed:` in at least one of “flags”", at: top)
    }
    return flags + accepts
  }

  private mutating func example(_ node: YAMLNode, _ kind: RuleExample.Expectation) -> RuleExample? {
    var text = ""
    var fixed: String?
    var isMarkdown = false
    switch node.content {
    case .scalar(let scalar): text = scalar
    case .sequence:
      report("an example is text, or a mapping with `text:`, not a list", at: node.place)
      return nil
    case .mapping(let entries):
      for entry in entries {
        guard case .scalar(let value) = entry.value.content else {
          report("“\(entry.key)” must be text, not \(entry.value.kindName)", at: entry.value.place)
          continue
        }
        switch entry.key {
        case "text": text = value
        case "fixed" where kind == .flags: fixed = value
        case "format" where value == "markdown" || value == "plain": isMarkdown = value == "markdown"
        default:
          report(
            "an example knows no “\(entry.key): \(value)”; it takes `text`, `fixed` (under flags) and "
              + "`format: markdown`", at: entry.keyPlace)
        }
      }
    }
    do {
      let marked = try MarkedText(text)
      if kind == .flags, marked.marks.isEmpty {
        report("an example under “flags” marks what is found: ⟦like this⟧", at: node.place)
      }
      if kind == .accepts, !marked.marks.isEmpty {
        report("an example under “accepts” has no ⟦marks⟧: nothing is found in it", at: node.place)
      }
      return RuleExample(
        expectation: kind, isMarkdown: isMarkdown, text: marked.text, marks: marked.marks, fixed: fixed)
    } catch {
      report(error.message, at: node.place)
      return nil
    }
  }
}
