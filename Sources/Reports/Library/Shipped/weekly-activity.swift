// swift-format-ignore-file

extension ShippedReports {
  /// A copy of `reports/weekly-activity.md`.
  static let weeklyActivity = (
    name: "weekly-activity",
    text: ###"""
    ---
    title: Weekly activity
    description: Who wrote, where and how much in a week or any period, what was liked and what was flagged
    parameters:
      - period: period = last-week
      - most: integer = 100
    ---

    In {{period.name}} ({{period.first}} to {{period.last}}, {{timezone}}),
    {{totals.people.value}} people wrote {{totals.messages.value}} messages in {{totals.conversations.value}} conversations.
    The period before, {{totals.people.previous}} people wrote {{totals.messages.previous}}.
    {{members.new.people}} people wrote for the first time; {{members.silent.people}} members of these conversations wrote nothing.

    ```sql name=totals title="Totals" show=number group=all
    SELECT t.metric AS metric, t.value AS value, p.value AS previous, t.value - p.value AS change
    FROM period_totals t JOIN previous_totals p ON p.metric = t.metric
    ORDER BY t.position
    ```

    Likes, flags and replies are those known now. Likes, flags and files count in the period of their
    message, whenever they were given.

    ```sql name=trend title="This period and the eleven before" show=line group=all
    SELECT name, messages, replies, likes FROM period_trend ORDER BY date
    ```

    ```sql name=days title="By day" show=bar
    SELECT date, messages, people, replies, likes, files, calls FROM period_by_day ORDER BY date
    ```

    ```sql name=hours title="By weekday and hour" show=heatmap group=all rows=168
    SELECT weekday, hour, messages FROM period_by_hour ORDER BY weekday, hour
    ```

    ```sql name=conversations title="Conversations" rows=25
    SELECT c.convId AS convId, c.name AS name, c.type AS type, m.messages AS messages, m.people AS people,
      m.replies AS replies, m.likes AS likes, m.files AS files
    FROM (SELECT conversation FROM period_by_conversation ORDER BY messages DESC, conversation LIMIT :most)
    JOIN period_by_conversation m USING (conversation) JOIN conversations c USING (conversation)
    ORDER BY m.messages DESC, m.conversation
    ```

    ```sql name=people title="People" rows=25 group=one
    SELECT p.userId AS userId, p.name AS name, m.messages AS messages, m.replies AS replies,
      m.likes AS likesReceived, m.files AS files
    FROM (SELECT * FROM period_by_person ORDER BY messages DESC, person LIMIT :most) m
    JOIN people p ON p.person = m.person
    ORDER BY m.messages DESC, m.person
    ```

    The two tables above have the {{most}} busiest; `--set most=` asks for more.

    ```sql name=members title="New and silent"
    SELECT 'new' AS members, count(*) AS people FROM period_new_people
    UNION ALL SELECT 'silent', count(*) FROM period_silent_people
    ```

    ```sql name=newcomers title="Their first message" rows=25 group=one
    SELECT p.userId AS userId, p.name AS name, n.firstMessageTime AS firstMessageTime
    FROM period_new_people n JOIN people p ON p.person = n.person
    ORDER BY n.firstMessageTime, p.userId
    ```

    ```sql name=files title="Files" rows=15 group=authors
    SELECT ending, files, authors, totalBytes FROM period_by_ending ORDER BY files DESC, ending
    ```

    ```sql name=calls title="Calls" group=all
    SELECT coalesce(type, 'other') AS type, count(*) AS calls, sum(duration) AS totalDuration,
      median(duration) AS medianDuration, max(attendees) AS mostAttendees
    FROM period_calls GROUP BY 1 ORDER BY calls DESC, 1
    ```

    ```sql name=liked title="Liked" rows=10 group=one
    SELECT l.likes AS likes, m.creationTime AS creationTime, p.name AS creatorName,
      c.name AS conversation, substr(coalesce(nullif(m.text, ''), m.subject), 1, 200) AS text,
      m.itemId AS itemId, c.convId AS convId, p.userId AS creatorId
    FROM period_most_liked l JOIN items m ON m.item = l.item
    LEFT JOIN conversations c ON c.conversation = m.conversation
    LEFT JOIN people p ON p.person = m.person
    ORDER BY l.position
    ```

    Flags are personal: these are the flags of the people whose flags this index holds, not of others.

    ```sql name=flagged title="Flagged" rows=25 group=one
    SELECT f.name AS flaggerName, m.creationTime AS creationTime, p.name AS creatorName,
      c.name AS conversation, substr(coalesce(nullif(m.text, ''), m.subject), 1, 200) AS text,
      m.itemId AS itemId, c.convId AS convId, p.userId AS creatorId, f.userId AS flaggerId
    FROM period_flags g
    JOIN messages m ON m.item = g.item
    LEFT JOIN conversations c ON c.conversation = m.conversation
    LEFT JOIN people p ON p.person = m.person
    LEFT JOIN people f ON f.person = g.flagger
    ORDER BY m.creationTime DESC, m.itemId DESC, f.userId
    ```

    """###
  )
}
