internal import Circuit

extension IndexWriter {
  /// Resolves what an item refers to, and settles where it stands in time.
  func resolve(
    _ item: Item,
    at index: Int,
    in batch: PreparedBatch
  ) throws -> IncomingItem {
    let ids = batch.ids[index]
    var extra = item.remainder.array
    var form = ItemForm(item).rawValue
    let created = Self.usable(item.creationTime)
    let modified = Self.usable(item.modificationTime)
    if created == nil {
      form |= ItemForm.timeIsFallback
      extra = Self.keeping(item.creationTime, as: "creationTime", in: extra)
    }
    if modified == nil {
      extra = Self.keeping(item.modificationTime, as: "modificationTime", in: extra)
    }
    let time = created ?? modified ?? 0
    let likes = try likes(of: item, in: batch)
    let files = try batch.items.attachments(of: item).map { try attachment($0) }
    let facts = ItemFacts(
      conversation: try directory.conversation(ids.conversation),
      creator: try directory.user(ids.creator),
      kind: ItemKind(item),
      state: item.stateNumber,
      isWebhook: item.isWebhookMessage == true,
      isGone: false,
      isQuestion: batch.words[index].isQuestion,
      thread: try ids.parent.map { try threads.thread(of: $0, keys: keys) },
      time: time,
      modified: modified,
      likes: Int64(likes.count),
      files: Int64(files.count)
    )
    return IncomingItem(
      index: index,
      id: ids.item,
      facts: facts,
      form: form,
      extra: extra,
      likes: likes,
      attachments: files
    )
  }

  /// The people who like an item, each once, in the API's order.
  private func likes(of item: Item, in batch: PreparedBatch) throws -> [Int64] {
    guard item.likeCount > 0 else { return [] }
    var people: [Int64] = []
    var seen: Set<Int64> = []
    people.reserveCapacity(item.likeCount)
    for like in batch.items.likedUserIds(of: item) {
      let person = try directory.user(like.id)
      if seen.insert(person).inserted { people.append(person) }
    }
    return people
  }

  private func attachment(_ file: Attachment) throws -> StoredAttachment {
    StoredAttachment(
      fileID: file.fileId.array,
      name: file.fileName.array,
      mimeType: file.mimeType.array,
      size: file.size,
      url: file.url.array,
      deleteURL: file.deleteUrl.array,
      itemID: file.itemId.id,
      creator: try directory.user(file.creatorId.id),
      created: file.creationTime,
      modified: file.modificationTime,
      extra: file.remainder.array
    )
  }

  /// A time that an item can stand at: nil for none, a negative one, or one past the year 9999.
  private static func usable(_ time: Int64?) -> Int64? {
    time.flatMap { $0 >= 0 && $0 <= Rowid.latestTime ? $0 : nil }
  }

  /// Adds a number that no column can hold to the JSON remainder, so that an export gives it back.
  private static func keeping(_ number: Int64?, as key: String, in extra: [UInt8]?) -> [UInt8]? {
    guard let number else { return extra }
    let member = "\"\(key)\":\(number)"
    guard let extra, extra.count > 2 else { return Array("{\(member)}".utf8) }
    return Array("{\(member),".utf8) + extra.dropFirst()
  }
}
