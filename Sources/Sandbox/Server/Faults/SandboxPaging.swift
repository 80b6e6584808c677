/// How the server cuts lists into pages, where the API's reference leaves it open.
///
///     SandboxPaging(boundary: .exclusive, order: .shuffled, duplicates: 3)
public struct SandboxPaging: Sendable, Equatable {
  /// Whether what has exactly the time that was asked for is in the page.
  public enum Boundary: String, CaseIterable, Sendable {
    /// It is.
    case inclusive
    /// It is not.
    case exclusive
  }

  /// How a page is ordered.
  public enum Order: String, CaseIterable, Sendable {
    /// The latest modification first.
    case newest
    /// The earliest modification first.
    case oldest
    /// In no order, another one each time.
    case shuffled
  }

  /// Whether what has exactly the time that was asked for is in the page.
  public var boundary: Boundary
  /// How a page is ordered.
  public var order: Order
  /// How many of the items of a page stand on the other side of the time that was asked for, and so
  /// have most likely been given before; at least one item of a page is not of these.
  public var duplicates: Int
  /// Whether pages hold less than was asked for although there is more: at least half of it, how much
  /// differs from page to page.
  public var isShort: Bool

  /// A way to cut lists.
  ///
  /// - Parameters:
  ///   - boundary: Whether what has exactly the time that was asked for is in the page.
  ///   - order: How a page is ordered.
  ///   - duplicates: How many items of a page have most likely been given before.
  ///   - isShort: Whether pages hold less than was asked for.
  public init(
    boundary: Boundary = .inclusive,
    order: Order = .newest,
    duplicates: Int = 0,
    isShort: Bool = false
  ) {
    self.boundary = boundary
    self.order = order
    self.duplicates = duplicates
    self.isShort = isShort
  }
}
