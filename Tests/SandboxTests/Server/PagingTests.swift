import Sandbox
import TestSupport
import Testing

@testable import Sandbox

/// How lists are cut into pages, in every mode.
@Suite struct PagingTests {
  private static let modes: [SandboxPaging] = SandboxPaging.Boundary.allCases.flatMap { boundary in
    SandboxPaging.Order.allCases.flatMap { order in
      [0, 3].flatMap { duplicates in
        [false, true].map {
          SandboxPaging(boundary: boundary, order: order, duplicates: duplicates, isShort: $0)
        }
      }
    }
  }

  /// A page is what the mode says, for any list, time and size.
  @Test(arguments: modes) func pageIsWhatItsModeSays(_ paging: SandboxPaging) {
    var generator = SeededGenerator(seed: 5)
    for salt in 0..<300 {
      let times = (0..<Int.random(in: 0...60, using: &generator))
        .map { _ in Int.random(in: 0...40, using: &generator) }.sorted()
      let query = PageQuery(
        time: Int.random(in: -1...41, using: &generator),
        direction: generator.pick([.before, .after]),
        results: Int.random(in: 1...20, using: &generator),
        salt: UInt64(salt)
      )
      let page = query.indices(times.count, paging) { times[$0] }
      let wanted = times.indices.filter {
        let isExact = times[$0] == query.time && paging.boundary == .inclusive
        return isExact
          || (query.direction == .after ? times[$0] > query.time : times[$0] < query.time)
      }
      let fresh = Set(page).intersection(wanted)
      #expect(Set(page).count == page.count && page.count <= query.results)
      // Those nearest to the time, without a hole; all of them when the page has room.
      let nearest =
        query.direction == .after ? wanted.prefix(fresh.count) : wanted.suffix(fresh.count)
      #expect(fresh == Set(nearest))
      #expect(wanted.isEmpty || !fresh.isEmpty)
      #expect(page.count - fresh.count <= paging.duplicates)
      if !paging.isShort, paging.duplicates == 0 {
        #expect(fresh.count == min(query.results, wanted.count))
      }
      switch paging.order {
      case .newest: #expect(page == page.sorted(by: >))
      case .oldest: #expect(page == page.sorted())
      case .shuffled: break
      }
      #expect(page == query.indices(times.count, paging) { times[$0] })
    }
  }

  @Test func everyModeIsServed() throws {
    let served = try Served()
    var ids: [String] = []
    for number in 0..<12 {
      served.tenant.clock.advance(by: 10)
      ids.append(try served.tenant.post("number \(number)", in: served.group, by: "ana"))
    }
    let time = Served.time(served.tenant.clock.now - 60)
    let middle = ids[5]
    for boundary in SandboxPaging.Boundary.allCases {
      served.server.paging = SandboxPaging(boundary: boundary, order: .oldest)
      let isInclusive = boundary == .inclusive
      let after = try served.itemIds("direction=AFTER&modTime=\(time)&results=3", in: served.group)
      #expect(after == Array(ids[(isInclusive ? 5 : 6)...].prefix(3)))
      let before = try served.itemIds("modTime=\(time)&results=3", in: served.group)
      #expect(before.contains(middle) == isInclusive)
    }
    served.server.paging = SandboxPaging(order: .newest)
    #expect(try served.itemIds("results=100", in: served.group).prefix(12) == ids.reversed()[...])
    served.server.paging = SandboxPaging(order: .shuffled)
    let shuffled = try (0..<5).map { _ in try served.itemIds("results=12", in: served.group) }
    #expect(Set(shuffled).count > 1)
    #expect(shuffled.allSatisfy { Set($0) == Set(ids) })
    served.server.paging = SandboxPaging(order: .oldest, duplicates: 2)
    let doubled = try served.itemIds("direction=AFTER&modTime=\(time)&results=5", in: served.group)
    #expect(doubled == Array(ids[3..<8]))
    served.server.paging = SandboxPaging(isShort: true)
    let counts = try (0..<10).map { _ in try served.itemIds("results=10", in: served.group).count }
    #expect(counts.allSatisfy { (5...10).contains($0) } && Set(counts).count > 1)
  }

  @Test func limitsAndDefaultsAreTheReferences() throws {
    let served = try Served()
    let ids = try served.tenant.post(count: 130, in: served.group, by: "ana")
    #expect(try served.itemIds("", in: served.group).count == 25)
    // 130 in one millisecond: 100 are reached from below, 100 from above, all from both.
    let time = Served.time(served.tenant.clock.now)
    let lower = try served.itemIds("direction=AFTER&modTime=\(time)&results=100", in: served.group)
    let upper = try served.itemIds("direction=BEFORE&modTime=\(time)&results=100", in: served.group)
    #expect(lower.count == 100 && upper.count == 100)
    #expect(Set(lower).union(upper) == Set(ids))
    let later = Served.time(served.tenant.clock.now - 1)
    #expect(try served.itemIds("modTime=\(later)", in: served.group).count == 1)
  }

  @Test func conversationsArePagedByTheirOwnTime() throws {
    let served = try Served()
    func ids(_ query: String) throws -> [String] {
      try served.get("/conversations?\(query)", as: 2).objects().compactMap {
        $0["convId"] as? String
      }
    }
    #expect(try ids("results=2") == [served.other, served.direct])
    #expect(try ids("results=2&modTime=\(Served.time(Served.now))") == [served.group])
    // A message changes nothing of its conversation; a new topic does.
    served.tenant.clock.advance(by: 10)
    try served.tenant.post("hello", in: served.group, by: "ana")
    #expect(try ids("results=1") == [served.other])
    try served.tenant.rename(served.group, topic: "Lisboa", by: "ana")
    #expect(try ids("results=1") == [served.group])
    #expect(try ids("direction=AFTER&modTime=\(Served.time(Served.now + 5))") == [served.group])
  }

  @Test func communitiesAreSortedAndPagedByIndex() throws {
    let served = try Served()
    for topic in ["beta", "Alpha", "gamma"] {
      served.tenant.clock.advance(by: 1)
      try served.tenant.createConversation("COMMUNITY", topic: topic, by: "bo", with: ["cy"])
    }
    try served.tenant.post("news", in: served.community, by: "cy")
    func topics(_ query: String) throws -> [String] {
      try served.get("/conversations/community?\(query)").objects().compactMap {
        $0["topic"] as? String
      }
    }
    #expect(try topics("") == ["Alpha", "beta", "gamma", "Tea"])
    #expect(try topics("order=DESCENDING&results=2") == ["Tea", "gamma"])
    #expect(try topics("startIndex=1&results=2") == ["beta", "gamma"])
    #expect(try topics("sort=POPULARITY") == ["Tea", "beta", "Alpha", "gamma"])
    #expect(try topics("sort=RECENT_ACTIVITY&order=DESCENDING").prefix(2) == ["gamma", "Tea"])
  }
}
