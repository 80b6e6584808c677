// swift-format-ignore-file

extension ShippedReports {
  /// A copy of `reports/responsiveness.md`.
  static let responsiveness = (
    name: "responsiveness",
    text: ###"""
    ---
    title: Responsiveness
    description: How soon questions and threads get a first reply, by conversation, and what is unanswered
    parameters:
      - period: period = last-month
      - most: integer = 100
    ---

    In {{period.name}} ({{period.first}} to {{period.last}}, {{timezone}}) {{questions.questions}} questions were asked;
    {{questions.answered}} have a reply by another person, half of those within {{questions.medianDuration}}, nine of ten
    within {{questions.p90Duration}}. {{questions.unanswered}} have none.

    A question is a message that starts a thread and has a sentence ending in a question mark, and does not come from a
    webhook. Its first reply is the earliest one by another person, also where it came after the period.

    ```sql name=questions title="Questions" show=number group=people
    WITH firsts AS (
      SELECT m.item AS item, m.person AS person,
        (SELECT min(r.creationTime) FROM threads t JOIN messages r ON r.thread = t.thread
          WHERE t.head = m.item AND r.person <> m.person) - m.creationTime AS wait
      FROM period_messages m WHERE m.question = 1 AND m.reply = 0 AND m.webhook = 0)
    SELECT count(*) AS questions, count(wait) AS answered, count(*) - count(wait) AS unanswered,
      CAST(count(wait) AS REAL) / nullif(count(*), 0) AS answeredShare,
      median(wait) AS medianDuration, percentile(wait, 90) AS p90Duration, count(DISTINCT nullif(person, 0)) AS people
    FROM firsts
    ```

    ```sql name=threads title="All threads" show=number group=people
    WITH firsts AS (
      SELECT m.person AS person,
        (SELECT min(r.creationTime) FROM messages r WHERE r.thread = t.thread AND r.person <> m.person)
          - m.creationTime AS wait
      FROM threads t JOIN period_messages m ON m.item = t.head
      WHERE t.replies > 0 AND m.reply = 0)
    SELECT count(*) AS threads, count(wait) AS answered, median(wait) AS medianDuration,
      percentile(wait, 90) AS p90Duration, count(DISTINCT nullif(person, 0)) AS people
    FROM firsts
    ```

    ```sql name=waits title="How long a first reply took" show=bar group=people
    WITH firsts AS (
      SELECT m.person AS person,
        (SELECT min(r.creationTime) FROM threads t JOIN messages r ON r.thread = t.thread
          WHERE t.head = m.item AND r.person <> m.person) - m.creationTime AS wait
      FROM period_messages m WHERE m.question = 1 AND m.reply = 0 AND m.webhook = 0)
    SELECT CASE WHEN wait IS NULL THEN 'none' WHEN wait < 300000 THEN 'under 5 minutes' WHEN wait < 3600000 THEN 'under 1 hour'
        WHEN wait < 14400000 THEN 'under 4 hours' WHEN wait < 86400000 THEN 'under 1 day'
        WHEN wait < 604800000 THEN 'under 1 week' ELSE '1 week or more' END AS wait,
      count(*) AS questions, count(DISTINCT nullif(person, 0)) AS people
    FROM firsts GROUP BY 1 ORDER BY min(coalesce(wait, 9e18))
    ```

    ```sql name=conversations title="By conversation" rows=25 group=people
    WITH firsts AS (
      SELECT m.conversation AS conversation, m.person AS person,
        (SELECT min(r.creationTime) FROM threads t JOIN messages r ON r.thread = t.thread
          WHERE t.head = m.item AND r.person <> m.person) - m.creationTime AS wait
      FROM period_messages m WHERE m.question = 1 AND m.reply = 0 AND m.webhook = 0)
    SELECT c.convId AS convId, c.name AS name, count(*) AS questions, count(*) - count(f.wait) AS unanswered,
      median(f.wait) AS medianDuration, percentile(f.wait, 90) AS p90Duration, count(DISTINCT nullif(f.person, 0)) AS people
    FROM firsts f JOIN conversations c ON c.conversation = f.conversation
    GROUP BY f.conversation ORDER BY questions DESC, f.conversation LIMIT :most
    ```

    ```sql name=unanswered title="Unanswered, oldest first" rows=50 group=one
    SELECT m.creationTime AS creationTime, p.name AS creatorName, c.name AS conversation,
      substr(coalesce(nullif(m.text, ''), m.subject), 1, 200) AS text,
      m.itemId AS itemId, c.convId AS convId, p.userId AS creatorId
    FROM (SELECT item FROM period_messages m
      WHERE question = 1 AND reply = 0 AND webhook = 0 AND NOT EXISTS (
        SELECT 1 FROM threads t JOIN messages r ON r.thread = t.thread WHERE t.head = m.item AND r.person <> m.person)
      ORDER BY creationTime, itemId LIMIT :most) q
    JOIN items m ON m.item = q.item
    LEFT JOIN people p ON p.person = m.person
    LEFT JOIN conversations c ON c.conversation = m.conversation
    ORDER BY m.creationTime, m.itemId
    ```

    """###
  )
}
