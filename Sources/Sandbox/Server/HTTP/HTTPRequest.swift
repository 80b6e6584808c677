/// A request as it came over the wire.
struct HTTPRequest: Sendable {
  var method: String
  /// The path, percent-decoded.
  var path: String
  var query = Parameters()
  var authorization: String?
  var acceptsGzip = false
  var body: [UInt8] = []
}
