extension APIRequest {
  /// A question whose answer is one flat object.
  static func object(
    _ operation: String,
    scope: String = Scope.conversations,
    _ target: RequestTarget
  ) -> Self where Answer: FlatRecord {
    Self(operation, scope: scope, target) { bytes, _ throws(DecodingProblem) in
      try RecordDecoder<Answer>().decode(object: bytes)
    }
  }

  /// A question whose answer is an array of flat objects.
  static func list<Record: FlatRecord>(
    _ operation: String,
    scope: String = Scope.conversations,
    _ target: RequestTarget
  ) -> Self where Answer == RecordList<Record> {
    Self(operation, scope: scope, target) { bytes, reading throws(DecodingProblem) in
      try RecordList(page: bytes, reading)
    }
  }
}
