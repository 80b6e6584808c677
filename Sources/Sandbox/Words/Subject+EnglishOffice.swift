extension Tongue {
  static let officeSubjects = [
    Subject(
      topics: """
        {p}
        {p} steering
        {p} core team
        {p} and {k}
        """,
      nouns: """
        plan milestone rollout budget workshop site training kick-off schedule risk supplier decision
        scope contract room hardware delivery stakeholder pilot badge reader cutover
        """,
      sentences: """
        Rollout in {x} starts on {w}, {d} sites are prepared.
        Budget for {p} is approved, {d} thousand for {x}.
        Risk list updated: {x} is now red, see {f}.
        Pilot with {k} went well, {d} people took part.
        Minutes of the steering meeting are in {f}.
        If {x} slips once more I will escalate it to the board.
        """,
      ticketKey: "PRJ"
    ),
    Subject(
      topics: """
        Sales {k}
        Offers {x}
        Key account {k}
        """,
      nouns: """
        offer contract price discount customer meeting demo order invoice forecast partner quote
        tender reference deal renewal volume quarter
        """,
      sentences: """
        {k} signed! {e} {d} seats for three years.
        The offer for {k} is in {f}, please check our price list.
        They want {d} percent discount, I offered {d}.
        Demo for {k} is on {w} at {h}.
        """,
      ticketKey: "CRM"
    ),
    Subject(
      topics: """
        Hiring {x}
        Interviews {w}
        """,
      nouns: """
        candidate interview position offer profile feedback reference salary start referral
        application question team panel agency onboarding
        """,
      sentences: """
        Interview with a candidate for {x} is on {w} at {h}.
        I liked her, strong in {c}, less so in {x}.
        Two new applications for {p}, see {f}.
        """,
      ticketKey: "HR"
    ),
    Subject(
      topics: """
        Finance {w} call
        Contracts {k}
        Purchasing {x}
        """,
      nouns: """
        invoice contract budget cost approval payment clause order quarter forecast signature tax
        liability receipt amount account deadline audit supplier
        """,
      sentences: """
        Invoice {d}-{d} of {k} is still open.
        The contract with {k} is signed, see {f}.
        Please send your {n} until {w} {h}.
        Clause {d} is new: {x} needs our approval first.
        """,
      ticketKey: "FIN"
    ),
    Subject(
      topics: """
        Lunch {x}
        Coffee corner
        Running group
        Board games
        """,
      nouns: """
        lunch coffee pizza curry table salad cake menu canteen bike run game weather dinner soup
        sandwich terrace playlist
        """,
      sentences: """
        Anyone for {n} at {h}?
        Canteen has {x} {n} today {e}
        There is cake in our kitchen on floor {d} {e}
        Running on {w} at {h}, {d} km, easy pace.
        """
    ),
    Subject(
      topics: """
        Marketing {p}
        Trade fair {x}
        Newsletter
        """,
      nouns: """
        campaign newsletter fair booth slide logo article video webinar press quote flyer landing_page
        story keynote banner audience translation
        """,
      sentences: """
        Newsletter goes out on {w}, {d} thousand readers.
        The slides for {x} are in {f}.
        Our post about {p} got {d} comments {e}
        """
    ),
  ]
}
