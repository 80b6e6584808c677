internal import Circuit
internal import Index

/// What an ingest would ask, as far as that can be known beforehand.
public struct SyncForecast: Sendable, Equatable {
  /// Conversations that the accounts see.
  public var conversations = 0
  /// Those that would be asked.
  public var asked = 0
  /// Those of them that were never read.
  public var new = 0
  /// Those that would be walked through from the beginning.
  public var walks = 0
  /// The fewest requests that takes: how long new conversations are, their first reading shows.
  public var requests = 0
  /// What could not be asked of the accounts.
  public var missing: [SyncSummary.Missing] = []
}

extension TenantSync {
  /// Asks the accounts for their lists, and says what a run would ask now; writes nothing.
  ///
  /// - Parameter path: The index's file, which may not exist yet.
  /// - Returns: What a run would ask.
  /// - Throws: `IngestError` when no account can be asked, `IndexError`, or `SQLiteError`.
  public func forecast(for path: String) throws -> SyncForecast {
    let overview: SyncOverview
    do {
      overview = try SyncOverview(Store.reader(at: path))
    } catch IndexError.missing {
      overview = SyncOverview()
    }
    let now = clock()
    var forecast = SyncForecast()
    var views: [AccountView] = []
    for (place, account) in accounts.enumerated() {
      let look = AccountLook(client: account.client, now: now, proceed: { !stop.isSet })
      let view = look.run(account: place)
      forecast.missing += view.problems.map { problem in
        .init(
          what: "\(problem.what) of account \(account.account.name)",
          reason: problem.error.description
        )
      }
      views.append(view)
    }
    if views.allSatisfy({ $0.end != nil }), let error = views.first?.end, !error.endsRun {
      throw IngestError.noAccount(name: accounts[0].account.name, error: error)
    }
    let plan = SyncPlan(
      views: views,
      // Which conversations no list shows any more is seen by comparing accounts' rows, which a run makes.
      rows: accounts.map { _ in -1 },
      overview: overview,
      options: options,
      bound: options.bound ?? overview.bound ?? SyncOptions.ordinaryBound,
      now: now
    )
    forecast.conversations = plan.visible
    forecast.asked = Set((plan.jobs + plan.walks).map(\.convId)).count
    forecast.new = plan.jobs.count { $0.reading == .walk && $0.state.backfilled == nil }
    forecast.walks = plan.walks.count
    forecast.requests = plan.jobs.count + plan.walks.reduce(0) { $0 + max(1, $1.state.pages) }
    return forecast
  }
}
