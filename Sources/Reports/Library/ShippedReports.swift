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
      WITH this AS MATERIALIZED (
        SELECT count(*) AS messages,
          count(DISTINCT nullif(person, 0)) AS people,
          count(DISTINCT nullif(conversation, 0)) AS conversations,
          coalesce(sum(reply), 0) AS replies,
          coalesce(sum(likes), 0) AS likes,
          (SELECT count(*) FROM period_flags) AS flags,
          coalesce(sum(files), 0) AS files,
          (SELECT count(*) FROM period_calls) AS calls
        FROM period_messages
      ), previous AS MATERIALIZED (
        SELECT count(*) AS messages,
          count(DISTINCT nullif(person, 0)) AS people,
          count(DISTINCT nullif(conversation, 0)) AS conversations,
          coalesce(sum(reply), 0) AS replies,
          coalesce(sum(likes), 0) AS likes,
          (SELECT count(*) FROM previous_flags) AS flags,
          coalesce(sum(files), 0) AS files,
          (SELECT count(*) FROM previous_calls) AS calls
        FROM previous_messages
      )
      SELECT column1 AS metric, column2 AS value, column3 AS previous, column2 - column3 AS change
      FROM (
        VALUES
          ('messages', (SELECT messages FROM this), (SELECT messages FROM previous)),
          ('people', (SELECT people FROM this), (SELECT people FROM previous)),
          ('conversations', (SELECT conversations FROM this), (SELECT conversations FROM previous)),
          ('replies', (SELECT replies FROM this), (SELECT replies FROM previous)),
          ('likes', (SELECT likes FROM this), (SELECT likes FROM previous)),
          ('flags', (SELECT flags FROM this), (SELECT flags FROM previous)),
          ('files', (SELECT files FROM this), (SELECT files FROM previous)),
          ('calls', (SELECT calls FROM this), (SELECT calls FROM previous))
      )
      ```

      Likes, flags and replies are those known now. Likes, flags and files count in the week of their
      message, whenever they were given.

      ```sql name=days title="By day" show=bar
      SELECT d.date AS date,
        coalesce(m.messages, 0) AS messages, coalesce(m.people, 0) AS people,
        coalesce(m.replies, 0) AS replies, coalesce(m.likes, 0) AS likes
      FROM period_days d LEFT JOIN (
        SELECT local_date(creationTime) AS date, count(*) AS messages,
          count(DISTINCT nullif(person, 0)) AS people, sum(reply) AS replies, sum(likes) AS likes
        FROM period_messages GROUP BY 1
      ) m ON m.date = d.date
      ORDER BY d.date
      ```

      ```sql name=conversations title="Conversations" rows=25
      SELECT c.convId AS convId, c.name AS name, m.messages AS messages, m.people AS people,
        m.replies AS replies, m.likes AS likes
      FROM (
        SELECT conversation, count(*) AS messages, count(DISTINCT nullif(person, 0)) AS people,
          sum(reply) AS replies, sum(likes) AS likes
        FROM period_messages GROUP BY conversation
      ) m JOIN conversations c ON c.conversation = m.conversation
      ORDER BY m.messages DESC, c.convId
      ```

      ```sql name=people title="People" rows=25
      SELECT p.userId AS userId, p.name AS name, m.messages AS messages, m.replies AS replies,
        m.likes AS likesReceived
      FROM (
        SELECT person, count(*) AS messages, sum(reply) AS replies, sum(likes) AS likes
        FROM period_messages GROUP BY person
      ) m JOIN people p ON p.person = m.person
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
