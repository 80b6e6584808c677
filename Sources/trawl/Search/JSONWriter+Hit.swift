import Output
import Search
import Text

extension JSONWriter {
  /// The version of the shape of hits, raised when a reader of the old one could be misled.
  static let hitSchemaVersion = 1

  /// Writes a hit as an object.
  ///
  /// - Parameter hit: The hit.
  mutating func value(_ hit: SearchHit) {
    object { json in json.members(of: hit) }
  }

  /// Writes a hit's members, into an object that may have others.
  ///
  /// - Parameter hit: The hit.
  mutating func members(of hit: SearchHit) {
    members(ofItem: hit)
    member("snippet", hit.snippet.text)
    array("snippetMarks") { json in
      for mark in hit.snippet.markedCharacters {
        json.array { json in
          json.value(mark.lowerBound)
          json.value(mark.upperBound)
        }
      }
    }
    members(ofMarks: hit)
  }

  /// Writes what a hit says of the item itself.
  mutating func members(ofItem hit: SearchHit) {
    member("itemId", hit.itemId)
    member("convId", hit.convId)
    member("creatorId", hit.creatorId)
    member("creationTime", hit.creationTime)
    member("modificationTime", hit.modificationTime)
    member("type", hit.type)
    member("state", hit.state)
    member("gone", hit.isGone)
    member("parentId", hit.parentId)
    member("subject", hit.subject)
    member("creatorName", hit.creatorName)
    member("conversation", hit.conversation)
  }

  /// Writes what a hit says of likes, flags, replies and files.
  mutating func members(ofMarks hit: SearchHit) {
    member("likes", hit.likes)
    member("flags", hit.flags)
    member("replies", hit.replies)
    if let grade = hit.grade {
      member("score", grade.score)
      member("recency", grade.recency)
    }
    array("attachments") { json in
      for file in hit.attachments {
        json.object { json in
          json.member("fileId", file.fileId)
          json.member("fileName", file.fileName)
          json.member("mimeType", file.mimeType)
          json.member("size", file.size)
        }
      }
    }
  }

  /// Writes what an answer says beside its hits.
  ///
  /// - Parameter answer: The last page of the answer.
  mutating func members(of answer: SearchAnswer) {
    member("nextCursor", answer.nextCursor)
    member("partial", answer.isPartial)
    if let ranked = answer.rankedAmong {
      object("rankedAmong") { json in
        json.member("count", ranked.count)
        json.member("bounded", ranked.isBounded)
      }
    }
    if !answer.ignored.isEmpty {
      array("ignored") { json in for word in answer.ignored { json.value(word) } }
    }
    if let cause = answer.emptyCause {
      key("emptyCause")
      value(cause)
    }
  }
}

extension Snippet {
  /// The marks in Unicode code points, as `jq` and Python count, rather than bytes.
  fileprivate var markedCharacters: [Range<Int>] {
    var place = text.utf8.startIndex
    var count = 0
    func codePoint(at offset: Int) -> Int {
      let end = text.utf8.index(text.utf8.startIndex, offsetBy: offset)
      count += text.unicodeScalars[place..<end].count
      place = end
      return count
    }
    return marks.map { mark in
      let start = codePoint(at: mark.lowerBound)
      return start..<codePoint(at: mark.upperBound)
    }
  }
}
