import Output

extension Oracle {
  /// `reports/responsiveness.md`.
  func responsiveness() -> [Table] {
    let questions = messages.filter(\.item.isQuestion)
    let waits = questions.compactMap { wait(of: $0) }
    let heads = messages.filter { !$0.item.isReply && !replies(to: $0).isEmpty }
    let headWaits = heads.compactMap { wait(of: $0) }
    return [
      Table(
        "questions",
        "questions answered unanswered answeredShare medianDuration p90Duration people",
        [
          [
            integer(questions.count), integer(waits.count),
            integer(questions.count - waits.count), share(waits.count, of: questions.count),
            duration(quantile(waits, 0.5)), duration(quantile(waits, 0.9)),
            integer(people(questions)),
          ]
        ]
      ),
      Table(
        "threads",
        "threads answered medianDuration p90Duration people",
        [
          [
            integer(heads.count), integer(headWaits.count), duration(quantile(headWaits, 0.5)),
            duration(quantile(headWaits, 0.9)), integer(people(heads)),
          ]
        ]
      ),
      waitTable(questions),
      Table(
        "conversations",
        "convId name questions unanswered medianDuration p90Duration people",
        ranked(byPlace(questions), by: \.count).prefix(most).map { place, questions in
          let waits = questions.compactMap { wait(of: $0) }
          return [
            placeID(place), placeName(place), integer(questions.count),
            integer(questions.count - waits.count), duration(quantile(waits, 0.5)),
            duration(quantile(waits, 0.9)), integer(people(questions)),
          ]
        }
      ),
      Table(
        "unanswered",
        "creationTime creatorName conversation text itemId convId creatorId",
        questions.filter { wait(of: $0) == nil }.prefix(most).map { question in
          let item = question.item
          return [
            time(item.time), personName(item.author), placeName(item.place), quote(question),
            .text(item.id), placeID(item.place), personID(item.author),
          ]
        }
      ),
    ]
  }

  private func waitTable(_ questions: [Message]) -> Table {
    let hour: Int64 = 3_600_000
    let limits: [(Int64, String)] = [
      (hour / 12, "under 5 minutes"), (hour, "under 1 hour"), (4 * hour, "under 4 hours"),
      (24 * hour, "under 1 day"), (7 * 24 * hour, "under 1 week"), (.max, "1 week or more"),
    ]
    func label(_ wait: Int64?) -> String {
      wait.map { wait in limits.first { wait < $0.0 }?.1 ?? "" } ?? "none"
    }
    let groups = Dictionary(grouping: questions) { label(wait(of: $0)) }
    return Table(
      "waits",
      "wait questions people",
      (limits.map(\.1) + ["none"]).compactMap { label in
        groups[label].map { [.text(label), integer($0.count), integer(people($0))] }
      }
    )
  }
}
