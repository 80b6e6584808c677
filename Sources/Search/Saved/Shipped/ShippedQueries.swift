/// What every Trawl has of `queries/`, so that an installed binary needs no other file.
///
/// Made by `make embed`; a test tells when it is out of step.
enum ShippedQueries {
  /// Name and text of each.
  static let texts: [(name: String, text: String)] = [
    bigFiles,
    editedAfterTheFact,
    escalations,
    filesSharedInCommunities,
    filesWithoutAMessage,
    flaggedAndWaiting,
    longThreads,
    mentions,
    mostLiked,
    releaseTalk,
    unansweredQuestions,
    vanished,
  ]
}
