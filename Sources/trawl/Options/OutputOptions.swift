import Arguments
import Output

/// How a command that prints rows prints them.
struct OutputOptions: OptionGroup {
  var format = OutputFormat.table
  var isRaw = false
  var pager = PagerOptions()

  static var arguments: [Argument<Self>] {
    [
      .section(
        "Output",
        [
          .option("-f", "--format", to: \.format, value: "format", help: "How to print rows."),
          .flag("--raw", to: \.isRaw, help: "Leave CSV cells that a spreadsheet would run."),
          .group(\.pager),
        ]
      )
    ]
  }

  /// Refuses `--raw` where it means nothing.
  ///
  /// - Throws: `UsageError`.
  func validate() throws(UsageError) {
    if isRaw, format != .csv { throw UsageError(.needs("--raw", "--format csv")) }
  }

  /// A writer of rows to standard output.
  func writer(
    of columns: [Column],
    in console: Console,
    zone: Zone,
    envelope: Envelope = Envelope()
  ) -> RowWriter {
    RowWriter(
      format,
      columns: columns,
      to: console.output,
      style: OutputStyle(zone: zone, terminal: console.terminal, isRaw: isRaw, now: console.now),
      envelope: envelope
    )
  }
}
