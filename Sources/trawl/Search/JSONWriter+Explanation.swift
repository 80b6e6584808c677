import Chronology
import Output
import Search

extension JSONWriter {
  /// The version of the shape of explanations.
  static let explanationSchemaVersion = 1

  /// Writes how a query is read and answered.
  mutating func members(of explanation: SearchExplanation) {
    member("scope", explanation.scope.argumentText)
    key("tree")
    value(explanation.tree)
    member("driver", explanation.driver)
    member("match", explanation.match)
    if let within = explanation.within {
      object("within") { json in
        json.member("from", within.from)
        json.member("to", within.to)
      }
    }
    array("tests") { json in for test in explanation.tests { json.value(test) } }
    array("ignored") { json in for word in explanation.ignored { json.value(word) } }
  }

  /// Writes a part of a query's tree, as `docs/query-language.md` describes it.
  mutating func value(_ node: QueryNode) {
    object { json in
      switch node.kind {
      case .everything: json.member("everything", true)
      case .and(let parts): json.array("and") { json in for part in parts { json.value(part) } }
      case .or(let parts): json.array("or") { json in for part in parts { json.value(part) } }
      case .not(let part):
        json.key("not")
        json.value(part)
      case .term(let term): json.member(of: term)
      case .near(let first, let second, let distance):
        json.array("near") { json in
          for term in [first, second] { json.object { json in json.member(of: term) } }
        }
        json.member("distance", distance)
      case .filter(let filter): json.members(of: filter)
      }
    }
  }

  private mutating func member(of term: QueryTerm) {
    switch term {
    case .word(let text): member("word", text)
    case .phrase(let text): member("phrase", text)
    case .prefix(let text): member("prefix", text)
    }
  }

  private mutating func members(of filter: QueryFilter) {
    member("key", filter.key?.name ?? QueryKey.date.name)
    switch filter {
    case .from(let name), .mentions(let name), .conversation(let name), .partner(let name),
      .member(let name), .label(let name), .account(let name), .likedBy(let name),
      .flaggedBy(let name), .mime(let name), .fileExtension(let name), .item(let name),
      .thread(let name), .exact(let name), .fragment(let name):
      member("value", name)
    case .topic(let term), .subject(let term), .file(let term): member(of: term)
    case .kind(let kind): member("value", kind.rawValue)
    case .type(let type): member("value", type.rawValue)
    case .state(let state): member("value", state.rawValue)
    case .has(let part): member("value", part.rawValue)
    case .scope(let scope): member("value", scope.rawValue)
    case .count(_, let range), .size(let range):
      member("from", range.lower)
      member("to", range.upper)
    case .created(let span):
      member("from", span.from)
      member("to", span.to)
    }
  }
}
