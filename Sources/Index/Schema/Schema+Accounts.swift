extension Schema {
  /// Whose tokens the tenant is asked with.
  ///
  /// A removed account keeps its row: what it saw stays told apart.
  static let accounts = """
    CREATE TABLE account(
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      base_url TEXT NOT NULL,
      credentials TEXT NOT NULL,    -- where the token comes from, as JSON; never a secret
      scopes TEXT NOT NULL,         -- separated by spaces
      user INTEGER NOT NULL DEFAULT 0,  -- whose account it is; 0 until the API has said so
      configured INTEGER NOT NULL   -- 0: removed, or only named on a command line
    ) STRICT;
    CREATE UNIQUE INDEX account_name ON account(name) WHERE configured = 1;
    """
}
