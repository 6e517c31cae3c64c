import Glibc
import Testing

@testable import StetDocument

/// A folder that is removed at the end, with `git` in it when the machine has one.
private final class Tree {
  let path: String

  init() {
    var name = Array("/tmp/stet-tree-XXXXXX".utf8CString)
    path = name.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, let made = mkdtemp(base) else { return "" }
      return String(cString: made)
    }
  }

  deinit { system("chmod -R u+rwx '\(path)'; rm -rf '\(path)'") }

  func write(_ files: [String: String]) {
    for (name, text) in files {
      let folder = name.split(separator: "/").dropLast().joined(separator: "/")
      system("mkdir -p '\(path)/\(folder)'")
      write(name, text)
    }
  }

  private func write(_ name: String, _ text: String) {
    let file = fopen("\(path)/\(name)", "w")
    fputs(text, file)
    fclose(file)
  }

  @discardableResult
  func shell(_ command: String) -> (status: Int32, output: [String]) {
    let clean = "HOME='\(path)' XDG_CONFIG_HOME='\(path)' GIT_CONFIG_NOSYSTEM=1 LC_ALL=C"
    guard let pipe = popen("cd '\(path)' && export \(clean) && \(command)", "r") else { return (-1, []) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(pipe), byte >= 0 { bytes.append(UInt8(byte)) }
    let status = pclose(pipe)
    return (status, bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) })
  }

  /// Paths found below the tree, without its own path.
  func find(_ paths: String...) -> (files: [String], errors: [DiscoveryError]) {
    let result = FileDiscovery.files(in: paths.map { $0.isEmpty ? path : "\(path)/\($0)" })
    return (result.files.map { String($0.path.dropFirst(path.utf8.count + 1)) }, result.errors)
  }
}

private let ignored: [String: String] = [
  ".gitignore":
    "# remark\n*.txt\n!keep.txt\n/top.md\nbuild/\ndocs/**/draft.md\n**/deep\nspace\\ \n\\#odd.md\nlog/*.md\n"
    + "!log/keep.md\nout/**\n!out/in.md\n[ab]?.md\n",
  "a.md": "", "top.md": "", "sub/top.md": "", "one.txt": "", "keep.txt": "", "sub/keep.txt": "",
  "build/a.md": "", "sub/build/a.md": "", "docs/draft.md": "", "docs/x/y/draft.md": "",
  "docs/draft.markdown": "",
  "x/deep/a.md": "", "deep.md": "", "#odd.md": "", "log/a.md": "", "log/keep.md": "", "out/in.md": "",
  "ax.md": "", "cx.md": "", "sub/.gitignore": "!one.txt\n/local.md\r\nkeep.txt\n", "sub/one.txt": "",
  "sub/local.md": "", "sub/sub/local.md": "", "excluded.md": "", "image.png": "", "UPPER.MD": "",
  "no-ending": "",
]

@Test func aWalkSeesWhatGitSees() throws {
  let tree = Tree()
  tree.write(ignored)
  let hasGit = tree.shell("git init -q . 2>/dev/null").status == 0
  tree.write([".git/info/exclude": "excluded.md\n", ".hidden/a.md": ""])
  let expected = [
    "UPPER.MD", "a.md", "cx.md", "deep.md", "docs/draft.markdown", "keep.txt", "log/keep.md", "out/in.md",
    "sub/one.txt",
    "sub/sub/local.md", "sub/top.md",
  ]
  #expect(tree.find("").files == expected)
  #expect(tree.find("").errors == [])
  if hasGit {
    let listed = tree.shell("git ls-files -co --exclude-standard").output.filter { name in
      !name.hasPrefix(".hidden/")
        && DocumentReader.extensions.contains((name.split(separator: ".").last ?? "").lowercased())
    }
    #expect(listed == expected)
  }
  // From below, the patterns above hold as well.
  #expect(tree.find("sub").files == ["sub/one.txt", "sub/sub/local.md", "sub/top.md"])
}

@Test func whatIsNamedIsTaken() {
  let tree = Tree()
  tree.write(ignored)
  tree.shell("mkdir .git")
  #expect(
    tree.find("no-ending", "build/a.md", "top.md", "./a.md", "a.md").files == [
      "a.md", "build/a.md", "no-ending", "top.md",
    ])
  #expect(tree.find("sub/**/*.md").files == ["sub/sub/local.md", "sub/top.md"])
  #expect(tree.find("*.png").files == ["image.png"])
  #expect(tree.find("{log,sub}/*").files == ["log/keep.md", "sub/one.txt", "sub/top.md"])
}

@Test func whatFailsStopsNothingElse() {
  let tree = Tree()
  tree.write(["a.md": "", "locked/b.md": "", "c/d.md": ""])
  let found = tree.find("missing.md", "a.md", "*.rst", "c")
  #expect(found.files == ["a.md", "c/d.md"])
  #expect(
    found.errors == [
      .notFound(path: "\(tree.path)/missing.md"), .noMatch(pattern: "\(tree.path)/*.rst"),
    ])
  tree.shell("chmod 000 locked")
  let walk = tree.find("")
  // The superuser may read everything.
  if geteuid() != 0 {
    #expect(walk.errors == [.unreadableFolder(path: "\(tree.path)/locked", code: EACCES)])
  }
  #expect(walk.files.filter { !$0.hasPrefix("locked") } == ["a.md", "c/d.md"])
}

@Test func linksAndOddNames() {
  let tree = Tree()
  tree.write(["a/b.md": "words"])
  tree.shell("ln -s ../a a/loop; ln -s b.md a/z.md; ln -s nowhere.md a/broken.md; ln -s self.md a/self.md")
  tree.shell("touch \"$(printf 'a/\\377.md')\" 'a/new\nline.md'; mkfifo a/pipe.md")
  let files = FileDiscovery.files(in: [tree.path]).files
  #expect(files.map { $0.bytes.suffix(6) }.contains(Array("a/b.md".utf8)[...]))
  #expect(files.count == 3)
  #expect(files.allSatisfy { (try? FileReading.read($0)) != nil })
}

@Test func readingFiles() throws {
  let tree = Tree()
  tree.write(["a.md": "words\n", "empty.md": ""])
  #expect(try FileReading.read("\(tree.path)/a.md") == Array("words\n".utf8))
  #expect(try FileReading.read("\(tree.path)/empty.md") == [])
  #expect(try FileReading.read("/proc/self/stat").count > 10)
  #expect(throws: FileError.isFolder(path: tree.path)) { try FileReading.read(tree.path) }
  #expect(throws: FileError.notFound(path: "\(tree.path)/b")) { try FileReading.read("\(tree.path)/b") }
  tree.shell("truncate -s 3G big.md")
  #expect(throws: FileError.tooLarge(path: "\(tree.path)/big.md", size: 3 << 30)) {
    try FileReading.read("\(tree.path)/big.md")
  }
}

@Test func pathsStayAsGiven() {
  #expect(
    FileDiscovery.files(in: ["./Package.swift", "Sources/../Package.swift"]).files.map(\.path).count == 1)
  #expect(FileDiscovery.files(in: ["././/Package.swift"]).files.map(\.path) == ["Package.swift"])
}
