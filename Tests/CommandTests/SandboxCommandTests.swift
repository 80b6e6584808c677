import Foundation
import TestSupport
import Testing

/// `sandbox` as a server: what it says, and how it ends.
@Suite struct SandboxCommandTests {
  /// Runs the server in a shell until `then` is done, and ends it by a signal.
  private func serve(_ options: String, signal: String, then: String) throws -> TrawlProcess.Result
  {
    try shell(
      """
      cd "$(mktemp -d)" && trap 'rm -rf "$PWD"' EXIT
      timeout 50 trawl sandbox --port 0 --items 200 \(options) >out 2>err &
      until grep -q account out || ! kill -0 $! 2>/dev/null; do sleep 0.02; done
      \(then)
      kill -\(signal) $!; wait $!; echo "status $?"
      """
    )
  }

  @Test(arguments: ["INT", "TERM"]) func servesUntilASignal(signal: String) throws {
    let result = try serve("--accounts 2", signal: signal, then: "cat out; ls -l sandbox-tokens")
    let lines = result.text.split(separator: "\n").map(String.init)
    #expect(lines.first?.wholeMatch(of: /http:\/\/127\.0\.0\.1:\d+\/rest\/v2/) != nil)
    #expect(lines[1].hasPrefix("account 1: "))
    #expect(
      lines[1].hasSuffix(
        ", token in sandbox-tokens/account-1.token, client sandbox-client-1 "
          + "with its secret in sandbox-tokens/account-1.secret"
      )
    )
    #expect(lines[2].hasPrefix("account 2: "))
    #expect(lines.filter { $0.hasPrefix("-rw------- ") }.count == 4)
    #expect(lines.last == "status 0")
    #expect(!result.text.contains("Bearer"))
  }

  @Test func tokensAreNotShown() throws {
    let result = try serve(
      "--tokens-dir t",
      signal: "TERM",
      then: "grep -c -F -e \"$(cat t/account-1.token)\" -e \"$(cat t/account-1.secret)\" out err"
    )
    #expect(result.text.contains("out:0\nerr:0\n"))
  }

  @Test(
    arguments: [
      ([], "missing argument '--write <folder>, or --port <number>'"),
      (["--write", "x", "--port", "0"], "'--write' and '--port' exclude each other"),
      (["--write", "x", "--archive", "y"], "'--write' and '--archive' exclude each other"),
      (
        ["--port", "0", "--fault", "429:every=0"],
        "'--fault' must be a fault ('every' is a whole number from 1 to 1000000000), "
          + "not '429:every=0'"
      ),
      (["--port", "0", "--items", "50", "--account", "x"], "the tenant has no user 'x'"),
      (["--port", "0", "--odd", "2"], "'--odd' must be a share from 0 to 1, not '2.0'"),
    ] as [([String], String)]
  )
  func wrongUseIsExplained(words: [String], message: String) throws {
    let place = try Workplace()
    let result = try place.run(["sandbox"] + words)
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("trawl: \(message)\n"))
  }

  @Test func archiveThatIsMissingIsNamed() throws {
    let place = try Workplace()
    let result = try place.run(["sandbox", "--port", "0", "--archive", place.path("nowhere")])
    #expect(result.status == 4)
    #expect(result.errors.contains("cannot open '\(place.path("nowhere"))/items.ndjson'"))
  }
}
