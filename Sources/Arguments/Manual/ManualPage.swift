/// The layout of a man page.
struct ManualPage {
  let program: ProgramInfo
  private(set) var text = ""
  private var isAfterHeading = false
  private let shared: [SharedSection]

  init(program: ProgramInfo) {
    self.program = program
    shared = SharedSection.all(in: program)
  }

  mutating func write(_ manual: Manual) {
    let title = RoffText.escaped(program.name.uppercased())
    let source = RoffText.escaped("\(program.name) \(program.version)")
    text += ".TH \(title) 1 \"\" \"\(source)\" \"User Commands\"\n"
    heading("NAME")
    text += RoffText.lines("\(program.name) - \(program.summary.gist)")
    heading("SYNOPSIS")
    text += ".B \(RoffText.escaped(program.name))\n"
    text += ".IR command \" [\" options \"] ...\"\n"
    heading("DESCRIPTION")
    paragraphs(manual.description)
    heading("COMMANDS")
    for command in program.commands {
      for leaf in command.leaves {
        write(leaf, isShorthand: command.shorthand == leaf.name ? command.name : nil)
      }
    }
    heading("COMMON OPTIONS")
    for section in shared {
      text += ".SS \(RoffText.escaped(section.title))\n"
      for argument in section.arguments { entry(argument) }
    }
    for (title, entries) in [
      ("EXIT STATUS", manual.statuses), ("ENVIRONMENT", manual.environment),
      ("FILES", manual.files),
    ] where !entries.isEmpty {
      heading(title)
      for item in entries { entry(item.name, item.text) }
    }
    heading("EXAMPLES")
    for example in program.commands.flatMap(\.leaves).flatMap(\.examples) {
      beginParagraph()
      text += RoffText.lines(example.note) + ".EX\n\(RoffText.line("  " + example.line)).EE\n"
    }
  }

  private mutating func write(_ command: CommandInfo, isShorthand family: String?) {
    isAfterHeading = false
    let path = [program.name] + command.path
    text += ".SS \(RoffText.escaped((path + command.usageWords).joined(separator: " ")))\n"
    text += RoffText.lines(command.summary)
    if let family {
      paragraphs("'\(program.name) \(family) …' without a command is this one.")
    }
    paragraphs(command.discussion)
    let plain = command.options.filter { $0.section == nil }
    for argument in command.positionals + plain { entry(argument) }
    var common: [String] = []
    for title in command.options.sectionTitles {
      let arguments = command.options.filter { $0.section == title }
      if shared.contains(.init(title: title, arguments: arguments)) {
        common.append(title)
        continue
      }
      beginParagraph()
      text += ".I \(RoffText.escaped(title))\n"
      for argument in arguments { entry(argument) }
    }
    if !common.isEmpty {
      paragraphs("Common options: \(common.joined(separator: "; ")).")
    }
  }

  private mutating func entry(_ argument: ArgumentInfo) {
    let (label, text) = argument.helpRow
    entry(String(label.drop { $0 == " " }), text)
  }

  private mutating func entry(_ label: String, _ meaning: String) {
    text += ".TP\n.B \(RoffText.escaped(label))\n\(RoffText.lines(meaning))"
  }

  private mutating func heading(_ title: String) {
    text += ".SH \(title)\n"
    isAfterHeading = true
  }

  /// Parts paragraphs; the first one after a heading needs nothing.
  private mutating func beginParagraph() {
    if !isAfterHeading { text += ".PP\n" }
    isAfterHeading = false
  }

  /// Paragraphs, which empty lines part; a line that begins with a space stays as it is.
  private mutating func paragraphs(_ source: String) {
    for paragraph in source.split(separator: "\n\n") {
      beginParagraph()
      let lines = paragraph.split(separator: "\n")
      if lines.allSatisfy({ $0.hasPrefix(" ") }) {
        text += ".EX\n" + lines.map { RoffText.line(String($0)) }.joined() + ".EE\n"
      } else {
        text += RoffText.lines(lines.joined(separator: " "))
      }
    }
  }
}

/// Options under one heading that many commands have alike: a man page says them once.
struct SharedSection: Equatable {
  let title: String
  let arguments: [ArgumentInfo]

  /// Those of a program, in the order of their first command.
  static func all(in program: ProgramInfo) -> [SharedSection] {
    let sections = program.commands.flatMap(\.leaves).flatMap { command in
      command.options.sectionTitles.map { title in
        SharedSection(title: title, arguments: command.options.filter { $0.section == title })
      }
    }
    var found: [SharedSection] = []
    for section in sections where !found.contains(section) {
      if sections.count(where: { $0 == section }) >= 3 { found.append(section) }
    }
    return found
  }
}
