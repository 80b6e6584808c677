import Foundation
import Sandbox

do {
  let settings = try Settings(Array(CommandLine.arguments.dropFirst()))
  try FileManager.default.createDirectory(
    atPath: settings.folder,
    withIntermediateDirectories: true
  )
  let archive = try settings.archive ?? syntheticArchive(settings)
  let wants = settings.suites.contains
  var results = Results()
  let database: String
  if let path = settings.database {
    try ImportSuite.runInProcess(archive: archive, into: path, results: &results)
    database = path
  } else if !wants("import"), FileManager.default.fileExists(atPath: settings.folder + "/bench.db")
  {
    database = settings.folder + "/bench.db"
  } else {
    database = try ImportSuite.run(archive: archive, settings: settings, results: &results)
  }
  if wants("search") {
    try SearchSuite.run(database: database, settings: settings, results: &results)
  }
  if wants("report") {
    try ReportSuite.run(database: database, settings: settings, results: &results)
  }
  if wants("hostile") { HostileSuite.run(results: &results) }
  if wants("ingest") {
    try IngestSuite.run(archive: archive, settings: settings, results: &results)
  }
  try results.write(to: settings.folder + "/results.json")
  print("Figures are in \(settings.folder)/results.json.")
} catch {
  FileHandle.standardError.write(Data("benchmark: \(error)\n".utf8))
  exit(1)
}

/// The synthetic archive of the size wanted, made once.
func syntheticArchive(_ settings: Settings) throws -> String {
  let folder = settings.folder + "/archive-\(settings.items)"
  if !FileManager.default.fileExists(atPath: folder) {
    print("Making an archive of \(settings.items) items in \(folder) …")
    let draft = folder + ".draft"
    try? FileManager.default.removeItem(atPath: draft)
    _ = try SyntheticTenant(plan: .init(items: settings.items)).write(to: draft)
    try FileManager.default.moveItem(atPath: draft, toPath: folder)
  }
  return folder
}
