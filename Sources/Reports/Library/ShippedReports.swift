// swift-format-ignore-file: its lines are those of the reports.

/// The reports that every Trawl has: copies of the files in `reports/`, so that an installed binary
/// needs no other file.
///
/// Made by `RECORD=1 swift test --filter ShippedReportsTests`, which also tells when it is out of step.
enum ShippedReports {
  /// Name and text of each.
  static let texts: [(name: String, text: String)] = [
    (
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
    ),
    (
      name: "coverage",
      text: ###"""
      ---
      title: Coverage
      description: How complete and how fresh the index is
      parameters:
        - most: integer = 100
      ---

      The index has {{totals.items.value}} items, the newest of {{span.newestTime}} ({{timezone}}). Ingests read
      {{totals.conversationsRead.value}} conversations; {{totals.gaps.value}} ranges of time could not be read whole,
      {{totals.pending.value}} conversations could not be read last time and {{totals.lost.value}} are no longer seen.

      ```sql name=totals title="Totals" show=number group=all
      SELECT 'items' AS metric, (SELECT count(*) FROM items) AS value
      UNION ALL SELECT 'messages', (SELECT sum(messages) FROM quarter_hours)
      UNION ALL SELECT 'gone', (SELECT count(*) FROM items WHERE gone = 1)
      UNION ALL SELECT 'conversations', (SELECT count(*) FROM conversations)
      UNION ALL SELECT 'notDescribed', (SELECT count(*) FROM conversations WHERE described = 0)
      UNION ALL SELECT 'people', (SELECT count(*) FROM people)
      UNION ALL SELECT 'peopleNotDescribed', (SELECT count(*) FROM people WHERE described = 0)
      UNION ALL SELECT 'conversationsRead', (SELECT count(*) FROM coverage)
      UNION ALL SELECT 'unfinished', (SELECT count(*) FROM coverage WHERE backfilledAt IS NULL AND lostSince IS NULL)
      UNION ALL SELECT 'gaps', (SELECT coalesce(sum(gaps), 0) FROM coverage)
      UNION ALL SELECT 'pending', (SELECT count(*) FROM coverage WHERE pending IS NOT NULL)
      UNION ALL SELECT 'lost', (SELECT count(*) FROM coverage WHERE lostSince IS NOT NULL AND backfilledAt IS NOT NULL)
      UNION ALL SELECT 'shortened', (SELECT count(*) FROM coverage WHERE completeFrom > 0)
      ```

      ```sql name=span title="From when to when" group=all
      SELECT (SELECT creationTime FROM items ORDER BY item LIMIT 1) AS oldestTime,
        (SELECT creationTime FROM items ORDER BY item DESC LIMIT 1) AS newestTime,
        (SELECT min(verifiedAt) FROM coverage WHERE lostSince IS NULL) AS verifiedTime,
        (SELECT max(startTime) FROM runs) AS lastRunTime
      ```

      ```sql name=runs title="The last runs" rows=20 group=all
      SELECT startTime, endTime, command, inserted, updated, unchanged, skipped, quarantined, settled
      FROM runs ORDER BY startTime DESC, run DESC LIMIT 20
      ```

      ```sql name=verified title="When conversations were last walked through" show=bar group=all
      SELECT substr(local_date(verifiedAt), 1, 7) AS month, count(*) AS conversations
      FROM coverage WHERE verifiedAt IS NOT NULL GROUP BY 1 ORDER BY 1
      ```

      ```sql name=worst title="Conversations that want most" rows=50 group=all
      SELECT c.convId AS convId, c.name AS name, v.gaps AS gaps, v.pending AS pending, v.backfilledAt AS backfilledTime,
        v.verifiedAt AS verifiedTime, nullif(v.completeFrom, 0) AS completeFromTime, v.lostSince AS lostTime
      FROM coverage v JOIN conversations c ON c.conversation = v.conversation
      WHERE v.gaps > 0 OR v.pending IS NOT NULL OR v.backfilledAt IS NULL OR v.lostSince IS NOT NULL OR v.completeFrom > 0
      ORDER BY v.pending IS NULL, v.gaps DESC, v.conversation LIMIT :most
      ```

      """###
    ),
    (
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
    ),
    (
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
    ),
    (
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
    ),
    (
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
    ),
    (
      name: "tenant",
      text: ###"""
      ---
      title: The tenant
      description: A year of the whole tenant, month by month
      parameters:
        - period: period = this-year
        - most: integer = 50
      ---

      In {{period.name}} ({{period.first}} to {{period.last}}, {{timezone}}) {{totals.people.value}} people wrote
      {{totals.messages.value}} messages in {{totals.conversations.value}} conversations; in the period before,
      {{totals.people.previous}} people wrote {{totals.messages.previous}}.

      ```sql name=totals title="Totals" show=number group=all
      SELECT t.metric AS metric, t.value AS value, p.value AS previous, t.value - p.value AS change
      FROM period_totals t JOIN previous_totals p ON p.metric = t.metric
      ORDER BY t.position
      ```

      Likes, flags and replies are those known now. Likes, flags and files count in the period of their
      message, whenever they were given.

      ```sql name=months title="By month" show=bar rows=120
      SELECT month, messages, people, replies, likes, files, calls FROM period_by_month ORDER BY date
      ```

      ```sql name=weeks title="By week" show=line rows=60
      SELECT week, messages, people, replies FROM period_by_week ORDER BY date
      ```

      ```sql name=hours title="By weekday and hour" show=heatmap group=all rows=168
      SELECT weekday, hour, messages FROM period_by_hour ORDER BY weekday, hour
      ```

      ```sql name=newcomers title="New people by month" show=bar group=people rows=120
      SELECT substr(local_date(firstMessageTime), 1, 7) AS month, count(*) AS people
      FROM period_new_people GROUP BY 1 ORDER BY 1
      ```

      ```sql name=conversations title="Busiest conversations" rows=25 group=participants
      SELECT c.convId AS convId, c.name AS name, c.type AS type, c.participants AS participants, m.messages AS messages, m.replies AS replies,
        m.likes AS likes, m.files AS files, m.calls AS calls
      FROM (SELECT conversation FROM period_by_conversation ORDER BY messages DESC, conversation LIMIT :most)
      JOIN period_by_conversation m USING (conversation) JOIN conversations c USING (conversation)
      ORDER BY m.messages DESC, m.conversation
      ```

      ```sql name=people title="Who wrote most" rows=25 group=one
      SELECT p.userId AS userId, p.name AS name, m.messages AS messages, m.replies AS replies,
        m.likes AS likesReceived, m.files AS files
      FROM (SELECT * FROM period_by_person ORDER BY messages DESC, person LIMIT :most) m
      JOIN people p ON p.person = m.person
      ORDER BY m.messages DESC, m.person
      ```

      ```sql name=kinds title="By type of conversation" show=bar group=all
      SELECT coalesce(c.type, 'other') AS type, sum(m.messages) AS messages, count(*) AS conversations, sum(m.replies) AS replies
      FROM period_by_conversation m JOIN conversations c ON c.conversation = m.conversation
      GROUP BY 1 ORDER BY messages DESC, 1
      ```

      """###
    ),
    (
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
      SELECT coalesce(f.ending, 'other') AS ending, count(*) AS files, count(DISTINCT nullif(m.person, 0)) AS authors,
        sum(f.size) AS totalBytes
      FROM period_files f JOIN items m ON m.item = f.item
      GROUP BY 1 ORDER BY files DESC, 1
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
    ),
  ]
}
