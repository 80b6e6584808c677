/// A message or a call, as counts see it.
package struct CountedItem: Equatable {
  /// The item's row.
  package let item: Int64
  /// Where it stands in time, ms since 1970 UTC.
  package let time: Int64
  /// The dense id, 0 for none.
  package let conversation: Int64
  /// Who wrote it, by the dense id; 0 for nobody.
  package let person: Int64
  /// What it adds to the counts of a set it is in.
  package let counts: Counts

  /// Puts an item together.
  package init(item: Int64, time: Int64, conversation: Int64, person: Int64, counts: Counts) {
    self.item = item
    self.time = time
    self.conversation = conversation
    self.person = person
    self.counts = counts
  }
}
