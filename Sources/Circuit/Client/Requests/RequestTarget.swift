internal import Chronology

/// A path below the base URL with its parameters, encoded for the wire.
struct RequestTarget: Sendable, Equatable {
  /// A parameter that must not be shown.
  private var hidden: Set<String> = []
  private var parameters: [Parameter] = []
  private let path: String

  private struct Parameter: Sendable, Equatable {
    var name: String
    var value: String
  }

  /// A path of segments, each encoded by itself: an id with a slash stays one segment.
  init(_ segments: String...) {
    path = segments.map { "/" + Self.encoded($0) }.joined()
  }

  /// With one more parameter; nil leaves it out.
  func with(_ name: String, _ value: String?) -> Self {
    guard let value else { return self }
    var copy = self
    copy.parameters.append(Parameter(name: name, value: value))
    return copy
  }

  /// With one more parameter; nil leaves it out.
  func with(_ name: String, _ value: Int?) -> Self { with(name, value.map { String($0) }) }

  /// With one more parameter.
  func with(_ name: String, _ value: Bool) -> Self { with(name, value ? "true" : "false") }

  /// With a parameter once for each value.
  func with(_ name: String, each values: [String]) -> Self {
    values.reduce(self) { $0.with(name, $1) }
  }

  /// With a moment in ms since 1970 UTC as an ISO 8601 date-time; nil leaves it out.
  func with(_ name: String, time: Int64?) -> Self {
    with(name, time.map { Self.dateTime(ofMilliseconds: $0) })
  }

  /// With a parameter that `description` does not show.
  func with(_ name: String, hidden value: String) -> Self {
    var copy = with(name, value)
    copy.hidden.insert(name)
    return copy
  }

  /// What stands behind the base URL.
  var text: String { spelled { Self.encoded($0.value) } }

  private func spelled(_ value: (Parameter) -> String) -> String {
    guard !parameters.isEmpty else { return path }
    return path + "?" + parameters.map { "\($0.name)=\(value($0))" }.joined(separator: "&")
  }

  /// `2026-03-01T12:00:00.123Z`; moments before 1970 and after 9999 become those bounds.
  static func dateTime(ofMilliseconds time: Int64) -> String {
    let time = Int(min(max(time, 0), 253_402_300_799_999))
    let (day, rest) = time.flooredDivision(by: 86_400_000)
    let (seconds, fraction) = rest.flooredDivision(by: 1000)
    let (minutes, second) = seconds.flooredDivision(by: 60)
    let clock = "\((minutes / 60).padded(2)):\((minutes % 60).padded(2)):\(second.padded(2))"
    return "\(CivilDate(dayNumber: day))T\(clock).\(fraction.padded(3))Z"
  }

  /// Percent-encodes all but RFC 3986's unreserved characters.
  static func encoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        bytes.append(hexDigit(byte >> 4))
        bytes.append(hexDigit(byte & 0xF))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}

extension RequestTarget: CustomStringConvertible {
  /// The target with its secrets left out.
  var description: String {
    spelled { hidden.contains($0.name) ? "…" : Self.encoded($0.value) }
  }
}
