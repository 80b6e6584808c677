extension ArchiveRecord {
  /// Appends the record's JSON object from its fields and its remainder, without a line end, under
  /// the archive's own names.
  ///
  /// - Parameters:
  ///   - output: Gets the object; empty after a failure.
  ///   - known: The fields to keep of the remainder; nil for all.
  /// - Throws: `EncodingProblem` if the remainder is no JSON object.
  public func append(to output: inout [UInt8], keeping known: KnownFields? = nil) throws {
    var written = exchange(&output)
    var rest = remainder.map { Array($0.utf8) }
    if let known, let all = rest { rest = try known.filtered(all) }
    output = try (rest ?? []).withUnsafeBufferPointer { bytes in
      let rest = bytes.isEmpty ? ByteSpan.absent : ByteSpan(bytes)
      var object = try JSONObjectWriter(remainder: rest, appendingTo: exchange(&written))
      write(to: &object)
      return object.finish()
    }
  }
}
