/// What bots have to say; the same slots as in people's sentences.
enum WebhookLines {
  static let all = """
    Pipeline {d}{d} passed on main in {d} min: {u}
    Pipeline {d}{d} failed at step {c}: {u}
    {t} was moved to "In review" by {q}.
    {t} was closed by {q}: {x} {n}
    New comment on {t}: the {n} needs {x}.
    Alert: {x} on host {x}-{d} is above {d} percent since {h}.
    Resolved: {x} on host {x}-{d} is back to normal.
    {q} pushed {d} commits to {x}/{x}
    Deployment of {p} {r} to production finished.
    New survey answer from {k}: {d} of 10 points.
    """
}
