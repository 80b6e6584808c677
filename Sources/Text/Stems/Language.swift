/// A language whose inflections can be found; the raw value is its ISO 639-1 code.
public enum Language: String, Sendable, CaseIterable {
  case arabic = "ar"
  case armenian = "hy"
  case basque = "eu"
  case catalan = "ca"
  case danish = "da"
  case dutch = "nl"
  case english = "en"
  case finnish = "fi"
  case french = "fr"
  case german = "de"
  case greek = "el"
  case hindi = "hi"
  case hungarian = "hu"
  case indonesian = "id"
  case irish = "ga"
  case italian = "it"
  case lithuanian = "lt"
  case nepali = "ne"
  case norwegian = "no"
  case portuguese = "pt"
  case romanian = "ro"
  case russian = "ru"
  case serbian = "sr"
  case spanish = "es"
  case swedish = "sv"
  case tamil = "ta"
  case turkish = "tr"
  case yiddish = "yi"
}

/// The languages whose inflections an index knows.
///
///     Languages("en,de")?.description   // "de,en"
///     Languages("none")?.isEmpty        // true
public struct Languages: Sendable, Hashable {
  /// Each once, in the order of their codes.
  public let all: [Language]

  /// No language: words are found as they are.
  public static let none = Languages([])

  /// A set of languages.
  ///
  /// - Parameter languages: The languages, in any order.
  public init(_ languages: some Sequence<Language>) {
    all = Set(languages).sorted { $0.rawValue < $1.rawValue }
  }

  /// Reads what `description` writes; case, order and spaces around codes do not matter.
  ///
  /// It is nil when a code is not known to this program or to its stemmer.
  ///
  /// - Parameter text: Codes with commas between, or `none`.
  public init?(_ text: String) {
    guard text.lowercased() != "none" else {
      self = .none
      return
    }
    var languages: [Language] = []
    for code in text.split(separator: ",", omittingEmptySubsequences: false) {
      let code = String(code.filter { $0 != " " }).lowercased()
      guard let language = Language(rawValue: code), Stemmer(language) != nil else { return nil }
      languages.append(language)
    }
    self.init(languages)
  }

  /// Whether there is none.
  public var isEmpty: Bool { all.isEmpty }

  /// Names the rules that make the stems: each language with a digest of what its stemmer does; empty for none.
  ///
  /// Stems made under other rules must be made anew.
  public var version: String {
    all.map { language in
      let digest = Stemmer(language)?.digest ?? 0
      return "\(language.rawValue)-\(String(digest, radix: 16))"
    }.joined(separator: " ")
  }
}

extension Languages: CustomStringConvertible {
  /// The codes with commas between, such as `de,en`, or `none`.
  public var description: String {
    isEmpty ? "none" : all.map(\.rawValue).joined(separator: ",")
  }
}
