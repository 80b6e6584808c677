/// A record of the archive other than an item: a few named fields, and a remainder by the same rule
/// as an item's.
public protocol ArchiveRecord: FlatRecord, Equatable {
  /// Writes the fields, those that are absent left out.
  ///
  /// - Parameter object: The record's JSON object.
  func write(to object: inout JSONObjectWriter)

  /// The JSON object of what the fields do not say; `nil` if there is nothing.
  var remainder: String? { get }
}
