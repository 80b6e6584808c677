import TestSupport

/// What people do to a tenant between two looks at it.
extension TenantMaker {
  /// A version of an item that a look shows.
  struct Version {
    let item: TenantModel.Item
    /// Whether it is older than what is known, so that it must not count.
    var isOld = false
  }

  /// What a look at some of the items shows: edits, deletes, moves, likes, and versions that are no news.
  mutating func changes(oneIn chance: Int) -> [Version] {
    model.items.filter { _ in random.oneIn(chance) }.compactMap { item in
      item.type == "TEXT" && item.modified != nil ? change(item) : .init(item: item)
    }
  }

  private mutating func change(_ old: TenantModel.Item) -> Version {
    var new = old
    new.modified = (old.modified ?? 0) + 1_000
    switch Int.random(in: 0..<12, using: &random) {
    case 0, 1:
      new.state = "EDITED"
      new.wording = wording()
      new.subject = nil
    case 2, 3:
      new.state = "DELETED"
      new.wording = random.oneIn(2) ? nil : new.wording
    case 4, 5, 6:
      // A like does not change an item's modificationTime.
      new.modified = old.modified
      new.likers = someone(in: random.pick([3, 20]))
    case 7, 8: new.created = time()
    case 9:
      new.files = files()
      new.isWebhook.toggle()
      new.parent = random.oneIn(2) ? nil : random.pick(model.items).id
      new.author = random.pick([nil, 1, 2, 3])
    case 10:
      new.modified = (old.modified ?? 0) - 1
      new.wording = wording()
      return .init(item: new, isOld: true)
    default:
      // Of the same age, but in an earlier state.
      guard old.state == "DELETED" || old.state == "EDITED" else { return .init(item: old) }
      new.modified = old.modified
      new.state = "CREATED"
      new.likers = []
      return .init(item: new, isOld: true)
    }
    // What the API says last stands, also where it says the same.
    return .init(item: new)
  }

  /// Heads whose replies were there before them, and other new items.
  mutating func additions(_ count: Int) -> [TenantModel.Item] {
    let late = (0..<12).map { "late-\($0)" }.filter { id in !model.items.contains { $0.id == id } }
    return late.prefix(count / 2).map { item(at: time(), id: $0) }
      + (0..<count).map { _ in item(at: time()) }
  }

  /// New names, topics and members.
  mutating func renames() {
    model.people[1].name = "Bo \(Self.mark) \(Int.random(in: 0..<100, using: &random))"
    model.people[5].email = "\(Self.mark)-five@example.com"
    let newcomer = model.people.count
    model.people.append(.init(id: "\(Self.mark)-new-\(newcomer)", name: "New \(Self.mark)"))
    for place in [2, 3] {
      model.places[place].topic = "Renamed \(Self.mark) \(Int.random(in: 0..<100, using: &random))"
      model.places[place].modified = (model.places[place].modified ?? 0) + 1
      model.places[place].members = (0..<model.people.count).filter { _ in random.oneIn(2) }
    }
  }
}
