package import Circuit
package import Text

/// Decoded items with their words made: all that can be done to items without looking at the index.
///
/// Made on one thread and written on another; the two hand it over whole and never share it, which is why it may
/// cross (`@unchecked`): its decoder's memory cannot be checked by the compiler.
package final class PreparedBatch: @unchecked Sendable {
  /// Where an item's words lie.
  struct Words {
    var subject: Range<Int>
    var content: Range<Int>
    /// In `terms`: the scope terms but for the conversation and the sender.
    var terms: Range<Int>
    var isQuestion: Bool
  }

  /// The ids of an item, read from the wire.
  struct Ids {
    var item: WireID
    var conversation: WireID?
    var creator: WireID?
    var parent: WireID?
  }

  /// The items as decoded.
  package private(set) var items: ItemBatch
  private(set) var tokens = TokenStream()
  private(set) var terms: [UInt8] = []
  private(set) var words: [Words] = []
  /// Items whose source had to be mended.
  package private(set) var repairedCount = 0
  private(set) var ids: [Ids] = []
  /// The places of the items that are not overtaken by another version of themselves in this batch.
  private(set) var winners: [Int] = []
  /// An analyzer remembers how each character folds, and batches wait by the hundred to be written.
  private static let readers = LendingPool { WordReader() }
  private let languages: Languages
  private let packer: ContentPacker?
  /// What the contents are packed with, if they are.
  private(set) var dictionary: ContentDictionary?
  private var packedBytes: [UInt8] = []
  private var packedRanges: [Range<Int>] = []
  private var subject: [UInt8] = []

  /// An empty batch; it keeps its memory from use to use.
  ///
  /// - Parameters:
  ///   - packer: The writer's, to have the contents packed.
  ///   - languages: The writer's.
  package init(packer: ContentPacker? = nil, languages: Languages = .none) {
    items = ItemBatch()
    self.languages = languages
    self.packer = packer
  }

  /// Forgets all, keeping memory, and takes over items that are decoded already.
  ///
  /// - Parameter items: The items, whose only holder this is from now on.
  package func reset(taking items: ItemBatch) {
    self.items = items
    forgetWords()
  }

  /// Forgets all, keeping memory.
  package func reset() {
    items.reset()
    forgetWords()
  }

  private func forgetWords() {
    tokens.removeAll(keepingCapacity: true)
    terms.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    repairedCount = 0
    ids.removeAll(keepingCapacity: true)
    winners.removeAll(keepingCapacity: true)
    dictionary = nil
    packedBytes.removeAll(keepingCapacity: true)
    packedRanges.removeAll(keepingCapacity: true)
  }

  /// How many of the items were prepared: all but those that `prepare` was told to leave out.
  package var preparedCount: Int { words.count }

  /// About how many bytes it holds.
  package var byteCount: Int {
    items.byteCount + tokens.byteCount + terms.count + packedBytes.count
      + words.count * (MemoryLayout<Words>.stride + MemoryLayout<Ids>.stride)
  }

  /// Digests of the ids of the items that were prepared.
  package var digests: [UInt64] { ids.map(\.item.digest) }

  /// Makes the words of the items decoded so far.
  ///
  /// Call once, after decoding.
  ///
  /// - Parameter line: Items from this line on are left out, for an import that stops there.
  package func prepare(before line: Int = .max) {
    words.reserveCapacity(items.count)
    ids.reserveCapacity(items.count)
    Self.readers.withElement { reader in
      let analyzer = reader.analyzer(for: languages)
      for index in 0..<items.count {
        let item = items[index]
        guard item.line < line else { break }
        words.append(prepare(item, by: reader.words, analyzer))
        if item.wasRepaired { repairedCount += 1 }
        ids.append(
          Ids(
            item: WireID(item.itemId.bytes),
            conversation: item.convId.id,
            creator: item.creatorId.id,
            parent: item.parentId.id
          )
        )
      }
    }
    findWinners()
    packContents()
  }

  /// An item's content as packed with `dictionary`; empty when it is not.
  func packed(_ index: Int) -> ArraySlice<UInt8> {
    packedRanges.isEmpty ? [] : packedBytes[packedRanges[index]]
  }

  private func packContents() {
    let contents = (0..<words.count).lazy.map { [items] in items[$0].content.bytes }
    guard let packer, let dictionary = packer.dictionary(offering: contents) else { return }
    self.dictionary = dictionary
    packedRanges.reserveCapacity(words.count)
    packer.withCompressor { compressor in
      for content in contents {
        packedRanges.append(compressor.pack(content, with: dictionary, into: &packedBytes))
      }
    }
  }

  /// Hands the tokens and terms over; `words` keeps saying where an item's lie.
  func takeWords() -> WordChanges.Words {
    defer {
      tokens = TokenStream()
      terms = []
    }
    return WordChanges.Words(tokens: tokens, terms: terms)
  }

  private func findWinners() {
    var places: [WireID: Int] = Dictionary(minimumCapacity: ids.count)
    winners.reserveCapacity(ids.count)
    for (index, ids) in ids.enumerated() {
      if let place = places[ids.item] {
        let earlier = Self.version(of: items[winners[place]])
        if earlier <= Self.version(of: items[index]) { winners[place] = index }
      } else {
        places[ids.item] = winners.count
        winners.append(index)
      }
    }
  }

  /// What decides which of two versions of an item is the later one: its time, then its state.
  private static func version(of item: Item) -> (Int64, Int64) {
    (item.modificationTime ?? item.creationTime ?? .min, item.stateNumber)
  }

  private func prepare(_ item: Item, by reader: ItemWords, _ analyzer: Analyzer) -> Words {
    let isDeleted = item.state == .deleted
    var isQuestion = false
    subject.removeAll(keepingCapacity: true)
    if !isDeleted { TextCleaning.clean(item.subject.bytes, into: &subject) }
    let subjectTokens = subject.withUnsafeBufferPointer { text in
      isQuestion = ItemWords.hasQuestion(text)
      return analyzer.encode(text, into: &tokens)
    }
    if isDeleted || !item.content.isPresent {
      reader.forgetContent()
    } else {
      reader.readContent(item.content.bytes, isRich: item.contentType == .rich)
    }
    let contentTokens = reader.plain.withUnsafeBufferPointer { text in
      isQuestion = isQuestion || ItemWords.hasQuestion(text)
      return analyzer.encode(text, into: &tokens)
    }
    let isReply = !item.parentId.isEmpty
    isQuestion = isQuestion && !isReply && item.isWebhookMessage != true && item.kind == .text
    return Words(
      subject: subjectTokens,
      content: contentTokens,
      terms: makeTerms(of: item, isReply: isReply, isQuestion: isQuestion, by: reader),
      isQuestion: isQuestion
    )
  }

  private func makeTerms(
    of item: Item,
    isReply: Bool,
    isQuestion: Bool,
    by reader: ItemWords
  ) -> Range<Int> {
    reader.beginTerms()
    reader.addTerms(
      type: ItemKind(item).name,
      state: item.stateNumber,
      isWebhook: item.isWebhookMessage == true,
      isReply: isReply,
      isQuestion: isQuestion
    )
    for file in items.attachments(of: item) { reader.addTerms(ofFile: file.fileName.bytes) }
    let start = terms.count
    terms.append(contentsOf: reader.termsText.dropFirst())
    return start..<terms.count
  }
}
