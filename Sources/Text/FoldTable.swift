internal import Glibc

/// What each scalar folds to, looked up once and remembered.
///
/// The table spans all of Unicode but is zeroed memory from the system, so that only the pages of
/// the scripts in use take space.
final class FoldTable {
  private static let scalarCount = 0x11_0000

  private let table: UnsafeMutablePointer<UInt32>
  /// Lists of folds, each preceded by its count.
  private var expansions: [UInt32] = []

  init() {
    guard let memory = calloc(Self.scalarCount, MemoryLayout<UInt32>.stride) else {
      preconditionFailure("out of memory")
    }
    table = memory.bindMemory(to: UInt32.self, capacity: Self.scalarCount)
  }

  deinit {
    free(table)
  }

  /// What `scalar`, a valid one, becomes.
  @inline(__always)
  subscript(scalar: UInt32) -> Fold {
    let packed = table[Int(scalar)]
    return packed != 0 ? Fold(packed: packed) : learn(scalar)
  }

  /// How many folds a `.several` stands for, at least two.
  /// - Parameter several: A fold of the kind `.several`.
  /// - Returns: Their count.
  func count(of several: Fold) -> Int {
    Int(expansions[Int(several.value)])
  }

  /// One fold of a `.several`.
  /// - Parameters:
  ///   - index: Which, below `count(of:)`.
  ///   - several: A fold of the kind `.several`.
  /// - Returns: A fold of another kind.
  func part(_ index: Int, of several: Fold) -> Fold {
    Fold(packed: expansions[Int(several.value) + 1 + index])
  }

  @inline(never)
  private func learn(_ scalar: UInt32) -> Fold {
    let folds = ScalarFolding.folds(of: scalar)
    let fold: Fold
    switch folds.count {
    case 0: fold = Fold(.ignored, 0)
    case 1: fold = folds[0]
    default:
      fold = Fold(.several, UInt32(expansions.count))
      expansions.append(UInt32(folds.count))
      expansions += folds.map(\.packed)
    }
    table[Int(scalar)] = fold.packed
    return fold
  }
}
