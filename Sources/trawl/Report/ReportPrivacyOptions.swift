import Arguments

/// What a report keeps to itself.
struct ReportPrivacyOptions: OptionGroup {
  var minimumGroup = 1
  var isPseudonymised = false

  static var arguments: [Argument<Self>] {
    [
      .section(
        "Privacy",
        [
          .option(
            "--min-group",
            to: \.minimumGroup,
            in: 1...1_000_000,
            value: "number",
            help: "Leave out rows about fewer people than this."
          ),
          .flag(
            "--pseudonymise",
            to: \.isPseudonymised,
            help:
              "Codes for people and conversations, and no texts; the codes are those of the index."
          ),
        ]
      )
    ]
  }
}
