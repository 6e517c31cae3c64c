extension JSONWriter {
  /// An object by id: {family, summary, why}; why is the first paragraph of the rule's page.
  package mutating func reasons(of rules: [DescribedRule]) {
    object { writer in
      for rule in rules.sorted(by: { $0.metadata.id < $1.metadata.id }) {
        writer.key(named: rule.metadata.id)
        writer.object {
          $0.field("family", rule.metadata.family.rawValue)
          $0.field("summary", rule.metadata.summary)
          if let why = rule.page?.rationale.paragraphs.first { $0.field("why", why) }
        }
      }
    }
  }
}
