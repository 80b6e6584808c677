/// A command that gives an answer and ends: a long one goes through a pager on a terminal.
protocol PagedCommand {
  /// Whether it may.
  var isPaged: Bool { get }
}

extension AccountsListCommand: PagedCommand { var isPaged: Bool { output.pager.isWanted } }
extension CheckCommand: PagedCommand { var isPaged: Bool { pager.isWanted } }
extension FlaggedCommand: PagedCommand { var isPaged: Bool { output.pager.isWanted } }
extension QueryListCommand: PagedCommand { var isPaged: Bool { output.pager.isWanted } }
extension QueryRunCommand: PagedCommand { var isPaged: Bool { options.output.pager.isWanted } }
extension QueryShowCommand: PagedCommand { var isPaged: Bool { pager.isWanted } }
extension ReportListCommand: PagedCommand { var isPaged: Bool { output.pager.isWanted } }
extension ReportRunCommand: PagedCommand { var isPaged: Bool { pager.isWanted } }
extension ReportShowCommand: PagedCommand { var isPaged: Bool { pager.isWanted } }
extension ShowCommand: PagedCommand { var isPaged: Bool { output.pager.isWanted } }
extension StatusCommand: PagedCommand { var isPaged: Bool { pager.isWanted } }
extension SearchCommand: PagedCommand {
  // A batch may be a conversation: each answer is waited for.
  var isPaged: Bool { batch == nil && options.output.pager.isWanted }
}
