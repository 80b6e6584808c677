// swift-format-ignore-file

extension ShippedReports {
  /// A copy of `reports/conversation.md`.
  static let conversation = (
    name: "conversation",
    text: ###"""
    ---
    title: A conversation
    description: One conversation's life, its members, its threads and what was liked
    parameters:
      - conversation: conversation
      - most: integer = 50
    ---

    {{conversation}}: {{totals.messages}} messages by {{totals.people}} people, from {{totals.firstTime}} to
    {{totals.lastTime}} ({{timezone}}). It has {{about.participants}} members, of whom {{about.silent}} never wrote.

    ```sql name=totals title="Totals" show=number group=people
    SELECT count(*) AS messages, count(DISTINCT nullif(person, 0)) AS people, coalesce(sum(reply), 0) AS replies,
      coalesce(sum(likes), 0) AS likes, coalesce(sum(files), 0) AS files,
      min(creationTime) AS firstTime, max(creationTime) AS lastTime
    FROM conversation_messages
    ```

    ```sql name=about title="About" group=participants
    SELECT c.type AS type, c.creationTime AS creationTime, c.participants AS participants,
      (SELECT count(*) FROM members m WHERE m.conversation = c.conversation
        AND m.person NOT IN (SELECT person FROM conversation_messages)) AS silent
    FROM conversations c WHERE c.conversation = :conversation
    ```

    ```sql name=creator title="Made by" group=one
    SELECT p.userId AS userId, p.name AS name
    FROM conversations c JOIN people p ON p.person = c.creator WHERE c.conversation = :conversation
    ```

    ```sql name=months title="By month" show=bar rows=240
    SELECT substr(local_date(creationTime), 1, 7) AS month, count(*) AS messages,
      count(DISTINCT nullif(person, 0)) AS people, sum(reply) AS replies, sum(likes) AS likes, sum(files) AS files
    FROM conversation_messages GROUP BY 1 ORDER BY 1
    ```

    ```sql name=hours title="By weekday and hour" show=heatmap group=all rows=168
    SELECT local_weekday(creationTime) AS weekday, local_hour(creationTime) AS hour, count(*) AS messages
    FROM conversation_messages GROUP BY 1, 2 ORDER BY 1, 2
    ```

    ```sql name=people title="Who wrote" rows=25 group=one
    SELECT p.userId AS userId, p.name AS name, count(*) AS messages, sum(m.reply) AS replies, sum(m.likes) AS likesReceived,
      min(m.creationTime) AS firstTime, max(m.creationTime) AS lastTime
    FROM conversation_messages m JOIN people p ON p.person = m.person
    GROUP BY m.person ORDER BY messages DESC, m.person LIMIT :most
    ```

    ```sql name=threads title="Longest threads" rows=20 group=one
    SELECT t.replies AS replies, m.creationTime AS creationTime, p.name AS creatorName,
      substr(coalesce(nullif(m.text, ''), m.subject), 1, 200) AS text, m.itemId AS itemId, p.userId AS creatorId
    FROM conversation_messages m JOIN threads t ON t.head = m.item LEFT JOIN people p ON p.person = m.person
    WHERE t.replies > 0 AND m.reply = 0 ORDER BY t.replies DESC, m.creationTime DESC, m.itemId DESC LIMIT :most
    ```

    ```sql name=liked title="Most liked" rows=20 group=one
    SELECT m.likes AS likes, m.creationTime AS creationTime, p.name AS creatorName,
      substr(coalesce(nullif(m.text, ''), m.subject), 1, 200) AS text, m.itemId AS itemId, p.userId AS creatorId
    FROM (SELECT item FROM conversation_messages WHERE likes > 0
      ORDER BY likes DESC, creationTime DESC, itemId DESC LIMIT :most) l
    JOIN items m ON m.item = l.item LEFT JOIN people p ON p.person = m.person
    ORDER BY m.likes DESC, m.creationTime DESC, m.itemId DESC
    ```

    ```sql name=calls title="Calls" group=all
    SELECT coalesce(k.type, 'other') AS type, count(*) AS calls, sum(k.duration) AS totalDuration,
      median(k.duration) AS medianDuration
    FROM conversation_items i JOIN calls k ON k.item = i.item
    WHERE i.type = 'RTC' GROUP BY 1 ORDER BY calls DESC, 1
    ```

    """###
  )
}
