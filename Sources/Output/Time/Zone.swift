public import Foundation

/// The time zone of a run: one for filtering and for showing.
public struct Zone: Sendable, Hashable {
  /// Its IANA name, such as `Europe/Lisbon`.
  public let identifier: String
  /// The zone for calendar arithmetic.
  public let timeZone: TimeZone

  /// Universal time.
  public static let utc = Zone(identifier: "UTC", timeZone: .gmt)

  /// The release of the zone tables in use, such as `2025b`.
  ///
  /// Naming it here also keeps the tables in a statically linked binary: the linker drops
  /// FoundationInternationalization when nothing refers to it, and then no zone is known.
  public static var dataVersion: String { TimeZone.timeZoneDataVersion }

  /// A zone by its IANA name.
  ///
  /// - Parameter identifier: The name, such as `Europe/Lisbon`, or `UTC`.
  /// - Throws: `OutputError.unknownTimeZone`.
  public init(identifier: String) throws(OutputError) {
    if ["UTC", "Z", "GMT", "Etc/UTC"].contains(identifier) {
      self = .utc
      return
    }
    guard let zone = TimeZone(identifier: identifier), !Self.dataVersion.isEmpty else {
      throw .unknownTimeZone(identifier, suggestion: Self.suggestion(for: identifier))
    }
    self.init(identifier: identifier, timeZone: zone)
  }

  private init(identifier: String, timeZone: TimeZone) {
    self.identifier = identifier
    self.timeZone = timeZone
  }

  /// What a clock in the zone shows at a moment.
  ///
  /// - Parameter milliseconds: The moment, in ms since 1970 in UTC; any value.
  /// - Returns: The date and time there.
  public func civilTime(at milliseconds: Int64) -> CivilTime {
    CivilTime(milliseconds: milliseconds, offset: offset(at: milliseconds))
  }

  /// How far the zone's clocks are ahead of UTC at a moment.
  ///
  /// - Parameter milliseconds: The moment, in ms since 1970 in UTC; any value.
  /// - Returns: Seconds; 0 for moments beyond the years 0 to 9999, for which there are no rules.
  public func offset(at milliseconds: Int64) -> Int {
    guard self != .utc, Self.years0To9999.contains(milliseconds) else { return 0 }
    let seconds = Double(milliseconds) / 1000
    return timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds))
  }

  private static let years0To9999: ClosedRange<Int64> = -62_167_219_200_000...253_402_300_799_999

  /// A known zone of the same name in other letters, or whose city is named so.
  private static func suggestion(for name: String) -> String? {
    let wanted = name.lowercased().replacingOccurrences(of: " ", with: "_")
    guard !wanted.isEmpty else { return nil }
    return TimeZone.knownTimeZoneIdentifiers.first { identifier in
      let known = identifier.lowercased()
      return known == wanted || known.hasSuffix("/" + wanted)
    }
  }
}
