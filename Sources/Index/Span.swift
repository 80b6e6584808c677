internal import Circuit

extension ByteSpan {
  /// The bytes copied, or nil when absent.
  var array: [UInt8]? { isPresent ? [UInt8](bytes) : nil }
  /// The id it spells, or nil when absent or empty.
  var id: WireID? { isEmpty ? nil : WireID(bytes) }
}

extension Item {
  /// 0 not given, 1 CREATED, 2 EDITED, 3 DELETED; a state this program does not know counts as not given.
  var stateNumber: Int64 { state == .other ? 0 : Int64(state.rawValue) }
}
