/// Where people come from: their names, language and clocks.
struct Culture: Sendable {
  /// A name as it is written, and in the letters of an e-mail address.
  struct Name: Sendable {
    let written: String
    let latin: String
  }

  let locale: String
  let tongue: TongueName
  /// Sites as minutes east of UTC; summer time is left out, as it would only blur the office hours.
  let offsets: [Int]
  /// How many of 1,000 people.
  let share: Int
  /// Written "family given", without a space when `isSpaced` is false.
  let familyFirst: Bool
  let isSpaced: Bool
  let given: [Name]
  let family: [Name]

  /// A culture from lists of names divided by spaces, `_` standing for a space inside a name and
  /// `written=latin` where the e-mail address has other letters.
  init(
    _ locale: String,
    _ tongue: TongueName,
    offsets: [Int],
    share: Int,
    familyFirst: Bool = false,
    isSpaced: Bool = true,
    given: String,
    family: String
  ) {
    self.locale = locale
    self.tongue = tongue
    self.offsets = offsets
    self.share = share
    self.familyFirst = familyFirst
    self.isSpaced = isSpaced
    self.given = Culture.names(given)
    self.family = Culture.names(family)
  }

  private static func names(_ list: String) -> [Name] {
    list.split(whereSeparator: \.isWhitespace).map { entry in
      let sides = entry.split(separator: "=")
      let written = String(sides[0]).replacing("_", with: " ")
      let latin = (sides.count > 1 ? String(sides[1]) : written).lowercased()
      return Name(written: written, latin: latin.filter { $0.isASCII && $0.isLetter })
    }
  }

  /// The name as shown to others.
  func displayName(given: Name, family: Name) -> String {
    guard familyFirst else { return "\(given.written) \(family.written)" }
    return family.written + (isSpaced ? " " : "") + given.written
  }
}
