extension TenantStream {
  /// Writes the attachments of a message, if it has any.
  mutating func writeFiles(_ draft: Draft, item: Int) {
    let wanted = fileCount(draft)
    guard wanted > 0 else { return }
    pen.line.append(",\"attachments\":[")
    for index in 0..<wanted {
      if index > 0 { pen.line.append(",") }
      writeFile(draft, item: item)
    }
    pen.line.append("]")
    summary.withFiles += 1
  }

  private mutating func fileCount(_ draft: Draft) -> Int {
    if let story = draft.story { return story.file == nil ? 0 : 1 }
    guard !draft.isWebhook, chance.perMille(42) else { return 0 }
    return 1 + (chance.perMille(130) ? 1 + chance.skewed(below: 9) : 0)
  }

  private mutating func writeFile(_ draft: Draft, item: Int) {
    let file = world.identifiers.identifier(.file, summary.files)
    pen.line.append("{\"fileId\":\"")
    pen.line.append(file)
    pen.line.append("\"")
    if let known = draft.story?.file {
      pen.line.append(member: "fileName", known.name)
      pen.line.append(member: "mimeType", known.mimeType)
      pen.line.append(member: "size", known.byteCount)
    } else {
      writeDrawnFile(draft)
    }
    pen.line.append(",\"url\":\"https://circuit.nordwind.example/fileapi?fileid=")
    pen.line.append(file)
    pen.line.append("\"")
    pen.line.append(member: "itemId", world.identifiers.identifier(.item, item))
    pen.line.append(",\"creatorId\":\"")
    pen.append(userID: draft.author)
    pen.line.append("\"")
    pen.line.append(member: "creationTime", draft.time)
    pen.line.append(member: "modificationTime", draft.time)
    pen.line.append(",\"deleteUrl\":\"https://circuit.nordwind.example/fileapi?fileid=")
    pen.line.append(file)
    pen.line.append("&action=delete\"}")
    summary.files += 1
  }

  private mutating func writeDrawnFile(_ draft: Draft) {
    let setting = setting(of: draft.room, isRich: false)
    let type = pen.fileType()
    pen.line.append(",\"fileName\":\"")
    pen.fileName(type: type, setting)
    pen.line.append("\",\"mimeType\":\"")
    pen.append(world.book.mimeTypes.start + type, setting)
    pen.line.append("\"")
    let typical = CommonWords.fileTypes[type].byteCount
    pen.line.append(member: "size", typical / 8 + chance.below(typical * 2))
  }
}
