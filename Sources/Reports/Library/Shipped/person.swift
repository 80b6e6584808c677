// swift-format-ignore-file

extension ShippedReports {
  /// A copy of `reports/person.md`.
  static let person = (
    name: "person",
    text: ###"""
    ---
    title: A person
    description: What one person wrote, received and did in a period
    parameters:
      - person: person
      - period: period = last-month
      - most: integer = 50
    ---

    {{person}} wrote {{totals.messages}} messages in {{totals.conversations}} conversations in {{period.name}}
    ({{period.first}} to {{period.last}}, {{timezone}}), {{totals.replies}} of them replies. They received
    {{totals.likesReceived}} likes and gave {{gave.likes}}. All in all the index has {{life.messages}} messages by them,
    the first of {{life.firstTime}}.

    ```sql name=totals title="Wrote" show=number group=one
    SELECT count(*) AS messages, count(DISTINCT nullif(conversation, 0)) AS conversations, coalesce(sum(reply), 0) AS replies,
      coalesce(sum(question AND NOT reply AND NOT webhook), 0) AS questions, coalesce(sum(files), 0) AS files,
      coalesce(sum(likes), 0) AS likesReceived, coalesce(sum(replies), 0) AS repliesReceived
    FROM period_messages WHERE person = :person
    ```

    ```sql name=gave title="Gave" show=number group=one
    SELECT (SELECT count(*) FROM period_likes WHERE person = :person) AS likes,
      (SELECT count(*) FROM period_flags WHERE flagger = :person) AS flags,
      (SELECT count(*) FROM period_calls WHERE person = :person) AS calls
    ```

    Likes and flags are those on the messages of the period, whenever they were given.

    ```sql name=life title="Since the beginning" show=number group=one
    SELECT count(*) AS messages, count(DISTINCT nullif(conversation, 0)) AS conversations, min(creationTime) AS firstTime,
      max(creationTime) AS lastTime
    FROM person_messages
    ```

    ```sql name=days title="By day" show=bar group=one rows=100
    SELECT d.date AS date, count(m.item) AS messages, coalesce(sum(m.reply), 0) AS replies,
      coalesce(sum(m.likes), 0) AS likesReceived
    FROM period_days d LEFT JOIN (SELECT item, creationTime, reply, likes FROM period_messages WHERE person = :person) m
      ON m.creationTime >= d.startTime AND m.creationTime < d.endTime
    GROUP BY d.date ORDER BY d.date
    ```

    ```sql name=conversations title="Where" rows=25 group=one
    SELECT c.convId AS convId, c.name AS name, count(*) AS messages, sum(m.reply) AS replies, sum(m.likes) AS likesReceived
    FROM period_messages m JOIN conversations c ON c.conversation = m.conversation
    WHERE m.person = :person GROUP BY m.conversation ORDER BY messages DESC, m.conversation LIMIT :most
    ```

    ```sql name=likedBy title="Liked by" rows=20 group=one
    SELECT p.userId AS userId, p.name AS name, count(*) AS likes
    FROM period_likes l JOIN items m ON m.item = l.item JOIN people p ON p.person = l.person
    WHERE m.person = :person GROUP BY l.person ORDER BY likes DESC, l.person LIMIT :most
    ```

    ```sql name=likes title="Liked messages of" rows=20 group=one
    SELECT p.userId AS userId, p.name AS name, count(*) AS likes
    FROM period_likes l JOIN items m ON m.item = l.item JOIN people p ON p.person = m.person
    WHERE l.person = :person GROUP BY m.person ORDER BY likes DESC, m.person LIMIT :most
    ```

    ```sql name=liked title="Most liked messages" rows=20 group=one
    SELECT m.likes AS likes, m.creationTime AS creationTime, c.name AS conversation,
      substr(coalesce(nullif(m.text, ''), m.subject), 1, 200) AS text, m.itemId AS itemId, c.convId AS convId
    FROM (SELECT item FROM period_messages WHERE person = :person AND likes > 0
      ORDER BY likes DESC, creationTime DESC, itemId DESC LIMIT :most) l
    JOIN items m ON m.item = l.item LEFT JOIN conversations c ON c.conversation = m.conversation
    ORDER BY m.likes DESC, m.creationTime DESC, m.itemId DESC
    ```

    """###
  )
}
