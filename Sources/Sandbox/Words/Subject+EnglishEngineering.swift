extension Tongue {
  static let englishSubjects = engineeringSubjects + officeSubjects

  private static let engineeringSubjects = [
    Subject(
      topics: """
        Release {r}
        {p} development
        Team {x}
        {p} backend
        Code review {x}
        """,
      nouns: """
        release build branch test pipeline merge deployment hotfix rollback interface module patch
        changelog feature bug regression cache queue schema migration endpoint parser driver crash
        log benchmark refactoring dependency container snapshot
        """,
      sentences: """
        The release notes for {r} are in {u}
        Release {r} is out, rollback is prepared in case a {n} misbehaves.
        {c} throws when the {n} is empty, a stack trace is in {f}.
        Merged {t}, build is green again.
        The nightly build failed in {c}, looking into it.
        Can we get {t} into {r}?
        The {n} needs {d} ms now, it was {d} ms in {r}.
        I pushed a fix for the {x} leak in {c}.
        """
    ),
    Subject(
      topics: """
        Support {k}
        First line support
        Incidents {x}
        {k} hypercare
        """,
      nouns: """
        ticket customer incident outage workaround handover hotline answer login password printer
        network account licence error screenshot update phone headset server complaint
        """,
      sentences: """
        {k} reports that the {n} does not open since {h}.
        Ticket {t} is closed, the customer confirmed the workaround.
        I passed {t} on to second line.
        Restarting {c} helped, they are happy again {e}
        Could somebody take over our hotline at {h}?
        The outage at {k} is over, {d} users were affected.
        """,
      ticketKey: "SUP"
    ),
    Subject(
      topics: """
        Security {x}
        Network and security
        Access requests
        """,
      nouns: """
        certificate firewall access password audit token key vulnerability patch policy phishing
        backup gateway proxy permission report scanner account encryption
        """,
      sentences: """
        One certificate of {u} expires on {w}.
        Please rotate all keys of {c} before {w}.
        {d} phishing mails were reported, do not open {f}.
        The audit found {d} accounts without an owner.
        """,
      ticketKey: "SEC"
    ),
    Subject(
      topics: """
        Data and reports
        {p} data
        Dashboard {x}
        """,
      nouns: """
        dashboard query table export chart column report metric number forecast sample warehouse
        import mapping filter duplicate quarter average definition
        """,
      sentences: """
        The weekly report shows {d} percent more than last week.
        Query {c} runs {d} seconds, its {n} column needs an index.
        I exported my {n} to {f}.
        Two dashboards disagree about {x}, the difference is {d}.
        """,
      ticketKey: "DAT"
    ),
    Subject(
      topics: """
        Design {p}
        User research {x}
        """,
      nouns: """
        mockup layout icon colour screen flow button font prototype feedback interview sketch label
        wording palette dialog review participant
        """,
      sentences: """
        New mockups of {x} are in {f}, feedback until {w} please.
        {d} of {d} participants did not find their {n}.
        A button should say what it does, not "{x}".
        """,
      ticketKey: "UX"
    ),
  ]
}
