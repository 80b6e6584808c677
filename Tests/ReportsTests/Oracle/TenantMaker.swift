import TestSupport

/// Makes a tenant up from a seed, and changes it as people do.
struct TenantMaker {
  var random: SeededGenerator
  var model = TenantModel()
  /// Where in time items lie: those of `moments` at their very ms.
  private let stretches: [ClosedRange<Int64>]
  private let crowds: [Int64]
  private var counter = 0
  /// When each of the people began to write, ms UTC.
  private var beginnings: [Int64] = []

  /// People whom the API describes.
  static let described = 10
  /// Topics, names, ids and texts all have this in them.
  static let mark = "quill"

  /// Makes the tenant's people, conversations and items.
  ///
  /// - Parameters:
  ///   - seed: The same seed, the same tenant.
  ///   - stretches: Where items lie (ms UTC): the same number in each.
  ///   - perStretch: How many.
  ///   - moments: Times (ms UTC) that have an item each.
  ///   - crowds: Times (ms UTC) that have a dozen items each.
  init(
    seed: UInt64,
    stretches: [ClosedRange<Int64>],
    perStretch: Int,
    moments: [Int64] = [],
    crowds: [Int64] = []
  ) {
    random = SeededGenerator(seed: seed)
    self.stretches = stretches
    self.crowds = crowds
    makePeople()
    makePlaces()
    var times = moments + crowds.flatMap { Array(repeating: $0, count: 12) }
    for stretch in stretches {
      for _ in 0..<perStretch { times.append(Int64.random(in: stretch, using: &random)) }
    }
    for time in times.sorted() { model.items.append(item(at: time)) }
    makeOddTimes()
    // Somebody and a conversation that only items mention, met in the first item.
    model.items[0].author = model.people.count - 1
    model.items[0].place = model.places.count - 1
    model.items.shuffle(using: &random)
    if let first = model.items.firstIndex(where: { $0.place == model.places.count - 1 }) {
      model.items.swapAt(0, first)
      model.items[0].author = model.people.count - 1
    }
    for person in 0..<6 {
      for _ in 0..<12 { flag(random.pick(model.items).id, by: person, seen: 0) }
      flag("late-\(person)", by: person, seen: 0)
    }
  }

  private mutating func makePeople() {
    for number in 0..<Self.described {
      // Ids do not come in the order of the people.
      var person = TenantModel.Person(id: "\(Self.mark)-user-\((number * 7) % 10)")
      person.name = number == 3 ? nil : number == 4 ? "" : "Ana \(Self.mark) \(9 - number)"
      if number.isMultiple(of: 4) { person.email = "\(Self.mark)\(number)@example.com" }
      model.people.append(person)
    }
    for name in ["guest", "visitor"] {
      model.people.append(.init(id: "\(Self.mark)-\(name)", isDescribed: false))
    }
    beginnings = model.people.indices.map { person in
      person < 3 ? 0 : Int64.random(in: random.pick(stretches), using: &random)
    }
  }

  private mutating func makePlaces() {
    let types = ["DIRECT", "GROUP", "COMMUNITY", "LARGE", "GROUP", nil]
    for (number, type) in types.enumerated() {
      var place = TenantModel.Place(id: "\(Self.mark)-room-\((number * 5) % 6)", type: type)
      if number != 0, number != 4 { place.topic = "Topic \(Self.mark) \(number)" }
      if number == 4 { place.placeholder = "Placeholder \(Self.mark)" }
      if number != 5 {
        place.creator = number
        place.created = 1_000_000_000_000 + Int64(number)
      }
      place.modified = 1_000_000_000_000
      place.members = number == 0 ? [1, 10, 0] : (0..<12).filter { _ in random.oneIn(2) }
      model.places.append(place)
    }
    model.places.append(.init(id: "\(Self.mark)-place", isDescribed: false))
  }

  /// Items without a usable time.
  private mutating func makeOddTimes() {
    for place in stride(from: 5, to: model.items.count, by: 60) {
      let odd: [Int64?] = [nil, -5, 999_999_999_999_999]
      model.items[place].created = random.pick(odd)
    }
    for _ in 0..<3 {
      var item = item(at: 0)
      (item.created, item.modified) = (nil, nil)
      model.items.append(item)
    }
  }

  mutating func item(at time: Int64, id: String? = nil) -> TenantModel.Item {
    counter += 1
    var item = TenantModel.Item(id: id ?? nextID())
    item.created = time
    item.modified = time + (random.oneIn(3) ? Int64.random(in: 0...5_000, using: &random) : 0)
    item.place = random.oneIn(40) ? nil : Int.random(in: 0..<model.places.count, using: &random)
    item.author = author(at: time)
    let roll = Int.random(in: 0..<50, using: &random)
    item.type = roll < 40 ? "TEXT" : roll < 43 ? "SYSTEM" : roll < 49 ? "RTC" : "POLL"
    if item.type == "RTC" { item.call = call() }
    guard item.type == "TEXT" else { return item }
    item.state = random.pick(
      [nil] + Array(repeating: "CREATED", count: 14) + ["EDITED", "DELETED"]
    )
    item.isWebhook = random.oneIn(15)
    if !random.oneIn(3), !model.items.isEmpty {
      let heads =
        model.items.suffix(30).map(\.id) + [
          "late-\(Int.random(in: 0..<12, using: &random))", "never",
        ]
      item.parent = random.pick(heads)
    }
    item.subject =
      random.oneIn(8) ? "Subject \(Self.mark) \(counter)\(random.oneIn(3) ? "?" : "")" : nil
    item.wording = random.oneIn(20) ? nil : wording()
    item.likers = someone(in: 10)
    item.files = random.oneIn(5) ? files() : []
    return item
  }

  /// Somebody who writes already; nobody at times.
  private mutating func author(at time: Int64) -> Int? {
    let people = model.people.indices.filter { $0 >= beginnings.count || beginnings[$0] <= time }
    return random.oneIn(12) ? nil : random.pick(Array(people))
  }

  /// Half of the ids are UUIDs; their order has nothing to do with time.
  private mutating func nextID() -> String {
    let digits = String(random.next() | 1 << 63, radix: 16)
    return counter.isMultiple(of: 2)
      ? "\(Self.mark)-\(digits)" : "00000000-0000-4000-\(digits.prefix(4))-\(digits.suffix(12))"
  }

  mutating func wording() -> TenantModel.Wording {
    counter += 1
    let asks = random.oneIn(3)
    let end = asks ? random.pick(["?", "？", "? Yes.", "?!"]) : random.pick([".", "", "! a?b"])
    let text = "Words \(Self.mark) \(counter)\(end)"
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return .init(sent: "", shown: "", asks: false)
    case 1:
      let long = String(repeating: "löng ", count: 60)
      return .init(sent: long + text, shown: long + text, asks: asks)
    case 2: return .init(sent: "<b>\(text)</b>", isRich: true, shown: text, asks: asks)
    default: return .init(sent: text, shown: text, asks: asks)
    }
  }

  mutating func someone(in count: Int) -> [Int] {
    model.people.indices.filter { _ in random.oneIn(count) }
  }

  mutating func files() -> [TenantModel.File] {
    let kinds: [(String?, String?)] = [
      ("\(Self.mark) a.PDF", "pdf"), ("\(Self.mark) b.pdf", "pdf"), ("\(Self.mark).tar.gz", "gz"),
      (".\(Self.mark)", nil), ("\(Self.mark)", nil), ("\(Self.mark).", nil), (nil, nil),
      ("\(Self.mark).zip", "zip"),
    ]
    return (0...Int.random(in: 0..<3, using: &random)).map { _ in
      let kind = random.pick(kinds)
      let size = random.oneIn(4) ? nil : Int64.random(in: 0..<5_000_000_000, using: &random)
      return .init(name: kind.0, ending: kind.1, size: size)
    }
  }

  private mutating func call() -> TenantModel.Call {
    let type = random.pick(["CALL", "CONFERENCE", nil])
    if random.oneIn(4) { return .init(type: type) }
    return .init(
      type: type,
      duration: Int64.random(in: 0..<7_200_000, using: &random),
      attendees: random.oneIn(3) ? nil : Int64.random(in: 2..<40, using: &random)
    )
  }

  /// A time at which items lie: one may come late to a crowd.
  mutating func time() -> Int64 {
    !crowds.isEmpty && random.oneIn(4)
      ? random.pick(crowds) : Int64.random(in: random.pick(stretches), using: &random)
  }

  mutating func flag(_ item: String, by person: Int, seen: Int64) {
    if !model.flags.contains(where: { $0.person == person && $0.item == item }) {
      model.flags.append(.init(person: person, item: item, seen: seen))
    }
  }
}
