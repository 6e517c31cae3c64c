import StetDocument
import StetVale

extension RuleBook {
  /// Configurations of Vale, with those problems that leave a rule or more out.
  static func styles(_ paths: [String]) -> (styles: [ValeStyles], problems: [Problem]) {
    var styles: [ValeStyles] = []
    var problems: [Problem] = []
    for path in paths {
      do {
        let loaded = try ValeStyles.load(path)
        styles.append(loaded)
        problems += loaded.faults.filter { !$0.isLeftOut }.map { fault in
          Problem(
            place: "\(fault.file):\(fault.line):\(fault.column)", what: fault.message,
            nextStep: "Mend the file; what else it says counts.")
        }
      } catch {
        problems.append(
          Problem(
            place: FilePath.shown(path), what: "the configuration of Vale cannot be read: \(error.what)",
            nextStep: "Name the file .vale.ini itself."))
      }
    }
    return (styles, problems)
  }

  /// Absolute paths of the folders that hold styles of Vale.
  package var styleFolders: [String] { styles.flatMap(\.folders) }

  /// What is not carried over from styles of Vale, a line each; or that there are styles which nobody named. Not at fault,
  /// but worth knowing.
  package var notices: [String] {
    if styles.isEmpty, FilePath.exists(FilePath.components(".vale.ini")) {
      return [
        ".vale.ini: Stet reads styles of Vale: write `vale: .vale.ini` into stet.yml, or lint with --vale .vale.ini."
      ]
    }
    return styles.flatMap(\.faults).filter(\.isLeftOut).map {
      "\($0.file):\($0.line):\($0.column): \($0.message)."
    }
  }

  /// What came to light while texts were checked.
  package var lateProblems: [Problem] {
    styles.flatMap(\.exhaustedRules).map { rule in
      Problem(
        place: rule, what: "a pattern of this rule went back too often and was given up on some text",
        nextStep: "Write it so that its repetitions do not overlap: `(a+)+` is `a+`.")
    }
  }
}
