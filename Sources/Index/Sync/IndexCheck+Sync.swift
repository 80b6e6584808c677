extension IndexCheck {
  /// What must hold of how far conversations are read.
  static let syncQueries = [
    (
      "items gone that no walk missed",
      """
      SELECT count(*) FROM item i JOIN item_text t ON t.id = i.id WHERE i.gone = 1
        AND NOT EXISTS (SELECT 1 FROM absence a WHERE a.item_id = t.item_id AND a.gone_run IS NOT NULL)
      """
    ),
    (
      "items that walks missed twice and that are not gone",
      """
      SELECT count(*) FROM absence a JOIN item i ON i.id = \(WireID.item(withID: "a.item_id"))
      WHERE a.gone_run IS NOT NULL AND i.gone = 0
      """
    ),
    (
      "absences of no item",
      "SELECT count(*) FROM absence a WHERE \(WireID.item(withID: "a.item_id")) IS NULL"
    ),
    (
      "conversations whose reading is noted and that are not there",
      """
      SELECT count(*) FROM (SELECT conversation FROM conversation_sync UNION SELECT conversation FROM pending
        UNION SELECT conversation FROM gap UNION SELECT conversation FROM account_conversation)
      WHERE conversation NOT IN (SELECT id FROM conversation)
      """
    ),
    (
      "pages noted of no walk",
      """
      SELECT count(*) FROM walk_page WHERE conversation NOT IN
        (SELECT conversation FROM conversation_sync WHERE walk_cursor IS NOT NULL)
      """
    ),
    (
      "gaps that end before they begin", "SELECT count(*) FROM gap WHERE last < first"
    ),
    (
      "likes or flags gone before they were seen",
      """
      SELECT (SELECT count(*) FROM item_like WHERE gone_run < first_run)
        + (SELECT count(*) FROM flag WHERE gone_run < first_run)
      """
    ),
  ]
}
