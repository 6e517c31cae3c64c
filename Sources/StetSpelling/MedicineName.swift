/// The ending that tells the class of a medicine in its international name.
///
/// Two medicines with one ending are two medicines, however near their names are: a name that the lists lack must not
/// be turned into another one. The endings are stems of the World Health Organization's international nonproprietary
/// names, a fact; those that common words have, too, are left out.
struct MedicineName {
  private let stem: StaticString

  /// Nil for a word in lower case that has no such ending.
  init?(_ word: UnsafeBufferPointer<UInt8>) {
    guard let stem = Self.stems.first(where: { Self.ends(word, $0) }) else { return nil }
    self.stem = stem
  }

  /// Whether a candidate has the same ending, and so is another medicine.
  func isAnother(_ candidate: UnsafeBufferPointer<UInt8>) -> Bool { Self.ends(candidate, stem) }

  private static func ends(_ word: UnsafeBufferPointer<UInt8>, _ stem: StaticString) -> Bool {
    let start = word.count - stem.utf8CodeUnitCount
    return start >= 2 && word[start...].elementsEqual(letters(stem))
  }

  private static let stems: [StaticString] = [
    "mab", "tinib", "zomib", "ciclib", "rafenib", "pril", "sartan", "vastatin", "olol", "conazole", "prazole",
    "nidazole", "cillin", "mycin", "micin", "floxacin", "cycline", "dipine", "azepam", "zolam", "barbital",
    "caine",
    "setron", "triptan", "gliptin", "gliflozin", "glutide", "glitazone", "oxetine", "afil", "profen", "coxib",
    "parin", "xaban", "gatran", "clovir", "navir", "tegravir", "buvir", "asvir", "tidine", "semide",
    "thiazide",
    "terol", "olone", "sone", "mustine", "platin", "rubicin", "taxel", "bactam", "penem", "azosin", "peridol",
    "peridone", "triptyline", "codone", "morphone", "orphan", "fentanil", "fentanyl", "quine", "arabine",
  ]
}
