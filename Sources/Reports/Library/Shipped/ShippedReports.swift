/// What every Trawl has of `reports/`, so that an installed binary needs no other file.
///
/// Made by `make embed`; a test tells when it is out of step.
enum ShippedReports {
  /// Name and text of each.
  static let texts: [(name: String, text: String)] = [
    conversation,
    coverage,
    flags,
    likes,
    person,
    responsiveness,
    tenant,
    weeklyActivity,
  ]
}
