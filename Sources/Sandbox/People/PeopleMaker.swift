/// Makes people one after the other, each with an e-mail address of their own.
struct PeopleMaker {
  static let bots = [
    "Build Bot", "Jira Connector", "Monitoring", "GitLab", "Status Page", "CRM Connector",
    "Survey Bot", "Translation Bot", "Calendar Bot", "Release Bot",
  ]
  private static let departments = [
    "R&D", "Sales", "Support", "Finance", "Human Resources", "Legal", "Marketing", "Operations",
    "IT", "Customer Success", "Product", "Quality",
  ]
  private static let jobTitles = [
    "Engineer", "Manager", "Architect", "Consultant", "Analyst", "Team lead", "Designer",
    "Account manager", "Working student", "Director", "Technician", "Controller",
  ]
  private static let guestCompanies = [
    ("Harbour Freight Lines", "harbour.example"), ("Osei & Sons", "osei.example"),
    ("Kastanie Möbel GmbH", "kastanie.example"), ("例株式会社", "rei.example"),
    ("Vinhos do Tejo", "tejo.example"), ("Blue Fjord AS", "fjord.example"),
  ]

  private let start: Int
  private let end: Int
  private var chance: SplitMix
  /// How often each address was wanted; only ever looked up, so its order does not matter.
  private var wanted: [String: Int] = [:]

  init(start: Int, end: Int, seed: UInt64) {
    self.start = start
    self.end = end
    chance = SplitMix(seed: seed, concern: 2)
  }

  mutating func human(rank: Int) -> Person {
    let culture = drawCulture()
    let given = chance.one(of: culture.given)
    let family = chance.one(of: culture.family)
    let kind = drawKind(rank: rank)
    let (company, domain) =
      kind == .guest
      ? chance.one(of: PeopleMaker.guestCompanies) : ("Nordwind Systems", "nordwind.example")
    let stay = drawStay(kind: kind, rank: rank)
    let hasProfile = chance.perMille(700)
    return Person(
      kind: kind,
      displayName: culture.displayName(given: given, family: family),
      given: given.written,
      family: family.written,
      emailAddress: address("\(given.latin).\(family.latin)", at: domain),
      locale: culture.locale,
      tongue: culture.tongue,
      company: hasProfile || kind == .guest ? company : nil,
      department: hasProfile ? chance.one(of: PeopleMaker.departments) : nil,
      jobTitle: hasProfile ? chance.one(of: PeopleMaker.jobTitles) : nil,
      offsetMinutes: chance.one(of: culture.offsets),
      shift: [-1, 0, 0, 0, 1, 2][chance.below(6)],
      joined: stay.joined,
      left: stay.left
    )
  }

  mutating func bot(_ index: Int) -> Person {
    let name = PeopleMaker.bots[index]
    let words = name.lowercased().split(separator: " ").joined(separator: "-")
    return Person(
      kind: .bot,
      displayName: name,
      given: name,
      family: "",
      emailAddress: address(words, at: "bots.nordwind.example"),
      locale: "EN_US",
      tongue: .english,
      company: "Nordwind Systems",
      department: nil,
      jobTitle: nil,
      offsetMinutes: 0,
      shift: 0,
      joined: start,
      left: .max
    )
  }

  private mutating func drawCulture() -> Culture {
    var point = chance.below(1_000)
    for culture in Culture.all {
      point -= culture.share
      if point < 0 { return culture }
    }
    return Culture.all[0]
  }

  private mutating func drawKind(rank: Int) -> Person.Kind {
    let point = chance.below(1_000)
    guard rank >= 8 else { return .regular }
    return point < 70 ? .guest : point < 120 ? .deleted : .regular
  }

  private mutating func drawStay(kind: Person.Kind, rank: Int) -> (joined: Int, left: Int) {
    let span = end - start
    let isLate = chance.perMille(300)
    let joined = rank >= 8 && isLate ? start + chance.below(span) * 9 / 10 : start
    let left =
      kind == .deleted ? joined + (end - joined) / 5 + chance.below(end - joined) / 2 : .max
    return (joined, left)
  }

  private mutating func address(_ name: String, at domain: String) -> String {
    let plain = "\(name)@\(domain)"
    let times = (wanted[plain] ?? 0) + 1
    wanted[plain] = times
    return times == 1 ? plain : "\(name)\(times)@\(domain)"
  }
}
