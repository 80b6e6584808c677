import Foundation
import Index
import Ingest

let arguments = CommandLine.arguments
let summary = try ArchiveImport(paths: Array(arguments.dropFirst(2)), started: 0).run(
  into: arguments[1], onRejected: { print($0) })
print(summary)
if summary.items.total < 100_000 {
for result in try IndexCheck(path: arguments[1]).run() where !result.passed { print(result) }
print(try IndexStatus(path: arguments[1]))
}
