import Arguments
import Output
import Testing

@testable import trawl

@Suite struct GlobalOptionsTests {
  private func path(_ environment: [String: String], _ option: String? = nil) throws -> String {
    var options = GlobalOptions()
    options.database = try option.map { try FileArgument(argument: $0) }
    return try options.databasePath(in: Console(environment: environment))
  }

  @Test func indexIsTheFirstThatIsNamed() throws {
    var environment = ["HOME": "/home/ana", "XDG_DATA_HOME": "/data", "TRAWL_DB": "env.db"]
    #expect(try path(environment, "option.db") == "option.db")
    #expect(try path(environment) == "env.db")
    environment["TRAWL_DB"] = ""
    #expect(try path(environment) == "/data/trawl/trawl.db")
    environment["XDG_DATA_HOME"] = "relative"
    #expect(try path(environment) == "/home/ana/.local/share/trawl/trawl.db")
    #expect(throws: UsageError(.missingArgument("--db <path>"))) { try path([:]) }
  }

  @Test func zoneIsTheFirstThatIsNamed() throws {
    var options = GlobalOptions()
    let console = Console(environment: ["TRAWL_TIMEZONE": "Asia/Tokyo"])
    #expect(try options.timeZone(in: console).identifier == "Asia/Tokyo")
    #expect(try options.timeZone(in: Console(environment: [:])) == .utc)
    options.zone = try Zone(argument: "Europe/Lisbon")
    #expect(try options.timeZone(in: console).identifier == "Europe/Lisbon")
  }

  @Test func badZoneOfTheEnvironmentIsNamed() throws {
    let console = Console(environment: ["TRAWL_TIMEZONE": "lisbon"])
    let error = #expect(throws: UsageError.self) { try GlobalOptions().timeZone(in: console) }
    #expect(
      error?.description
        == "'TRAWL_TIMEZONE' must be an IANA time zone such as Europe/Lisbon, not 'lisbon'; "
        + "did you mean 'Europe/Lisbon'?"
    )
  }
}
