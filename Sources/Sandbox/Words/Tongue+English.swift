extension Tongue {
  static let english = Tongue(
    name: .english,
    share: 640,
    gap: " ",
    weekdays: "Monday Tuesday Wednesday Thursday Friday",
    statements: """
      I have moved the {n} to the new {n}, it looks good so far.
      The {n} is ready for review, please have a look before {w}.
      We still need the {n} from {k} before we can close {t}.
      Just finished the {n} for {p}; the notes are in {f}.
      {t} is done, the {x} part took longer than planned.
      The {x} {n} is back to normal since {h}.
      Heads-up: the {n} will be down on {w} from {h}.
      I talked to {q} about the {n} and we agree on the {x} variant.
      Let us keep the {n} simple and drop the {x} for now.
      {d} of {d} done, the rest waits for the {n}.
      Updated the {n}, see {u}
      The customer {k} asked for the {n} again, I promised an answer by {w}.
      My proposal: first the {n}, then the {n}, and {x} only if time allows.
      {m} please check the {n} when you are back.
      This is the same {x} issue as in {t}.
      With {c} it works on my machine, with the old {n} it does not.
      I would rather wait for the {x} results than guess.
      Numbers from today: {d} new, {d} closed, {d} open.
      Agreed with {k}: the {n} moves to {w}.
      For the record, {c} fails with {x} when the {n} is empty.
      The {n} of {p} is on track, the {n} is not.
      Please do not touch the {n} until {t} is closed.
      I put the {x} {n} on the agenda for {w}.
      Meeting moved to {w} {h}, same room.
      Thanks to {q} the {n} now takes {d} minutes instead of {d}.
      We decided against {x}, it would break the {n}.
      Added {f} with the latest {n}.
      There is a risk that the {n} slips, mostly because of {x}.
      It turned out to be the {n} after all.
      Everything about the {n} is collected here: {u}
      {g} the {n} is live.
      Our {x} supplier confirmed the {n} for {w}.
      {p} needs one more {n} and a second pair of eyes.
      A short summary of the call with {k}: they like the {n}, they worry about {x}.
      """,
    questions: """
      Does anybody know who owns the {n}?
      Can somebody check the {n} for {p}?
      {m} is the {n} ready for {w}?
      What is the state of {t}?
      Where do I find the {n} for {k}?
      Has anyone seen {c} fail with {x}?
      Should we move the {n} to {w}?
      How do you handle the {x} case in the {n}?
      Is {f} the latest version?
      Who can join the call with {k} on {w} at {h}?
      Why did the {n} change since {r}?
      Do we still support {x}?
      Any objections to closing {t}?
      Could you send me the {n} again?
      Which {n} does {p} use, the old one or {x}?
      When is the next {n}?
      Is there a reason why {c} is not used in the {n}?
      Would {w} {h} work for the {n}?
      """,
    answers: """
      Yes, the {n} is in {f}.
      No, that was changed with {r}.
      I think {q} owns the {n}.
      It is {x}, see {u}
      Not yet, I expect it on {w}.
      Done, please check again.
      That is a known problem, {t} has the details.
      We use the new {n} since last {w}.
      Works for me, the {n} is fine.
      Try {c} instead, that solved it here.
      I can take it, give me until {h}.
      The short answer is no, the long one is in {t}.
      As far as I know only {k} still needs the {n}.
      Looks like a {x} problem to me.
      Let me ask the {n} team and come back to you.
      Same here, the {n} has been slow since {h}.
      You need access to {x} first, I have requested it.
      {m} can tell you more about the {n}.
      """,
    chat: """
      Thanks!
      Thank you {q} {e}
      Good morning everyone {e}
      Sounds good to me.
      On my way.
      +1
      {e}
      Great work on the {n} {e}
      ok, see you at {h}
      Will do.
      lol {e}
      I am in a call until {h}, ping me after that.
      Happy birthday {q}! {e}{e}
      Sorry, wrong window.
      Nice one, the {n} looks great.
      Back online.
      Perfect, thanks for the quick help.
      Have a nice weekend {e}
      Got it.
      I'm working from home on {w}.
      """,
    announcements: """
      The {n} of {p} starts on {w}.
      From {w} on the new {n} is mandatory for everybody.
      We welcome {q}, who joins the {n} team today {e}
      Please read the new {n} guidelines: {u}
      {p} is live! Thanks to everyone who worked on the {n} {e}
      Save the date: the {n} takes place on {w} at {h}.
      The office will be closed on {w}, the {n} stays reachable.
      """,
    rareWords: RareWords(
      starts: """
        ba be bi bo bra bre ca ce co cra da de di do dra fa fe fi fla fo ga ge glo gra ha he hy jo ka
        ke kri la le li lo ma me mi mo na ne no o pa pe pla po pro qua ra re ri ro sa se si so sta
        stre ta te tra tri u va ve vi vo wa we xe ya za ze zy
        """,
      middles: """
        bal cer dan del dor fen gar gim kel lan lem lin lor man mar mer min mon nar nel nis par per
        ral ran ren rin ron san sel sor tal tan tel ter tin tor val var ven ver vin zan
        """,
      ends: """
        a ard ate ax ed el ent er ex ia ic ing ion is ium ix o on or ory os ous um us y
        """,
      count: 1 << 19
    ),
    subjects: englishSubjects
  )
}
