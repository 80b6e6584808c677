internal import Circuit
internal import Text

/// The words of one item at a time: its plain text, and the terms its parts give.
///
/// Reused from item to item.
///
/// The writer's preparation and the SQL functions behind the full-text index's view both go through here, so that
/// what was indexed and what the view says are one computation.
final class ItemWords {
  /// Names of files have no stems.
  private let analyzer = Analyzer()
  /// The cleaned plain text of the content last read.
  private(set) var plain: [UInt8] = []
  /// The term list under construction: U+0001, then terms separated by spaces.
  private(set) var termsText: [UInt8] = []
  private var richText = RichText()
  private var hasLink = false
  private var mentions: [String] = []
  private var richPlain: [UInt8] = []
  private var fileName: [UInt8] = []

  /// Reads a message's content: `plain` holds its text afterwards, and `addTerms` knows its links and mentions.
  func readContent(_ content: UnsafeBufferPointer<UInt8>, isRich: Bool) {
    forgetContent()
    guard isRich else {
      TextCleaning.clean(content, into: &plain)
      hasLink = plain.withUnsafeBufferPointer { BareLinks.occur(in: $0) }
      return
    }
    richPlain.removeAll(keepingCapacity: true)
    let facts = richText.plain(content, appendingTo: &richPlain)
    hasLink = facts.hasLink
    mentions = facts.mentionedUserIds
    richPlain.withUnsafeBufferPointer { TextCleaning.clean($0, into: &plain) }
  }

  /// Forgets the content, for items without one.
  func forgetContent() {
    plain.removeAll(keepingCapacity: true)
    hasLink = false
    mentions.removeAll(keepingCapacity: true)
  }

  /// Starts an empty term list.
  func beginTerms() {
    termsText.removeAll(keepingCapacity: true)
    termsText.append(IndexTokenizer.ready)
  }

  /// Adds what `ScopeTerm` says of an item's own fields and of the content last read.
  func addTerms(
    conversation: Int64,
    sender: Int64,
    type: String,
    state: Int64,
    isWebhook: Bool,
    isReply: Bool,
    isQuestion: Bool
  ) {
    add(ScopeTerm.conversation(conversation))
    add(ScopeTerm.sender(sender))
    addTerms(
      type: type,
      state: state,
      isWebhook: isWebhook,
      isReply: isReply,
      isQuestion: isQuestion
    )
  }

  /// The same without the conversation and the sender, whose dense ids only the writer knows.
  func addTerms(type: String, state: Int64, isWebhook: Bool, isReply: Bool, isQuestion: Bool) {
    if type != "TEXT" { add(ScopeTerm.type(type)) }
    if state == 2 { add(ScopeTerm.property(.edited)) }
    if state == 3 { add(ScopeTerm.property(.deleted)) }
    if isWebhook { add(ScopeTerm.property(.webhook)) }
    if isReply { add(ScopeTerm.property(.reply)) }
    if isQuestion { add(ScopeTerm.property(.question)) }
    if hasLink { add(ScopeTerm.property(.link)) }
    if !mentions.isEmpty { add(ScopeTerm.property(.mention)) }
    for user in mentions { add(ScopeTerm.mention(user)) }
  }

  /// Adds what a file's name says: its words, its extension, and that there is a file.
  func addTerms(ofFile rawName: UnsafeBufferPointer<UInt8>) {
    add(ScopeTerm.property(.file))
    fileName.removeAll(keepingCapacity: true)
    TextCleaning.clean(rawName, into: &fileName)
    fileName.withUnsafeBufferPointer { name in
      analyzer.analyze(name) { token in
        add(ScopeTerm.fileNameWord(token.bytes))
        return true
      }
      if let ending = ScopeTerm.fileEnding(of: name) { add(ScopeTerm.fileExtension(ending)) }
    }
  }

  private func add(_ term: [UInt8]) {
    if termsText.count > 1 { termsText.append(UInt8(ascii: " ")) }
    termsText.append(contentsOf: term)
  }

  /// Whether `text` has a sentence that ends in a question mark (`?` or `？`): one that is followed by nothing, a
  /// space, a closing quote or bracket, or more such marks; the one in a link's query is followed by its text.
  static func hasQuestion(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "?") {
        guard index + 1 < text.count else { return true }
        switch text[index + 1] {
        case 0...0x20, UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "\""), UInt8(ascii: "'"),
          UInt8(ascii: ")"), UInt8(ascii: "]"), 0x80...:
          return true
        default: break
        }
      } else if text[index] == 0xef, index + 2 < text.count, text[index + 1] == 0xbc,
        text[index + 2] == 0x9f
      {
        return true  // U+FF1F, the full-width question mark
      }
      index += 1
    }
    return false
  }
}
