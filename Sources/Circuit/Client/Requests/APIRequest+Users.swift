extension APIRequest where Answer == User {
  /// The token's own user (`getProfile`).
  ///
  /// - Returns: The question.
  public static func profile() -> Self {
    object("getProfile", scope: Scope.profile, RequestTarget("users", "profile"))
  }

  /// A person (`getUserById`).
  ///
  /// - Parameter id: The user id or an e-mail address.
  /// - Returns: The question.
  public static func user(_ id: String) -> Self {
    object("getUserById", scope: Scope.users, RequestTarget("users", id))
  }
}

extension APIRequest where Answer == RecordList<User> {
  /// Several people (`searchUsersList`).
  ///
  /// - Parameter names: What to look them up by, as the API takes it: ids, e-mail addresses or names.
  /// - Returns: The question.
  public static func users(named names: [String]) -> Self {
    list(
      "searchUsersList",
      scope: Scope.users,
      RequestTarget("users", "list").with("name", each: names).with("returnFullUserInfo", true)
    )
  }
}

extension APIRequest where Answer == RecordList<Label> {
  /// The labels of the token's user (`getLabel`).
  ///
  /// - Returns: The question.
  public static func labels() -> Self {
    list("getLabel", scope: Scope.profile, RequestTarget("users", "labels"))
  }
}
