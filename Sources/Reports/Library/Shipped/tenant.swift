// swift-format-ignore-file

extension ShippedReports {
  /// A copy of `reports/tenant.md`.
  static let tenant = (
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
  )
}
