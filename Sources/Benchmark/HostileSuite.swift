import Circuit

/// Rich text built to hurt: doubling it may at most take two and a half times as long, and no word is lost.
enum HostileSuite {
  static func run(results: inout Results) {
    let shapes = HostileShapes.measure(bytes: 1 << 20, runs: 9)
    for shape in shapes {
      results.add(
        "hostile",
        "1 MB against 0.5 MB: \(shape.name)",
        shape.ratio,
        "×",
        target: shape.keepsLastWord ? "≤ 2.5" : "≤ 2.5; the last word was lost"
      )
    }
    results.add("hostile", "the slowest shape of 1 MB", shapes.map(\.milliseconds).max() ?? 0, "ms")
  }
}
