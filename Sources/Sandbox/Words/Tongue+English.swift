extension Tongue {
  static let english = Tongue(
    name: .english,
    share: 640,
    gap: " ",
    weekdays: "Monday Tuesday Wednesday Thursday Friday",
    statements: """
      I have moved the {n} to the {n}, it looks good so far.
      The {n} is ready for review, please have a look before {w}.
      We still need the {n} from {k} before we can close {t}.
      Just finished my {n} for {p}; notes are in {f}.
      {t} is done, the {x} part took longer than planned.
      {x} is back to normal since {h}.
      Heads-up: {c} will be down on {w} from {h}.
      I talked to {q} about the {n} and we agree on {x}.
      Let us keep it simple and drop {x} for now.
      {d} of {d} done, the rest waits for the {n}.
      Updated the {x} {n}, see {u}
      The people from {k} asked about the {n} again, I promised an answer by {w}.
      My proposal: first the {n}, then the {n}, and {x} only if time allows.
      {m} please check this {n} when you are back.
      This is that {x} issue again, as in {t}.
      With {c} it works on my machine, with {x} it does not.
      I would rather wait for the {x} results than guess.
      Numbers from today: {d} new, {d} closed, {d} open.
      Agreed with {k}: {x} moves to {w}.
      For what it's worth, {c} fails with {x} when the {n} is empty.
      {p} is on track, the {n} is not.
      Please do not touch that {n} until {t} is closed.
      I put {x} on the agenda for {w}.
      Meeting moved to {w} {h}, same room.
      Thanks to {q} the {n} now takes {d} minutes instead of {d}.
      We decided against {x}, it would break the {n}.
      Added {f} with my latest {n}.
      There is a risk that our {n} slips, mostly because of {x}.
      It turned out to be the {x} {n} after all.
      Everything about the {n} is collected here: {u}
      {g} {x} is live.
      A supplier confirmed one {n} for {w}.
      {p} needs one more {n} and a second pair of eyes.
      Summary of our call with {k}: they like the {n}, they worry about the {x} {n}.
      I don't think the {n} can stay as it is.
      You can find my {n} under {u}
      {q} and I looked at the {x} {n} together, nothing to worry about.
      That was my mistake, I mixed up {x} and {x}.
      If nobody objects I will remove {c} on {w}.
      Yesterday we had {d} cases of {x}, today none.
      They sent a {n} without any {n}, so I asked again.
      He is right, {c} was never meant for this.
      No news from {k}, I will call them at {h}.
      You were faster than me, I had the same {n} in mind.
      This week: {x}, {x} and a bit of {n}.
      I like {x} better, but it needs a {n}.
      But then the {n} would have to wait until {w}.
      At least {c} is documented now.
      So far only {k} has noticed the {n}.
      In my opinion the {x} {n} is worth a try.
      """,
    questions: """
      Does anybody know who owns the {x} {n}?
      Can somebody check the {n} for {p}?
      {m} is your {n} ready for {w}?
      How far is {t}?
      Where do I find the {n} for {k}?
      Has anyone seen {c} fail with {x}?
      Should we move the {n} to {w}?
      How do you handle the {x} case in the {n}?
      Is {f} still valid?
      Who can join a call with {k} on {w} at {h}?
      Why did the {n} change since {r}?
      Do we still support {x}?
      Any objections to closing {t}?
      Could you send me the {n} again?
      Which {n} does {p} use, {x} or {x}?
      When is our next {n}?
      Is there a reason why {c} is not used for {x}?
      Would {w} {h} work for you?
      Am I the only one without a {n}?
      What do you think about {x}?
      """,
    answers: """
      Yes, the {n} is in {f}.
      No, that was changed with {r}.
      I think {q} owns the {n}.
      It is {x}, see {u}
      Not yet, I expect it on {w}.
      Done, please check again.
      That is a known problem, {t} has the details.
      We use the {x} {n} since last {w}.
      Works for me, my {n} is fine.
      Try {c} instead, that solved it here.
      I can take it, give me until {h}.
      The short answer is no, the long one is in {t}.
      As far as I know only {k} still needs it.
      Looks like {x} to me.
      Let me ask the {n} people and come back to you.
      Same here, the {n} has been slow since {h}.
      You need access to {x} first, I have requested it.
      {m} can tell you more about the {n}.
      I had that too, a new {n} fixed it.
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
    adjectives: EnglishWords.adjectives,
    commonNouns: EnglishWords.nouns,
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
