import Glibc
import StetDocument

extension ChangeSet {
  /// What changed since a revision, as git tells it: committed, staged, in the files and in new files that git does not
  /// ignore. Of two branches that went apart only this one's changes count: the base is where they parted.
  /// - Parameter paths: as the user gave them; the first one says which repository it is about.
  package init(since revision: String, paths: [String]) throws(Problem) {
    // In a hook git names the repository itself, from the folder that the hook runs in.
    let folder = getenv("GIT_DIR") == nil ? Self.folder(of: paths.first ?? ".") : "."
    var git = Git(folder: folder)
    let top = try git.output(
      ["rev-parse", "--show-toplevel"], place: folder, what: "this is in no git repository",
      nextStep: "Name files of a repository, or give a diff with --diff.")
    git.folder = top
    for path in paths {
      guard let resolved = FilePath.resolved(Array(path.utf8)) else { continue }
      guard resolved.elementsEqual(top.utf8) || resolved.starts(with: Array((top + "/").utf8)) else {
        throw Problem(
          place: path, what: "this lies outside of the repository \(top), which --since is about",
          nextStep: "Check one repository at a time.")
      }
    }
    let commit = try git.output(
      ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"], place: revision,
      what: "git knows no such revision here",
      nextStep: "Check its spelling, or fetch it: a shallow clone lacks what is old.")
    let parted = git.run(["merge-base", commit, "HEAD"])
    let base = parted.status == 0 ? Git.line(parted.output) : commit
    let diff = try git.bytes([
      "-c", "core.quotePath=true", "-c", "core.safecrlf=false", "diff", "-U0", "--no-color", "--no-ext-diff",
      "--no-textconv", "--no-relative", "--find-renames", "--ignore-submodules=all", "--src-prefix=a/",
      "--dst-prefix=b/", base, "--",
    ])
    try self.init(diff, place: "the output of git", folders: [FilePath.components(top)])
    let others = try git.bytes(["ls-files", "--others", "--exclude-standard", "-z", "--full-name"])
    for name in others.split(separator: 0) {
      guard let path = FilePath.resolved(Array((top + "/").utf8) + name) else { continue }
      add(FileChange(hunks: nil), path: path)
    }
  }

  /// The folder to ask git in: the path itself, or the one that it lies in, or for patterns the one before their signs.
  private static func folder(of path: String) -> String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    while !parts.isEmpty {
      let joined = parts == [""] ? "/" : parts.joined(separator: "/")
      if !joined.isEmpty, FilePath.isFolder(joined) { return joined }
      parts.removeLast()
    }
    return path.hasPrefix("/") ? "/" : "."
  }
}

/// Asks git about one folder.
private struct Git {
  var folder: String

  func run(_ words: [String]) -> Subprocess.Outcome {
    Subprocess.run(
      ["git", "--no-pager", "-C", folder] + words,
      // Messages that can be read by a program, and no lock on the index for reading it.
      environment: ["LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"])
  }

  /// The first line of the output.
  func output(_ words: [String], place: String, what: String, nextStep: String) throws(Problem) -> String {
    let outcome = run(words)
    try Self.checkInstalled(outcome)
    guard outcome.status == 0 else {
      let reason = Self.line(outcome.errors)
      // Git has reasons of its own, such as a folder of another user.
      let isKnown = reason.isEmpty || reason.contains("not a git repository")
      throw Problem(
        place: place, what: what + (isKnown ? "" : ": \(reason)"), nextStep: nextStep)
    }
    return Self.line(outcome.output)
  }

  func bytes(_ words: [String]) throws(Problem) -> [UInt8] {
    let outcome = run(words)
    try Self.checkInstalled(outcome)
    guard outcome.status == 0 else {
      throw Problem(
        place: folder, what: "git could not tell what changed: \(Self.line(outcome.errors))",
        nextStep: "Run `git status` there and mend what it says.")
    }
    return outcome.output
  }

  private static func checkInstalled(_ outcome: Subprocess.Outcome) throws(Problem) {
    guard outcome.status == 127 else { return }
    throw Problem(
      place: "git", what: "there is no such program",
      nextStep: "Install git, or give a diff with --diff.")
  }

  static func line(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
  }
}
