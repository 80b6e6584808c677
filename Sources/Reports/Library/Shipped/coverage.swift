// swift-format-ignore-file

extension ShippedReports {
  /// A copy of `reports/coverage.md`.
  static let coverage = (
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
  )
}
