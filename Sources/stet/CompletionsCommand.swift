import ArgumentParser

struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Prints the completions of a shell: bash, zsh or fish.",
    discussion: """
      bash: stet completions bash > ~/.local/share/bash-completion/completions/stet
      zsh:  stet completions zsh > a folder of $fpath, under the name _stet
      fish: stet completions fish > ~/.config/fish/completions/stet.fish
      """)

  @Argument(help: "The shell: bash, zsh or fish.")
  var shell: Shell

  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish

    var parserShell: CompletionShell {
      switch self {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    }
  }

  func run() throws {
    Terminal.print(Stet.completionScript(for: shell.parserShell) + "\n")
  }
}
