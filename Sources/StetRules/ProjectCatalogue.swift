import StetLint

/// The rules that compare all documents of a run, sorted by id.
package enum ProjectCatalogue {
  package static let rules: [any ProjectRule.Type] = [
    SiteNameVariant.self,
    SiteTermVariant.self,
  ]
}
