extension Program {
  /// Mistakes in the commands' own tables, for a test to find: each a line, none when all is well.
  public var defects: [String] {
    var found: [String] = []
    let names = entries.map(\.name)
    found += duplicates(in: names).map { "two commands are called '\($0)'" }
    for entry in entries {
      switch entry {
      case .command(let type):
        found += defects(in: type)
      case .family(let family):
        found += duplicates(in: family.commands.map { $0.name })
          .map { "two commands of '\(family.name)' are called '\($0)'" }
        for type in family.commands { found += defects(in: type) }
      }
    }
    return found
  }

  private func defects(in type: any Command<Context>.Type) -> [String] {
    let infos = type.argumentInfos
    let spellings = infos.flatMap(\.spellings)
    var found = duplicates(in: spellings).map { "two options are spelled '\($0)'" }
    for name in spellings where name == "--help" || name == "-h" || !name.isOptionName {
      found.append("no option can be spelled '\(name)'")
    }
    var isLast = false
    for case .positional(let name, let arity) in infos.map(\.form) {
      if isLast { found.append("'<\(name)>' stands after one that takes every word") }
      isLast = isLast || arity == .any || arity == .some
    }
    return found.map { "\(type.name): \($0)" }
  }

  private func duplicates(in names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { !seen.insert($0).inserted }
  }
}

extension String {
  fileprivate var isOptionName: Bool {
    let letters = drop { $0 == "-" }
    let dashes = count - letters.count
    return dashes == 2 && letters.count > 1 || dashes == 1 && letters.count == 1
  }
}
