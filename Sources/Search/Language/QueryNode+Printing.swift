extension QueryNode: CustomStringConvertible {
  /// The tree in one line, such as `(and (from "ana") (word "ship"))`.
  public var description: String { kind.description }
}

extension QueryNode.Kind: CustomStringConvertible {
  /// The tree in one line, such as `(and (from "ana") (word "ship"))`.
  public var description: String {
    switch self {
    case .everything: "(everything)"
    case .and(let parts): "(and \(Self.joined(parts)))"
    case .or(let parts): "(or \(Self.joined(parts)))"
    case .not(let part): "(not \(part))"
    case .term(let term): term.description
    case .near(let first, let second, let distance): "(near \(distance) \(first) \(second))"
    case .filter(let filter): filter.description
    }
  }

  private static func joined(_ parts: [QueryNode]) -> String {
    parts.map(\.description).joined(separator: " ")
  }
}

extension QueryTerm: CustomStringConvertible {
  /// The term in one line, such as `(phrase "ship it")`.
  public var description: String {
    switch self {
    case .word(let text): "(word \(text.quotedForPrinting))"
    case .phrase(let text): "(phrase \(text.quotedForPrinting))"
    case .prefix(let text): "(prefix \(text.quotedForPrinting))"
    }
  }
}

extension QueryFilter: CustomStringConvertible {
  /// The filter in one line, such as `(likes 3..)`.
  public var description: String {
    switch self {
    case .from(let name): "(from \(name.quotedForPrinting))"
    case .mentions(let name): "(mentions \(name.quotedForPrinting))"
    case .conversation(let name): "(in \(name.quotedForPrinting))"
    case .topic(let term): "(topic \(term))"
    case .partner(let name): "(with \(name.quotedForPrinting))"
    case .member(let name): "(member \(name.quotedForPrinting))"
    case .label(let name): "(label \(name.quotedForPrinting))"
    case .account(let name): "(account \(name.quotedForPrinting))"
    case .likedBy(let name): "(liked-by \(name.quotedForPrinting))"
    case .flaggedBy(let name): "(flagged-by \(name.quotedForPrinting))"
    case .mime(let type): "(mime \(type.quotedForPrinting))"
    case .size(let range): "(size \(range))"
    case .scope(let scope): "(scope \(scope.rawValue))"
    case .kind(let kind): "(kind \(kind.rawValue))"
    case .type(let type): "(type \(type.rawValue))"
    case .state(let state): "(is \(state.rawValue))"
    case .has(let part): "(has \(part.rawValue))"
    case .count(let count, let range): "(\(count.rawValue) \(range))"
    case .created(let span): "(created \(span))"
    case .subject(let term): "(subject \(term))"
    case .exact(let text): "(exact \(text.quotedForPrinting))"
    case .fragment(let text): "(sub \(text.quotedForPrinting))"
    case .file(let term): "(file \(term))"
    case .fileExtension(let ending): "(ext \(ending.quotedForPrinting))"
    case .item(let id): "(id \(id.quotedForPrinting))"
    case .thread(let id): "(thread \(id.quotedForPrinting))"
    }
  }
}

extension CountRange: CustomStringConvertible {
  /// The range in one line: `3`, `2..5`, `4..`.
  public var description: String {
    upper == lower ? "\(lower)" : "\(lower)..\(upper.map(String.init) ?? "")"
  }
}

extension String {
  /// In double quotes, on one line, with nothing a terminal would act on: quotes, backslashes and
  /// control and format characters are escaped.
  var quotedForPrinting: String { "\"\(escapedForPrinting)\"" }

  /// On one line, with nothing a terminal would act on.
  var escapedForPrinting: String {
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        escaped += "\\u{\(String(scalar.value, radix: 16))}"
      default:
        if scalar == "\"" || scalar == "\\" { escaped += "\\" }
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
