import Foundation
import Sandbox

do {
  let settings = try Settings(Array(CommandLine.arguments.dropFirst()))
  var loads = [0.0]
  getloadavg(&loads, 1)
  print("Load before the run: \(Results.text(loads[0])).")
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
  } else if !wants("import"), FileManager.default.fileExists(atPath: settings.file("bench", "db")) {
    database = settings.file("bench", "db")
  } else {
    database = try ImportSuite.run(archive: archive, settings: settings, results: &results)
  }
  if wants("search") {
    try SearchSuite.run(database: database, settings: settings, results: &results)
  }
  if wants("report") {
    try ReportSuite.run(database: database, settings: settings, results: &results)
  }
  if wants("changes") {
    try ChangeSuite.run(archive: archive, database: database, settings: settings, results: &results)
  }
  if wants("peers") {
    try PeerSuite.run(archive: archive, database: database, settings: settings, results: &results)
  }
  if wants("hostile") { HostileSuite.run(results: &results) }
  if wants("ingest") {
    try IngestSuite.run(archive: archive, settings: settings, results: &results)
  }
  var smaller = settings
  smaller.items = 1_000_000
  if settings.items > smaller.items {
    results.compareSearches(with: smaller.file("results", "json"))
  }
  try results.write(to: settings.file("results", "json"))
  for suite in settings.suites + ["growth"] where suite != "peers" {
    results.addTable(of: suite)
  }
  if let path = settings.markdown { try results.writeMarkdown(to: path) }
  print("Figures are in \(settings.file("results", "json")).")
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
