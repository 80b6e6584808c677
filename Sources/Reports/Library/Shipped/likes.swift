// swift-format-ignore-file

extension ShippedReports {
  /// A copy of `reports/likes.md`.
  static let likes = (
    name: "likes",
    text: ###"""
    ---
    title: Likes
    description: Who likes whom, what is liked most, and how evenly likes are spread
    parameters:
      - period: period = last-month
      - most: integer = 100
    ---

    The messages of {{period.name}} ({{period.first}} to {{period.last}}, {{timezone}}) have {{totals.likes}} likes
    from {{totals.givers}} people for {{totals.receivers}}. The ten most liked messages have {{totals.topTenShare}} of
    them. Of {{reciprocity.pairs}} pairs of people {{reciprocity.mutualPairs}} liked each other.

    The API gives no times for likes: these are the likes of the period's messages, as now known, whenever they were
    given.

    ```sql name=totals title="Totals" show=number group=givers
    WITH given AS (
      SELECT l.person AS giver, m.person AS receiver, m.item AS item
      FROM period_likes l JOIN items m ON m.item = l.item)
    SELECT count(*) AS likes, count(DISTINCT item) AS likedMessages, count(DISTINCT giver) AS givers,
      count(DISTINCT nullif(receiver, 0)) AS receivers,
      CAST((SELECT sum(likes) FROM (SELECT likes FROM period_most_liked ORDER BY position LIMIT 10)) AS REAL)
        / nullif(count(*), 0) AS topTenShare
    FROM given
    ```

    ```sql name=reciprocity title="Reciprocity" group=all
    WITH given AS (
      SELECT DISTINCT l.person AS giver, m.person AS receiver
      FROM period_likes l JOIN items m ON m.item = l.item
      WHERE m.person <> 0 AND l.person <> m.person)
    SELECT count(*) AS pairs, sum(mutual) AS mutualPairs,
      CAST(sum(mutual) AS REAL) / nullif(count(*), 0) AS mutualShare
    FROM (SELECT min(giver, receiver) AS one, max(giver, receiver) AS other, count(*) = 2 AS mutual
      FROM given GROUP BY 1, 2)
    ```

    A pair is two people of whom at least one liked a message of the other; who likes their own messages is no pair.

    ```sql name=given title="Given" rows=20 group=one
    SELECT p.userId AS userId, p.name AS name, count(*) AS likes, count(DISTINCT nullif(m.person, 0)) AS people
    FROM period_likes l JOIN items m ON m.item = l.item JOIN people p ON p.person = l.person
    GROUP BY l.person ORDER BY likes DESC, l.person LIMIT :most
    ```

    ```sql name=received title="Received" rows=20 group=one
    SELECT p.userId AS userId, p.name AS name, m.likes AS likes, m.messages AS messages,
      CAST(m.likes AS REAL) / m.messages AS likesPerMessage
    FROM (SELECT * FROM period_by_person WHERE likes > 0 ORDER BY likes DESC, person LIMIT :most) m
    JOIN people p ON p.person = m.person
    ORDER BY m.likes DESC, m.person
    ```

    ```sql name=pairs title="Who likes whom" rows=20 group=one
    SELECT g.userId AS giverId, g.name AS giver, r.userId AS receiverId, r.name AS receiver, count(*) AS likes
    FROM period_likes l JOIN items m ON m.item = l.item
    JOIN people g ON g.person = l.person JOIN people r ON r.person = m.person
    GROUP BY l.person, m.person ORDER BY likes DESC, l.person, m.person LIMIT :most
    ```

    ```sql name=conversations title="By conversation" show=bar rows=20
    SELECT c.name AS name, m.likes AS likes, m.messages AS messages, m.people AS people, c.convId AS convId
    FROM (SELECT conversation FROM period_by_conversation WHERE likes > 0 ORDER BY likes DESC, conversation LIMIT 20)
    JOIN period_by_conversation m USING (conversation) JOIN conversations c USING (conversation)
    ORDER BY m.likes DESC, m.conversation
    ```

    ```sql name=liked title="Most liked" rows=20 group=one
    SELECT l.likes AS likes, m.creationTime AS creationTime, p.name AS creatorName,
      c.name AS conversation, substr(coalesce(nullif(m.text, ''), m.subject), 1, 200) AS text,
      m.itemId AS itemId, c.convId AS convId, p.userId AS creatorId
    FROM period_most_liked l JOIN items m ON m.item = l.item
    LEFT JOIN conversations c ON c.conversation = m.conversation
    LEFT JOIN people p ON p.person = m.person
    ORDER BY l.position
    ```

    ```sql name=takenBack title="Taken back" group=all
    SELECT count(*) AS likes, min(x.goneAfter) AS earliestTime, max(x.goneBefore) AS latestTime
    FROM past_likes x
    WHERE x.item IN (SELECT item FROM period_messages)
    ```

    """###
  )
}
