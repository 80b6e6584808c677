internal import CSQLite

/// An aggregate function's parts, without the type of its state.
private final class AggregateBox {
  let make: () -> AnyObject
  let step: (AnyObject, FunctionArguments) -> Void
  let finish: (AnyObject, FunctionResult) -> Void

  init(
    make: @escaping () -> AnyObject,
    step: @escaping (AnyObject, FunctionArguments) -> Void,
    finish: @escaping (AnyObject, FunctionResult) -> Void
  ) {
    self.make = make
    self.step = step
    self.finish = finish
  }

  static func of(_ context: OpaquePointer?) -> AggregateBox? {
    sqlite3_user_data(context).map {
      Unmanaged<AggregateBox>.fromOpaque($0).takeUnretainedValue()
    }
  }
}

extension Connection {
  /// Adds an SQL function that makes one value of many rows.
  ///
  /// - Parameters:
  ///   - name: The function's name in SQL.
  ///   - arguments: How many arguments it takes.
  ///   - make: Makes the state of a group of rows.
  ///   - step: Takes a row in.
  ///   - finish: Gives the group's value.
  /// - Throws: `SQLiteError` when the name is not allowed.
  public func defineAggregate<State: AnyObject>(
    _ name: String,
    arguments: Int,
    make: @escaping () -> State,
    step: @escaping (State, FunctionArguments) -> Void,
    finish: @escaping (State, FunctionResult) -> Void
  ) throws(SQLiteError) {
    let box = AggregateBox(
      make: make,
      step: { state, arguments in (state as? State).map { step($0, arguments) } },
      finish: { state, result in (state as? State).map { finish($0, result) } }
    )
    try check(
      sqlite3_create_function_v2(
        handle,
        name,
        Int32(arguments),
        SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
        Unmanaged.passRetained(box).toOpaque(),
        nil,
        { context, count, values in
          // SQLite keeps room for one pointer a group, null at first.
          let room = sqlite3_aggregate_context(context, Int32(MemoryLayout<UnsafeRawPointer?>.size))
          guard let box = AggregateBox.of(context),
            let place = room?.assumingMemoryBound(to: UnsafeRawPointer?.self)
          else { return sqlite3_result_error_nomem(context) }
          let kept =
            place.pointee ?? UnsafeRawPointer(Unmanaged.passRetained(box.make()).toOpaque())
          place.pointee = kept
          let state = Unmanaged<AnyObject>.fromOpaque(kept).takeUnretainedValue()
          box.step(state, FunctionArguments(count32: count, values: values))
        },
        { context in
          guard let box = AggregateBox.of(context) else { return }
          let room = sqlite3_aggregate_context(context, 0)
          // A group without a row has no state.
          let kept = room?.assumingMemoryBound(to: UnsafeRawPointer?.self).pointee
          let state = kept.map { Unmanaged<AnyObject>.fromOpaque($0).takeRetainedValue() }
          box.finish(state ?? box.make(), FunctionResult(context: context))
        },
        { box in box.map { Unmanaged<AggregateBox>.fromOpaque($0).release() } }
      )
    )
  }
}
