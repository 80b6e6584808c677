import Output
import Search

extension EmptyCause {
  /// The cause in one line, without what the index lacks.
  var sentence: String {
    switch code {
    case .noSuchItem: "the index has no item with that id"
    case .noTimeLeft: "the dates leave no time in between"
    case .unknownWords: Self.sentence(ofUnknown: terms)
    case .excludedBy: Self.sentence(ofExcluding: filters)
    case .outsideMessages:
      "only deleted items, system notes or calls match; ask for them with is:deleted or type:"
    case .neverTogether: "each part of the query has hits, but no item has them all"
    case .noMessages: "the index has no messages"
    }
  }

  /// How many words or filters a sentence names.
  private static let shown = 5

  private static func sentence(ofUnknown terms: [Term]) -> String {
    let names = terms.prefix(shown).map { "\"\($0.text)\"" }
    let meant = terms.prefix(shown).filter { !$0.suggestions.isEmpty }
    let sentence = "nothing has \(names.joined(separator: " or "))"
    guard !meant.isEmpty else { return sentence }
    let guesses = meant.map { term in
      let words = term.suggestions.map { "\"\($0.word)\" (\($0.count.text))" }
      let instead = terms.count > 1 ? " for \"\(term.text)\"" : ""
      return words.joined(separator: " or ") + instead
    }
    return "\(sentence); did you mean \(guesses.joined(separator: ", "))?"
  }

  private static func sentence(ofExcluding filters: [Part]) -> String {
    let parts = filters.prefix(shown).enumerated().map { index, part in
      let hits =
        part.hitsWithout.count == 1 && !part.hitsWithout.isBounded
        ? "1 hit" : "\(part.hitsWithout.text) hits"
      return index == 0
        ? "without \"\(part.text)\" there would be \(hits)"
        : "without \"\(part.text)\" \(hits)"
    }
    return parts.joined(separator: ", ")
  }
}

extension EmptyCause.BoundedCount {
  /// `12`, `100 or more`.
  var text: String { Figures.grouped(count) + (isBounded ? " or more" : "") }
}

extension EmptyCause.Incompleteness {
  /// What the index lacks, a sentence each.
  ///
  /// - Parameter time: Writes a moment in the zone of the run.
  /// - Returns: The sentences, without full stops.
  func sentences(time: (Int64) -> String) -> [String] {
    var sentences = conversations.map { conversation in
      let reasons = conversation.reasons.map(\.sentence).joined(separator: ", ")
      return "the conversation '\(conversation.name)' \(reasons)"
    }
    if let itemsWithin {
      sentences.append(
        "the index has items from \(time(itemsWithin.lowerBound)) to \(time(itemsWithin.upperBound))"
      )
    }
    if let completeTo {
      sentences.append("the index is complete to \(time(completeTo)) only")
    }
    return sentences
  }
}

extension EmptyCause.Incompleteness.Reason {
  fileprivate var sentence: String {
    switch self {
    case .unfinished: "is not read to its end yet"
    case .pending: "could not be read by the last ingest"
    case .gaps: "has gaps that could not be read"
    case .lost: "is no longer seen by any account"
    case .shortened: "was read from a later date on only"
    }
  }
}

extension JSONWriter {
  /// Writes why there is no hit: a code and a sentence, and the facts that the sentence has.
  mutating func value(_ cause: EmptyCause) {
    object { json in
      json.member("code", cause.code.rawValue)
      json.member("message", cause.sentence)
      json.array("terms") { json in
        for term in cause.terms {
          json.object { json in
            json.member("term", term.text)
            json.array("suggestions") { json in
              for suggestion in term.suggestions {
                json.object { json in
                  json.member("word", suggestion.word)
                  json.members(of: suggestion.count)
                }
              }
            }
          }
        }
      }
      json.array("filters") { json in
        for part in cause.filters {
          json.object { json in
            json.member("filter", part.text)
            json.members(of: part.hitsWithout)
          }
        }
      }
      if let lack = cause.incomplete { json.member("incomplete", lack) }
    }
  }

  /// The number of an object's hits, and whether there may be more.
  private mutating func members(of count: EmptyCause.BoundedCount) {
    member("count", count.count)
    member("bounded", count.isBounded)
  }

  private mutating func member(_ name: String, _ lack: EmptyCause.Incompleteness) {
    object(name) { json in
      json.array("conversations") { json in
        for conversation in lack.conversations {
          json.object { json in
            json.member("convId", conversation.convId)
            json.member("name", conversation.name)
            json.array("reasons") { json in
              for reason in conversation.reasons { json.value(reason.rawValue) }
            }
          }
        }
      }
      json.member("completeTo", lack.completeTo)
      json.member("earliest", lack.itemsWithin?.lowerBound)
      json.member("latest", lack.itemsWithin?.upperBound)
    }
  }
}
