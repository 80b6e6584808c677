import Foundation
import Testing

/// An empty answer says why, to people and to programs.
@Suite struct EmptyAnswerTests {
  private static func place() throws -> Workplace {
    try Workplace(
      items: (0..<1203).map { number in
        #"{"itemId":"m-\#(number)","convId":"c","creatorId":"u","type":"TEXT","#
          + #""creationTime":\#(1_772_600_000_000 + number),"#
          + #""text":{"content":"the rollout\#(number == 0 ? " rollback" : "")","contentType":"PLAIN"}}"#
      },
      users: [#"{"userId":"u","displayName":"Ana"}"#, #"{"userId":"v","displayName":"Bo"}"#]
    )
  }

  @Test func sentencesNameTheCause() throws {
    let place = try Self.place()
    for (query, sentence) in [
      ("rolout", #"nothing has "rolout"; did you mean "rollout" (1,203)?"#),
      (
        "rolout rolback",
        #"nothing has "rolout" or "rolback"; did you mean "rollout" (1,203) for "rolout", "#
          + #""rollback" (1) for "rolback"?"#
      ),
      ("zzzzz", #"nothing has "zzzzz""#),
      ("rollback from:bo", #"without "from:bo" there would be 1 hit"#),
      ("rollout likes:>3", #"without "likes:>3" there would be 100 or more hits"#),
      ("id:x", "the index has no item with that id"),
    ] {
      let result = try place.trawl("search", query)
      #expect(
        result.status == 1 && result.errors == "nothing found: \(sentence)\n",
        "\(result.errors)"
      )
    }
    let early = try place.trawl("search", "rollout before:2001", "--timezone", "Asia/Tokyo")
    #expect(
      early.errors == """
        nothing found: without "before:2001" there would be 100 or more hits
        the index has items from 2026-03-04 13:53 Asia/Tokyo to 2026-03-04 13:53 Asia/Tokyo

        """
    )
  }

  @Test func programsGetTheFacts() throws {
    let place = try Self.place()
    let words = try place.trawl("search", "rolout", "-f", "json")
    #expect(words.status == 1)
    let cause = try #require(try words.object()["emptyCause"] as? [String: Any])
    #expect(cause["code"] as? String == "unknownWords")
    #expect((cause["message"] as? String)?.hasPrefix("nothing has") == true)
    let term = try #require((cause["terms"] as? [[String: Any]])?.first)
    let guess = try #require((term["suggestions"] as? [[String: Any]])?.first)
    #expect(term["term"] as? String == "rolout" && guess["word"] as? String == "rollout")
    #expect(guess["count"] as? Int == 1203 && guess["bounded"] as? Bool == false)
    let filters = try place.trawl("search", "rollout likes:>3 before:2001", "-f", "json").object()
    let other = try #require(filters["emptyCause"] as? [String: Any])
    #expect(
      (other["filters"] as? [Any])?.isEmpty == true && other["code"] as? String == "neverTogether"
    )
    #expect((other["incomplete"] as? [String: Any])?["earliest"] as? Int == 1_772_600_000_000)
    let batch = try place.trawl("search", "--batch", "-", input: "rolout\n").objects()
    #expect((batch.first?["emptyCause"] as? [String: Any])?["code"] as? String == "unknownWords")
  }
}
