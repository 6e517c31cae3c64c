import Glibc
import StetConfiguration
import StetLint

/// The `stet.yml` that `stet init` writes.
package enum StarterConfiguration {
  package static let text = """
    # Settings of Stet for the files in this folder and below. A stet.yml in a folder below says more, and the one
    # nearest to a file counts most. `stet config show FILE` tells what holds for a file, and why.

    # Which rules to check by:
    \(Pack.allCases.map { "#   \($0.rawValue): \($0.summary)" }.joined(separator: "\n"))
    # pack: default

    # What the texts are: news, opinion, docs or other. Without it each text is looked at.
    # kind: news

    # Words that are right here, in the case in which they are right.
    # words:
    #   - Tchiani
    #   - Zinder

    # House dictionaries: one word a line; `stet words add WORD` writes one.
    # dictionaries:
    #   - stet.dic

    # What the texts are written in, when it is not English: fr, de-AT.
    # language: fr

    # The weight of a rule, or of a whole family: off, note, warning, error; on is what its page says.
    # `stet rules` lists all of them, `stet explain RULE` tells more.
    # rules:
    #   since-duration: note
    #   calque: off
    #   # Some rules have options, too: `stet explain place-name-style` tells which.
    #   place-name-style:
    #     ukraine: ukrainian
    #     prefer: {Burma: Myanmar}

    # Other settings for some files. Patterns are those of .gitignore.
    # paths:
    #   "opinion/**":
    #     kind: opinion

    # Files that are not checked.
    # ignore:
    #   - drafts

    # Whether names and terms are also compared over all files of a run.
    # project: true

    # Where the results of unchanged files are kept: on (in your own cache), off, or a folder.
    # cache: .stet-cache

    # Whether configurations in folders above this one are left unread.
    # root: true

    """

  /// Throws when the file is there already, or cannot be written.
  package static func write(to path: String) throws(Problem) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o644)
    guard descriptor >= 0 else {
      throw errno == EEXIST
        ? Problem(place: path, what: "the file is there already", nextStep: "Edit it, or remove it first.")
        : Problem(
          place: path, what: "it cannot be written: \(String(cString: strerror(errno)))",
          nextStep: "Check the folder and its permissions.")
    }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard bytes.withUnsafeBytes({ Glibc.write(descriptor, $0.baseAddress, $0.count) }) == bytes.count else {
      throw Problem(
        place: path, what: "it cannot be written: \(String(cString: strerror(errno)))",
        nextStep: "Check the space on the disk, and remove what was written.")
    }
  }
}
