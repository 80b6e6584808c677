extension Route {
  static let itemReads = [
    Route("GET", "/conversations/{convId}/items", "getConversationItems", Scope.read) {
      (state, call) throws(SandboxRefusal) in
      let page = try call.page()
      let index = try state.conversation(call.part("convId"), of: call.viewer)
      return state.itemPage(of: index, page, call.paging)
    },
    Route("GET", "/conversations/messages/{itemId}", "getSingleConversationtem", Scope.read) {
      (state, call) throws(SandboxRefusal) in
      guard let item = try? state.item(call.part("itemId"), of: call.viewer) else {
        throw SandboxRefusal(status: 400, "the item with the given id was not found")
      }
      return state.items.json(item)
    },
    Route("GET", "/conversations/messages/flag", "getFlagItemConv", Scope.read) {
      (state, call) throws(SandboxRefusal) in
      state.json(items: state.flags(of: call.viewer))
    },
    Route(
      "GET",
      "/conversations/{convId}/messages/flag",
      "getFlagItem",
      Scope.read + Scope.organize
    ) { (state, call) throws(SandboxRefusal) in
      let index = try state.conversation(call.part("convId"), of: call.viewer)
      let flags = state.flags(of: call.viewer).filter {
        state.items.entries[$0].conversation == index
      }
      return state.json(items: flags)
    },
    Route("GET", "/conversations/{convId}/pins", "getPinnedConversations", Scope.read) {
      (state, call) throws(SandboxRefusal) in
      let index = try state.conversation(call.part("convId"), of: call.viewer)
      return JSON.list(
        state.conversations[index].pins.map { pin in
          JSON.object([
            "conversationId": JSON.string(state.conversations[index].id),
            "conversationItemId": state.items.object(pin.item)?.string("itemId").map(JSON.string),
            "pinnedTime": JSON.number(pin.time),
          ])
        }
      )
    },
  ]
}

extension TenantState {
  fileprivate func itemPage(
    of conversation: Int,
    _ page: PageQuery,
    _ paging: SandboxPaging
  ) -> [UInt8] {
    let list = conversations[conversation].items
    let places = page.indices(list.count, paging) { items.entries[Int(list[$0])].modified }
    return json(items: places.map { Int(list[$0]) })
  }

  fileprivate func flags(of viewer: Viewer) -> [Int] {
    (marks[viewer.user]?.flags ?? []).filter {
      takesPart(viewer, in: Int(items.entries[$0].conversation))
    }
  }
}
