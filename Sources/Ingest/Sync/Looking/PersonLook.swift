internal import Circuit

/// Asks who someone is.
struct PersonLook {
  let context: SyncContext
  let pipe: Pipe<SyncDelivery>

  /// Asks with the first account that is of use, and says what came of it.
  func run(_ userId: String) {
    let unusable = context.unusable
    guard context.proceeds,
      let account = context.accounts.indices.first(where: { unusable[$0] == nil })
    else { return }
    do throws(APIError) {
      _ = pipe.send(.person(try context.send(.user(userId), as: account)))
    } catch {
      _ = pipe.send(.noPerson(userId: userId, error))
    }
  }
}
