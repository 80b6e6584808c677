public import Circuit
public import Index

/// An account that a run asks with.
public struct SyncAccount: Sendable {
  /// The account.
  public let account: Account
  /// What asks for it.
  public let client: APIClient

  /// An account and its client.
  ///
  /// - Parameters:
  ///   - account: The account.
  ///   - client: What asks for it.
  public init(_ account: Account, client: APIClient) {
    self.account = account
    self.client = client
  }
}
