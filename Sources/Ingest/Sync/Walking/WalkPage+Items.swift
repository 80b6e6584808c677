internal import Circuit
internal import Index

extension WalkPage {
  /// What a walk needs to know of decoded items.
  init(_ items: ItemBatch) {
    self.init(
      entries: (0..<items.count).map { place in
        let item = items[place]
        return Entry(id: WireID(item.itemId.bytes).digest, modified: item.modificationTime)
      },
      count: items.count + items.rejected.count
    )
  }
}
