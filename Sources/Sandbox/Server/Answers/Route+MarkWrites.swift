extension Route {
  static let markWrites = [
    Route("POST", "/users/labels", "addLabel", Scope.labels) {
      (state, call) throws(SandboxRefusal) in
      try state.label(try call.required("label"), of: call.viewer.user).json
    },
    Route("DELETE", "/users/labels/{labelId}", "removeLabel", Scope.labels) {
      (state, call) throws(SandboxRefusal) in
      try state.removeLabel(call.part("labelId"), of: call.viewer.user).json
    },
    Route("POST", "/conversations/{convId}/label", "assignLabel", Scope.organize) {
      (state, call) throws(SandboxRefusal) in
      let index = try state.conversation(call.part("convId"), of: call.viewer)
      let value = try call.required("label")
      return try state.assignLabel(value, to: index, by: call.viewer.user).json
    },
    Route("DELETE", "/conversations/{convId}/label/{labelId}", "unassignLabel", Scope.organize) {
      (state, call) throws(SandboxRefusal) in
      let index = try state.conversation(call.part("convId"), of: call.viewer)
      return try state.unassignLabel(call.part("labelId"), from: index, by: call.viewer.user).json
    },
    Route("POST", "/conversations/{convId}/favorite", "addFavorite", Scope.manage) {
      (state, call) throws(SandboxRefusal) in try state.favorite(true, call)
    },
    Route("DELETE", "/conversations/{convId}/favorite", "deleteFavorite", Scope.manage) {
      (state, call) throws(SandboxRefusal) in try state.favorite(false, call)
    },
  ]
}

extension TenantState {
  fileprivate mutating func favorite(
    _ isFavorite: Bool,
    _ call: Call
  ) throws(SandboxRefusal) -> [UInt8] {
    let index = try conversation(call.part("convId"), of: call.viewer)
    try setFavorite(isFavorite, index, of: call.viewer.user)
    return []
  }
}
