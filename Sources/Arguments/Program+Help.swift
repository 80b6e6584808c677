extension Program {
  /// The text of `program --help`.
  ///
  /// - Parameter width: How many columns it may take.
  /// - Returns: Lines, the last one ended.
  public func help(width: Int = 80) -> String {
    var page = HelpPage(width: width)
    page.paragraphs(summary)
    page.paragraphs("Usage: \(name) <command> [options] …")
    for section in sections {
      page.table(section.title, section.entries.map { (label: $0.name, text: $0.summary) })
    }
    page.table("Options", [Self.helpRow, (label: "    --version", text: "Show the version.")])
    page.paragraphs("'\(name) <command> --help' says more about a command.")
    page.paragraphs(notes)
    return page.text
  }

  func help(for family: CommandFamily<Context>, width: Int) -> String {
    var page = HelpPage(width: width)
    let path = "\(name) \(family.name)"
    page.paragraphs(family.summary)
    page.paragraphs("Usage: \(path) <command> [options] …")
    page.table("Commands", family.commands.map { (label: $0.name, text: $0.summary) })
    page.table("Options", [Self.helpRow])
    if let shorthand = family.shorthand {
      page.paragraphs("'\(path) …' without a command is '\(path) \(shorthand.name) …'.")
    }
    page.paragraphs("'\(path) <command> --help' says more about a command.")
    return page.text
  }

  func help<Root: Command>(for type: Root.Type, path: [String], width: Int) -> String {
    let infos = Root.argumentInfos
    var page = HelpPage(width: width)
    page.paragraphs(Root.summary)
    page.paragraphs("Usage: \((path + infos.usageWords).joined(separator: " "))")
    page.paragraphs(Root.discussion)
    page.table("Arguments", infos.filter(\.isPositional).map(\.helpRow))
    page.table(
      "Options",
      infos.filter { !$0.isPositional && $0.section == nil }.map(\.helpRow) + [Self.helpRow]
    )
    for title in infos.sectionTitles {
      page.table(title, infos.filter { !$0.isPositional && $0.section == title }.map(\.helpRow))
    }
    page.examples(Root.examples)
    return page.text
  }

  private static var helpRow: (label: String, text: String) {
    (label: "-h, --help", text: "Show this help.")
  }
}

extension Command {
  /// What there is to say about each argument, with the defaults of a fresh command.
  public static var argumentInfos: [ArgumentInfo] {
    let fresh = Self()
    return arguments.flatMap(\.rows).map { row in
      var info = row.info
      if let text = row.defaultText(fresh), !text.isEmpty { info.defaultText = text }
      return info
    }
  }
}

extension ArgumentInfo {
  var isPositional: Bool {
    if case .positional = form { true } else { false }
  }

  /// How a positional stands in the usage line.
  fileprivate var usageWord: String? {
    guard case .positional(let name, let arity) = form else { return nil }
    return switch arity {
    case .one: "<\(name)>"
    case .optional: "[<\(name)>]"
    case .any: "[<\(name)> …]"
    case .some: "<\(name)> …"
    }
  }

  var helpRow: (label: String, text: String) {
    (label: label, text: help + (remarks.isEmpty ? "" : " (\(remarks))"))
  }

  var label: String {
    guard let first = names.first else { return usageWord ?? "" }
    // Options without a short spelling line up with those that have one.
    let margin = first.hasPrefix("--") ? "    " : ""
    let spelled = names.map { name in
      form == .flag(negatable: true) && name.hasPrefix("--") ? "--[no-]\(name.dropFirst(2))" : name
    }
    guard case .option(let value) = form else { return margin + spelled.joined(separator: ", ") }
    return margin + spelled.joined(separator: ", ") + " <\(value)>"
  }

  var remarks: String {
    var parts: [String] = []
    if !choices.isEmpty { parts.append(choices.joined(separator: ", ")) }
    if isRepeatable, !isPositional { parts.append("may be given several times") }
    if let defaultText { parts.append("default: \(defaultText)") }
    return parts.joined(separator: "; ")
  }
}

extension [ArgumentInfo] {
  var usageWords: [String] {
    ["[options]"] + compactMap(\.usageWord)
  }

  /// The headings in the order of their first argument.
  var sectionTitles: [String] {
    var titles: [String] = []
    for case let title? in map(\.section) where !titles.contains(title) { titles.append(title) }
    return titles
  }
}
