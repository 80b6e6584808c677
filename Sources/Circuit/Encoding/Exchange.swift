/// Hands bytes over without a copy and leaves none behind.
func exchange(_ bytes: inout [UInt8]) -> [UInt8] {
  var handed: [UInt8] = []
  swap(&handed, &bytes)
  return handed
}
