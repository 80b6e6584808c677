// swift-format-ignore-file: its lines are those of the reports.

/// The reports that every Trawl has: copies of the files in `reports/`, so that an installed binary
/// needs no other file.
///
/// Made by `RECORD=1 swift test --filter ShippedReportsTests`, which also tells when it is out of step.
enum ShippedReports {
  /// Name and text of each.
  static let texts: [(name: String, text: String)] = [
    (
      name: "weekly-activity",
      text: ###"""
      ---
      title: Weekly activity
      description: Who wrote, where and how much in a week, what was liked and what was flagged
      parameters:
        - week: week = last
      ---

      In the week {{period.name}} ({{period.first}} to {{period.last}}, {{timezone}}),
      {{totals.people.value}} people wrote {{totals.messages.value}} messages in
      {{totals.conversations.value}} conversations; the week before it was
      {{totals.messages.previous}} messages by {{totals.people.previous}} people.

      ```sql name=totals title="Totals" show=number
      SELECT t.metric AS metric, t.value AS value, p.value AS previous, t.value - p.value AS change
      FROM period_totals t JOIN previous_totals p ON p.metric = t.metric
      ORDER BY t.position
      ```

      Likes, flags and replies are those known now. Likes, flags and files count in the week of their
      message, whenever they were given.

      ```sql name=days title="By day" show=bar
      SELECT date, messages, people, replies, likes FROM period_by_day ORDER BY date
      ```

      ```sql name=conversations title="Conversations" rows=25
      SELECT c.convId AS convId, c.name AS name, m.messages AS messages, m.people AS people,
        m.replies AS replies, m.likes AS likes
      FROM period_by_conversation m JOIN conversations c ON c.conversation = m.conversation
      ORDER BY m.messages DESC, c.convId
      ```

      ```sql name=people title="People" rows=25
      SELECT p.userId AS userId, p.name AS name, m.messages AS messages, m.replies AS replies,
        m.likes AS likesReceived
      FROM period_by_person m JOIN people p ON p.person = m.person
      ORDER BY m.messages DESC, p.userId
      ```

      ```sql name=liked title="Liked" rows=10
      SELECT m.itemId AS itemId, c.convId AS convId, c.name AS conversation,
        p.userId AS creatorId, p.name AS creatorName, m.creationTime AS creationTime,
        m.likes AS likes, substr(coalesce(nullif(m.text, ''), m.subject), 1, 200) AS text
      FROM period_messages m
      LEFT JOIN conversations c ON c.conversation = m.conversation
      LEFT JOIN people p ON p.person = m.person
      WHERE m.likes > 0
      ORDER BY m.likes DESC, m.item DESC
      ```

      Flags are personal: these are the flags of the people whose flags this index holds, not of others.

      ```sql name=flagged title="Flagged" rows=25
      SELECT m.itemId AS itemId, c.convId AS convId, c.name AS conversation,
        p.userId AS creatorId, p.name AS creatorName, m.creationTime AS creationTime,
        f.userId AS flaggerId, f.name AS flaggerName,
        substr(coalesce(nullif(m.text, ''), m.subject), 1, 200) AS text
      FROM period_flags g
      JOIN messages m ON m.item = g.item
      LEFT JOIN conversations c ON c.conversation = m.conversation
      LEFT JOIN people p ON p.person = m.person
      LEFT JOIN people f ON f.person = g.flagger
      ORDER BY m.item DESC, f.userId
      ```

      """###
    )
  ]
}
