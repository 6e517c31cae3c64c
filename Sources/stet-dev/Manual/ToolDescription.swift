/// What the argument parser tells of a program in JSON, as far as a manual page needs it.
struct ToolDescription: Decodable {
  var command: Command

  struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var shouldDisplay: Bool?
    var subcommands: [Command]?
    var arguments: [Argument]?

    /// Without the help command that each program has.
    var shownCommands: [Command] {
      (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
    }

    func arguments(_ kind: Argument.Kind...) -> [Argument] {
      (arguments ?? []).filter { kind.contains($0.kind) && $0.shouldDisplay != false && !$0.isHelp }
    }
  }

  struct Argument: Decodable {
    enum Kind: String, Decodable { case positional, option, flag }

    struct Name: Decodable {
      var kind: String
      var name: String
      /// With its hyphens but for the first, as `.Fl` wants it.
      var flag: String { kind == "long" ? "-" + name : name }
    }

    var kind: Kind
    var abstract: String?
    var defaultValue: String?
    var isOptional: Bool
    var isRepeating: Bool
    var names: [Name]?
    var valueName: String?
    var shouldDisplay: Bool?

    var isHelp: Bool { valueName == "help" || valueName == "version" }
  }
}

/// A rule as `stet rules --json` lists it.
struct RuleLine: Decodable {
  var id: String
  var severity: String
  var family: String
  var stage: String
  var summary: String
}
