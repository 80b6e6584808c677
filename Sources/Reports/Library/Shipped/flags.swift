// swift-format-ignore-file

extension ShippedReports {
  /// A copy of `reports/flags.md`.
  static let flags = (
    name: "flags",
    text: ###"""
    ---
    title: Flags
    description: What is flagged and still open, by age, flagger, author and conversation, and what changed in a period
    parameters:
      - period: period = last-week
      - most: integer = 200
    ---

    {{totals.openFlags}} flags are open on {{totals.items}} messages, set by {{totals.people}} people. In {{period.name}}
    ({{period.first}} to {{period.last}}, {{timezone}}) {{totals.newlyFlagged}} were seen for the first time and
    {{totals.unflagged}} were found gone.

    Flags are personal: these are the flags of the {{flaggers.people}} people whose flags this index holds, not of
    others. The API gives no times for flags, so theirs are bounds: a flag was set before the look that first showed it,
    and taken away between two looks.

    ```sql name=totals title="Totals" show=number group=all
    SELECT count(*) AS openFlags, count(DISTINCT f.item) AS items, count(DISTINCT f.flagger) AS people,
      coalesce(sum(f.firstSeen BETWEEN b.startTime AND b.endTime - 1), 0) AS newlyFlagged,
      (SELECT count(*) FROM past_flags g JOIN messages m ON m.item = g.item
        WHERE g.goneBefore BETWEEN b.startTime AND b.endTime - 1) AS unflagged
    FROM (SELECT min(startTime) AS startTime, max(endTime) AS endTime FROM period_days) b
    LEFT JOIN (SELECT f.* FROM flags f JOIN messages m ON m.item = f.item) f
    ```

    ```sql name=flaggers title="Whose flags" group=all
    SELECT count(DISTINCT flagger) AS people FROM (SELECT flagger FROM flags UNION SELECT flagger FROM past_flags)
    ```

    ```sql name=age title="Open flags by age of the message" show=bar group=people
    SELECT CASE WHEN days < 7 THEN 'under 1 week' WHEN days < 28 THEN '1 to 4 weeks' WHEN days < 91 THEN '4 to 13 weeks'
        WHEN days < 365 THEN '13 weeks to 1 year' ELSE 'over 1 year' END AS age,
      count(*) AS flags, count(DISTINCT flagger) AS people
    FROM (SELECT f.flagger AS flagger,
        ((SELECT max(endTime) FROM period_days) - m.creationTime) / 86400000 AS days
      FROM flags f JOIN messages m ON m.item = f.item)
    GROUP BY 1 ORDER BY min(days)
    ```

    Ages are counted back from the end of the period.

    ```sql name=byFlagger title="By flagger" rows=25 group=one
    SELECT p.userId AS userId, p.name AS name, count(*) AS flags, min(m.creationTime) AS oldestTime
    FROM flags f JOIN messages m ON m.item = f.item JOIN people p ON p.person = f.flagger
    GROUP BY f.flagger ORDER BY flags DESC, f.flagger LIMIT :most
    ```

    ```sql name=byAuthor title="By author" rows=25 group=one
    SELECT p.userId AS userId, p.name AS name, count(*) AS flags, count(DISTINCT f.item) AS items
    FROM flags f JOIN messages m ON m.item = f.item JOIN people p ON p.person = m.person
    GROUP BY m.person ORDER BY flags DESC, m.person LIMIT :most
    ```

    ```sql name=byConversation title="By conversation" rows=25 group=people
    SELECT c.convId AS convId, c.name AS name, count(*) AS flags, count(DISTINCT f.item) AS items,
      count(DISTINCT f.flagger) AS people
    FROM flags f JOIN messages m ON m.item = f.item JOIN conversations c ON c.conversation = m.conversation
    GROUP BY m.conversation ORDER BY flags DESC, m.conversation LIMIT :most
    ```

    ```sql name=newlyFlagged title="Newly flagged" rows=25 group=one
    SELECT f.firstSeen AS seenTime, p.name AS flaggerName, a.name AS creatorName, m.creationTime AS creationTime,
      c.name AS conversation, substr(coalesce(nullif(m.text, ''), m.subject), 1, 200) AS text,
      m.itemId AS itemId, c.convId AS convId, p.userId AS flaggerId
    FROM flags f JOIN messages m ON m.item = f.item
    LEFT JOIN people p ON p.person = f.flagger
    LEFT JOIN people a ON a.person = m.person
    LEFT JOIN conversations c ON c.conversation = m.conversation
    WHERE f.firstSeen >= (SELECT min(startTime) FROM period_days) AND f.firstSeen < (SELECT max(endTime) FROM period_days)
    ORDER BY f.firstSeen DESC, m.creationTime DESC, m.itemId DESC, f.flagger LIMIT :most
    ```

    ```sql name=unflagged title="Unflagged" rows=25 group=one
    SELECT f.goneAfter AS goneAfterTime, f.goneBefore AS goneBeforeTime, p.name AS flaggerName,
      m.creationTime AS creationTime, c.name AS conversation,
      substr(coalesce(nullif(m.text, ''), m.subject), 1, 200) AS text,
      m.itemId AS itemId, c.convId AS convId, p.userId AS flaggerId
    FROM past_flags f JOIN messages m ON m.item = f.item
    LEFT JOIN people p ON p.person = f.flagger
    LEFT JOIN conversations c ON c.conversation = m.conversation
    WHERE f.goneBefore >= (SELECT min(startTime) FROM period_days) AND f.goneBefore < (SELECT max(endTime) FROM period_days)
    ORDER BY f.goneBefore DESC, m.creationTime DESC, m.itemId DESC, f.flagger LIMIT :most
    ```

    ```sql name=open title="Open, oldest first" rows=50 group=one
    SELECT m.creationTime AS creationTime, p.name AS flaggerName, a.name AS creatorName, c.name AS conversation,
      substr(coalesce(nullif(m.text, ''), m.subject), 1, 200) AS text, f.firstSeen AS seenTime,
      m.itemId AS itemId, c.convId AS convId, p.userId AS flaggerId, a.userId AS creatorId
    FROM (SELECT f.item AS item, f.flagger AS flagger, f.firstSeen AS firstSeen
      FROM flags f JOIN messages m ON m.item = f.item
      ORDER BY m.creationTime, m.itemId, f.flagger LIMIT :most) f
    JOIN items m ON m.item = f.item
    LEFT JOIN people p ON p.person = f.flagger
    LEFT JOIN people a ON a.person = m.person
    LEFT JOIN conversations c ON c.conversation = m.conversation
    ORDER BY m.creationTime, m.itemId, f.flagger
    ```

    """###
  )
}
