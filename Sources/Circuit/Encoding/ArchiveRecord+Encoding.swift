extension ArchiveRecord {
  /// Appends the record's JSON object from its fields and its remainder, without a line end, under
  /// the archive's own names.
  ///
  /// - Parameter output: Gets the object; empty after a failure.
  /// - Throws: `EncodingProblem` if the remainder is no JSON object.
  public func append(to output: inout [UInt8]) throws {
    var written = exchange(&output)
    var remainder = remainder ?? ""
    output = try remainder.withUTF8 { bytes in
      let rest = bytes.isEmpty ? ByteSpan.absent : ByteSpan(bytes)
      var object = try JSONObjectWriter(remainder: rest, appendingTo: exchange(&written))
      write(to: &object)
      return object.finish()
    }
  }
}
