/// A written exchange that the demo's searches find.
struct Story: Sendable {
  /// One message of it.
  struct Message: Sendable {
    /// Days before the tenant's last one, and the time of that day in UTC.
    var daysBack: Int
    var hour: Int
    var minute: Int
    /// Which member of the room writes it.
    var author: Int
    var subject: String?
    /// HTML.
    let content: String
    var file: (name: String, mimeType: String, byteCount: Int)?
    /// Share of the room's people who like it, in 1,000.
    var likes = 0
    /// How many people flag it.
    var flags = 0
    /// Hours after which it was edited.
    var editedAfter: Int?

    init(
      _ daysBack: Int,
      _ hour: Int,
      _ minute: Int,
      by author: Int,
      subject: String? = nil,
      _ content: String
    ) {
      self.daysBack = daysBack
      self.hour = hour
      self.minute = minute
      self.author = author
      self.subject = subject
      self.content = content
    }

    func time(lastDay: CivilDay) -> Int {
      let day = CivilDay(number: lastDay.number - daysBack)
      // The seconds and milliseconds of a hand that types.
      return day.start + (hour * 60 + minute) * 60_000 + 17_423 + author * 1_013
    }

    func with(_ change: (inout Message) -> Void) -> Message {
      var changed = self
      change(&changed)
      return changed
    }
  }

  let room: ScriptedRoom
  /// The first one is the head, the others are its replies.
  let messages: [Message]

  static let all = [escalation, unanswered, contract, announcement, priceList, rollback]

  private static let escalation = Story(
    room: .rollout,
    messages: [
      Message(
        3,
        8,
        12,
        by: 1,
        subject: "Escalation: badge readers block the Lisbon rollout",
        """
        The badge readers in building B reject every second card, <b>240 people</b> cannot get in \
        without help. The supplier has not answered since Friday. I escalate this to the steering \
        board today.
        """
      ).with { $0.flags = 3 },
      Message(3, 8, 31, by: 0, "Understood. Is it a blocker for the cutover on Thursday?"),
      Message(3, 8, 34, by: 1, "Yes, a blocker. Without readers no rollout."),
      Message(3, 10, 2, by: 2, "Supplier called back: firmware 2.1.7 is broken, 2.1.6 works."),
      Message(3, 15, 40, by: 2, "First ten readers are downgraded, no rejects in two hours."),
      Message(2, 7, 55, by: 0, "Good. Please put the numbers on the page for the board."),
      Message(2, 16, 20, by: 1, "All 64 readers are back on 2.1.6, see the report.").with {
        $0.file = ("Lisbon_badge_readers.pdf", "application/pdf", 318_442)
      },
      Message(1, 9, 5, by: 0, "Escalation closed, cutover goes ahead. Thank you all! &#127881;")
        .with { $0.likes = 700 },
    ]
  )

  private static let unanswered = Story(
    room: .release,
    messages: [
      Message(
        2,
        11,
        5,
        by: 2,
        subject: "Who signs off the rollback plan?",
        "Who signs off the rollback plan for Release 4.2 while Marta is away? "
          + "We freeze the branch on Friday."
      ).with { $0.flags = 1 }
    ]
  )

  private static let contract = Story(
    room: .contracts,
    messages: [
      Message(
        8,
        13,
        47,
        by: 0,
        subject: "Harbour Freight Lines: contract for signature",
        "Final version of the frame contract. Clause 14 (liability) is <i>still open</i>, "
          + "do not countersign before legal has cleared it."
      ).with {
        $0.file = ("Contract_Harbour_Freight_2027_final.pdf", "application/pdf", 1_204_311)
        $0.flags = 3
      },
      Message(7, 9, 12, by: 1, "Legal needs until the 25th, clause 14 goes back to Harbour."),
    ]
  )

  private static let announcement = Story(
    room: .news,
    messages: [
      Message(
        4,
        9,
        0,
        by: 0,
        subject: "We are moving: the new campus opens in March",
        "Dear all,<br>the new campus opens on 1 March. <b>Every team</b> gets its own kitchen, "
          + "and yes, the coffee machine comes with us &#9749;"
          + "<ul><li>Tours start in January</li><li>Parking is free</li></ul>"
      ).with { $0.likes = 850 },
      Message(4, 9, 21, by: 2, "Fantastic news, thank you to everybody who made this happen!")
        .with { $0.likes = 120 },
    ]
  )

  private static let priceList = Story(
    room: .prices,
    messages: [
      Message(
        9,
        10,
        30,
        by: 1,
        subject: "Price list 2027",
        "The price list 2027 is approved: <b>4.5 %</b> on licences, no change on services."
      ).with { $0.editedAfter = 118 },
      Message(9, 10, 52, by: 0, "Thanks, I tell the customers: 3.5 % on licences."),
      Message(
        4,
        8,
        44,
        by: 2,
        "Careful, the figure above was changed afterwards. Which one holds?"
      ),
    ]
  )

  private static let rollback = Story(
    room: .release,
    messages: [
      Message(
        10,
        17,
        2,
        by: 0,
        subject: "Release 4.2-rc3: rollback on staging",
        "Rollback of rc3 on staging took 41 minutes, the release notes promise 15. "
          + "Cause: the index of <span class=\"rich-text-highlight\">audit_log</span> is rebuilt."
      ),
      Message(10, 17, 20, by: 1, "Then we ship the index separately, after the release."),
      Message(7, 8, 15, by: 0, "Measured again without the index: rollback in 9 minutes.").with {
        $0.likes = 500
      },
    ]
  )
}
